internal import Analysis
internal import Tables

/// The section over plausible models.
extension Page {
  static func plausible(_ report: Report) -> Part? {
    guard report.models > 0 else { return nil }
    var table = FigureTable(
      "plausible",
      [
        "metric", "strategy", "ahead in", "95 %", "clearly ahead", "clearly behind", "difference",
        "luck", "without luck", "turned by",
      ].map { Column($0, .text, description: "") })
    for (models, turns) in report.plausible {
      func clear(_ count: Int) -> FigureTable.Cell {
        .text(models.hasIntervals ? String(count) : nil)
      }
      let quantiles = models.quantiles.map { Wording.number($0, sign: true) }
      table.append([
        .text(Wording.name(models.metric)), .text(models.strategy),
        .text("\(models.ahead) of \(models.models.count)"),
        .text(PlausibleWording.range(models.interval)), clear(models.clearlyAhead),
        clear(models.clearlyBehind),
        .text("\(quantiles[1]) [\(quantiles[0]), \(quantiles[2])]"),
        .text(models.luck.map(Wording.percent)),
        .text(models.shareWithoutLuck.map(Wording.percent)),
        .text(
          turns.isEmpty
            ? PlausibleWording.turned(models, turns)[0]
            : turns.map(PlausibleWording.turn).joined(separator: "; ")),
      ])
    }
    return (
      "plausible", "If what is assumed is not known",
      "Over \(report.models) plausible models, in which all that is assumed takes other values: in how many "
        + "each strategy is ahead of \(report.versus). "
        + PlausibleWording.notes(report.plausible.map(\.models)).replacing("\n", with: " "), table
    )
  }
}
