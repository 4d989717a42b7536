import Analysis
import Experiments
import Foundation
import Tables
import Testing

/// The program in the README is one: it stands here, is compiled, run and compared.
@Suite("Example in the README")
struct ReadmeExampleTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

  /// Prints as the example does.
  private final class Printed {
    var lines: [String] = []
  }

  @Test("It runs, and says the mean of every strategy")
  func runs() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(
      atPath: place + "/scenarios", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    let text = try String(
      contentsOf: Self.package.appending(path: "scenarios/four-quadrants.yaml"), encoding: .utf8)
    try Data(text.replacing("replicates: 400", with: "replicates: 3").utf8).write(
      to: URL(filePath: place + "/scenarios/four-quadrants.yaml"))
    let printed = Printed()
    try example(in: place) { printed.lines.append($0.map { "\($0)" }.joined(separator: " ")) }
    #expect(printed.lines.contains("15 of 15 runs"))
    let strategies = ["guided", "empowering", "equal", "facilitating", "in-house"]
    for (line, strategy) in zip(printed.lines.suffix(5), strategies) {
      #expect(line.hasPrefix(strategy + " 0."), "\(line)")
    }
  }

  @Test("It is what the README shows")
  func isShown() throws {
    let readme = try String(contentsOf: Self.package.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(readme.components(separatedBy: "```swift\n").dropFirst().first)
    let shown = block.components(separatedBy: "```")[0].split(separator: "\n")
      .filter { !$0.hasPrefix("import") }.map(Self.plain)
    let own = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
      .components(separatedBy: "// The README's" + " lines:\n")[1]
      .components(separatedBy: "\n  }\n}")[0].split(separator: "\n").map(Self.plain)
    #expect(own == shown)
  }

  /// A line without what differs: indentation, and the folder of the test.
  private static func plain(_ line: Substring) -> String {
    String(line).replacing("\\(place)/", with: "").drop { $0 == " " }.description
  }

  // swift-format-ignore
  private func example(in place: String, print: (Any...) -> Void) throws {
    // The README's lines:
    let scenario = try Scenario.read(file: "\(place)/scenarios/four-quadrants.yaml")
    var experiment = try Experiment(scenario)
    experiment.selection = TableSelection([.rounds], roundsEvery: 12)
    experiment.threads = 2
    let outcome = try experiment.run(into: "\(place)/results/mine", existing: .resume) { made in
      print("\(made) of \(experiment.numbers.count) runs")
    }
    let runs = try RunTable(path: outcome.path + "/runs.csv", metrics: ["relevance"])
    for strategy in runs.strategies {  // summary.csv is written on request: see `summarise`
      print(strategy, try MetricSummary(runs.sample(of: "relevance", under: strategy)).mean ?? .nan)
    }
  }
}
