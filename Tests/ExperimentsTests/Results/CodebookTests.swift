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
    #expect(try Self.text("docs/codebook.md") == Codebook.markdown)
  }

  @Test("It has every parameter, every mechanism and every column")
  func complete() {
    let text = Codebook.markdown
    for parameter in Parameters.register {
      #expect(text.contains("| `\(parameter.name)` | \(parameter.unit) |"), "\(parameter.name)")
      #expect(text.contains(parameter.source))
    }
    for ablation in Ablation.all { #expect(text.contains("| `\(ablation.name)` |")) }
    for table in ResultTable.allCases {
      #expect(text.contains("## \(table.schema.fileName)\n"))
      for column in table.schema.columns { #expect(text.contains("| `\(column.name)` |")) }
    }
  }

  @Test("Every file, parameter and pattern that docs/article.md names is there")
  func article() throws {
    let text = try Self.text("docs/article.md")
    let names = Set(text.matches(of: /`([A-Za-z0-9_\/+.-]+)`/).map { String($0.1) })
    let files =
      try FileManager.default.subpathsOfDirectory(
        atPath: Self.package.appending(path: "Sources/CoCreation").path(percentEncoded: false))
      + FileManager.default.subpathsOfDirectory(
        atPath: Self.package.appending(path: "Tests").path(percentEncoded: false))
    let known = Set(files.map { String($0.split(separator: "/").last ?? "") })
    for name in names where name.hasSuffix(".swift") {
      let file = String(name.split(separator: "/").last ?? "")
      #expect(known.contains(file), "\(name)")
    }
    let columns = Set(ResultTable.allCases.flatMap(\.schema.columns).map(\.name))
    for name in names where name.contains("_") && !name.contains("/") && !name.contains(".") {
      #expect(Parameters.parameter(name) != nil || columns.contains(name), "\(name)")
    }
  }

  @Test("Every mechanism serves a sentence of the article; observing serves none")
  func mechanisms() throws {
    let text = try Self.text("docs/article.md")
    let folder = Self.package.appending(path: "Sources/CoCreation/Mechanisms")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    for file in files where !["Phase.swift", "Observe.swift"].contains(file) {
      let stem = String(file.dropLast(".swift".count))
      #expect(text.contains("\(stem)"), "\(file) is not in docs/article.md")
    }
  }
}
