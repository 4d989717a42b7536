/// How much room text takes.
enum Lettering {
  /// The size of text in figures, in pixels.
  static let size = 12.0
  /// The height of a line, in pixels.
  static let height = 15.0

  /// The width of text in the widest of the usual sans-serif faces (DejaVu Sans), so that no other cuts
  /// or covers anything.
  static func width(_ text: String, strong: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { sum, character in
      let share =
        switch character {
        case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "·": 0.34
        case "f", "t", "r", "(", ")", "[", "]", "/", " ", "-": 0.41
        case "m", "w", "M", "W", "%", "@": 0.98
        case "A"..."Z", "–", "−", "+", "<", ">", "=", "→", "↑": 0.8
        default: character.isASCII ? 0.635 : 0.75
        }
      return sum + share * size * (strong ? 1.09 : 1)
    }
  }

  /// The text, cut with an ellipsis where it is wider than it may be.
  static func fitted(_ text: String, to room: Double, strong: Bool = false) -> String {
    guard width(text, strong: strong) > room else { return text }
    var short = text
    while !short.isEmpty, width(short + "…", strong: strong) > room { short.removeLast() }
    return short + "…"
  }
}

/// Places on a sheet that are taken, so that labels keep off each other and off the marks.
struct Places {
  private var taken: [Box]
  private let sheet: Box

  /// A part of the sheet.
  struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func holds(_ other: Box) -> Bool {
      left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
  }

  init(within sheet: Box) {
    self.sheet = sheet
    taken = []
  }

  mutating func take(_ box: Box) { taken.append(box) }

  /// Takes the room about an upright or a level line.
  mutating func take(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    take(
      Box(
        left: min(start.x, end.x) - 2, top: min(start.y, end.y) - 2,
        right: max(start.x, end.x) + 2, bottom: max(start.y, end.y) + 2))
  }

  /// Takes the room about a mark.
  mutating func take(x: Double, y: Double, radius: Double) {
    take(Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
  }

  /// Finds room for a label of a few lines beside a mark and takes it; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - lines: The lines; the first may be strong.
  ///   - x: The place of the mark across.
  ///   - y: Its place downwards.
  ///   - radius: Its size.
  ///   - strong: Whether the first line is strong.
  /// - Returns: The left end of the first line's baseline.
  mutating func label(_ lines: [String], x: Double, y: Double, radius: Double, strong: Bool = false)
    -> (x: Double, y: Double)?
  {
    let width = lines.enumerated().map { Lettering.width($1, strong: strong && $0 == 0) }.max() ?? 0
    let height = Lettering.height * Double(lines.count)
    for distance in [radius + 3, radius + 14] {
      let beside = [x + distance, x - distance - width].map { ($0, y - height / 2) }
      let lefts =
        [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2].map { x - $0 * width } + [x + 4, x - width - 4]
      let aboveAndBelow = lefts.flatMap { left in
        [y - distance - height, y + distance].map { (left, $0) }
      }
      for (left, top) in beside + aboveAndBelow {
        let box = Box(left: left, top: top, right: left + width, bottom: top + height)
        if sheet.holds(box), !taken.contains(where: box.overlaps) {
          take(box)
          return (left, top + Lettering.height - 4)
        }
      }
    }
    return nil
  }
}
