internal import CGSL

/// The integral of a smooth function by GSL's adaptive Gauss–Kronrod rule (QAG, 61 points).
///
/// - Parameters:
///   - range: Where to integrate; finite.
///   - error: The absolute error that is good enough.
///   - body: The function.
/// - Throws: ``GSLError`` where the error cannot be reached.
/// - Returns: The integral.
func integral(
  over range: ClosedRange<Double>, error: Double, _ body: (Double) -> Double
) throws(GSLError) -> Double {
  let intervals = 1000
  let workspace = unsafe gsl_integration_workspace_alloc(intervals)
  defer { unsafe gsl_integration_workspace_free(workspace) }
  var (result, estimate) = (0.0, 0.0)
  return try checked {
    withoutActuallyEscaping(body) { body in
      var integrand = Integrand(value: body)
      unsafe withUnsafeMutablePointer(to: &integrand) { pointer in
        var function = unsafe gsl_function(
          function: { x, integrand in
            unsafe integrand.map {
              unsafe $0.assumingMemoryBound(to: Integrand.self).pointee.value(x)
            } ?? .nan
          }, params: pointer)
        _ = unsafe gsl_integration_qag(
          &function, range.lowerBound, range.upperBound, error, 0, intervals,
          Int32(GSL_INTEG_GAUSS61),
          workspace, &result, &estimate)
      }
    }
    return result
  }
}

private struct Integrand {
  let value: (Double) -> Double
}
