import CoCreation
import GSL
import Testing

@testable import Experiments

/// Scenarios with every feature that a file may have.
@Suite("Good scenarios")
struct ScenarioGoodTests {
  static let minimal = """
    format: 1
    name: one
    question: Does it read?
    strategies:
      guided: {form: guided}
    """

  static let full = """
    # A comment.
    format: 1
    name: four-quadrants
    question: Which form serves which ambition?
    description: |
      Two lines
      of text.
    rounds: 24
    replicates: {contexts: 20, processes: 10}
    seed: 9223372036854775807
    generator: philox
    context:
      press_scrutiny: 0.2
      demand: 3e2
      choices: 12
      network: ring
      actors:
        professional: {count: 18}
        neighbour: {like: citizen, count: 40, hours: {gamma: {shape: 2, scale: 10}}}
        shop: {like: business, count: 3, trust: {uniform: [0, 1]}, motives: {saving: 9}}
        foundation:
          side: external
          count: 3
          affected: false
          strata: true
          culture_weight: 0.5
          hours: 20
          authority: {beta: {a: 1, b: 15}}
          legitimacy: 0.5
          knowledge: {beta: [2, 3]}
          trust: {uniform: {low: 0.1, high: 0.9}}
          motives: {saving: 1, quality: 3, need: 4}
      tasks:
        - {name: rehabilitation, demand: 250, unit_hours: 5}
    strategies:
      guided: {form: guided}
      empowering: {form: empowering, error_tolerance: 0.8, unit_hours: 6}
      point:
        openness: 0.3
        centrality: 0.6
        phases:
          - {from: 7, codelivery_share: 0.8, form: empowering}
          - {when: {external_participants: {below: 5}}, end: true}
      in-house: {codesign_share: 0, codelivery_share: 0}
      nothing: {}
    baseline: in-house
    """

  @Test("A minimal scenario has defaults for the rest")
  func minimal() throws {
    let scenario = try Scenario(text: Self.minimal, name: "one.yaml")
    #expect(scenario.name == "one")
    #expect(scenario.question == "Does it read?")
    #expect(scenario.replicates == Replicates(contexts: 100))
    #expect(scenario.replicates.count == 100)
    #expect(scenario.seed == 1)
    #expect(scenario.generator == .splitmix)
    #expect(scenario.parameters == Parameters())
    #expect(scenario.kinds == ActorKind.municipality)
    #expect(scenario.network == .smallWorld)
    #expect(scenario.tasks.map(\.name) == ["task"])
    #expect(scenario.strategies == [Strategy(form: "guided")])
    #expect(scenario.baseline == nil)
    #expect(scenario.text == Self.minimal)
  }

  @Test("Every key is read")
  func full() throws {
    let scenario = try Scenario(text: Self.full, name: "full.yaml")
    #expect(scenario.replicates.contexts == 20)
    #expect(scenario.replicates.processes == 10)
    #expect(scenario.replicates.count == 200)
    #expect(scenario.seed == UInt64(Int.max))
    #expect(scenario.generator == .philox)
    #expect(scenario.network == .ring)
    #expect(scenario.parameters["rounds"] == 24)
    #expect(scenario.parameters["press_scrutiny"] == 0.2)
    #expect(scenario.parameters["demand"] == 300)
    #expect(scenario.tasks.count == 1)
    #expect(scenario.tasks[0].settings == ["demand": 250, "unit_hours": 5])
    #expect(
      scenario.strategies.map(\.name)
        == ["guided", "empowering", "point", "in-house", "nothing"])
    #expect(scenario.strategies[3].settings == ["codesign_share": 0, "codelivery_share": 0])
    #expect(scenario.strategies.map(\.course.count) == [0, 0, 2, 0, 0])
    #expect(scenario.strategies[4].settings.isEmpty)
    #expect(scenario.baseline == "in-house")
  }

  @Test("Kinds come from presets, from presets by another name, or whole")
  func actors() throws {
    let kinds = try Scenario(text: Self.full, name: "full.yaml").kinds
    #expect(kinds.map(\.name) == ["professional", "neighbour", "shop", "foundation"])
    let presets = Dictionary(uniqueKeysWithValues: ActorKind.municipality.map { ($0.name, $0) })
    var professional = try #require(presets["professional"])
    professional.count = 18
    #expect(kinds[0] == professional)

    var neighbour = try #require(presets["citizen"])
    neighbour.name = "neighbour"
    neighbour.count = 40
    neighbour.hours = try Distribution(.gamma(shape: 2, scale: 10))
    #expect(kinds[1] == neighbour)

    var shop = try #require(presets["business"])
    shop.name = "shop"
    shop.count = 3
    shop.trust = try Distribution(.uniform(low: 0, high: 1))
    shop.motives.saving = 9
    #expect(kinds[2] == shop)

    let foundation = kinds[3]
    #expect(foundation.side == .external)
    #expect(foundation.count == 3)
    #expect(!foundation.isAffected)
    #expect(foundation.hasStrata)
    #expect(foundation.cultureWeight == 0.5)
    #expect(foundation.hours == .constant(20))
    #expect(foundation.authority == (try Distribution(.beta(a: 1, b: 15))))
    #expect(foundation.knowledge == (try Distribution(.beta(a: 2, b: 3))))
    #expect(foundation.motives == .init(saving: 1, quality: 3, need: 4))
  }

  @Test("A strategy wins over a task, and a task over the context")
  func layers() throws {
    let scenario = try Scenario(text: Self.full, name: "full.yaml")
    let guided = try scenario.configuration(for: scenario.strategies[0])
    #expect(guided.tasks[0].parameters["demand"] == 250)
    #expect(guided.parameters["demand"] == 300)
    #expect(guided.tasks[0].parameters["unit_hours"] == 5)
    #expect(guided.tasks[0].parameters["openness"] == 0.2)
    #expect(guided.network == .ring)
    #expect(guided.kinds == scenario.kinds)
    let empowering = try scenario.configuration(for: scenario.strategies[1])
    #expect(empowering.tasks[0].parameters["unit_hours"] == 6)
    #expect(empowering.tasks[0].parameters["error_tolerance"] == 0.8)
    #expect(empowering.tasks[0].parameters["centrality"] == 0.8)
    #expect(empowering.parameters["rounds"] == 24)
  }

  @Test("Every preset's form, every network and every generator has a name")
  func names() throws {
    for form in Form.presets {
      let text = Self.minimal.replacing("form: guided", with: "form: \(form.name)")
      let settings = try Scenario(text: text, name: "x").strategies[0].settings
      #expect(settings == ["openness": form.openness, "centrality": form.centrality])
    }
    for network in Network.allCases {
      let text = Self.minimal + "\ncontext: {network: \(network.rawValue)}"
      #expect(try Scenario(text: text, name: "x").network == network)
    }
    for generator in Generator.allCases {
      let text = Self.minimal + "\ngenerator: \(generator.rawValue)"
      #expect(try Scenario(text: text, name: "x").generator == generator)
    }
  }

  @Test(
    "Decimal notation is read exactly",
    arguments: [
      ("0.2", 0.2), ("1", 1), ("1.", 1), (".5", 0.5), ("+0.5", 0.5), ("5e-1", 0.5),
      ("0.50e0", 0.5), ("0", 0), ("0.1", 0.1), ("1E-3", 0.001), ("-0", -0.0),
    ])
  func numbers(text: String, value: Double) throws {
    let scenario = try Scenario(
      text: Self.minimal + "\ncontext: {press_scrutiny: \(text)}", name: "x")
    #expect(scenario.parameters["press_scrutiny"] == value)
  }

  @Test("Aliases may stand for values")
  func aliases() throws {
    let text = """
      format: 1
      name: aliases
      question: Do aliases work?
      context:
        press_scrutiny: &low 0.1
        general_fear: *low
      strategies:
        a: &base {form: guided, error_tolerance: 0.9}
        b: *base
      """
    let scenario = try Scenario(text: text, name: "x")
    #expect(scenario.parameters["general_fear"] == 0.1)
    #expect(scenario.strategies.map(\.name) == ["a", "b"])
    #expect(scenario.strategies[0].settings == scenario.strategies[1].settings)
  }

  @Test("Line ends of other systems, a byte order mark, quoted keys and JSON are YAML too")
  func spellings() throws {
    let scenario = try Scenario(text: Self.full, name: "x")
    let windows = try Scenario(text: Self.full.replacing("\n", with: "\r\n"), name: "x")
    #expect(windows.strategies == scenario.strategies)
    #expect(windows.kinds == scenario.kinds)
    let marked = try Scenario(text: "\u{FEFF}" + Self.full, name: "x")
    #expect(marked.strategies == scenario.strategies)
    let json = try Scenario(
      text: #"{"format":1,"name":"j","question":"JSON?","strategies":{"a":{"openness":0.3}}}"#,
      name: "x")
    #expect(json.strategies == [Strategy(name: "a", settings: ["openness": 0.3])])
  }

  @Test("The same text gives the same scenario")
  func reproducible() throws {
    let first = try Scenario(text: Self.full, name: "a")
    let second = try Scenario(text: Self.full, name: "b")
    #expect(first == second)
  }
}
