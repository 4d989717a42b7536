internal import Analysis
internal import Experiments
public import Tables

/// The table of claims: one row per claim or case.
public enum VerificationTable {
  /// The columns.
  public static let schema = TableSchema(
    name: "verification",
    columns: [
      Column("file", .text, description: "Name of the scenario or of the file of cases."),
      Column("number", .integer, description: "Place of the claim in the file, from 1."),
      Column("claim", .text, description: "The claim."),
      Column("source", .text, description: "Who says so."),
      Column("measure", .text, description: "The metric, or the kernel of a case."),
      Column("statistic", .text, description: "What is made of it over runs."),
      Column("contrast", .text, description: "Strategies and their weights; empty for a case."),
      Column("expected", .text, description: "Where the number should lie."),
      Column("contexts", .integer, description: "Independent values that have the number."),
      Column("found", .number, description: "The estimate."),
      Column("se", .number, description: "Its standard error, over contexts."),
      Column("ci_low", .number, description: "Lower end of the 99 % interval (t)."),
      Column("ci_high", .number, description: "Upper end of the 99 % interval (t)."),
      Column(
        "p", .number,
        description: "Two-sided p value against the claim not holding; missing for agreement "
          + "within standard errors."),
      Column("p_holm", .number, description: "p corrected for all claims together (Holm)."),
      Column("effect", .number, description: "The smallest effect that is worth having."),
      Column("power", .number, description: "Power for that effect at the level 0.01."),
      Column("control", .number, description: "The contrast without the mechanism."),
      Column("control_low", .number, description: "Lower end of its 90 % interval."),
      Column("control_high", .number, description: "Upper end of its 90 % interval."),
      Column("row", .text, description: "Row of the evidence; empty for what is none."),
      Column(
        "published", .number,
        description: "The number that was measured elsewhere; empty for a sign or a range."),
      Column("tolerance_low", .number, description: "Where the number should lie: from here."),
      Column("tolerance_high", .number, description: "Where the number should lie: up to here."),
      Column(
        "ci95_low", .number, description: "Lower end of the 95 % interval that is held against it."),
      Column("ci95_high", .number, description: "Upper end of that interval."),
      Column(
        "calibrated", .text,
        description: "Parameters that were chosen with the number in view, with spaces between."),
      Column(
        "plus_runs", .integer,
        description: "Runs of the strategies with positive weights that have the metric; empty for "
          + "a case."),
      Column(
        "plus_months", .number,
        description: "Months in which their processes lived, mean over the runs compared."),
      Column(
        "plus_completed", .number, description: "Share of these processes that lived to the end."),
      Column(
        "minus_runs", .integer,
        description: "The same of the strategies with negative weights: runs that have the "
          + "metric."),
      Column("minus_months", .number, description: "Months in which their processes lived."),
      Column(
        "minus_completed", .number, description: "Share of these processes that lived to the end."),
      Column(
        "kind", .text,
        description: "Among what it is counted: evidence, or calibration for a number that "
          + "parameters were chosen by; pattern, docking, or construction for what is true by the "
          + "model's construction."),
      Column("verdict", .text, description: "What is to be said of the claim."),
      Column("note", .text, description: "Why, where the verdict does not speak for itself."),
    ])

  /// Encodes judged claims, with the header line.
  public static func encode(_ claims: [JudgedClaim]) -> RowEncoder {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    for claim in claims {
      let finding = claim.finding
      encoder.append(finding.file)
      encoder.append(finding.number)
      encoder.append(finding.text)
      encoder.append(finding.source)
      encoder.append(finding.measure)
      encoder.append(finding.statistic)
      encoder.append(finding.contrast)
      encoder.append(finding.expectation.description)
      encoder.append(finding.estimate?.count)
      encoder.append(finding.estimate?.value)
      encoder.append(finding.estimate?.standardError)
      append(finding.interval, to: &encoder)
      encoder.append(finding.probability)
      encoder.append(claim.corrected)
      encoder.append(finding.effect)
      encoder.append(claim.power)
      encoder.append(finding.control?.estimate?.value)
      append(finding.control?.interval, to: &encoder)
      appendProvenance(of: finding, to: &encoder)
      let sides = Life.sides(of: finding.lives)
      for isPositive in [true, false] {
        let side = sides.first { $0.isPositive == isPositive }
        encoder.append(side?.runsWithMetric)
        encoder.append(side?.months)
        encoder.append(side?.completed)
      }
      encoder.append(finding.kind.rawValue)
      encoder.append(claim.verdict.rawValue)
      encoder.append(claim.note)
      encoder.endRow()
    }
    return encoder
  }

  private static func appendProvenance(of finding: Finding, to encoder: inout RowEncoder) {
    let provenance = finding.provenance
    let isPublished = provenance.published != nil
    let bounds = isPublished ? finding.expectation.bounds : nil
    encoder.append(isPublished ? EvidenceRow.label(of: finding.file) : "")
    encoder.append(provenance.published?.value)
    encoder.append(bounds?.low)
    encoder.append(bounds?.high)
    append(finding.agreementInterval, to: &encoder)
    encoder.append(provenance.calibrated.map(\.parameter).joined(separator: " "))
  }

  private static func append(_ interval: ClosedRange<Double>?, to encoder: inout RowEncoder) {
    encoder.append(interval?.lowerBound)
    encoder.append(interval?.upperBound)
  }
}

extension Finding {
  var interval: ClosedRange<Double>? { estimate?.interval(1 - JudgedClaim.level) }
}

extension Finding.Control {
  var interval: ClosedRange<Double>? { estimate?.interval(0.9) }
}
