import Testing

@Suite("cocreate explain")
struct ExplainTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func made(_ design: String, in name: String) throws {
    try folder.write(Sample.scenario + design, to: "\(name).yaml")
    let run = try Program.run(
      ["run", "\(name).yaml", "--no-rounds", "--quiet", "--out", name], in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test("Writes the tables that fit the design, and they belong to the folder")
  func tables() throws {
    try made(
      """
      uncertain:
        press_scrutiny: {uniform: [0.05, 0.5]}
        stake: {uniform: [0, 1]}
      design: {morris: {trajectories: 3, levels: 4}}

      """, in: "m")
    let outcome = try Program.run(["explain", "m"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("3 Morris trajectories"))
    let rows = try Rows(folder.text("m/morris.csv"))
    #expect(Set(rows["factor"]) == ["press_scrutiny", "stake"])
    #expect(!folder.exists("m/sobol.csv"))
    #expect(try Program.run(["status", "m"], in: folder).status == 0)
  }

  @Test("Without a design it says how to make one; every fault of the options is told")
  func faults() throws {
    try made("", in: "one")
    let single = try Program.run(["explain", "one"], in: folder)
    #expect(single.status == 2)
    #expect(single.errors.contains("design: {saltelli: 64}"))
    try made("design: {grid: {press_scrutiny: [0.1, 0.5], stake: [0, 1]}}\n", in: "g")
    let wrong = try Program.run(
      ["explain", "g", "--strategy", "guidd", "--map", "stake,press", "--levels", "3"], in: folder)
    #expect(wrong.status == 2)
    for part in ["did you mean guided?", "--map is stake,press", "--levels is 3"] {
      #expect(wrong.errors.contains(part), "\(wrong.errors)")
    }
    // A cut-off design is named with its line.
    let text = try folder.text("g/design.csv")
    try folder.write(String(text.dropLast(4)), to: "g/design.csv")
    let cut = try Program.run(["explain", "g"], in: folder)
    #expect(cut.status == 2)
    #expect(cut.errors.contains("design.csv:5"), "\(cut.errors)")
  }

  @Test("Says where strategies are best, ahead or fail, in tables and in words")
  func discovery() throws {
    try made(
      """
      uncertain:
        press_scrutiny: {uniform: [0.05, 0.5]}
        stake: {uniform: [0, 3]}
      design: {sobol: 40}

      """, in: "d")
    let metric = ["--metric", "value_per_public_euro"]
    let best = try Program.run(["explain", "d"] + metric, in: folder)
    #expect(best.status == 0, "\(best.errors)")
    #expect(best.output.contains("Where each is best on value_per_public_euro"))
    let rules = try Rows(folder.text("d/tree.csv"))
    #expect(Set(rules["interest"]) == ["best"])
    #expect(rules["n"].compactMap(Int.init).reduce(0, +) == 40)
    // A threshold in the midst of what the points have: some fail, some do not.
    let means = try Rows(folder.text("d/runs.csv"))
    let values = zip(means["strategy"], means["value_per_public_euro"])
      .filter { $0.0 == "guided" }.compactMap { Double($0.1) }.sorted()
    let middle = values[values.count / 2]
    let fails = try Program.run(
      ["explain", "d", "--strategy", "guided", "--fails", "value_per_public_euro=\(middle)"]
        + metric, in: folder)
    #expect(fails.status == 0, "\(fails.errors)")
    let boxes = try Rows(folder.text("d/prim.csv"))
    #expect(Set(boxes["interest"]) == ["worse"])
    #expect(boxes["chosen"].count { $0 == "1" } == 1)
    #expect(boxes["coverage"][0] == "1")
    #expect(try Rows(folder.text("d/prim_limits.csv"))["factor"].contains("stake"))
    let ahead = try Program.run(
      ["explain", "d", "--strategy", "guided", "--versus", "in-house"] + metric, in: folder)
    #expect(ahead.output.contains("Where each is ahead of in-house"))
    let wrong = try Program.run(
      ["explain", "d", "--fails", "relevanse=1", "--fails", "relevance"], in: folder)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("--fails is relevanse=1"))
    #expect(wrong.errors.contains("--fails is relevance;"))
  }
}
