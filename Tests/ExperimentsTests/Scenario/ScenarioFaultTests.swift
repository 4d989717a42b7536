import Testing

@testable import Experiments

/// A scenario with a fault, and what the message must say.
struct BadScenario: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  /// The line and column expected, `nil` where the fault is in no line.
  let place: [Int]
  let path: String
  let pieces: [String]

  /// A fault in lines behind a good scenario, from line 6 of the file on.
  init(_ name: String, _ lines: String, at place: [Int], _ path: String, _ pieces: String...) {
    testDescription = name
    text = Self.good + lines + "\n"
    self.place = place
    self.path = path
    self.pieces = pieces
  }

  /// A fault in a whole text.
  init(_ name: String, whole: String, at place: [Int], _ path: String, _ pieces: String...) {
    testDescription = name
    text = whole
    self.place = place
    self.path = path
    self.pieces = pieces
  }

  static let good = """
    format: 1
    name: bad
    question: What is wrong?
    strategies:
      a: {form: guided}

    """
}

/// Each fault is found where it is, with what was found, what is allowed and the nearest name.
@Suite("Bad scenarios")
struct ScenarioFaultTests {
  @Test(
    "One fault each",
    arguments: tops + contexts + actors + strategies + syntax + phases + payments + former)
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

  static let tops: [BadScenario] = [
    .init("unknown key", "sed: 3", at: [6, 1], "sed", "unknown key", "| seed"),
    .init("no near name", "zebra: 3", at: [6, 1], "zebra", "unknown key", "replicates"),
    .init(
      "parameter at the top", "press_scrutiny: 0.2", at: [6, 1], "press_scrutiny",
      "context.press_scrutiny"),
    .init("actors at the top", "actors: {}", at: [6, 1], "actors", "context.actors"),
    .init(
      "until and contexts",
      "replicates: {contexts: 1, until: {metric: relevance, half_width: 1, at_most: 30}}",
      at: [6, 14], "replicates.contexts", "unknown key", "until alone"),
    .init(
      "rounds with a fraction", "rounds: 2.5", at: [6, 9], "rounds", "2.5", "whole number from 1"),
    .init("too many rounds", "rounds: 1201", at: [6, 9], "rounds", "1201", "to 1200"),
    .init("seed below 0", "seed: -1", at: [6, 7], "seed", "-1", "from 0 to 9223372036854775807"),
    .init(
      "seed above 2^63-1", "seed: 9223372036854775808", at: [6, 7], "seed", "found 9223372036"),
    .init("quoted seed", "seed: \"3\"", at: [6, 7], "seed", "the text \"3\""),
    .init("no replicates", "replicates: 0", at: [6, 13], "replicates", "from 1 to 1000000"),
    .init(
      "too many replicates", "replicates: {contexts: 2000, processes: 501}", at: [6, 1],
      "replicates", "2000 x 501", "at most 1000000"),
    .init(
      "half of replicates", "replicates: {contexts: 3}", at: [6, 1], "replicates.processes",
      "missing"),
    .init("list of replicates", "replicates: [1]", at: [6, 1], "replicates", "a list"),
    .init("generator", "generator: Philox", at: [6, 12], "generator", "| philox"),
    .init("empty description", "description: ''", at: [6, 14], "description", "text"),
    .init("number for text", "description: 3", at: [6, 14], "description", "found 3", "text"),
    .init("baseline", "baseline: b", at: [6, 11], "baseline", "a strategy of this file", "| a"),
    .init("baseline as a number", "baseline: 3", at: [6, 11], "baseline", "found 3"),
    .init("text root", whole: "hello", at: [1, 1], "", "the text \"hello\"", "a mapping"),
    .init("list root", whole: "[1]", at: [1, 1], "", "a list", "a mapping"),
    .init(
      "format", whole: BadScenario.good.replacing("format: 1", with: "format: 2"), at: [1, 9],
      "format", "found 2", "1, the only"),
    .init(
      "no format", whole: BadScenario.good.replacing("format: 1\n", with: ""), at: [1, 1],
      "format", "missing"),
    .init(
      "no name", whole: BadScenario.good.replacing("name: bad\n", with: ""), at: [1, 1], "name",
      "missing", "a-z, 0-9 and -"),
    .init(
      "capital in the name", whole: BadScenario.good.replacing("name: bad", with: "name: Bad"),
      at: [2, 7], "name", "Bad", "a-z, 0-9 and -"),
    .init(
      "no question", whole: BadScenario.good.replacing("question: What is wrong?\n", with: ""),
      at: [1, 1], "question", "missing"),
    .init(
      "no strategies", whole: "format: 1\nname: a\nquestion: b", at: [1, 1], "strategies",
      "missing", "at least one"),
    .init(
      "empty strategies", whole: "format: 1\nname: a\nquestion: b\nstrategies: {}", at: [4, 1],
      "strategies", "no strategy", "at least one"),
  ]

  static let contexts: [BadScenario] = [
    .init("no context", "context:", at: [6, 1], "context", "found nothing", "a mapping"),
    .init("unknown parameter", "context: {demnad: 3}", at: [6, 11], "context.demnad", "| demand"),
    .init(
      "form in a context", "context: {form: equal}", at: [6, 11], "context.form", "strategies"),
    .init(
      "quoted number", "context:\n  demand: \"250\"", at: [7, 11], "context.demand",
      "the text \"250\"", "a number from 1 to 1000000"),
    .init("below the range", "context:\n  demand: 0", at: [7, 11], "context.demand", "found 0"),
    .init(
      "above the range", "context:\n  demand: 1e7", at: [7, 11], "context.demand", "found 1e7"),
    .init(
      "fraction", "context:\n  choices: 6.5", at: [7, 12], "context.choices", "a whole number"),
    .init("NaN", "context:\n  demand: .nan", at: [7, 11], "context.demand", "found .nan"),
    .init("infinity", "context:\n  demand: -.inf", at: [7, 11], "context.demand", "found -.inf"),
    .init("overflow", "context:\n  demand: 1e999", at: [7, 11], "context.demand", "found 1e999"),
    .init("hexadecimal", "context:\n  demand: 0x10", at: [7, 11], "context.demand", "the text"),
    .init("leading zero", "context:\n  demand: 010", at: [7, 11], "context.demand", "the text"),
    .init("underscore", "context:\n  demand: 1_000", at: [7, 11], "context.demand", "the text"),
    .init("decimal comma", "context:\n  demand: 2,5", at: [7, 11], "context.demand", "2,5"),
    .init("truth", "context:\n  demand: true", at: [7, 11], "context.demand", "found true"),
    .init("list", "context:\n  demand: [1]", at: [7, 3], "context.demand", "found a list"),
    .init(
      "network", "context: {network: smallworld}", at: [6, 20], "context.network", "small_world"),
    .init(
      "rounds twice", "rounds: 3\ncontext: {rounds: 4}", at: [7, 11], "context.rounds",
      "at the top", "one of them"),
    .init(
      "shares above one", "context:\n  free_rider_share: 0.9", at: [7, 3],
      "context.free_rider_share", "= 1.121", "at most 1"),
    .init(
      "ruggedness of few choices", "context: {choices: 6, ruggedness: 6}", at: [6, 23],
      "context.ruggedness", "6 of 6", "below"),
    .init("no tasks", "context: {tasks: []}", at: [6, 11], "context.tasks", "a list"),
    .init(
      "task without a name", "context: {tasks: [{demand: 3}]}", at: [6, 19],
      "context.tasks[0].name", "missing"),
    .init(
      "rounds of a task", "context: {tasks: [{name: t, rounds: 3}]}", at: [6, 29],
      "context.tasks[0].rounds", "context.rounds"),
    .init(
      "unknown key of a task", "context: {tasks: [{name: t, demnad: 3}]}", at: [6, 29],
      "context.tasks[0].demnad", "| demand"),
    .init(
      "fault of a task", "context: {tasks: [{name: t, ruggedness: 12}]}", at: [6, 29],
      "context.tasks[0].ruggedness", "12 of 12"),
  ]

  static let strategies: [BadScenario] = [
    .init("unknown key", "  b: {openess: 0.3}", at: [6, 7], "strategies.b.openess", "| openness"),
    .init("form", "  b: {form: equals}", at: [6, 13], "strategies.b.form", "| equal"),
    .init(
      "in-house as a form", "  b: {form: in-house}", at: [6, 13], "strategies.b.form",
      "(in-house is no form: codesign_share: 0 and codelivery_share: 0)"),
    .init("nothing", "  b:", at: [6, 3], "strategies.b", "found nothing", "{} to set nothing"),
    .init("text", "  b: equal", at: [6, 6], "strategies.b", "the text \"equal\""),
    .init("name", "  b c: {}", at: [6, 3], "strategies.b c", "A-Z, a-z"),
    .init("rounds", "  b: {rounds: 3}", at: [6, 7], "strategies.b.rounds", "rounds at the top"),
    .init(
      "network", "  b: {network: ring}", at: [6, 7], "strategies.b.network", "context.network"),
    .init("range", "  b: {openness: 1.5}", at: [6, 17], "strategies.b.openness", "0 to 1"),
    .init(
      "form and axis", "  b: {form: equal, openness: 0.5}", at: [6, 20],
      "strategies.b.openness", "beside `form`", "one of them"),
    .init(
      "shares above one", "  b: {free_rider_share: 0.9}", at: [6, 7],
      "strategies.b.free_rider_share", "= 1.121", "at most 1"),
    .init(
      "ruggedness against the context", "  b: {ruggedness: 9}\ncontext: {choices: 8}",
      at: [6, 7], "strategies.b.ruggedness", "9 of 8"),
    .init("merge key", "  b: {<<: 3}", at: [6, 7], "strategies.b.<<", "unknown key"),
  ]
}
