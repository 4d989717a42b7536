internal import Foundation

/// Lines on the terminal.
enum Console {
  static func error(_ text: String) { note(text + "\n") }

  /// Writes to standard error as it stands; nobody may be reading.
  static func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Rows of cells in columns, the first column to the left, the others as they come.
  static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let line = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
      return String(line.reversed().drop(while: { $0 == " " }).reversed())
    }.joined(separator: "\n")
  }
}
