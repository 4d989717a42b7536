import Analysis
import Foundation
import FoundationXML
import Tables
import Testing

@testable import Report

@Suite("Figures and pages")
struct PageTests {
  /// Runs of strategies on two metrics at some points, written and read again.
  private static func report(
    _ strategies: [String], points: Int = 1, replicates: Int = 12, missing: [String] = []
  ) throws -> Report {
    var rows = "experiment,point,strategy,replicate,context,good,bad\n"
    var rounds = "strategy,round,value\n"
    for point in 0..<points {
      for (place, strategy) in strategies.enumerated() {
        let name = "\"" + strategy.replacing("\"", with: "\"\"") + "\""
        for replicate in 0..<replicates {
          let luck = Double((replicate * 7 + place * 3 + point) % 11) / 10
          rows +=
            "e,\(point),\(name),\(replicate),\(replicate),\(Double(place) + luck),"
            + "\(Double(place * point % 3) - luck / 2)\n"
          for round in 0...4 { rounds += "\(name),\(round),\(Double(round) * luck)\n" }
        }
      }
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (runs, months) = (folder.appending(path: "runs.csv"), folder.appending(path: "rounds.csv"))
    try Data(rows.utf8).write(to: runs)
    try Data(rounds.utf8).write(to: months)
    let table = try RunTable(path: runs.path, metrics: ["good", "bad"], strategies: strategies)
    let responses = [
      try Response("good", of: table), try Response("bad", of: table, higherIsBetter: false),
    ]
    let all = responses + [Response("weighted", weighing: responses.map { ($0, 1) })]
    let design = DesignPoints(
      factors: ["x", "some.long_factor & <more>"],
      values: (0..<points).map { [Double($0 % 4), Double($0 / 4)] })
    let isSeveral = points > 1
    return Report(
      name: "e", question: "Which <one>?", strategies: strategies, versus: strategies[0],
      metrics: [
        .init(name: "good", ambition: "quality", unit: "1", higherIsBetter: true, summary: ""),
        .init(name: "bad", ambition: "", unit: "EUR", higherIsBetter: false, summary: ""),
      ],
      comparisons: all.map { Comparison(table, on: $0) },
      priceMetrics: [
        .init(
          name: "weighted", ambition: "", unit: "1", higherIsBetter: true, summary: "All, at once.")
      ], prices: [Comparison(table, on: all[2])],
      allCosts: nil,
      front: ParetoFront(table, responses),
      robustness: !isSeveral
        ? []
        : all.compactMap { response in
          RobustnessScores(
            table.points.map { Comparison(table, on: response, at: $0) }, optimism: 0.5,
            threshold: 1)
        },
      months: [
        .init(name: "value", ambition: "", unit: "EUR", higherIsBetter: nil, summary: "A value.")
      ],
      unfolding: try Unfolding(path: months.path, metrics: ["value"], strategies: strategies),
      axes: strategies.enumerated().map { place, name in
        .init(
          strategy: name, openness: place == 1 ? nil : 0.2, centrality: place == 1 ? nil : 0.8)
      },
      maps: isSeveral
        ? responses.compactMap {
          DecisionMap(table, on: $0, design, x: "x", y: design.factors[1])
        } : [],
      drivers: isSeveral ? [Drivers(table, responses[0], design, strategy: strategies[0])] : [],
      discoveries: [], assumptions: [.init("press_scrutiny", "0.2", note: "a & b")],
      provenance: [.init("seed", "7")], scenario: "name: <e>\n", missing: missing)
  }

  private static func parse(_ bytes: [UInt8]) throws -> XMLElement {
    try #require(try XMLDocument(data: Data(bytes), options: []).rootElement())
  }

  @Test(
    "Every figure is well formed whatever strategies are called, one or many",
    arguments: [
      ["a"], ["a", "<b> & \"c\""], (0..<14).map { "strategy \($0) with quite a long name" },
    ])
  func figures(strategies: [String]) throws {
    let report = try Self.report(strategies, points: 8)
    let figures = report.figures
    let names = figures.map(\.name)
    #expect(Set(names).isSubset(of: Report.figureNames))
    #expect(Set(names).isSuperset(of: ["ambitions", "price", "unfolding", "axes", "decision_map"]))
    #expect(Set(names).count == names.count)
    for figure in figures {
      let svg = try Self.parse(figure.svg)
      #expect(svg.name == "svg", "\(figure.name)")
      #expect(!figure.panels.joined().isEmpty)
      // What is drawn stands in the table, and the table in the specification.
      let lines = String(decoding: figure.csv, as: UTF8.self).split(separator: "\n")
      #expect(lines.count > 1, "\(figure.name)")
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(figure.specification)) as? [String: Any])
      let values = (object["data"] as? [String: Any])?["values"] as? [[String: Any]]
      #expect(values?.count == lines.count - 1, "\(figure.name)")
    }
  }

  @Test("The page stands alone, escapes what comes from files, and links what is there")
  func page() throws {
    let report = try Self.report(["a", "<b> & \"c\"", "d"], points: 8)
    let figures = report.figures
    let page = Page(report, figures: figures, generator: "test")
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.contains("<script") && !text.contains("src=") && !text.contains("@import"))
    #expect(!text.contains("<b>") && !text.contains("<one>") && !text.contains("<more>"))
    #expect(text.contains("Which &lt;one&gt;?"))
    #expect(!text.contains("{{"))
    let links = text.split(separator: "href=\"").dropFirst().compactMap {
      $0.split(separator: "\"").first.map(String.init)
    }
    for link in links where link.hasPrefix("#") {
      #expect(text.contains("id=\"\(link.dropFirst())\""), "\(link)")
    }
    #expect(links.filter { !$0.hasPrefix("#") }.allSatisfy { $0.hasPrefix("figures/") })
    for figure in figures { #expect(links.contains("figures/\(figure.name).csv")) }
    #expect(
      text
        == String(decoding: Page(report, figures: figures, generator: "test").bytes, as: UTF8.self))
  }

  @Test("The answer names who leads, by how much, or that it is too close to call")
  func answer() throws {
    let clear = try Self.report(["a", "b", "c"])
    #expect(clear.answer.hasPrefix("C leads on good (1.025 above b, 95 % interval 0."))
    #expect(
      clear.answer.contains("; on bad all strategies are too close to call."), "\(clear.answer)")
    // One leads, the rest may be chance: nobody is said to trade one metric for another.
    #expect(clear.notes.contains { $0.hasPrefix("By their means") }, "\(clear.notes)")
    #expect(!clear.notes.contains { $0.hasPrefix("No one can have all of it") })
    #expect(
      clear.notes.contains { $0.hasPrefix("The price: with c, weighted is ") }, "\(clear.notes)")
    let close = try Self.report(["a", "b"], replicates: 2)
    // Two municipalities of the same difference prove nothing.
    #expect(
      close.answer
        == "On good b and a are too close to call; on bad b and a are too close to call.")
    #expect(close.notes.contains { $0.hasPrefix("Only 2 simulated municipalities") })
    let single = try Self.report(["a", "b"], replicates: 1)
    #expect(single.answer.contains("one municipality, so no interval"), "\(single.answer)")
    let alone = try Self.report(["a"], missing: ["Which is better: there is one."])
    #expect(
      alone.answer.hasPrefix("a alone was run, so nothing is compared: good 0.4"), "\(alone.answer)"
    )
    let page = Page(alone, figures: alone.figures, generator: "test")
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("Which is better: there is one."))
  }
}
