import Testing

@Suite("verify")
struct VerifyTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "silent.yaml")
    try folder.write(Self.claim("above: -1"), to: "true.yaml")
    try folder.write(Self.claim("above: 1"), to: "false.yaml")
    try folder.write(
      """
      format: 1
      name: cases
      question: Is it known?
      cases:
        - {case: A constant is one., source: me, kernel: distribution, distribution: 2.5,
           measure: fit, repeats: 9, expect: {equals: 1, within: 0}}
      """, to: "cases.yaml")
  }

  private static func claim(_ expect: String) -> String {
    Sample.scenario + """
      claims:
        - {claim: "Guided, or not.", source: me, metric: novelty, expect: {\(expect)},
           contrast: {guided: 1, empowering: -1}}

      """
  }

  @Test("What is as the files say ends with 0, a line for each claim and two files")
  func asSaid() throws {
    let outcome = try Program.run(
      ["verify", "true.yaml", "cases.yaml", "--out", "out", "--threads", "2"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("  shown: Guided, or not.: expected above -1, found "))
    #expect(outcome.output.contains("  shown: A constant is one.: expected exactly 1"))
    #expect(outcome.output.contains("\n      + guided: metric in 4 of 4 runs, "))
    #expect(outcome.output.contains("\n      - empowering: metric in 4 of 4 runs, "))
    #expect(outcome.output.contains("Patterns: 1 of 1 shown.\n"))
    #expect(
      outcome.output.contains("Docking of single mechanisms, no patterns: 1 of 1 shown.\n"))
    #expect(try folder.names(in: "out") == ["verification.csv", "verification.md"])
    let table = try folder.text("out/verification.csv")
    #expect(table.hasPrefix("file,number,claim,source,measure,"))
    #expect(
      table.contains(
        "\nsmall,1,\"Guided, or not.\",me,novelty,mean,guided - empowering,above -1,4,"))
    #expect(try folder.text("out/verification.md").contains("| shown | A constant is one. |"))
  }

  @Test("The threads change no byte")
  func sameBytes() throws {
    for threads in ["1", "3"] {
      _ = try Program.run(
        ["verify", "true.yaml", "cases.yaml", "--out", threads, "--threads", threads], in: folder)
    }
    #expect(try folder.contents(of: "1") == folder.contents(of: "3"))
  }

  @Test(
    "What is not as the files say ends with 1, and is written all the same",
    arguments: [true, false])
  func notAsSaid(quick: Bool) throws {
    let outcome = try Program.run(
      ["verify", "false.yaml", "--out", "out"] + (quick ? ["--quick"] : []), in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("1 of 1 claims are not as the files say: small (1, "))
    #expect(outcome.output.contains("! missed (contradicted): "))
    #expect(try folder.names(in: "out") == ["verification.csv", "verification.md"])
  }

  @Test("A contrast of different months of life is refused, in words, and ends with 1")
  func refused() throws {
    let scenario = Self.claim("above: -1").replacing("metric: novelty", with: "metric: trust")
      .replacing(
        "  empowering: {form: empowering",
        with: "  empowering: {form: empowering, phases: [{from: 2, end: true}]")
    try folder.write(scenario, to: "lives.yaml")
    let outcome = try Program.run(["verify", "lives.yaml", "--out", "out"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("! refused (different months of life): Guided, or not.: "))
    #expect(outcome.output.contains("(trust is taken over months of life, and processes of "))
    #expect(outcome.output.contains("Patterns: 1 of 1 refused (different months of life).\n"))
    #expect(try folder.text("out/verification.csv").contains(",pattern,refused ("))
  }

  @Test("Robustness adds its table and its section")
  func robustness() throws {
    let outcome = try Program.run(
      ["verify", "true.yaml", "--out", "out", "--robustness", "30", "--quiet"], in: folder)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(
      try folder.names(in: "out") == ["robustness.csv", "verification.csv", "verification.md"])
    #expect(try folder.text("out/robustness.csv").contains("small,1,\"Guided, or not.\",30,1,0\n"))
    #expect(try folder.text("out/verification.md").contains("## Robustness"))
  }

  @Test(
    "Bad input ends with 2 and leaves nothing",
    arguments: [
      (["silent.yaml"], "silent.yaml: a scenario without claims"), (["none.yaml"], "no such file"),
      (["true.yaml", "false.yaml"], "false.yaml: the name small again"),
      (["true.yaml", "--robustness", "29"], "--robustness is 29; allowed: 30 to 10000"),
      (["true.yaml", "--threads", "0"], "--threads is 0"), ([], "no files in scenarios/evidence"),
      (["true.yaml", "--out", ""], "--out is empty"),
    ])
  func bad(arguments: [String], message: String) throws {
    let before = try folder.names()
    let outcome = try Program.run(["verify"] + arguments, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try folder.names() == before)
  }

  @Test("An earlier verification is replaced only when told to, and other files never")
  func overwrite() throws {
    let arguments = ["verify", "cases.yaml", "--out", "out"]
    #expect(try Program.run(arguments, in: folder).status == 0)
    #expect(try Program.run(arguments, in: folder).status == 2)
    #expect(try Program.run(arguments + ["--overwrite"], in: folder).status == 0)
    try folder.write("mine", to: "out/notes.txt")
    #expect(try Program.run(arguments + ["--overwrite"], in: folder).status == 2)
    #expect(try folder.text("out/notes.txt") == "mine")
  }
}
