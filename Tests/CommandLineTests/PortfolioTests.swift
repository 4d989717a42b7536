import Foundation
import Testing

/// Several tasks, strategies that choose, and mechanisms taken out, through the built program.
@Suite("Portfolios, choosing strategies, ablations")
struct PortfolioTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private static let scenario = """
    format: 1
    name: portfolio
    question: Does choosing pay?
    rounds: 14
    replicates: 4
    context:
      budget_hours: 2000
      review_months: 3
      tasks:
        - {name: parks, demand: 100}
        - {name: care, demand: 300, stake: 1}
    strategies:
      fixed: {openness: 0.5, centrality: 0.5}
      chosen:
        choose:
          - {when: {stake: {above: 0.5}}, form: guided}
          - {form: facilitating}
        strategic_competence: 1
      phased:
        choose:
          - {when: {month: {below: 6}}, form: guided}
          - {form: equal}
        strategic_competence: 1
      learned: {adapt: {policy: ucb, forms: [guided, equal]}}

    """

  private func run(_ arguments: String...) throws -> Outcome {
    try folder.write(Self.scenario, to: "portfolio.yaml")
    return try Program.run(["run", "portfolio.yaml", "--quiet"] + arguments, in: folder)
  }

  @Test("tasks.csv has a row for each run and task, with the form that was chosen")
  func tasks() throws {
    #expect(try run().status == 0)
    let tasks = try Rows(folder.text("results/portfolio/tasks.csv"))
    #expect(tasks["task"] == (0..<16).flatMap { _ in ["parks", "care"] })
    for (index, strategy) in tasks["strategy"].enumerated() {
      let (openness, task) = (Double(tasks["mean_openness"][index]), tasks["task"][index])
      switch strategy {
      case "fixed": #expect(openness == 0.5)
      case "chosen": #expect(abs((openness ?? 0) - (task == "care" ? 0.2 : 0.8)) < 1e-12)
      case "phased":
        // Months 1 to 6, and 7 on.
        #expect(tasks["form_changes"][index] == "1")
      default: break
      }
    }
  }

  @Test("A run's money is the sum of its tasks', its ratios those of the sums")
  func sums() throws {
    #expect(try run().status == 0)
    let runs = try Rows(folder.text("results/portfolio/runs.csv"))
    let tasks = try Rows(folder.text("results/portfolio/tasks.csv"))
    func numbers(_ rows: Rows, _ column: String) -> [Double] {
      rows[column].map { Double($0) ?? .nan }
    }
    let (value, cost) = (numbers(tasks, "value"), numbers(tasks, "public_cost"))
    let all = numbers(runs, "public_cost")
    for (run, ratio) in numbers(runs, "value_per_public_euro").enumerated() {
      let sum = value[2 * run] + value[2 * run + 1]
      let costs = cost[2 * run] + cost[2 * run + 1]
      #expect(abs(all[run] - costs) < 1e-6 * costs)
      #expect(abs(ratio - sum / costs) < 1e-9)
      // One budget: no more is spent than there is and is owed.
      #expect(costs <= 2000 * 45 * 14 * 1.5)
    }
  }

  @Test("With a single task there is no tasks.csv")
  func single() throws {
    try folder.write(Sample.scenario, to: "small.yaml")
    #expect(try Program.run(["run", "small.yaml", "--quiet"], in: folder).status == 0)
    #expect(!(try folder.names(in: "results/small").contains("tasks.csv")))
  }

  @Test("--without takes mechanisms out of every strategy and task, and is written down")
  func without() throws {
    #expect(try run("--without", "failure,compliance", "--without", "noise,growth").status == 0)
    let tasks = try Rows(folder.text("results/portfolio/tasks.csv"))
    #expect(Set(tasks["failures"]) == ["0"] && Set(tasks["violations"]) == ["0"])
    #expect(Set(tasks["demand_growth"]) == ["0"])
    let manifest =
      try JSONSerialization.jsonObject(
        with: folder.data("results/portfolio/manifest.json")) as? [String: Any]
    let scenario = manifest?["scenario"] as? [String: Any]
    #expect(scenario?["without"] as? [String] == ["failure", "compliance", "noise", "growth"])
  }

  @Test("An unknown mechanism is bad input, with the nearest name")
  func unknown() throws {
    let outcome = try run("--without", "pres")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean press?"))
    #expect(!(try folder.names().contains("results")))
  }

  @Test("params --neutral lists every mechanism that --without knows")
  func neutral() throws {
    let list = try Program.run(["params", "--neutral"], in: folder)
    #expect(list.status == 0)
    let names = list.output.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: " ").first.map(String.init) }
      .prefix { $0 != "Take" }
    #expect(names.count > 40)
    let outcome = try run("--without", names.joined(separator: ","))
    #expect(outcome.status == 0)
  }
}
