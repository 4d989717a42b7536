import Testing

/// The rows of a table whose fields hold neither commas nor quotes, read without the program's own
/// reader.
struct Rows {
  let columns: [String]
  let rows: [[String]]

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.last == "", "a table must end with a line break")
    lines.removeLast()
    let fields = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    columns = try #require(fields.first)
    rows = Array(fields.dropFirst())
    for row in rows { try #require(row.count == columns.count) }
  }

  var count: Int { rows.count }

  subscript(_ column: String) -> [String] {
    guard let index = columns.firstIndex(of: column) else {
      Issue.record("there is no column \(column)")
      return []
    }
    return rows.map { $0[index] }
  }

  func numbers(_ column: String) -> [Double?] { self[column].map(Double.init) }
}
