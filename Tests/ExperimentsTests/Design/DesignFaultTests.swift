import CoCreation
import Testing

@testable import Experiments

/// What may be wrong with a design, each where it is.
@Suite("Bad designs")
struct DesignFaultTests {
  @Test("One fault each", arguments: kinds + factors + levels + samples + rules)
  func one(bad: BadScenario) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: bad.text, name: "bad.yaml")
    }
    #expect(error.faults.count == 1, "\(error)")
    let fault = try #require(error.faults.first)
    #expect([fault.line, fault.column].compactMap { $0 } == bad.place, "\(error)")
    #expect(fault.path == bad.path)
    let shown = "\(fault.found) | \(fault.allowed) | \(fault.suggestion ?? "")"
    for piece in bad.pieces { #expect(shown.contains(piece), "\(shown)") }
  }

  static let kinds: [BadScenario] = [
    .init("no kind", "design: {}", at: [6, 1], "design", "found 0 kinds", "one kind"),
    .init("a number", "design: 3", at: [6, 9], "design", "found 3", "one kind"),
    .init(
      "unknown kind", "design: {sobl: 3}", at: [6, 10], "design.sobl", "unknown key", "| sobol"),
    .init(
      "two kinds", "design: {list: [{stake: 1}], grid: {stake: [1]}}", at: [6, 1], "design",
      "found 2 kinds"),
    .init(
      "nothing to draw from", "design: {sobol: 8}", at: [6, 10], "design.sobol",
      "found it without `uncertain`"),
    .init(
      "nothing that draws", "uncertain: {stake: {uniform: [0, 1]}}", at: [6, 1], "uncertain",
      "found it without a design that draws", "sobol: 256"),
    .init(
      "a design that does not draw",
      "uncertain: {stake: {uniform: [0, 1]}}\ndesign: {grid: {stake: [1]}}", at: [6, 1],
      "uncertain", "found it beside a design that does not draw", "one of sobol, halton"),
    .init(
      "claims",
      """
      claims:
        - {claim: Some., source: s, metric: value, contrast: {a: 1}, expect: {above: 0}, effect: 1}
      design: {grid: {stake: [0, 1]}}
      """, at: [6, 1], "claims", "found claims beside a design"),
  ]

  static let factors: [BadScenario] = [
    .init(
      "unknown parameter", "design: {grid: {press_scrutny: [0.1]}}", at: [6, 17],
      "design.grid.press_scrutny", "unknown factor", "| press_scrutiny"),
    .init(
      "no near name", "design: {grid: {zebra: [1]}}", at: [6, 17], "design.grid.zebra",
      "unknown factor", "a parameter (cocreate params), actors.<kind>.count"),
    .init(
      "no number", "design: {grid: {network: [1]}}", at: [6, 17], "design.grid.network",
      "unknown factor"),
    .init(
      "unknown kind", "design: {grid: {actors.citzen.count: [1]}}", at: [6, 17],
      "design.grid.actors.citzen.count", "none of the actors is called citzen",
      "| actors.citizen.count"),
    .init(
      "not a count", "design: {grid: {actors.citizen.hours: [1]}}", at: [6, 17],
      "design.grid.actors.citizen.hours", "unknown factor", "| actors.citizen.count"),
    .init(
      "unknown task", "design: {grid: {tasks.parks.stake: [1]}}", at: [6, 17],
      "design.grid.tasks.parks.stake", "none of the tasks is called parks", "tasks.task.stake"),
    .init(
      "municipal", "design: {grid: {tasks.task.rounds: [1]}}", at: [6, 17],
      "design.grid.tasks.task.rounds", "a parameter of the municipality", "| rounds"),
    .init(
      "unknown strategy", "design: {grid: {strategies.aa.stake: [1]}}", at: [6, 17],
      "design.grid.strategies.aa.stake", "none of the strategies is called aa",
      "| strategies.a.stake"),
    .init(
      "unknown parameter of a strategy", "design: {grid: {strategies.a.stak: [1]}}", at: [6, 17],
      "design.grid.strategies.a.stak", "unknown factor", "| strategies.a.stake"),
    .init(
      "rounds", "design: {grid: {strategies.a.rounds: [1]}}", at: [6, 17],
      "design.grid.strategies.a.rounds", "the number of months", "| rounds"),
    .init(
      "half a path", "design: {grid: {strategies.a: [1]}}", at: [6, 17],
      "design.grid.strategies.a", "unknown factor", "strategies.<strategy>.<parameter>"),
    .init(
      "form of a strategy that chooses",
      whole: BadScenario.good.replacing("{form: guided}", with: "{adapt: {}}")
        + "design: {grid: {strategies.a.openness: [1]}}", at: [6, 17],
      "design.grid.strategies.a.openness", "found openness of a strategy that chooses"),
  ]

  static let levels: [BadScenario] = [
    .init("no factor", "design: {grid: {}}", at: [6, 10], "design.grid", "no factor"),
    .init(
      "no levels", "design: {grid: {stake: []}}", at: [6, 17], "design.grid.stake", "no value"),
    .init(
      "one number", "design: {grid: {stake: 1}}", at: [6, 24], "design.grid.stake", "found 1",
      "[<value>, ...] or {range"),
    .init(
      "out of range", "design: {grid: {press_scrutiny: [0.5, 1.5]}}", at: [6, 39],
      "design.grid.press_scrutiny[1]", "found 1.5", "a number from 0 to 1"),
    .init(
      "no whole number", "design: {grid: {actors.citizen.count: [2.5]}}", at: [6, 40],
      "design.grid.actors.citizen.count[0]", "found 2.5", "a whole number from 0"),
    .init(
      "no number", "design: {grid: {stake: [.nan]}}", at: [6, 25], "design.grid.stake[0]",
      "found .nan"),
    .init(
      "half a range", "design: {grid: {stake: {range: [0, 1]}}}", at: [6, 25],
      "design.grid.stake.range", "a list", "[start, step, stop]"),
    .init(
      "no step", "design: {grid: {stake: {range: [0, 0, 1]}}}", at: [6, 36],
      "design.grid.stake.range[1]", "a step of 0 from 0 to 1"),
    .init(
      "a step away", "design: {grid: {stake: {range: [0, -1, 1]}}}", at: [6, 36],
      "design.grid.stake.range[1]", "a step of -1"),
    .init(
      "endless steps", "design: {grid: {stake: {range: [0, 1e-300, 1]}}}", at: [6, 25],
      "design.grid.stake.range", "more than 1000000 values"),
    .init(
      "a range beyond", "design: {grid: {press_scrutiny: {range: [0, 0.5, 2]}}}", at: [6, 34],
      "design.grid.press_scrutiny.range", "found 1.5 in the range"),
    .init(
      "too many points",
      "design: {grid: {stake: {range: [0, 1e-3, 1]}, demand: {range: [1, 1, 1000]}}}", at: [6, 10],
      "design.grid", "found 1001000 points", "at most 1000000"),
    .init(
      "far too many points",
      "design: {grid: {"
        + [
          "stake", "press_scrutiny", "openness", "centrality", "error_tolerance", "diversity",
          "lottery",
        ].map { "\($0): {range: [0, 1e-3, 1]}" }.joined(separator: ", ") + "}}", at: [6, 10],
      "design.grid", "found far too many points", "at most 1000000"),
    .init("no points", "design: {list: []}", at: [6, 10], "design.list", "a list"),
    .init(
      "no factor in a list", "design: {list: [{}]}", at: [6, 17], "design.list[0]", "no factor"),
    .init(
      "a factor is missing", "design: {list: [{stake: 1, demand: 5}, {stake: 1}]}", at: [6, 40],
      "design.list[1].demand", "missing"),
    .init(
      "another factor", "design: {list: [{stake: 1}, {stake: 1, demand: 5}]}", at: [6, 40],
      "design.list[1].demand", "unknown key", "the factors of the first point"),
    .init(
      "a value of a list", "design: {list: [{stake: 1}, {stake: one}]}", at: [6, 37],
      "design.list[1].stake", "the text \"one\""),
    .init(
      "a base that is no single value",
      whole: """
        format: 1
        name: bad
        question: What is wrong?
        context: {tasks: [{name: one, stake: 1}, {name: two}]}
        strategies: {a: {}}
        design: {one_at_a_time: {strategies.a.stake: [0]}}
        """, at: [6, 10], "design.one_at_a_time.strategies.a.stake", "no value of its own"),
  ]

  private static let uncertain = "uncertain: {stake: {uniform: [0, 1]}}\n"

  static let samples: [BadScenario] = [
    .init("no factor", "uncertain: {}\ndesign: {sobol: 8}", at: [6, 1], "uncertain", "no factor"),
    .init(
      "no points", uncertain + "design: {sobol: 0}", at: [7, 17], "design.sobol", "found 0",
      "from 1 to 1000000"),
    .init(
      "a list", uncertain + "design: {lhs: [3]}", at: [7, 10], "design.lhs", "a list",
      "or {points: ...}"),
    .init(
      "unknown option", uncertain + "design: {lhs: {points: 3, shift: true}}", at: [7, 27],
      "design.lhs.shift", "unknown key"),
    .init(
      "points are missing", uncertain + "design: {sobol: {shift: false}}", at: [7, 10],
      "design.sobol.points", "missing"),
    .init(
      "no truth value", uncertain + "design: {sobol: {points: 4, shift: 1}}", at: [7, 36],
      "design.sobol.shift", "found 1", "true or false"),
    .init(
      "odd levels", uncertain + "design: {morris: {trajectories: 4, levels: 5}}", at: [7, 44],
      "design.morris.levels", "found 5", "an even number"),
    .init(
      "too many points", uncertain + "design: {saltelli: 300000}", at: [7, 10], "design.saltelli",
      "found 1200000 points"),
    .init(
      "no ends", "uncertain: {demand: {gamma: [2, 100]}}\ndesign: {morris: 4}", at: [6, 13],
      "uncertain.demand", "a distribution without ends", "uniform, beta"),
    .init(
      "ends outside", "uncertain: {press_scrutiny: {uniform: [0.5, 1.5]}}\ndesign: {lhs: 4}",
      at: [6, 13], "uncertain.press_scrutiny", "uniform with values from 0.5 to 1.5, of which 1.5",
      "a number from 0 to 1"),
    .init(
      "a level outside", "uncertain: {press_scrutiny: [0.5, 1.5]}\ndesign: {lhs: 4}",
      at: [6, 35], "uncertain.press_scrutiny[1]", "found 1.5"),
    .init(
      "a bad distribution", "uncertain: {stake: {beta: [0, 1]}}\ndesign: {lhs: 4}",
      at: [6, 21], "uncertain.stake.beta.a", "found 0"),
    .init(
      "too many factors for Saltelli",
      "uncertain:\n" + many(21) + "design: {saltelli: 4}", at: [28, 10], "design.saltelli",
      "found 21 uncertain factors", "at most 20"),
    .init(
      "too many factors for Sobol'", "uncertain:\n" + many(41) + "design: {sobol: 4}",
      at: [48, 10],
      "design.sobol", "found 41 uncertain factors", "at most 40"),
  ]

  private static func many(_ count: Int) -> String {
    Parameters.register.prefix(count).map { "  \($0.name): [\(short($0.defaultValue))]\n" }.joined()
  }

  static let rules: [BadScenario] = [
    .init(
      "shares above one", "design: {list: [{free_rider_share: 0.1}, {free_rider_share: 0.9}]}",
      at: [6, 42], "design.list[1]", "found free_rider_share + triangle_share", "at point 1",
      "a sum of at most 1"),
    .init(
      "ruggedness of all choices", "design: {grid: {choices: [12, 4]}}", at: [6, 10],
      "design.grid.point 1", "choices under a at point 1", "below `choices`"),
    .init(
      "nobody outside", "design: {list: [{actors.citizen.count: 0}]}", at: [6, 17],
      "design.list[0]", "no external actor whom the task concerns under a at point 0"),
  ]

  @Test("Values of an unbounded distribution that are not allowed are named, then counted")
  func drawn() throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario(
        "uncertain: {press_scrutiny: {gaussian: [0, 1]}}\ndesign: {monte_carlo: 100}")
    }
    #expect(error.faults.count == 4, "\(error)")
    #expect(error.faults.allSatisfy { $0.path == "uncertain.press_scrutiny" && $0.line == 8 })
    #expect(error.faults[0].found.contains(" at point "))
    #expect(error.faults[3].found.hasSuffix("more points that are not allowed"))
  }

  @Test("A hundred thousand bad points are so many faults and no more")
  func many() throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario("design: {grid: {free_rider_share: {range: [0.9, 1e-6, 1]}}}")
    }
    #expect((100...201).contains(error.faults.count))
  }
}
