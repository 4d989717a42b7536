internal import Tables

/// Designs from elsewhere: a table of points, or points that were read before.
extension ScenarioReader {
  mutating func readCSV(_ entry: ScenarioItem.Entry, _ scope: DesignScope) -> DesignRead? {
    let expected = "the path of a CSV file, from the folder of this one"
    guard let path = text(entry.value, allowed: expected) else { return nil }
    guard !path.utf8.contains(0) else {
      wrong(entry.value, allowed: expected)
      return nil
    }
    let isWhole = path.hasPrefix("/") || folder == nil
    return readTable(isWhole ? path : "\(folder ?? ".")/\(path)", at: entry.value.place, scope)
  }

  /// A design from outside the file; `uncertain` is `nil` if it could not be read.
  mutating func readDesign(
    _ source: ScenarioOverrides.DesignSource, _ uncertain: [UncertainFactor]?, _ scope: DesignScope
  ) -> DesignRead? {
    switch source {
    case .plausible(let models): drawModels(models, uncertain, scope)
    case .file(let path): readTable(path, at: .init(keys: ["--design"]), scope)
    case .points(let factors, let values): readPoints(factors, values, scope)
    }
  }

  private mutating func readPoints(_ paths: [String], _ values: [Double], _ scope: DesignScope)
    -> DesignRead?
  {
    let place = ScenarioPlace(keys: ["--design"])
    if paths.isEmpty, values.isEmpty { return DesignRead(design: .single) { _ in place } }
    let factors = paths.compactMap { factor($0, at: place.below($0), scope) }
    guard factors.count == paths.count, Set(paths).count == paths.count else {
      if Set(paths).count < paths.count {
        fault(place, "found a factor twice", allowed: "each factor once")
      }
      return nil
    }
    guard !factors.isEmpty, !values.isEmpty, values.count.isMultiple(of: factors.count) else {
      fault(
        place, "found \(values.count) values of \(factors.count) factors",
        allowed: "a value of each factor at each point")
      return nil
    }
    let count = values.count / factors.count
    guard allows(points: count, factors: factors.count, at: place) else { return nil }
    let before = faults.count
    for (index, value) in values.enumerated() where !faults.isFull {
      let (point, column) = index.quotientAndRemainder(dividingBy: factors.count)
      guard !value.isFinite || !factors[column].allows(value) else { continue }
      fault(
        place.below(factors[column].path), "found \(value) at point \(point)",
        allowed: factors[column].allowed)
    }
    guard faults.count == before else { return nil }
    return DesignRead(design: .init(factors: factors, values: values, count: count)) {
      place.below("point \($0)")
    }
  }

  /// Reads a row for each point.
  private mutating func readTable(_ path: String, at place: ScenarioPlace, _ scope: DesignScope)
    -> DesignRead?
  {
    let before = faults.count
    var table = PointTable()
    do throws(TableReaderError) {
      var reader = try TableReader(path: path, mayLackFinalLineBreak: true)
      try readRows(of: &reader, into: &table, at: place, scope)
    } catch {
      note(error, at: place)
    }
    guard faults.count == before else { return nil }
    let lines = table.lines
    guard !table.factors.isEmpty || lines.count == 1 else {
      fault(
        .init(line: 1, keys: [], file: path), lines.isEmpty ? "no point" : "no factor",
        allowed: "a column for each factor and a row for each point")
      return nil
    }
    guard !lines.isEmpty else {
      fault(.init(keys: [], file: path), "no point", allowed: "a row for each point")
      return nil
    }
    let design = Design(factors: table.factors, values: table.values, count: lines.count)
    return DesignRead(design: design) { .init(line: Int(lines[$0]), keys: [], file: path) }
  }

  /// What was read of a table so far.
  private struct PointTable {
    var factors: [Design.Factor] = []
    var values: [Double] = []
    /// The line of each point.
    var lines: [Int32] = []
  }

  private mutating func readRows(
    of reader: inout TableReader, into table: inout PointTable, at place: ScenarioPlace,
    _ scope: DesignScope
  ) throws(TableReaderError) {
    let header = ScenarioPlace(line: 1, keys: [], file: reader.path)
    let number = reader.columns.firstIndex(of: "point")
    let columns = reader.columns.indices.filter { $0 != number }
    table.factors = columns.compactMap {
      factor(reader.columns[$0], at: header.below(reader.columns[$0]), scope)
    }
    guard table.factors.count == columns.count else { return }
    var isCounting = number != nil
    while try reader.next(), !faults.isFull {
      let row = ScenarioPlace(line: reader.line, keys: [], file: reader.path)
      let point = table.lines.count
      guard point < Design.mostPoints, allows(points: point + 1, factors: columns.count, at: row)
      else {
        if point >= Design.mostPoints { _ = allows(points: point + 1, factors: 0, at: row) }
        return
      }
      table.lines.append(Int32(clamping: reader.line))
      if isCounting, let number {
        isCounting = checkNumber(reader, number, is: point, at: row.below("point"))
      }
      for (factor, column) in zip(table.factors, columns) {
        table.values.append(readValue(of: factor, reader, column, at: row))
      }
    }
  }

  /// Whether points count from 0; after the first that does not, all others would be at fault.
  private mutating func checkNumber(
    _ reader: borrowing TableReader, _ column: Int, is point: Int, at place: ScenarioPlace
  ) -> Bool {
    if let number = try? reader.integer(column), number == point { return true }
    let found = String(decoding: reader.bytes(column), as: UTF8.self)
    fault(
      place, found.isEmpty ? "found nothing" : "found \(shown(found))",
      allowed: "\(point), as points count from 0")
    return false
  }

  private mutating func readValue(
    of factor: Design.Factor, _ reader: borrowing TableReader, _ column: Int,
    at row: ScenarioPlace
  ) -> Double {
    do throws(TableReaderError) {
      if let value = try reader.number(column), factor.allows(value) { return value }
    } catch {}
    let found = String(decoding: reader.bytes(column), as: UTF8.self)
    fault(
      row.below(factor.path), found.isEmpty ? "found nothing" : "found \(shown(found))",
      allowed: factor.allowed)
    return 0
  }

  /// A table that cannot be opened is a fault of whoever names it; others are in a line of the table.
  private mutating func note(_ error: TableReaderError, at place: ScenarioPlace) {
    if case .file = error.problem {
      fault(
        place, "\(shown(error.path, most: 400)): \(error.problem)", allowed: "a table of points")
      return
    }
    var keys = place
    (keys.line, keys.column, keys.file) = (error.line, nil, error.path)
    keys.keys = error.column.map { [$0] } ?? []
    fault(keys, "\(error.problem)", allowed: "a table of points (CSV)")
  }
}
