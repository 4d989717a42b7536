import CoCreation
import Foundation
import Tables
import Testing

@testable import Experiments

@Suite("Manifest")
struct ManifestTests {
  @Test("It reads back as it was written")
  func roundTrip() throws {
    let manifest = try Village.manifest(Village.scenario(), tables: [.events, .runs])
    let json = try manifest.json()
    #expect(try JSONDecoder().decode(Manifest.self, from: Data(json)) == manifest)
    #expect(String(decoding: json, as: UTF8.self).hasSuffix("}\n"))
  }

  @Test("It holds what the scenario and its plan say")
  func content() throws {
    let overrides = ScenarioOverrides(
      settings: [.init(key: "demand", value: "3")], ablations: [try #require(.named("press"))])
    let scenario = try Village.scenario(
      replicates: "{contexts: 2, processes: 3}", overrides: overrides)
    let manifest = try Village.manifest(scenario, tables: [.events, .runs])
    #expect(manifest.scenario.text == scenario.text)
    #expect(manifest.scenario.settings == ["demand=3"])
    #expect(manifest.scenario.without == ["press"])
    #expect(manifest.replicates == ["contexts": 2, "processes": 3])
    #expect(manifest.runs == 18)
    #expect(manifest.tables == ["runs.csv", "events.csv", "failures.csv"])
    #expect(manifest.parameters.keys.sorted() == Village.strategies.sorted())
    for (strategy, parameters) in manifest.parameters {
      #expect(parameters.count == Parameters.register.count)
      #expect(parameters["failure_base"] == 0.4, "\(strategy)")
    }
    #expect(manifest.parameters["in-house"]?["codelivery_share"] == 0)
    #expect(
      manifest.parameters["guided"]?["centrality"]
        != manifest.parameters["empowering"]?["centrality"])
  }

  // Digests by Python's hashlib; the second begins with zeros.
  @Test(
    "The digest is SHA-256 of the text, in 64 hexadecimal digits",
    arguments: [
      ("4", "e9e007c658020e597d4281fc18665c770a4dc95a65a7f9e814afec8315188898"),
      ("4 # 11315", "0003432a1b039c2198ef9a0c6dcc7c2d78af75834db42378da312b538a8ef431"),
    ])
  func digest(replicates: String, digest: String) throws {
    let manifest = try Village.manifest(Village.scenario(replicates: replicates))
    #expect(manifest.scenario.sha256 == digest)
  }

  @Test(
    "The scenario can be had from it again, whatever was set from outside",
    arguments: [
      ScenarioOverrides(),
      ScenarioOverrides(settings: [.init(key: "press_scrutiny", value: "0.125")], seed: 7),
      ScenarioOverrides(replicates: Replicates(contexts: 3, processes: 2)),
      ScenarioOverrides(ablations: Ablation.all.filter { $0.name == "press" }),
    ], [nil, "{grid: {press_scrutiny: [0.1, 0.2], stake: [0, 1]}}"])
  func again(overrides: ScenarioOverrides, design: String?) throws {
    let place = try ResultsPlace()
    let scenario = try Village.scenario(design: design, overrides: overrides)
    try place.write(
      String(decoding: scenario.design.encode().bytes, as: UTF8.self), to: "design.csv")
    let manifest = try Village.manifest(scenario)
    let again = try manifest.scenario(folder: place.path)
    #expect(again.design == scenario.design)
    #expect(again.replicates == scenario.replicates)
    #expect(again.parameters == scenario.parameters)
    #expect(try manifest.differences(from: try Village.manifest(again)) == [])
  }

  @Test("What differs between two is told by its keys")
  func differences() throws {
    let manifest = try Village.manifest(Village.scenario())
    var failed = manifest
    failed.failures = 3
    failed.files = [FileRecord(name: "runs.csv", bytes: 3, sha256: "00")]
    #expect(try manifest.differences(from: failed) == [])
    let points = try ["[0.1, 0.2]", "[0.1, 0.3]"].map { values in
      try Village.manifest(Village.scenario(design: "{grid: {press_scrutiny: \(values)}}"))
    }
    #expect(
      try points[0].differences(from: points[1], ignoring: ["scenario"])
        == ["design: other values at its points"])
    var other = try Village.manifest(
      Village.scenario(replicates: "5", overrides: ScenarioOverrides(seed: 9)), tables: [.rounds])
    other.program.commit = "another"
    let lines = try manifest.differences(from: other)
    let keys = lines.map { $0.prefix { $0 != ":" } }
    #expect(
      keys == [
        "program.commit", "replicates.contexts", "runs", "scenario.text", "seed", "tables",
      ])
    #expect(lines.contains("seed: was 9, is 42"))
    #expect(
      lines.contains(
        "scenario.text: from line 5 on: was \"replicates: 5\", is \"replicates: 4\""))
  }
}
