internal import Foundation

/// Numbers as people read them.
public enum Wording {
  /// A number with some decimals; fewer from 100, whole from 1,000; with two significant digits where all of
  /// the decimals would be 0, with three in powers of ten from 10⁹.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - digits: The decimals.
  ///   - sign: Whether a plus is written too.
  /// - Returns: The text; a zero has no sign.
  public static func number(_ value: Double, digits: Int = 3, sign: Bool = false) -> String {
    let magnitude = abs(value)
    let text =
      if magnitude >= 1e9 {
        String(format: "%.3g", value)
      } else if value != 0, magnitude < pow(10, -Double(digits)) {
        String(format: "%.2g", value)
      } else {
        fixed(value, magnitude >= 1000 ? 0 : magnitude >= 100 ? min(1, digits) : digits)
      }
    if value == 0 { return text.filter { $0 != "-" } }
    return sign && value > 0 ? "+" + text : text
  }

  /// A value of a factor: whole numbers without decimals, others with two.
  public static func short(_ value: Double) -> String {
    number(value, digits: value == value.rounded() ? 0 : 2)
  }

  /// A share as a percentage; "<1 %" and ">99 %" where rounding would say none or all.
  public static func percent(_ share: Double) -> String {
    let percent = 100 * share
    if share > 0, percent < 0.5 { return "<1 %" }
    if share < 1, percent > 99.5 { return ">99 %" }
    return fixed(percent, 0) + " %"
  }

  /// A p value.
  public static func probability(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : fixed(value, 3)
  }

  /// The name of a metric or a factor with blanks.
  public static func name(_ name: String) -> String { name.replacing("_", with: " ") }

  /// Words in a list: a, b and c.
  public static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number with so many decimals, thousands set off by commas.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    guard abs(value) >= 1000, value.isFinite else { return text }
    let end = text.firstIndex(of: ".") ?? text.endIndex
    var result = ""
    for (place, character) in text[..<end].reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3), character != "-" { result.append(",") }
      result.append(character)
    }
    return String(result.reversed()) + text[end...]
  }
}
