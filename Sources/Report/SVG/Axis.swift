internal import Foundation

/// Where the values of a variable are on a sheet.
struct Axis {
  /// The least and the greatest value.
  let range: ClosedRange<Double>
  /// The pixels of these; for a vertical axis the first is the greater.
  let pixels: (Double, Double)
  /// Values at round steps within the range.
  let ticks: [Double]

  /// Makes an axis that holds some values, from tick to tick.
  ///
  /// - Parameters:
  ///   - values: The values; those that are not finite are left out.
  ///   - pixels: The pixels of its ends.
  ///   - steps: About so many steps.
  init(_ values: [Double], pixels: (Double, Double), steps: Int = 4) {
    let known = values.filter(\.isFinite)
    var (low, high) = (known.min() ?? 0, known.max() ?? 1)
    if high - low <= 1e-12 * max(abs(low), abs(high), 1e-300) {
      let margin = max(abs(low) * 0.1, 1e-6)
      (low, high) = (low - margin, high + margin)
    }
    let step = Self.roundStep((high - low) / Double(steps))
    let (first, last) = ((low / step).rounded(.down), (high / step).rounded(.up))
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    range = (ticks.first ?? low)...(ticks.last ?? high)
    self.pixels = pixels
  }

  /// Makes an axis of a given range.
  init(_ range: ClosedRange<Double>, ticks: [Double], pixels: (Double, Double)) {
    self.range = range
    self.ticks = ticks
    self.pixels = pixels
  }

  /// The pixel of a value.
  func callAsFunction(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return pixels.0 + share * (pixels.1 - pixels.0)
  }

  /// The labels of the ticks, all with as many decimals as the step needs, or in powers of ten.
  var labels: [String] {
    guard ticks.count > 1 else { return ticks.map { Wording.number($0) } }
    let step = ticks[1] - ticks[0]
    guard 1e-5..<1e9 ~= step else { return ticks.map { String(format: "%.4g", $0) } }
    let decimals = max(0, Int((-log10(step) + 1e-9).rounded(.up)))
    return ticks.map { tick in
      let text = Wording.fixed(tick, decimals)
      return Double(text) == 0 ? text.filter { $0 != "-" } : text
    }
  }

  /// 1, 2 or 5 times a power of ten, not below a step.
  private static func roundStep(_ step: Double) -> Double {
    let power = pow(10, floor(log10(step)))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= step * (1 - 1e-9) } ?? step
  }
}

extension Drawing {
  /// Draws lines at the ticks of a horizontal axis between two heights, labels below, and its title.
  mutating func horizontal(_ axis: Axis, top: Double, bottom: Double, title: String?) {
    var end = -Double.infinity
    for (tick, label) in zip(axis.ticks, axis.labels) {
      let x = axis(tick)
      line(x, top, x, bottom, "grid")
      let half = Lettering.width(label) / 2
      let place = min(max(x, half), width - half)
      guard place - half > end + 4 else { continue }
      end = place + half
      text(label, x: place, y: bottom + Lettering.height, "muted", .middle)
    }
    guard let title else { return }
    let middle = (axis.pixels.0 + axis.pixels.1) / 2
    let half = Lettering.width(title) / 2
    text(
      title, x: min(max(middle, half), width - half), y: bottom + 2 * Lettering.height + 2, "ink",
      .middle)
  }

  /// Draws lines at the ticks of a vertical axis between two places, labels to the left.
  mutating func vertical(_ axis: Axis, left: Double, right: Double) {
    for (tick, label) in zip(axis.ticks, axis.labels) {
      let y = axis(tick)
      line(left, y, right, y, "grid")
      text(label, x: left - 5, y: y + 4, "muted", .end)
    }
  }
}
