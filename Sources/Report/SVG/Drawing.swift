internal import Foundation

/// Marks on a sheet, as SVG.
///
/// Marks have classes, not colours: ``Palette`` gives these their colours in light and dark.
public struct Drawing: Sendable {
  /// The width, in pixels.
  public let width: Double
  /// The height, in pixels.
  public let height: Double
  /// What it is, for those who do not see it.
  public let title: String
  private(set) var marks = ""

  /// Starts an empty sheet.
  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// The drawing as an element of a page.
  public var markup: String {
    """
    <svg role="img" aria-label="\(Self.escaped(title))" width="\(Self.short(width))" \
    height="\(Self.short(height))" viewBox="0 0 \(Self.short(width)) \(Self.short(height))">\
    \(marks)</svg>
    """
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) {
    add("line", style, [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, hint: String? = nil
  ) {
    add("rect", style, [("x", x), ("y", y), ("width", width), ("height", height)], hint: hint)
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], _ style: String, closed: Bool = false)
  {
    let steps = points.enumerated().map { index, point in
      (index == 0 ? "M" : "L") + Self.short(point.x) + " " + Self.short(point.y)
    }
    add("path", style, [], path: steps.joined() + (closed ? "Z" : ""))
  }

  /// The symbol of a strategy, of the size of a circle with a radius; in a style or its own colour.
  mutating func symbol(
    _ series: Int, x: Double, y: Double, radius: Double = 5, style: String? = nil,
    hollow: Bool = false, hint: String? = nil
  ) {
    let style = style ?? "s\(series % Palette.colours) \(hollow ? "hollow" : "solid")"
    let corners: [(Double, Double)]? =
      switch series % 7 {
      case 0: nil
      case 1: [(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)]
      case 2: [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)]
      case 3: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
      case 4: [(-1.1, -0.85), (1.1, -0.85), (0, 1.15)]
      case 5:
        [
          (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4), (0.4, 1.1),
          (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
        ]
      default:
        (0..<5).map { corner in
          let angle = Double(corner) * 2 * .pi / 5 - .pi / 2
          return (1.1 * cos(angle), 1.1 * sin(angle))
        }
      }
    if let corners {
      let path = corners.enumerated().map { index, corner in
        (index == 0 ? "M" : "L") + Self.short(x + radius * corner.0) + " "
          + Self.short(y + radius * corner.1)
      }
      add("path", style, [], path: path.joined() + "Z", hint: hint)
    } else {
      add("circle", style, [("cx", x), ("cy", y), ("r", radius)], hint: hint)
    }
  }

  /// How text is placed about its point.
  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(
    _ text: String, x: Double, y: Double, _ style: String, _ anchor: Anchor = .start,
    turned: Bool = false
  ) {
    let turn = turned ? " transform=\"rotate(-90 \(Self.short(x)) \(Self.short(y)))\"" : ""
    marks += """
      <text x="\(Self.short(x))" y="\(Self.short(y))" class="\(style)" \
      text-anchor="\(anchor.rawValue)"\(turn)>\(Self.escaped(text))</text>
      """
  }

  /// Puts another drawing on the sheet.
  mutating func place(_ other: Drawing, x: Double, y: Double) {
    marks += """
      <g transform="translate(\(Self.short(x)) \(Self.short(y)))">\(other.marks)</g>
      """
  }

  private mutating func add(
    _ name: String, _ style: String, _ numbers: [(String, Double)], path: String? = nil,
    hint: String? = nil
  ) {
    let places = numbers.map { " \($0.0)=\"\(Self.short($0.1))\"" }.joined()
    let shape = path.map { " d=\"\($0)\"" } ?? ""
    let content = hint.map { "><title>\(Self.escaped($0))</title></\(name)>" } ?? "/>"
    marks += "<\(name) class=\"\(style)\"\(places)\(shape)\(content)"
  }

  /// Half a tenth of a pixel is nothing that one sees.
  static func short(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
