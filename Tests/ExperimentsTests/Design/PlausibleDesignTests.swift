import CoCreation
import GSL
import Tables
import Testing

@testable import Experiments

/// Points that are plausible models.
@Suite("Plausible models")
struct PlausibleDesignTests {
  private static let assumed = Parameters.register.filter { $0.plausible != nil }.map(\.name)
  private static let disputed = Ablation.disputed.map { "without.\($0.name)" }
  /// What the scenario of ``Designed`` sets by itself.
  private static let known: Set = ["press_scrutiny", "stake"]

  private static func column(_ path: String, _ design: Design) throws -> [Double] {
    Designed.column(try #require(design.factors.firstIndex { $0.path == path }), design)
  }

  @Test(
    "It draws what is assumed and what is disputed, but not what the context sets",
    arguments: [
      ("plausible: 50", true), ("plausible: {models: 50}", true),
      ("plausible: {models: 50, mechanisms: true}", true),
      ("plausible: {models: 50, mechanisms: false}", false),
    ])
  func factors(text: String, hasMechanisms: Bool) throws {
    let design = try Designed.design("design: {\(text)}")
    #expect(design.isPlausible && design.count == 50)
    let parameters = Self.assumed.filter { !Self.known.contains($0) }
    #expect(design.factors.map(\.path) == parameters + (hasMechanisms ? Self.disputed : []))
    for (column, factor) in design.factors.enumerated() {
      let values = Designed.column(column, design)
      guard let range = factor.parameter?.plausible else {
        // In at half of the models, out at the other half.
        #expect(values.count { $0 == 1 } == 25 && values.count { $0 == 0 } == 25)
        continue
      }
      #expect(values.allSatisfy(range.contains), "\(factor.path)")
      #expect(values.allSatisfy(factor.allows))
    }
  }

  @Test("The command line asks for the same as the file, in place of its design")
  func overrides() throws {
    let file = try Designed.design("design: {plausible: 30}")
    for design in ["", "design: {grid: {demand: [1, 2]}}"] {
      let scenario = try Designed.scenario(design, .init(design: .plausible(models: 30)))
      #expect(scenario.design == file)
      #expect(scenario.overrides.design == nil)
    }
  }

  @Test("What is uncertain keeps its own distribution, and comes first")
  func uncertain() throws {
    let design = try Designed.design(
      """
      uncertain:
        trust_weight: {uniform: [5, 6]}
        actors.citizen.count: [10, 20]
        without.fear: [1]
        without.search: [0, 1]
      design: {plausible: 20}
      """)
    #expect(
      Array(design.factors.map(\.path).prefix(4)) == [
        "trust_weight", "actors.citizen.count", "without.fear", "without.search",
      ])
    #expect(Set(design.factors.map(\.path)).count == design.factors.count)
    #expect(try Self.column("trust_weight", design).allSatisfy { (5...6).contains($0) })
    #expect(try Self.column("without.fear", design) == [Double](repeating: 1, count: 20))
    #expect(try Set(Self.column("without.search", design)) == [0, 1])
  }

  @Test("What is set from outside is known, as what is set by every strategy or every task is")
  func known() throws {
    func paths(_ lines: String, _ overrides: ScenarioOverrides) throws -> Set<String> {
      let text = """
        format: 1
        name: known
        question: What if?
        \(lines)
        """
      return Set(
        try Scenario(text: text, name: "known.yaml", overrides: overrides).design.factors.map(
          \.path))
    }
    let models = ScenarioOverrides.DesignSource.plausible(models: 3)
    let plain = "strategies: {a: {}, b: {trust_weight: 1}}"
    let all = try paths(plain, .init(design: models))
    #expect(all == Set(Self.assumed + Self.disputed))
    let set = ScenarioOverrides(settings: [.init(key: "boldness", value: "0.4")], design: models)
    #expect(try paths(plain, set) == all.subtracting(["boldness"]))
    let ablations = [try #require(Ablation.named("fear")), try #require(Ablation.named("trust"))]
    let out = ablations.flatMap { $0.parameters + ["without.\($0.name)"] }
    #expect(all.contains("without.fear"))
    #expect(
      try paths(plain, .init(ablations: ablations, design: models)) == all.subtracting(out))
    let strategies = "strategies: {a: {trust_weight: 2}, b: {trust_weight: 1}}"
    #expect(try paths(strategies, .init(design: models)) == all.subtracting(["trust_weight"]))
    let tasks = """
      context: {tasks: [{name: x, choices: 9}, {name: y, choices: 10, boldness: 0.3}]}
      strategies: {a: {}}
      """
    #expect(try paths(tasks, .init(design: models)) == all.subtracting(["choices"]))
  }

  @Test("One model lies in each of N parts of a range, but where it was pulled back")
  func latin() throws {
    let design = try Designed.design("design: {plausible: 40}")
    let joined = Set(
      ModelConfiguration.rules(joining: Set(design.factors.map(\.path))).flatMap(\.joined))
    for (column, factor) in design.factors.enumerated() where !joined.contains(factor.path) {
      guard let range = factor.parameter?.plausible, !factor.isInteger else { continue }
      let strata = Designed.column(column, design).map {
        Int(($0 - range.lowerBound) / (range.upperBound - range.lowerBound) * 40)
      }
      #expect(strata.sorted() == Array(0..<40), "\(factor.path)")
    }
    // Whole numbers are as likely, at the ends too.
    let integers = design.factors.filter {
      $0.isInteger && !joined.contains($0.path) && $0.parameter?.plausible != nil
    }
    let name = try #require(integers.first).path
    let drawn = Dictionary(grouping: try Self.column(name, design), by: \.self)
    let whole = try #require(Parameters.parameter(name)?.plausible)
    #expect(drawn.count == Int(whole.upperBound - whole.lowerBound) + 1)
    let counts = drawn.values.map(\.count)
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 2)
  }

  @Test("Another factor changes no other's values; another seed does")
  func addresses() throws {
    let design = try Designed.design("design: {plausible: 25}")
    for lines in [
      "uncertain: {demand: {uniform: [10, 20]}}\ndesign: {plausible: 25}",
      "design: {plausible: {models: 25, mechanisms: false}}",
    ] {
      let other = try Designed.design(lines)
      for factor in other.factors where factor.path != "demand" {
        #expect(try Self.column(factor.path, design) == Self.column(factor.path, other))
      }
    }
    let set = try Designed.scenario(
      "design: {plausible: 25}", .init(settings: [.init(key: "boldness", value: "0.5")])
    ).design
    #expect(set.factors.count == design.factors.count - 1)
    for factor in set.factors {
      #expect(try Self.column(factor.path, design) == Self.column(factor.path, set))
    }
    let seeded = try Designed.design("design: {plausible: 25}", seed: 9)
    #expect(try Self.column("boldness", seeded) != Self.column("boldness", design))
  }

  @Test("Every configuration at every point holds, and impossible points are pulled back together")
  func rules() throws {
    // Of few choices only fewer can depend on each other.
    let scenario = try Designed.scenario(
      "design: {plausible: 400}", .init(settings: [.init(key: "choices", value: "5")]))
    let design = scenario.design
    for point in 0..<design.count {
      for strategy in scenario.strategies {
        _ = try scenario.configuration(for: strategy, at: point)
      }
    }
    let range = try #require(Parameters.parameter("ruggedness")?.plausible)
    let drawn = UnitCube(seed: scenario.seed, generator: .splitmix, axes: ["ruggedness"])
      .points(.latinHypercube(points: 400))
      .map { (range.lowerBound - 0.5 + $0 * (range.upperBound - range.lowerBound + 1)).rounded() }
    let values = try Self.column("ruggedness", design)
    let own = scenario.parameters["ruggedness"]
    var pulled = 0
    for (value, start) in zip(values, drawn) {
      let steps = (0...10).map { (own + (start - own) * Double(10 - $0) / 10).rounded() }
      #expect(value == steps.first { $0 < 5 })
      if value != start { pulled += 1 }
    }
    #expect(pulled > 0)
  }

  @Test("A point that only the uncertain makes impossible is a fault of the design")
  func impossible() throws {
    let lines = """
      uncertain: {free_rider_share: {uniform: [0.85, 0.95]}}
      design: {plausible: 5}
      """
    let error = try #require(throws: ScenarioFaults.self) { try Designed.scenario(lines) }
    let description = error.description
    #expect(description.contains("designed.yaml:9:10: design.plausible.point "), "\(description)")
    #expect(description.contains("allowed: a sum of at most 1"))
  }

  @Test("A mechanism at 1 is out as with --without, in phases too; at 0 it is in")
  func mechanism() throws {
    let lines = """
      design: {list: [{without.facilitation: 0, facilitation_hours: 3},
        {without.facilitation: 1, facilitation_hours: 3}]}
      """
    let text =
      Designed.start + "  late: {phases: [{from: 5, facilitation_hours: 2}]}\n" + lines + "\n"
    let scenario = try Scenario(text: text, name: "designed.yaml")
    let plain = try Scenario(
      text: text, name: "designed.yaml",
      overrides: .init(ablations: [try #require(.named("facilitation"))]))
    for strategy in scenario.strategies {
      let (first, second) = try (
        scenario.configuration(for: strategy, at: 0), scenario.configuration(for: strategy, at: 1)
      )
      #expect(first.parameters["facilitation_hours"] == 3)
      #expect(second == (try plain.configuration(for: strategy, at: 0)))
      #expect(second.parameters["facilitation_hours"] == 0)
      #expect(second.course.allSatisfy { $0.settings["facilitation_hours"] == 0 })
      #expect(first.course.allSatisfy { $0.settings["facilitation_hours"] == 2 })
    }
  }

  @Test("Its table read again is the same points, mechanisms included")
  func table() throws {
    let place = try ResultsPlace()
    let scenario = try Designed.scenario("design: {plausible: 30}")
    try place.write(
      String(decoding: scenario.design.encode().bytes, as: UTF8.self), to: "design.csv")
    let again = try Designed.scenario(
      "design: {plausible: 7}", .init(design: .file(place.path("design.csv"))))
    #expect(again.design.values == scenario.design.values)
    #expect(again.design.factors == scenario.design.factors)
    #expect(!again.design.isPlausible)
    for point in 0..<30 {
      for index in scenario.strategies.indices {
        #expect(
          again.configuration(ofStrategy: index, at: point)
            == scenario.configuration(ofStrategy: index, at: point))
      }
    }
  }

  @Test("One model and the most that there may be", arguments: [1, 100_000])
  func sizes(models: Int) throws {
    let design = try Designed.design("design: {plausible: \(models)}")
    #expect(design.count == models)
  }

  @Test("Its notes do not tell of what strategies set by themselves")
  func notes() throws {
    #expect(try Designed.scenario("design: {plausible: 40}").designNotes.isEmpty)
  }
}
