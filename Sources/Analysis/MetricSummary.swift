internal import GSL

/// What a sample of runs says of one metric.
public struct MetricSummary: Equatable, Sendable {
  /// Runs, and how many of them have the metric.
  public let runs: Int
  /// The runs that have the metric: the denominator of the mean.
  public let count: Int
  /// The contexts that have it: the number of independent values.
  public let contexts: Int
  /// The mean of the contexts' means; of all runs where a context has one process.
  public let mean: Double?
  /// The standard deviation over runs, with denominator count - 1.
  public let standardDeviation: Double?
  /// The standard error of the mean, from the contexts' means.
  public let standardError: Double?
  /// Half the width of the 95 % confidence interval of the mean, by Student's t over contexts.
  public let halfWidth: Double?
  /// The 5 %, 50 % and 95 % quantiles, interpolated (type 7).
  public let quantiles: [Double?]

  /// Summarises values.
  public init(_ sample: Sample) {
    var student = StudentQuantiles()
    self.init(
      runs: sample.values.count, present: sample.present, means: sample.contextMeans, &student)
  }

  /// Summarises the values that are there, and their contexts' means.
  init(runs: Int, present: [Double], means: [Double], _ student: inout StudentQuantiles) {
    let sorted = present.sorted()
    let deviation = Statistics.standardDeviation(means)
    let root = Double(means.count).squareRoot()
    self.runs = runs
    count = present.count
    contexts = means.count
    mean = Statistics.mean(means)
    standardDeviation =
      present == means ? deviation : Statistics.standardDeviation(present)
    standardError = deviation.map { $0 / root }
    halfWidth = deviation.flatMap { deviation in
      student.quantile(of: means.count).map { $0 * deviation / root }
    }
    quantiles = [0.05, 0.5, 0.95].map { Statistics.quantile(sorted: sorted, $0) }
  }

  /// The numbers of a summary in a row; NaN where missing.
  var numbers: [Double] {
    [Double(runs), Double(count), Double(contexts)]
      + ([mean, standardDeviation, standardError, halfWidth] + quantiles).map { $0 ?? .nan }
  }

  static let numbersOfASummary = 10

  /// Takes a summary from a row of its numbers.
  init(numbers: ArraySlice<Double>) {
    let first = numbers.startIndex
    func optional(_ offset: Int) -> Double? {
      let number = numbers[first + offset]
      return number.isNaN ? nil : number
    }
    runs = Int(numbers[first])
    count = Int(numbers[first + 1])
    contexts = Int(numbers[first + 2])
    mean = optional(3)
    standardDeviation = optional(4)
    standardError = optional(5)
    halfWidth = optional(6)
    quantiles = (7..<Self.numbersOfASummary).map { optional($0) }
  }
}

/// Quantiles of Student's t for 95 % intervals, each worked out once.
struct StudentQuantiles {
  private var known: [Int: Double] = [:]

  /// The quantile for a number of independent values; `nil` below two.
  mutating func quantile(of count: Int) -> Double? {
    if let quantile = known[count] { return quantile }
    // A probability of 0.975 is in the range of the t quantile: no error can occur.
    guard count > 1,
      let quantile = try? Statistics.studentQuantile(
        (1 + 0.95) / 2, degreesOfFreedom: Double(count) - 1)
    else { return nil }
    known[count] = quantile
    return quantile
  }
}
