import Testing

@Suite("Help, version and validate")
struct HelpTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  @Test("--version names program, commit, compiler, library and maths on one line")
  func version() throws {
    let outcome = try Program.run(["--version"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let line =
      /cocreate \d+\.\d+\.\d+ \(commit \S+, Swift version \S+, GSL [\d.]+, maths [0-9a-f]{16}\)\n/
    #expect(outcome.output.wholeMatch(of: line) != nil, "\(outcome.output)")
  }

  @Test("Help goes to standard output", arguments: [[], ["--help"], ["-h"], ["help"]])
  func help(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for command in ["run", "validate", "power", "verify", "params"] {
      #expect(outcome.output.contains("\n  \(command) "), "\(command)")
    }
    #expect(outcome.output.contains("cocreate run scenarios/four-quadrants.yaml"))
  }

  @Test(
    "The help of a command names its options",
    arguments: [
      (
        "run",
        [
          "--out", "--threads", "--replicates", "--seed", "--set", "--no-rounds", "--actors",
          "--events", "--overwrite", "--quiet", "Exit status: 0",
        ]
      ),
      ("replay", ["--run", "--json", "--quiet", "Exit status: 0"]),
      ("validate", ["--set", "--quiet", "Exit status: 0"]),
      ("params", ["--json", "--schema", "--neutral"]),
    ])
  func commandHelp(command: String, options: [String]) throws {
    let outcome = try Program.run([command, "--help"], in: folder)
    #expect(outcome.status == 0)
    for option in options { #expect(outcome.output.contains(option), "\(option)") }
  }

  @Test("validate says what would be run, and writes nothing")
  func validate() throws {
    let outcome = try Program.run(["validate", "small.yaml"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        small.yaml: no faults
        3 strategies (guided, empowering, in-house) x 4 replicates = 12 runs of 5 months with 4 public and 10 external actors
        a month's demand needs 160 hours; the budget buys 2740 hours, and staff works 456 hours

        """)
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test("validate knows of what the command line sets")
  func validateOverrides() throws {
    let outcome = try Program.run(
      ["validate", "small.yaml", "--replicates", "3x2", "--set", "rounds=9"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("x 6 replicates = 18 runs of 9 months"))
  }

  @Test("validate --quiet says nothing of a good scenario")
  func quiet() throws {
    let outcome = try Program.run(["validate", "small.yaml", "--quiet"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
  }
}
