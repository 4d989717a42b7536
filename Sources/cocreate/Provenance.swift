internal import Analysis
internal import CoCreation
internal import Experiments
internal import Report

/// What a results folder rests on, in words.
enum Provenance {
  /// What was assumed: what the scenario sets, what it leaves uncertain, and the rest.
  static func assumptions(_ manifest: Manifest, _ design: DesignPoints?) -> [Report.Fact] {
    var facts: [Report.Fact] = []
    if let design {
      for (place, factor) in design.factors.enumerated() {
        let values = design.values.map { $0[place] }
        if let ablation = Ablation.disputed.first(where: { "without.\($0.name)" == factor }) {
          facts.append(
            Report.Fact(factor, "in or out", note: "disputed mechanism; \(ablation.dispute ?? "")"))
          continue
        }
        facts.append(
          Report.Fact(
            factor, "\(rounded(values.min() ?? 0)) to \(rounded(values.max() ?? 0))",
            note: "uncertain, \(Set(values).count) values"
              + (Parameters.parameter(factor).map { "; \($0.summary)" } ?? "")))
      }
    }
    let uncertain = Set(design?.factors ?? [])
    var usual = 0
    var assumed = 0
    for parameter in Parameters.register where !uncertain.contains(parameter.name) {
      let values = manifest.strategies.map { manifest.parameters[$0]?[parameter.name] }
      if values.allSatisfy({ $0 == parameter.defaultValue }) {
        usual += 1
        if parameter.source.contains("assumption") { assumed += 1 }
        continue
      }
      let isSame = Set(values).count == 1
      let text =
        isSame
        ? short(values[0] ?? 0)
        : zip(manifest.strategies, values).map { "\($0) \($1.map { short($0) } ?? "–")" }
          .joined(separator: ", ")
      facts.append(
        Report.Fact(
          parameter.name, text + (parameter.unit == "1" ? "" : " \(parameter.unit)"),
          note: "\(parameter.summary) Default \(short(parameter.defaultValue))."))
    }
    facts.append(
      Report.Fact(
        "\(usual) other parameters", "their defaults",
        note:
          "Of these, \(assumed) are assumptions at least in part; `cocreate params NAME` says what "
          + "each does and where its value is from."))
    for (kind, entries) in manifest.actors.sorted(by: { $0.key < $1.key }) {
      let isUncertain = uncertain.contains("actors.\(kind).count")
      facts.append(
        Report.Fact(
          "actors: \(kind)", isUncertain ? "uncertain" : entries["count"] ?? "",
          note: "\(entries["side"] ?? "") side, hours a month "
            + "\(entries["hours"] ?? "")\(entries["affected"] == "true" ? ", affected by the task" : "")"
        ))
    }
    return facts
  }

  private static func rounded(_ value: Double) -> String {
    value == value.rounded() ? short(value) : Wording.number(value)
  }

  /// Where the numbers come from.
  static func facts(_ manifest: Manifest) -> [Report.Fact] {
    let program = manifest.program
    let replicates = manifest.replicates
    let settings =
      manifest.scenario.settings.map { "--set \($0)" }
      + manifest.scenario.without.map { "--without \($0)" }
    var facts = [
      Report.Fact("scenario", manifest.scenario.name),
      Report.Fact("SHA-256 of its file", manifest.scenario.sha256),
      Report.Fact("seed", String(manifest.seed)),
      Report.Fact("generator of random numbers", manifest.generator),
      Report.Fact(
        "runs",
        "\(manifest.made): \(manifest.strategies.count) strategies, "
          + "\(manifest.design?.count ?? 1) design points, up to \(replicates["contexts"] ?? 1) contexts of "
          + "\(replicates["processes"] ?? 1) processes"),
      Report.Fact("failed runs", String(manifest.failures)),
      Report.Fact("program", "\(program.name) \(program.version), commit \(program.commit)"),
      Report.Fact("compiler", program.compiler),
      Report.Fact("GNU Scientific Library", program.gsl),
    ]
    if !settings.isEmpty {
      facts.insert(
        Report.Fact("from the command line", settings.joined(separator: " ")), at: 1)
    }
    if let runs = manifest.files.first(where: { $0.name.hasPrefix("runs.csv") }) {
      facts.append(Report.Fact("SHA-256 of \(runs.name)", runs.sha256))
    }
    return facts
  }
}
