internal import Analysis
internal import CoCreation
public import Tables

/// The table of rivals: one row per rival and claim.
extension Rivals {
  /// The columns.
  public static let schema = TableSchema(
    name: "rivals",
    columns: [
      Column("rule", .text, description: "The parameter that says which submodel is in force."),
      Column("value", .integer, description: "Its value; the usual one is in verification.csv."),
      Column("file", .text, description: "Name of the scenario."),
      Column("number", .integer, description: "Place of the claim in the file, from 1."),
      Column("claim", .text, description: "The claim."),
      Column(
        "kind", .text,
        description: "Among what it is counted: evidence, calibration, pattern, docking or "
          + "construction."),
      Column("verdict", .text, description: "What is to be said of the claim under the rival."),
      Column("usual_verdict", .text, description: "The same under the usual rule."),
      Column("found", .number, description: "The estimate under the rival."),
      Column("ci_low", .number, description: "Lower end of its 99 % interval (t)."),
      Column("ci_high", .number, description: "Upper end of its 99 % interval (t)."),
      Column("usual_found", .number, description: "The estimate under the usual rule."),
    ])

  /// The rows as a table, with the header line.
  public func encode() -> RowEncoder {
    var encoder = RowEncoder(schema: Self.schema)
    encoder.appendHeader()
    for outcome in outcomes {
      for (claim, usual) in zip(outcome.report.claims, usual.claims) {
        let finding = claim.finding
        encoder.append(outcome.rival.parameter.name)
        encoder.append(outcome.rival.value)
        encoder.append(finding.file)
        encoder.append(finding.number)
        encoder.append(finding.text)
        encoder.append(finding.kind.rawValue)
        encoder.append(claim.verdict.rawValue)
        encoder.append(usual.verdict.rawValue)
        encoder.append(finding.estimate?.value)
        encoder.append(finding.interval?.lowerBound)
        encoder.append(finding.interval?.upperBound)
        encoder.append(usual.finding.estimate?.value)
        encoder.endRow()
      }
    }
    return encoder
  }
}
