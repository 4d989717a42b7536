internal import Foundation
public import Tables

/// A figure of a report: drawings, the numbers in them, and how another program may draw these.
public struct Figure {
  /// Its name, as in the names of its files.
  public let name: String
  /// What it shows.
  public let title: String
  /// How to read it, in plain words.
  public let caption: String
  /// The drawings in rows, each readable by itself.
  public let panels: [[Drawing]]
  /// The strategies whose symbols are in the drawings, by their places.
  let legend: [(place: Int, name: String)]
  /// The numbers.
  public let table: FigureTable
  /// The numbers of ``table`` that the page shows; all of them if `nil`.
  var shown: FigureTable?
  /// What a Vega-Lite specification has beside the data.
  let encoding: [String: Any]

  /// The numbers as CSV.
  public var csv: [UInt8] { table.csv.bytes }

  /// The numbers and what to draw of them, for Vega-Lite.
  public var specification: [UInt8] {
    var whole = encoding
    whole["$schema"] = "https://vega.github.io/schema/vega-lite/v5.json"
    whole["title"] = title
    whole["description"] = caption
    whole["data"] = ["values": table.objects]
    // Made of texts, numbers and collections of them alone: it cannot fail.
    let data = try? JSONSerialization.data(
      withJSONObject: whole, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return Array(data ?? Data()) + [UInt8(ascii: "\n")]
  }

  /// The drawings on one sheet that stands alone, with title and legend.
  public var svg: [UInt8] {
    let gap = 16.0
    let width = panels.joined().map(\.width).max() ?? 0
    let most = max(1, Int(1120 / (width + gap)))
    let rows = panels.flatMap { row in
      stride(from: 0, to: row.count, by: most).map { row[$0..<min($0 + most, row.count)] }
    }
    let columns = rows.map(\.count).max() ?? 1
    let keys = legend.map { (key: $0, width: 26 + Lettering.width($0.name)) }
    let sheetWidth = max(
      Double(columns) * (width + gap) + gap,
      min(keys.reduce(2 * gap) { $0 + $1.width }, 3 * (width + gap)),
      Lettering.width(title, strong: true) + 2 * gap)
    var places: [(x: Double, y: Double)] = []
    var top = 2 * gap + Lettering.height
    for row in rows {
      for index in 0..<row.count { places.append((gap + Double(index) * (width + gap), top)) }
      top += (row.map(\.height).max() ?? 0) + gap
    }
    var keyPlaces: [(x: Double, y: Double)] = []
    var left = gap
    for (_, keyWidth) in keys {
      if left > gap, left + keyWidth > sheetWidth - gap {
        left = gap
        top += Lettering.height + 4
      }
      keyPlaces.append((left, top))
      left += keyWidth
    }
    if !keys.isEmpty { top += Lettering.height + gap }
    var sheet = Drawing(width: sheetWidth, height: top, title: title)
    sheet.text(title, x: gap, y: gap + Lettering.height, "strong")
    for (panel, place) in zip(rows.joined(), places) { sheet.place(panel, x: place.x, y: place.y) }
    for ((key, _), place) in zip(keys, keyPlaces) {
      sheet.symbol(key.place, x: place.x + 6, y: place.y)
      sheet.text(key.name, x: place.x + 17, y: place.y + 4, "ink")
    }
    let markup = sheet.markup.replacing(
      "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ", maxReplacements: 1)
    let end = markup.firstIndex(of: ">").map { markup.index(after: $0) } ?? markup.startIndex
    return Array(
      (markup[..<end] + "<style>\(Palette.alone)</style>" + markup[end...] + "\n").utf8)
  }
}

/// The numbers of a figure.
public struct FigureTable {
  /// A field.
  enum Cell {
    case text(String?)
    case number(Double?)
    case probability(Double?)
    case share(Double?)
    case count(Int)
  }

  /// The columns.
  public let schema: TableSchema
  private(set) var rows: [[Cell]] = []

  init(_ name: String, _ columns: [Column]) {
    schema = TableSchema(name: name, columns: columns)
  }

  mutating func append(_ row: [Cell]) {
    precondition(row.count == schema.columns.count)
    rows.append(row)
  }

  /// The rows that pass.
  func filtered(_ passes: ([Cell]) -> Bool) -> FigureTable {
    var result = self
    result.rows = rows.filter(passes)
    return result
  }

  /// Some of the columns.
  func selecting(_ names: [String]) -> FigureTable {
    let places = names.compactMap { name in schema.columns.firstIndex { $0.name == name } }
    var result = FigureTable(schema.name, places.map { schema.columns[$0] })
    result.rows = rows.map { row in places.map { row[$0] } }
    return result
  }

  /// The rows, with the header line.
  var csv: RowEncoder {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): encoder.append(text)
        case .number(let number), .probability(let number), .share(let number):
          encoder.append(number.flatMap { $0.isFinite ? $0 : nil })
        case .count(let count): encoder.append(count)
        }
      }
      encoder.endRow()
    }
    return encoder
  }

  /// The rows by column names.
  var objects: [[String: Any]] {
    rows.map { row in
      var object: [String: Any] = [:]
      for (column, cell) in zip(schema.columns, row) {
        switch cell {
        case .text(let text): object[column.name] = text ?? NSNull()
        case .number(let number), .probability(let number), .share(let number):
          object[column.name] = number.flatMap { $0.isFinite ? $0 : nil } ?? NSNull()
        case .count(let count): object[column.name] = count
        }
      }
      return object
    }
  }
}

extension FigureTable.Cell {
  /// The field as people read it.
  var shown: String {
    switch self {
    case .text(let text): text ?? "–"
    case .number(let number):
      number.flatMap { number in
        number.isFinite
          ? Wording.number(number, digits: number == number.rounded() ? 0 : 3) : nil
      } ?? "–"
    case .probability(let number): number.map(Wording.probability) ?? "–"
    case .share(let number): number.map(Wording.percent) ?? "–"
    case .count(let count): String(count)
    }
  }

  var isText: Bool {
    if case .text = self { true } else { false }
  }
}
