import Tables
import Testing

struct RowEncoderTests {
  @Test func writesHeaderAndRows() {
    var rows = RowEncoder(schema: schema(.text, .integer, .integer, .number))
    rows.appendHeader()
    rows.append("guided")
    rows.append(-3)
    rows.append(UInt64.max)
    rows.append(0.25)
    rows.endRow()
    #expect(text(rows) == "a,b,c,d\nguided,-3,18446744073709551615,0.25\n")
  }

  @Test func writesMissingValuesAsEmptyFields() {
    var rows = RowEncoder(schema: schema(.text, .integer, .integer, .number, .number))
    rows.append(nil as String?)
    rows.append(nil as Int?)
    rows.append(nil as UInt64?)
    rows.append(nil as Double?)
    rows.appendMissing()
    rows.endRow()
    #expect(text(rows) == ",,,,\n")
  }

  @Test func writesNoBlankLineForATableOfOneColumn() {
    var rows = RowEncoder(schema: schema(.text))
    rows.appendHeader()
    rows.append("")
    rows.endRow()
    rows.appendMissing()
    rows.endRow()
    rows.append("x")
    rows.endRow()
    #expect(text(rows) == "a\n\"\"\n\"\"\nx\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a b", "a b"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("\r\n", "\"\r\n\""), ("\"", "\"\"\"\""),
    ("Überbürgermeister 🏛", "Überbürgermeister 🏛"),
  ])
  func quotesTextWhereItMust(value: String, field: String) {
    var rows = RowEncoder(schema: schema(.text))
    rows.append(value)
    rows.endRow()
    #expect(rows.bytes == Array((field + "\n").utf8))
  }

  @Test(arguments: [
    (3, "3"), (-3, "-3"), (0, "0"), (-0.0, "0"), (0.1, "0.1"), (-1.5, "-1.5"), (1e-5, "1e-05"),
    (1e15, "1000000000000000"), (0x1p53 - 1, "9007199254740991"), (0x1p53, "9007199254740992"),
    (-0x1p53, "-9007199254740992"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (0.1 + 0.2, "0.30000000000000004"),
    (100.5, "100.5"), (1e100, "1e+100"), (2.0 / 3, "0.6666666666666666"),
  ])
  func writesNumbersInShortestForm(value: Double, field: String) {
    var rows = RowEncoder(schema: schema(.number))
    rows.append(value)
    rows.endRow()
    #expect(text(rows) == field + "\n")
  }

  @Test(arguments: [Int.min, -10, -9, -1, 0, 9, 10, 99, 100, 12_345_678_901, .max])
  func writesWholeNumbers(value: Int) {
    var rows = RowEncoder(schema: schema(.integer))
    rows.append(value)
    rows.endRow()
    #expect(text(rows) == "\(value)\n")
  }

  @Test func keepsNothingAfterRemoval() {
    var rows = RowEncoder(schema: schema(.integer))
    rows.append(1)
    rows.endRow()
    rows.removeAll()
    #expect(rows.bytes.isEmpty)
    rows.append(nil as Int?)
    rows.endRow()
    #expect(text(rows) == "\"\"\n")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func notesNumbersThatHaveNoPlace(value: Double) {
    var rows = RowEncoder(schema: schema(.number, .number))
    rows.append(1.0)
    rows.append(2.0)
    rows.endRow()
    let mark = rows.byteCount
    #expect(rows.fault == nil)
    rows.append(3.0)
    rows.append(value)
    rows.endRow()
    #expect(rows.fault?.column == rows.schema.columns[1].name)
    #expect(rows.fault?.description == "\(rows.schema.columns[1].name) came to \(value)")
    #expect(text(rows) == "1,2\n3,\n")
    rows.takeBack(to: mark)
    #expect(rows.fault == nil)
    rows.append(4.0)
    rows.append(5.0)
    rows.endRow()
    #expect(text(rows) == "1,2\n4,5\n")
  }

  @Test func refusesTooFewFields() async {
    await #expect(processExitsWith: .failure) {
      var rows = RowEncoder(schema: schema(.number, .number))
      rows.append(1.0)
      rows.endRow()
    }
  }

  @Test func refusesTooManyFields() async {
    await #expect(processExitsWith: .failure) {
      var rows = RowEncoder(schema: schema(.number))
      rows.append(1.0)
      rows.append(1.0)
    }
  }

  private func text(_ rows: RowEncoder) -> String { String(decoding: rows.bytes, as: UTF8.self) }
}
