internal import Yams

extension YamlError? {
  /// What the parser of YAML complains about, as a fault.
  func fault(in text: String) -> ScenarioFault {
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let within = context.map { " (\($0.text) in line \($0.mark.line))" } ?? ""
      return Self.fault(mark, "a mistake of syntax: \(problem)\(within)", "YAML")
    case .composer(_, let problem, let mark, _):
      return problem.contains("another document")
        ? Self.fault(mark, "another document", "one document a file")
        : Self.fault(mark, problem, "an alias of an anchor above it")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.prefix(5).map { shown($0) }.joined(separator: ", ")
      return Self.fault(
        context.mark,
        "\(duplicates.count > 1 ? "the keys" : "the key") \(keys) more than once in one mapping",
        "each key once")
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0).unicodeScalars
      let line = before.split(separator: "\n", omittingEmptySubsequences: false)
      return ScenarioFault(
        line: line.count, column: (line.last?.count ?? 0) + 1, path: "", found: problem,
        allowed: "text", suggestion: nil)
    case .memory:
      return Self.fault(nil, "values nested too deeply", "a scenario, which needs few levels")
    default:
      return Self.fault(nil, "a text that cannot be read as YAML", "YAML")
    }
  }

  private static func fault(_ mark: Mark?, _ found: String, _ allowed: String) -> ScenarioFault {
    ScenarioFault(
      line: mark?.line, column: mark?.column, path: "", found: found, allowed: allowed,
      suggestion: nil)
  }
}
