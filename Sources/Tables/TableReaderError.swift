/// A table could not be read: where, and why.
public struct TableReaderError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line of the file where the row starts, from 1; `nil` for faults of the whole file.
  public let line: Int?
  /// The column's name, for faults of one field.
  public let column: String?
  /// What is wrong.
  public let problem: TableReaderProblem

  package init(path: String, line: Int?, column: String?, problem: TableReaderProblem) {
    self.path = path
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// A sentence for a person, with the place first.
  public var description: String {
    let place = [path, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    let field = column.map { "column \"\($0)\": " } ?? ""
    return "\(place): \(field)\(problem)"
  }
}
