import GSL
import Testing

@testable import Experiments

@Suite("Files of cases")
struct CaseFileTests {
  private func text(_ kernel: String) -> String {
    """
    format: 1
    name: cases
    question: Is it known?
    cases:
      - case: It is.
        source: someone
        repeats: 10
        seed: 3
        expect: {equals: 1, errors: 3}
    \(kernel.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))

    """
  }

  private func read(_ kernel: String) throws -> KernelCase {
    guard case .cases(let file) = try VerificationFile(text: text(kernel), name: "x") else {
      throw ScenarioFaults(file: "not cases", faults: [])
    }
    return try #require(file.cases.first)
  }

  @Test("Every kernel is read with its inputs")
  func kernels() throws {
    let opinions = try read("kernel: bounded_confidence\nactors: 100\nbound: 0.2\nconvergence: 0.5")
    #expect(opinions.kernel == .boundedConfidence(actors: 100, bound: 0.2, convergence: 0.5))
    #expect(opinions.repeats == 10 && opinions.seed == 3 && opinions.text == "It is.")
    #expect(opinions.expectation == .agreeing(1, errors: 3))
    #expect(
      try read("kernel: nk_landscape\nchoices: 6\nruggedness: 5\nmeasure: local_optima").kernel
        == .landscape(choices: 6, ruggedness: 5, measure: .localOptima))
    let gamma = try Distribution(.gamma(shape: 2, scale: 4))
    #expect(
      try read("kernel: gini\ndistribution: {gamma: [2, 4]}\nsize: 9").kernel
        == .gini(gamma, size: 9))
    #expect(
      try read("kernel: distribution\ndistribution: {gamma: [2, 4]}\nmeasure: fit").kernel
        == .distribution(gamma, measure: .fit))
    #expect(
      try read("kernel: weighted_voting\nvoters: 2\ncompetence: 0.6\nthreshold: 0.5").kernel
        == .weightedVoting(weights: [0.5, 0.5], competence: 0.6, threshold: 0.5))
  }

  @Test(
    "One fault each",
    arguments: [
      ("kernel: bounded_confidnce", "cases[0].kernel", "bounded_confidence"),
      (
        "kernel: bounded_confidence\nactors: 1\nbound: 0.2\nconvergence: 0.5", "cases[0].actors",
        "from 2"
      ),
      (
        "kernel: nk_landscape\nchoices: 6\nruggedness: 6\nmeasure: local_optima",
        "cases[0].ruggedness", "0 to 5"
      ),
      (
        "kernel: nk_landscape\nchoices: 6\nruggedness: 5\nmeasure: optima", "cases[0].measure",
        "local_optima"
      ),
      (
        "kernel: gini\ndistribution: {gamma: [2, -4]}\nsize: 9",
        "cases[0].distribution.gamma.scale",
        "above 0"
      ),
      (
        "kernel: gini\ndistribution: 3\nsize: 9\nmeasure: fit", "cases[0].measure", "distribution"
      ),
      (
        "kernel: weighted_voting\nweights: [0.5, 0.6]\ncompetence: 0.6\nthreshold: 0.5",
        "cases[0].weights", "sum 1"
      ),
      (
        "kernel: weighted_voting\nvoters: 3\ncompetence: 1.6\nthreshold: 0.5",
        "cases[0].competence", "0 to 1"
      ),
    ])
  func faults(kernel: String, path: String, piece: String) throws {
    let error = try #require(throws: ScenarioFaults.self) { try read(kernel) }
    #expect(error.faults.count == 1, "\(error)")
    #expect(error.faults.first?.path == path)
    let shown = "\(error.faults.first?.allowed ?? "") \(error.faults.first?.suggestion ?? "")"
    #expect(shown.contains(piece), "\(error)")
  }

  @Test("A file of cases is no scenario, and a scenario no file of cases")
  func kinds() throws {
    let cases = text("kernel: gini\ndistribution: 3\nsize: 9")
    #expect(throws: ScenarioFaults.self) { try Scenario(text: cases, name: "x") }
    guard case .scenario = try VerificationFile(text: BadScenario.good, name: "x") else {
      Issue.record("a scenario was read as cases")
      return
    }
    let none = try #require(throws: ScenarioFaults.self) {
      try VerificationFile(text: "format: 1\nname: a\nquestion: b?\ncases: []\n", name: "x")
    }
    #expect(none.faults.map(\.path) == ["cases"])
  }
}
