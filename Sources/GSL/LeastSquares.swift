internal import CGSL

/// Ordinary least squares by GSL's multi-parameter fit, which decomposes singular values.
public struct LeastSquares: Equatable, Sendable {
  /// The constant, then a coefficient for each column.
  public let coefficients: [Double]
  /// Their standard errors, s² (X'X)⁻¹ with s² over n - p.
  public let standardErrors: [Double]
  /// The share of the variance of the response that the fit explains; `nil` if it does not vary.
  public let determination: Double?
  /// The number of observations less that of coefficients.
  public let degreesOfFreedom: Int
  /// Whether every coefficient can be told from the others: no column is a sum of others.
  public let isFullRank: Bool

  /// Fits a response to a constant and columns.
  ///
  /// - Parameters:
  ///   - columns: p - 1 columns of n values each.
  ///   - response: n values, more than p.
  /// - Throws: ``GSLError`` when GSL cannot decompose the columns.
  public init(_ columns: [[Double]], response: [Double]) throws(GSLError) {
    let (count, width) = (response.count, columns.count + 1)
    precondition(count > width && columns.allSatisfy { $0.count == count })
    var (coefficients, errors) = ([Double](), [Double]())
    var squares = 0.0
    var rank = 0
    // GSL allocates, or calls the error handler and returns nil.
    let isDone = try checked { () -> Bool in
      guard let matrix = unsafe gsl_matrix_alloc(count, width),
        let vector = unsafe gsl_vector_alloc(count),
        let solution = unsafe gsl_vector_alloc(width),
        let covariance = unsafe gsl_matrix_alloc(width, width),
        let work = unsafe gsl_multifit_linear_alloc(count, width)
      else { return false }
      defer {
        unsafe gsl_matrix_free(matrix)
        unsafe gsl_vector_free(vector)
        unsafe gsl_vector_free(solution)
        unsafe gsl_matrix_free(covariance)
        unsafe gsl_multifit_linear_free(work)
      }
      for row in 0..<count {
        unsafe gsl_vector_set(vector, row, response[row])
        unsafe gsl_matrix_set(matrix, row, 0, 1)
        for column in 1..<width {
          unsafe gsl_matrix_set(matrix, row, column, columns[column - 1][row])
        }
      }
      unsafe gsl_multifit_linear(matrix, vector, solution, covariance, &squares, work)
      rank = unsafe Int(gsl_multifit_linear_rank(1e-10, work))
      for index in 0..<width {
        unsafe coefficients.append(gsl_vector_get(solution, index))
        unsafe errors.append(gsl_matrix_get(covariance, index, index).squareRoot())
      }
      return true
    }
    guard isDone else {
      throw GSLError(code: Int32(GSL_ENOMEM), meaning: "no memory", reason: "least squares")
    }
    let total = unsafe gsl_stats_tss(response, 1, count)
    self.coefficients = coefficients
    standardErrors = errors
    determination = total > 0 ? 1 - squares / total : nil
    degreesOfFreedom = count - width
    isFullRank = rank == width
  }
}

extension Statistics {
  /// The ranks of values from 1, equal values sharing the mean of theirs.
  ///
  /// - Parameter values: Values without NaN.
  /// - Returns: A rank for each.
  public static func ranks(_ values: [Double]) -> [Double] {
    var order = [Int](repeating: 0, count: values.count)
    unsafe gsl_sort_index(&order, values, 1, values.count)
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return ranks
  }
}
