import Testing

@Suite("Designs on the command line")
struct DesignTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(
      Sample.scenario + "design: {grid: {press_scrutiny: [0.1, 0.9], openness: [0.5, 0.5]}}\n",
      to: "small.yaml")
  }

  @Test("validate says how many runs a design makes, and what is odd about it")
  func validate() throws {
    let outcome = try Program.run(["validate", "small.yaml"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("4 points of 2 factors x 3 strategies"))
    #expect(outcome.output.contains("x 4 replicates = 48 runs"))
    #expect(
      outcome.errors.contains(
        "note: design: 2 of 4 points are the same as an earlier one: points 0 and 1, 2 and 3\n"))
    #expect(outcome.errors.contains("note: design: openness is 0.5 at every point\n"))
    #expect(outcome.errors.contains("note: design: openness does not reach guided, empowering: "))
    #expect(try Program.run(["validate", "small.yaml", "--quiet"], in: folder).errors.isEmpty)
  }

  @Test("A setting of a factor counts for nothing, and a note says so")
  func setting() throws {
    let outcome = try Program.run(
      ["validate", "small.yaml", "--set", "press_scrutiny=0.4"], in: folder)
    #expect(
      outcome.errors.contains("note: --set press_scrutiny counts for nothing: the design varies it")
    )
  }

  @Test("--design gives other points; its faults have the line of the table")
  func table() throws {
    try folder.write("point,demand\n0,40\n1,50\n2,60\n", to: "points.csv")
    let outcome = try Program.run(
      ["validate", "small.yaml", "--design", "points.csv"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("3 points of 1 factor x 3 strategies"))
    #expect(outcome.errors.isEmpty)
    try folder.write("point,demand\n0,40\n1,0\n", to: "points.csv")
    let bad = try Program.run(["validate", "small.yaml", "--design", "points.csv"], in: folder)
    #expect(bad.status == 2)
    #expect(bad.errors.contains("points.csv:3: demand: found 0; allowed: a number from 1 to"))
  }
}
