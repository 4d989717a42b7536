internal import Tables
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation

/// A scenario file and what is set over it.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "A scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Replicates of each strategy: a number, or contexts x processes.", valueName: "n|CxP"),
    transform: parseReplicates)
  var replicates: Replicates?

  @Option(help: "The seed, instead of the scenario's.")
  var seed: UInt64?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a value of the context; repeatable. A task's or a strategy's own setting still wins, "
        + "`--without` wins over all.",
      valueName: "key=value"),
    transform: parseSetting)
  var settings: [ScenarioOverrides.Setting] = []

  @Option(
    help: ArgumentHelp(
      "Take mechanisms out of the model, in every strategy: names with commas between, from "
        + "`cocreate params --neutral`. A strategy that chooses by one of their parameters sees "
        + "its neutral value.", valueName: "names"),
    transform: parseAblations)
  var without: [[Ablation]] = []

  @Option(
    help: ArgumentHelp(
      "A table of points, as design.csv, instead of the scenario's design: a column for each "
        + "factor, a row for each point.", valueName: "csv"), completion: .file(extensions: ["csv"])
  )
  var design: String?

  @Option(
    help: ArgumentHelp(
      "Ask of so many plausible models instead of the scenario's design: all that is assumed is drawn "
        + "from what is plausible, and disputed mechanisms are in or out.", valueName: "n"))
  var plausible: Int?

  func validate() throws {
    if design != nil, plausible != nil {
      throw ValidationError("--design beside --plausible; allowed: one of the two")
    }
  }

  /// The options as words, without the file.
  func words(replicates withReplicates: Bool = true) -> [String] {
    var words = settings.flatMap { ["--set", "\($0.key)=\($0.value)"] }
    if withReplicates, let replicates {
      words += ["--replicates", "\(replicates.contexts)x\(replicates.processes)"]
    }
    if let seed { words += ["--seed", String(seed)] }
    let names = without.flatMap(\.self).map(\.name)
    if !names.isEmpty { words += ["--without", names.joined(separator: ",")] }
    if let plausible { words += ["--plausible", String(plausible)] }
    return design.map { words + ["--design", $0] } ?? words
  }

  /// The file and the options as on a command line, without replicates.
  var command: String {
    ([scenario] + words(replicates: false)).joined(separator: " ")
  }

  /// Reads the scenario; unless told to be quiet, says which strategies and tasks a setting does not
  /// reach.
  func read(quiet: Bool) throws -> Scenario {
    let overrides = ScenarioOverrides(
      settings: settings, replicates: replicates, seed: seed, ablations: without.flatMap(\.self),
      design: design.map { .file($0) } ?? plausible.map { .plausible(models: $0) })
    let file = try VerificationFile.read(file: self.scenario, overrides: overrides)
    guard case .scenario(let scenario) = file else {
      throw ValidationError(
        "\(self.scenario) has cases of single mechanisms; `cocreate verify` runs them")
    }
    for setting in settings where !quiet {
      let deaf = scenario.strategies.filter { $0.settings[setting.key] != nil }.map(\.name)
      if !deaf.isEmpty {
        Console.error(
          "note: --set \(setting.key) does not reach \(deaf.joined(separator: ", ")), "
            + "which sets it by name or with its form")
      }
      let later = scenario.strategies.filter {
        $0.settings[setting.key] == nil && $0.setsOnTheWay(setting.key)
      }
      if !later.isEmpty {
        Console.error(
          "note: --set \(setting.key) reaches \(later.map(\.name).joined(separator: ", ")) only "
            + "until a phase sets it")
      }
      let own = scenario.tasks.filter { $0.settings[setting.key] != nil }.map(\.name)
      if !own.isEmpty {
        Console.error(
          "note: --set \(setting.key) does not reach \(own.joined(separator: ", ")): "
            + "set there by the task itself")
      }
    }
    let varied = Set(scenario.design.factors.map(\.path))
    for setting in settings where !quiet && varied.contains(setting.key) {
      Console.error("note: --set \(setting.key) counts for nothing: the design varies it")
    }
    for note in quiet ? [] : scenario.designNotes { Console.error("note: design: \(note)") }
    return scenario
  }
}

@Sendable
private func parseReplicates(_ text: String) throws -> Replicates {
  let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
  if parts.count <= 2, let contexts = parts[0], let processes = parts.count == 2 ? parts[1] : 1,
    let replicates = Replicates(contexts: contexts, processes: processes)
  {
    return replicates
  }
  throw ValidationError(
    "'\(text)' is no number of replicates; allowed: 1 to \(Replicates.most), "
      + "or contexts x processes such as 20x10")
}

@Sendable
func parseSetting(_ text: String) throws -> ScenarioOverrides.Setting {
  guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
    throw ValidationError("'\(text)' is no setting; allowed: key=value")
  }
  return .init(key: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
}

@Sendable
private func parseAblations(_ text: String) throws -> [Ablation] {
  let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  let unknown = names.filter { Ablation.named($0) == nil }
  guard !names.isEmpty else {
    throw ValidationError("--without names no mechanism; `cocreate params --neutral` lists them")
  }
  guard unknown.isEmpty else {
    let faults = unknown.map { name in
      let hint = nearestName(to: name, among: Ablation.all.map(\.name))
      return "there is no mechanism \(name)\(hint.map { "; did you mean \($0)?" } ?? "")"
    }
    throw ValidationError(
      faults.joined(separator: "; ") + "; `cocreate params --neutral` lists them")
  }
  return names.compactMap(Ablation.named)
}
