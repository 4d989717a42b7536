internal import CKeyedRandom

/// What tells apart machines whose maths libraries round differently.
///
/// The C library picks variants of its functions by processor, and its versions differ. Two machines
/// with the same fingerprint give the same bytes; with different ones, about one result in ten
/// thousand differs in its last bit, and long runs part.
public enum MathFingerprint {
  /// The fingerprint here: 16 hexadecimal digits.
  ///
  /// Computed once, on first use, in some hundredths of a second.
  public static let current = taken()

  /// Takes the fingerprint afresh.
  package static func taken() -> String {
    let digits = String(math_fingerprint(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
