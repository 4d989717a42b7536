import Foundation
import Testing

@testable import Report

@Suite("Sheets")
struct SheetTests {
  @Test(
    "An axis goes from tick to tick at round steps and holds its values",
    arguments: [
      ([0.61, 0.74], 0.6...0.75, ["0.60", "0.65", "0.70", "0.75"]),
      ([-3, 12], -5...15, ["-5", "0", "5", "10", "15"]),
      ([0, 81_234], 0...100_000, ["0", "50,000", "100,000"]),
      ([0.00012, 0.00031], 0.0001...0.0004, nil),
    ] as [([Double], ClosedRange<Double>, [String]?)])
  func axis(values: [Double], range: ClosedRange<Double>, labels: [String]?) {
    let axis = Axis(values, pixels: (10, 110), steps: 3)
    #expect(abs(axis.range.lowerBound - range.lowerBound) < 1e-9)
    #expect(abs(axis.range.upperBound - range.upperBound) < 1e-9)
    if let labels { #expect(axis.labels == labels) }
    #expect(axis(axis.range.lowerBound) == 10)
    #expect(axis(axis.range.upperBound) == 110)
    #expect(values.allSatisfy { 10...110 ~= axis($0) })
    #expect(Set(axis.labels).count == axis.labels.count)
  }

  @Test("An axis of one value, of none, or of what is no number has room all the same")
  func narrow() {
    for values in [[0], [5], [-2, -2], [], [.nan], [1e-300], [1e12]] as [[Double]] {
      let axis = Axis(values, pixels: (0, 100))
      #expect(axis.range.upperBound > axis.range.lowerBound)
      #expect(axis.ticks.count > 1)
      #expect(values.allSatisfy { $0.isNaN || 0...100 ~= axis($0) })
    }
  }

  @Test("Text is escaped, and cut to its room")
  func text() throws {
    var drawing = Drawing(width: 10, height: 10, title: "\"<&>")
    drawing.text("a < b & \"c\"", x: 1, y: 2, "ink")
    drawing.symbol(4, x: 1, y: 1, hint: "<b>")
    #expect(drawing.markup.contains("a &lt; b &amp; &quot;c&quot;"))
    #expect(drawing.markup.contains("aria-label=\"&quot;&lt;&amp;&gt;\""))
    #expect(!drawing.markup.contains("<b>"))
    #expect(Lettering.fitted("short", to: 100) == "short")
    let cut = Lettering.fitted("a very long name of a strategy", to: 80)
    #expect(cut.hasSuffix("…"))
    #expect(Lettering.width(cut) <= 80)
    #expect(Lettering.width("wide") < Lettering.width("wide", strong: true))
  }

  @Test("Labels keep off marks, each other and the edge; where there is no room there is no label")
  func places() throws {
    var places = Places(within: .init(left: 0, top: 0, right: 200, bottom: 100))
    places.take(x: 190, y: 50, radius: 5)
    let first = places.label(["name"], x: 190, y: 50, radius: 5)
    let spot = try #require(first)
    #expect(spot.x + Lettering.width("name") < 185)
    let next = places.label(["name"], x: 190, y: 50, radius: 5)
    let second = try #require(next)
    #expect(second != spot)
    var full = Places(within: .init(left: 0, top: 0, right: 20, bottom: 20))
    let none = full.label(["a name that has no room"], x: 10, y: 10, radius: 5)
    #expect(none == nil)
  }

  @Test("Numbers as people read them")
  func wording() {
    #expect(Wording.number(-0.0) == "0.000")
    #expect(Wording.number(-0.000123) == "-0.00012")
    #expect(Wording.number(1.234e-7) == "1.2e-07")
    #expect(Wording.number(-6.789e20) == "-6.79e+20")
    #expect(Wording.number(0.0004, sign: true) == "+0.0004")
    #expect(Wording.number(1.5, sign: true) == "+1.500")
    #expect(
      [123.45, 1234.5, -12_345.6, 1_234_567].map { Wording.number($0) }
        == ["123.5", "1,234", "-12,346", "1,234,567"])
    #expect(
      [0, 0.004, 0.5, 0.996, 1].map(Wording.percent) == ["0 %", "<1 %", "50 %", ">99 %", "100 %"])
    #expect(Wording.probability(0.0004) == "<0.001")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
  }
}
