internal import CGSL
internal import CKeyedRandom

/// An error that GSL reported.
public struct GSLError: Error, Equatable, Sendable {
  /// GSL's status code, as `GSL_EDOM` (1).
  public let code: Int32
  /// What GSL says the code means.
  public let meaning: String
  /// Why GSL reported it.
  public let reason: String
}

/// Runs calls into GSL and throws the first error they reported.
///
/// GSL's default handler aborts the process; ours remembers the first error of the thread.
///
/// - Parameter body: Calls into GSL.
/// - Throws: ``GSLError`` for the first error.
/// - Returns: What `body` returned.
func checked<Result>(_ body: () -> Result) throws(GSLError) -> Result {
  _ = takeGSLError()
  let result = body()
  if let error = takeGSLError() { throw error }
  return result
}

/// Takes the first error that GSL reported on this thread since the last call, if any.
///
/// Samplers and distribution functions have no status of their own: whoever has made many draws asks
/// once.
public func takeGSLError() -> GSLError? {
  var reason: UnsafePointer<CChar>?
  let code = unsafe keyed_random_take_error(&reason)
  guard code != 0 else { return nil }
  let meaning = unsafe gsl_strerror(code).map { unsafe String(cString: $0) } ?? ""
  return GSLError(
    code: code, meaning: meaning, reason: unsafe reason.map { unsafe String(cString: $0) } ?? "")
}

/// The version of the GSL library in use.
public var gslVersion: String {
  unsafe cgsl_version().map { unsafe String(cString: $0) } ?? "unknown"
}
