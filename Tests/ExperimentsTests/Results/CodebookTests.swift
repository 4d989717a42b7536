import Analysis
import CoCreation
import Experiments
import Tables
import Foundation
import Testing

/// What is written about parameters, columns and the article is true of the code.
@Suite("Codebook and article")
struct CodebookTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  @Test("docs/codebook.md is what `cocreate params --codebook` prints")
  func committed() throws {
    #expect(try Self.text("docs/codebook.md") == Codebook.markdown(with: AnalysisTables.schemas))
  }

  @Test("It has every parameter, every mechanism and every column")
  func complete() {
    let text = Codebook.markdown(with: AnalysisTables.schemas)
    for parameter in Parameters.register {
      #expect(text.contains("| `\(parameter.name)` | \(parameter.unit) |"), "\(parameter.name)")
      #expect(text.contains(parameter.source))
    }
    for ablation in Ablation.all { #expect(text.contains("| `\(ablation.name)` |")) }
    for table in ResultTable.allCases {
      #expect(text.contains("## \(table.schema.fileName)\n"))
      for column in table.schema.columns { #expect(text.contains("| `\(column.name)` |")) }
    }
    for schema in AnalysisTables.schemas { #expect(text.contains("## \(schema.fileName)\n")) }
  }

  @Test("Every mechanism that docs/article.md names is a file or a type of the model")
  func namedMechanisms() throws {
    let sources = try Self.files(under: "Sources/CoCreation")
    let types = try sources.flatMap { path in
      try Self.text("Sources/CoCreation/\(path)")
        .matches(of: /\b(?:struct|enum|class|actor|protocol)\s+(\w+)/).map { String($0.1) }
    }
    let paths = sources.map { String($0.dropLast(".swift".count)) }
    let known = Set(sources.map(Self.stem) + paths + types)
    let named = try Self.sentences().flatMap { Self.names(in: $0[1]) }
      .filter { $0.contains(/(?:^|\/)[A-Z]\w*$/) }
    #expect(named.count > 50)
    for name in named { #expect(known.contains(name), "\(name)") }
  }

  @Test("Every test that docs/article.md names is a file, and no mechanism is without")
  func namedTests() throws {
    let known = Set(try Self.files(under: "Tests").map(Self.stem))
    let anywhere = try Self.text("docs/article.md").matches(of: /`(\w+Tests)`/).map { String($0.1) }
    let inTables = try Self.sentences().flatMap { Self.names(in: $0[3]) }
    #expect(inTables.count > 50)
    for name in anywhere + inTables {
      #expect(name.hasSuffix("Tests") && known.contains(name), "\(name)")
    }
    for row in try Self.sentences() where !Self.names(in: row[1]).isEmpty {
      #expect(!Self.names(in: row[3]).isEmpty, "no test: \(row[0])")
    }
  }

  @Test("Every pattern that docs/article.md names has a scenario")
  func namedPatterns() throws {
    let numbers = try Self.files(under: "scenarios/patterns", ending: ".yaml")
      .compactMap { Int($0.prefix { $0 != "-" }) }
    let cells = try Self.rows().compactMap(\.last).filter { !$0.isEmpty }
    #expect(cells.count > 50)
    for cell in cells {
      for number in cell.split(separator: ",", omittingEmptySubsequences: false) {
        let pattern = Int(number.trimmingCharacters(in: .whitespaces))
        #expect(pattern.map(numbers.contains) == true, "\(cell)")
      }
    }
  }

  @Test("docs/article.md names every parameter, and in its columns no more but constants")
  func namedParameters() throws {
    let text = try Self.text("docs/article.md")
    for parameter in Parameters.register {
      #expect(text.contains("`\(parameter.name)`"), "\(parameter.name) is not in docs/article.md")
    }
    let known = Set(Parameters.everything.map(\.name))
    let columns =
      try Self.sentences().map { $0[2] } + Self.rows().filter { $0.count == 3 }.map { $0[0] }
    for name in columns.flatMap(Self.names) {
      #expect(known.contains(name), "\(name)")
    }
    let metrics = Set(ResultTable.allCases.flatMap(\.schema.columns).map(\.name))
    for name in Self.names(in: text) where name.contains(/^[a-z]\w*_\w+$/) {
      #expect(known.contains(name) || metrics.contains(name), "\(name)")
    }
  }

  @Test("Every mechanism serves a sentence of the article; observing serves none")
  func mechanisms() throws {
    let named = Set(try Self.sentences().flatMap { Self.names(in: $0[1]) })
    let files = try Self.files(under: "Sources/CoCreation/Mechanisms")
    #expect(!files.isEmpty)
    for stem in files.map(Self.stem) where !["Phase", "Observe"].contains(stem) {
      #expect(named.contains(stem), "`\(stem)` is not in docs/article.md")
    }
  }

  /// The cells of every row of a table of docs/article.md.
  private static func rows() throws -> [[String]] {
    try text("docs/article.md").split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| "), !line.hasPrefix("| the article |"),
        !line.hasPrefix("| parameter |")
      else { return nil }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      return cells.dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The rows that begin with a sentence of the article: sentence, mechanism, parameters, tests,
  /// patterns.
  private static func sentences() throws -> [[String]] { try rows().filter { $0.count == 5 } }

  /// What stands in code voice.
  private static func names(in cell: String) -> [String] {
    cell.matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  /// Files of a folder and of those in it, as paths from it.
  private static func files(under folder: String, ending: String = ".swift") throws -> [String] {
    let path = package.appending(path: folder).path(percentEncoded: false)
    return try FileManager.default.subpathsOfDirectory(atPath: path).filter {
      $0.hasSuffix(ending)
    }
  }

  private static func stem(_ path: String) -> String {
    String((path.split(separator: "/").last ?? "").dropLast(".swift".count))
  }
}
