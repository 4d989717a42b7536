import CoCreation
import Foundation
import Testing

/// The ODD description says what is true of the code.
struct OddTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Sources/CoCreation/CoCreation.docc")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The cells of the table rows that begin with a name in code voice.
  private static func rows(_ name: String) throws -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for line in try text(name).split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      rows[cells[0].trimmingCharacters(in: ["`"])] = Array(cells.dropFirst())
    }
    return rows
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  @Test(arguments: Parameters.register)
  func theTableOfParametersIsTheRegister(parameter: Parameter) throws {
    let row = try #require(try Self.rows("ParameterTable.md")[parameter.name])
    let range =
      "\(Self.short(parameter.range.lowerBound)) to "
      + Self.short(parameter.range.upperBound)
    #expect(
      row == [
        parameter.unit, range + (parameter.isInteger ? ", whole" : ""),
        Self.short(parameter.defaultValue), parameter.neutral.map(Self.short) ?? "–",
        parameter.summary,
        parameter.source == "assumption" ? "*assumption*" : parameter.source,
      ])
  }

  @Test(arguments: Parameters.constants)
  func theTableOfConstantsIsTheRegister(constant: Parameter) throws {
    let row = try #require(try Self.rows("ParameterTable.md")[constant.name])
    #expect(
      row == [
        constant.unit, Self.short(constant.defaultValue), constant.neutral.map(Self.short) ?? "–",
        constant.summary,
        constant.source == "assumption" ? "*assumption*" : constant.source,
      ])
  }

  @Test("The equations name every parameter and every constant")
  func theEquationsNameThemAll() throws {
    let text = try ["SetUp.md", "Month.md", "MetricDefinitions.md"].map(Self.text).joined()
    for parameter in Parameters.everything {
      let name = try Regex("\\b\(parameter.name)\\b")
      #expect(text.contains(name), "\(parameter.name)")
    }
  }

  @Test func theTableOfParametersHasNoOthers() throws {
    let names = Set(Parameters.everything.map(\.name))
    #expect(Set(try Self.rows("ParameterTable.md").keys).subtracting(names).isEmpty)
  }

  @Test func municipalParametersAreNamed() throws {
    let text = try Self.text("ParameterTable.md")
    let start = try #require(text.range(of: "Some parameters are the municipality's"))
    let paragraph = text[start.lowerBound...].prefix { $0 != "#" }
    for parameter in Parameters.register {
      #expect(
        paragraph.contains("`\(parameter.name)`") == parameter.isMunicipal, "\(parameter.name)")
    }
  }

  @Test func metricsOverTheMonthsOfLifeAreNamed() throws {
    let text = try Self.text("MetricDefinitions.md")
    let start = try #require(text.range(of: "### Over the months of life\n\n"))
    let paragraph = text[start.upperBound...].prefix { $0 != "#" }
    for metric in Metrics.run {
      #expect(paragraph.contains("`\(metric.name)`") == metric.isOverLife, "\(metric.name)")
    }
  }

  @Test func everyMetricIsDefined() throws {
    let text = try Self.text("MetricDefinitions.md")
    let names = Metrics.run.map(\.name) + Metrics.month.map(\.name)
    for name in names {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }
}
