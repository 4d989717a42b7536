import Testing

@Suite("Bad input")
struct BadInputTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  /// Expects status 2, a message and nothing else.
  private func refuse(
    _ arguments: [String], _ messages: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try folder.names()
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    for message in messages {
      #expect(outcome.errors.contains(message), sourceLocation: sourceLocation)
    }
    #expect(try folder.names() == before, sourceLocation: sourceLocation)
  }

  @Test(
    "Every fault of a scenario is told at once, by run and by validate",
    arguments: ["run", "validate"])
  func faulty(command: String) throws {
    try folder.write(Sample.faulty, to: "faulty.yaml")
    try refuse(
      [command, "faulty.yaml"], "faulty.yaml:4:1: replicats", "did you mean replicates?",
      "faulty.yaml:5:7: seed: found", "faulty.yaml:7:19: context.press_scrutiny: found 1.5",
      "a number from 0 to 1", "faulty.yaml:9:18: ", "did you mean guided?")
  }

  @Test(
    "Faults of the scenario and of the command line are told together",
    arguments: ["run", "validate"])
  func faultyOverrides(command: String) throws {
    try folder.write(Sample.faulty, to: "faulty.yaml")
    try refuse(
      [command, "faulty.yaml", "--set", "trust_dekay=1", "--set", "demand=lots"],
      "faulty.yaml:4:1: ", "faulty.yaml:9:18: ", "--set trust_dekay: unknown key", "--set demand: ")
  }

  @Test("A bad scenario leaves an existing results folder alone, even with --overwrite")
  func faultyOverwrite() throws {
    try folder.write(Sample.faulty, to: "faulty.yaml")
    try folder.write("rows", to: "out/runs.csv")
    try refuse(["run", "faulty.yaml", "--out", "out", "--overwrite"], "faulty.yaml:4:1")
    #expect(try folder.contents(of: "out").keys.sorted() == ["runs.csv"])
  }

  @Test("A file that is no scenario", arguments: ["run", "validate"])
  func files(command: String) throws {
    try refuse([command, "nothing.yaml"], "nothing.yaml: no such file")
    try refuse([command, "."], ".: a folder")
    try folder.write("", to: "empty.yaml")
    try refuse([command, "empty.yaml"], "empty.yaml: an empty file")
    try folder.write("format: 1\nname: [", to: "open.yaml")
    try refuse([command, "open.yaml"], "open.yaml:")
    try refuse([command, "/dev/zero"], "/dev/zero: not a regular file")
  }

  @Test(
    "A command line that cannot be read",
    arguments: [
      (["frobnicate"], "frobnicate"), (["--frobnicate"], "--frobnicate"),
      (["run"], "<scenario>"), (["run", "small.yaml", "--frobnicate"], "--frobnicate"),
      (["run", "small.yaml", "other.yaml"], "other.yaml"),
      (["run", "small.yaml", "--threads", "0"], "--threads is 0; allowed: 1 to 1024"),
      (["run", "small.yaml", "--threads", "1025"], "--threads is 1025"),
      (["run", "small.yaml", "--threads", "two"], "'two' is invalid"),
      (["run", "small.yaml", "--replicates", "0"], "'0' is no number of replicates"),
      (["run", "small.yaml", "--replicates", "2x0"], "'2x0' is no number of replicates"),
      (["run", "small.yaml", "--replicates", "2x"], "'2x' is no number of replicates"),
      (["run", "small.yaml", "--replicates", "x2"], "'x2' is no number of replicates"),
      (["run", "small.yaml", "--replicates", "2x3x4"], "'2x3x4' is no number of replicates"),
      (["run", "small.yaml", "--replicates", "many"], "allowed: 1 to 1000000"),
      (["run", "small.yaml", "--replicates", "1001x1000"], "'1001x1000' is no number"),
      (["run", "small.yaml", "--seed", "many"], "'many' is invalid"),
      (
        ["run", "small.yaml", "--seed", "9223372036854775808"], "--seed: found 9223372036854775808"
      ),
      (["run", "small.yaml", "--out", ""], "--out is empty"),
      (["run", "small.yaml", "--set", "nonsense"], "'nonsense' is no setting; allowed: key=value"),
      (["run", "small.yaml", "--set", "=1"], "'=1' is no setting"),
      (["run", "small.yaml", "--set", "unknown=1"], "--set unknown: unknown key"),
      (["run", "small.yaml", "--set", "press_scrutny=1"], "did you mean press_scrutiny?"),
      (["run", "small.yaml", "--set", "press_scrutiny=2"], "a number from 0 to 1"),
      (["run", "small.yaml", "--set", "demand=9", "--set", "demand=8"], "the key twice"),
      (["validate"], "<scenario>"), (["validate", "small.yaml", "--out", "x"], "--out"),
      (["params", "--json", "--schema"], "choose one of"),
      (["params", "press_scrutiny", "--schema"], "--schema takes no name"),
      (["params", "press_scrutny"], "did you mean press_scrutiny?"),
      (["params", "frobnicate"], "there is no parameter or metric frobnicate"),
      (["params", "incentive"], "did you mean recognition_hours or payment ("),
      (["run", "small.yaml", "--set", "gap_premium=1"], "did you mean to leave it out"),
      (["params", "scrutiny"], "did you mean press_scrutiny?"),
      (["raport", "results"], "there is no command raport; did you mean report?"),
      (["frobnicate"], "allowed: run, plan"),
      (["compare", "small.yaml"], "run it first: cocreate run small.yaml"),
      (["run", "small.yaml", "--set", "press_scrutiny=0,2"], "decimals have a point: 0.2"),
    ])
  func commandLine(arguments: [String], message: String) throws {
    try refuse(arguments, message)
  }
}
