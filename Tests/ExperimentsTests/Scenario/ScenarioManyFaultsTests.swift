import Tables
import Testing

@testable import Experiments

/// All faults of a file come at once, in the order of the file.
@Suite("Many faults")
struct ScenarioManyFaultsTests {
  @Test("Every fault of a file is listed, each on a line that editors can jump to")
  func many() throws {
    let text = """
      format: 2
      name: Four_Q
      desription: x
      rounds: 2.5
      seed: -1
      generator: philx
      context:
        press_scrutiny: "0.2"
        demand: .nan
        actors:
          citizen: {count: 2.5, side: publc}
          manager: {count: 1, hours: {gamma: {shape: -1, scale: 2}}}
      strategies:
        equal: {form: equal, openess: 0.2}
        share: {free_rider_share: 0.9, rounds: 3}
      baseline: equl
      """
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: text, name: "four-quadrants.yaml")
    }
    let shares = "found free_rider_share + triangle_share + other_share = 1.121"
    #expect(
      error.description.split(separator: "\n").map {
        $0.replacing("four-quadrants.yaml:", with: "")
      }
        == [
          "1:1: question: missing; allowed: text",
          "1:9: format: found 2; allowed: 1, the only format of this version",
          "2:7: name: found the text \"Four_Q\"; allowed: 1 to 64 of the characters a-z, 0-9 and -",
          "3:1: desription: unknown key; did you mean description?",
          "4:9: rounds: found 2.5; allowed: a whole number from 1 to 1200",
          "5:7: seed: found -1; allowed: a whole number from 0 to 9223372036854775807",
          "6:12: generator: found the text \"philx\"; did you mean philox?",
          "8:19: context.press_scrutiny: found the text \"0.2\"; allowed: a number from 0 to 1",
          "9:11: context.demand: found .nan; allowed: a number from 1 to 1000000",
          "11:22: context.actors.citizen.count: found 2.5; allowed: a whole number",
          "11:33: context.actors.citizen.side: found the text \"publc\"; did you mean public?",
          "12:41: context.actors.manager.hours.gamma.shape: found -1; "
            + "allowed: a finite number above 0",
          "14:24: strategies.equal.openess: unknown key; did you mean openness?",
          "15:11: strategies.share.free_rider_share: \(shares); allowed: a sum of at most 1",
          "15:34: strategies.share.rounds: unknown key; did you mean rounds at the top?",
          "16:11: baseline: found the text \"equl\"; did you mean equal?",
        ])
    #expect(error.description.hasPrefix("four-quadrants.yaml:1:1: question"))
  }

  @Test("Keys that are there twice do not hide other faults")
  func repeated() throws {
    let lines = """
      \u{20} b: {openness: 0.1, openness: 0.2, openess: 0.3, "openness": 0.4, centrality: 2}
      seed: 1
      'seed': 2
      zebra: 1
      seed: -3
      """
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: BadScenario.good + lines, name: "x")
    }
    #expect(
      error.faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.path) \($0.found)" } == [
        "6:22 strategies.b.openness the key again, after line 6",
        "6:37 strategies.b.openess unknown key",
        "6:51 strategies.b.openness the key again, after line 6",
        "6:80 strategies.b.centrality found 2",
        "8:1 seed the key again, after line 7",
        "9:1 zebra unknown key",
        "10:1 seed the key again, after line 7",
      ])
  }

  @Test("Keys that cannot be renamed are a fault all the same")
  func anchored() throws {
    let text = BadScenario.good + "&k seed: 1\nseed: 2\nzebra: 1\n"
    let error = try #require(throws: ScenarioFaults.self) { try Scenario(text: text, name: "x") }
    #expect(error.faults.map(\.found) == ["the key seed more than once in one mapping"])
    let many = (0..<60).map { "seed: \($0)\n" }.joined()
    let more = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: BadScenario.good + many, name: "x")
    }
    #expect(more.faults.count == 1)
  }

  @Test("A fault that all strategies share is told once")
  func shared() throws {
    let text =
      BadScenario.good + "  b: {}\n  c: {openness: 0.1}\ncontext: {free_rider_share: 0.9}\n"
    let error = try #require(throws: ScenarioFaults.self) { try Scenario(text: text, name: "x") }
    #expect(error.faults.count == 1)
    #expect(error.faults.first?.line == 8)
  }

  @Test("A context that every strategy mends is no fault")
  func mended() throws {
    let shares = "{free_rider_share: 0.5}"
    let text = BadScenario.good.replacing("{form: guided}", with: shares)
    _ = try Scenario(text: text + "context: {free_rider_share: 0.9}\n", name: "x")
  }

  @Test("A fault does not bring others in its train")
  func trains() throws {
    for lines in [
      "context: {actors: 3}", "context: {choices: 99, ruggedness: 9}", "context: {choices: x}",
      "context: {tasks: 3}", "context: {network: 3}",
    ] {
      let error = try #require(throws: ScenarioFaults.self) {
        try Scenario(text: BadScenario.good + lines, name: "x")
      }
      #expect(error.faults.count == 1, "\(error)")
    }
  }

  @Test("A file full of faults gives a bounded list")
  func bounded() throws {
    let keys = (0..<5000).map { "key\($0): 1\n" }.joined()
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: BadScenario.good + keys, name: "x")
    }
    #expect(error.faults.count == 201)
    #expect(error.faults.last?.found == "4800 more faults")
  }

  @Test(
    "The nearest name is near",
    arguments: [
      ("openess", "openness"), ("opennes", "openness"), ("cnetrality", "centrality"),
      ("Error-Tolerance", "error_tolerance"), ("sed", "seed"), ("x", nil), ("", nil),
      ("quite_something_else", nil),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    let known = ["openness", "centrality", "error_tolerance", "seed"]
    #expect(nearestName(to: name, among: known) == expected)
  }
}
