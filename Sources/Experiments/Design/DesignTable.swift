internal import CoCreation
public import Tables

/// A design as a table: a row for each point.
extension Design {
  static let fileName = "design.csv"

  /// The table `design.csv`: the point's number, then a column for each factor by its path.
  public var schema: TableSchema {
    TableSchema(
      name: "design",
      columns: [Column("point", .integer, description: "The number of the point, from 0.")]
        + factors.map { factor in
          Column(
            factor.path, factor.isInteger ? .integer : .number, unit: factor.unit,
            description: factor.description)
        })
  }

  /// The header and a row for each point; read again it gives the same design to the last bit.
  ///
  /// - Returns: The rows.
  public func encode() -> RowEncoder {
    var rows = RowEncoder(schema: schema)
    rows.appendHeader()
    for point in 0..<count {
      rows.append(point)
      for (factor, value) in zip(factors, values(of: point)) {
        if factor.isInteger { rows.append(Int(value)) } else { rows.append(value) }
      }
      rows.endRow()
    }
    return rows
  }
}

extension Design.Factor {
  /// The unit of its values; empty for numbers without one.
  public var unit: String {
    if case .mechanism = target { return "" }
    guard let parameter else { return "actors" }
    return parameter.unit == "1" ? "" : parameter.unit
  }

  /// What its values mean, in a sentence.
  public var description: String {
    if case .mechanism(let ablation) = target {
      return "1 where the mechanism is taken out, else 0. Without it: \(ablation.summary)"
    }
    guard let parameter else { return "The number of actors of this kind." }
    let holder =
      switch target {
      case .context, .count, .mechanism: ""
      case .task: " For this task."
      case .strategy: " Under this strategy."
      }
    return parameter.summary + holder
  }
}
