import Foundation
import Testing

/// Published numbers by the binary.
@Suite("verify published numbers")
struct EvidenceTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func row(
    _ name: String, published: String, calibrated: String = "{}", unmet: Bool = false
  ) throws {
    let text =
      Sample.scenario.replacing("name: small", with: "name: \(name)") + """
        claims:
          - claim: So much is served.
            source: someone
            metric: coverage
            contrast: {guided: 1}
            published: \(published)
            calibrated: \(calibrated)

        """ + (unmet ? "    unmet: It is known.\n" : "")
    try folder.write(text, to: "evidence/\(name).yaml")
  }

  private func verify(_ names: String..., more: [String] = []) throws -> Outcome {
    try Program.run(
      ["verify"] + names.map { "evidence/\($0).yaml" } + ["--out", "out", "--overwrite"] + more,
      in: folder)
  }

  @Test("A row that comes with the program is run by itself, with few runs")
  func shipped() throws {
    let scenarios = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scenarios/evidence").standardizedFileURL
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: scenarios.path)
        .first { $0.hasPrefix("E01") })
    let outcome = try Program.run(
      ["verify", scenarios.appending(path: file).path, "--quick", "--out", "out"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\nPublished numbers: 1 of 1 in line, "))
    let page = try folder.text("out/verification.md")
    #expect(page.contains("\n## Published numbers\n") && page.contains("\n| E1 | "))
    #expect(try folder.text("out/verification.csv").contains("\ne01-hours-per-volunteer,1,"))
  }

  @Test("A known miss ends with 0, an unknown one with 1, and so does one that is met after all")
  func statuses() throws {
    try row("e01-met", published: "{between: [0, 10]}", calibrated: "{demand: by it}")
    try row("e02-known", published: "{value: 70, within: 1}", unmet: true)
    let known = try verify("e01-met", "e02-known")
    #expect(known.status == 0, "\(known.errors)")
    #expect(known.output.contains("Published numbers: 1 of 2 met, 0 of them not used in choosing"))
    #expect(known.output.contains("\n  missed (outside the tolerance): So much is served.: "))
    try row("e03-unknown", published: "{above: 70}")
    let unknown = try verify("e01-met", "e03-unknown")
    #expect(unknown.status == 1 && unknown.output.contains("\n  ! missed (outside the tolerance)"))
    #expect(
      unknown.errors.contains(
        "1 of 2 claims are not as the files say: e03-unknown (1, missed (outside the tolerance))"))
    try row("e04-after-all", published: "{below: 70}", unmet: true)
    for more in [[], ["--quick"]] {
      let after = try verify("e04-after-all", more: more)
      #expect(after.status == 1)
      #expect(after.output.contains("\n  ! met though said to be missed: So much is served.: "))
    }
  }

  @Test("All folders of evidence, docking and patterns are read where no file is named")
  func folders() throws {
    try row("e01-met", published: "{between: [0, 10]}")
    try FileManager.default.createDirectory(
      atPath: folder.path("scenarios"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: folder.path("evidence"), toPath: folder.path("scenarios/evidence"))
    let pattern =
      Sample.scenario + """
        claims:
          - {claim: "Guided, or not.", source: me, metric: novelty, expect: {above: -1},
             contrast: {guided: 1, empowering: -1}}

        """
    try folder.write(pattern, to: "scenarios/patterns/small.yaml")
    let outcome = try Program.run(["verify", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try folder.text("results/verification/verification.csv").split(separator: "\n")
    #expect(table.count == 3)
    #expect(table[1].hasPrefix("e01-met,1,") && table[2].hasPrefix("small,1,"))
    #expect(table[1].contains(",E1,,0,10,") && table[1].contains(",evidence,met,"))
  }

  @Test("A file among the evidence must hold published numbers, and its faults have their place")
  func bad() throws {
    let text =
      Sample.scenario + """
        claims:
          - {claim: So., source: me, metric: coverage, contrast: {guided: 1}, expect: {above: 0}}

        """
    try folder.write(text, to: "evidence/small.yaml")
    let none = try verify("small")
    #expect(none.status == 2 && none.errors.contains("evidence/small.yaml: no published number"))
    try row("e01-bad", published: "{value: 1}", calibrated: "{demnd: by it}")
    let faults = try verify("e01-bad")
    #expect(faults.status == 2)
    #expect(faults.errors.contains("e01-bad.yaml:25:"), "\(faults.errors)")
    #expect(faults.errors.contains("claims[0].published: found value; allowed: {value: x, within"))
    #expect(faults.errors.contains("claims[0].calibrated.demnd: unknown parameter"))
  }

  @Test("A strategy may be tried in a municipality of another size, from 1 to 100 times")
  func size() throws {
    let scenario = Sample.scenario.replacing(
      "guided: {form: guided}", with: "guided: {form: guided, size: 3}")
    try folder.write(scenario, to: "large.yaml")
    let run = try Program.run(["run", "large.yaml", "--out", "large", "--quiet"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let months = try Rows(folder.text("large/rounds.csv"))
    func demanded(_ strategy: String) -> [Double?] {
      zip(months["strategy"], months.numbers("demanded")).filter { $0.0 == strategy }.map(\.1)
    }
    #expect(demanded("guided").count == 24)
    for (large, small) in zip(demanded("guided"), demanded("empowering")) {
      #expect(abs((large ?? -1) - 3 * (small ?? -2)) < 1e-6)
    }
    try folder.write(scenario.replacing("size: 3", with: "size: 0"), to: "none.yaml")
    let none = try Program.run(["validate", "none.yaml"], in: folder)
    #expect(none.status == 2 && none.errors.contains("a whole number from 1 to 100"))
  }
}
