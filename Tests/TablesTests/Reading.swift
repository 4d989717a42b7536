import Tables

/// All rows of a file as text.
func rows(
  _ path: String, mayLackFinalLineBreak: Bool = false, blockSize: Int = 1 << 20
) throws(TableReaderError) -> [[String]] {
  var reader = try TableReader(
    path: path, mayLackFinalLineBreak: mayLackFinalLineBreak, blockSize: blockSize)
  var rows: [[String]] = []
  while try reader.next() {
    var row: [String] = []
    for index in reader.columns.indices { row.append(try reader.text(index)) }
    rows.append(row)
  }
  return rows
}

/// A schema whose columns are of the given kinds and called a, b, c and so on.
func schema(_ kinds: Column.Kind...) -> TableSchema {
  TableSchema(
    name: "test",
    columns: zip("abcdefghij", kinds).map { Column(String($0), $1, description: "For a test.") })
}
