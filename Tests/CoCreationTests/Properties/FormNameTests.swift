import CoCreation
import Foundation
import Testing

/// The model knows two axes and no quadrants.
///
/// Only the presets may say the names of forms. "Facilitation" is a word of the model, and "equal"
/// one of plain English, so the rule is: the four names are never an identifier nor the whole of a
/// string; the three that are not plain English are never a part of either.
@Suite struct FormNameTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/CoCreation").standardized

  @Test func onlyThePresetsNameForms() throws {
    let files = try Self.sources()
    #expect(files.count > 30)
    for file in files where file.lastPathComponent != "Form.swift" {
      let names = Self.formNames(in: try String(contentsOf: file, encoding: .utf8))
      #expect(names.isEmpty, "\(file.lastPathComponent): \(names)")
    }
  }

  @Test func thePresetsDo() throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "Configuration/Form.swift"), encoding: .utf8)
    #expect(Self.formNames(in: text) == Form.presets.map(\.name))
  }

  @Test(arguments: [
    ("case equal", 1), ("if form == .guided {}", 1), ("let isFacilitating = true", 1),
    (#"case "equal": 1"#, 1), (#""empowering forms""#, 1), ("let empoweringShare = 1", 1),
    ("// an equal or guided form", 0), ("/* guided */ let facilitationHours = 1.0", 0),
    (#""influence_equality""#, 0), (#""at equal motives""#, 0), ("isEqual(a, b)", 0),
    (#"let url = "http://guided""#, 1), (##"#"guided"#"##, 1), ("/// guided\nlet a = 1", 0),
    (
      #"""
      let text = """
        a guided "form"
        """
      """#, 1
    ),
  ])
  func theRuleFindsWhatItShould(source: String, count: Int) {
    #expect(Self.formNames(in: source).count == count)
  }

  private static func sources() throws -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try #require(all).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  /// The names of forms among identifiers and strings of a source text.
  private static func formNames(in source: String) -> [String] {
    let names = Form.presets.map { $0.name.lowercased() }
    return tokens(source).flatMap { token in
      let lowercase = token.lowercased()
      if names.contains(lowercase) { return [lowercase] }
      return words(token).filter { names.contains($0) && $0 != "equal" }
    }
  }

  /// Identifiers and contents of strings, without comments.
  private static func tokens(_ source: String) -> [String] {
    let pattern =
      #/
      \/\/[^\n]*                                   # a comment to the end of the line
      | \/\*(?s:.*?)\*\/                           # a comment
      | """(?<long>(?s:.*?))"""
      | "(?<short>(?:\\.|[^"\\\n])*)"
      | (?<identifier>[A-Za-z_][A-Za-z_0-9]*)
      /#
    return source.matches(of: pattern).compactMap { match in
      (match.long ?? match.short ?? match.identifier).map(String.init)
    }
  }

  /// The words of a text or of an identifier in camel or snake case, in lower case.
  private static func words(_ text: String) -> [String] {
    text.matches(of: #/[A-Z]?[a-z]+|[A-Z]+/#).map { $0.output.lowercased() }
  }
}
