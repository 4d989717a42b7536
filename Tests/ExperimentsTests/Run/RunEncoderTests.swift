import CoCreation
import Tables
import Testing

@testable import Experiments

@Suite("Rows of runs")
struct RunEncoderTests {
  let encoder: RunEncoder

  init() throws {
    let scenario = try Village.scenario()
    encoder = RunEncoder(
      plan: try RunPlan(scenario), generator: scenario.generator,
      selection: TableSelection(Set(ResultTable.allCases)))
  }

  private func encode(_ numbers: Range<Int>, _ encoder: RunEncoder) -> Chunk {
    var worker = RunEncoder.Worker(encoder)
    return encoder.encode(numbers, &worker)
  }

  @Test("A run alone has the rows that it has among others")
  func alone() throws {
    let together = encode(0..<12, encoder)
    #expect(together.runs == 12 && together.last == 11 && together.failures == 0)
    for table in ResultTable.allCases {
      let backwards = try (0..<12).reversed().map { run in
        try #require(encode(run..<(run + 1), encoder).tables[table])
      }
      #expect(Array(backwards.reversed().joined()) == together.tables[table], "\(table)")
    }
  }

  @Test("Only the tables asked for have rows")
  func tables() throws {
    let few = RunEncoder(
      plan: encoder.plan, generator: encoder.generator, selection: TableSelection([.rounds]))
    let chunk = encode(2..<4, few)
    #expect(Set(chunk.tables.keys) == [.runs, .rounds, .failures])
    #expect(chunk.tables[.failures] == [])
    #expect(chunk.tables[.rounds]?.count { $0 == UInt8(ascii: "\n") } == 2 * 4)
  }

  @Test("Each task of a run has a row, and the run the tasks' sum or mean")
  func severalTasks() throws {
    let scenario = try Village.scenario(tasks: "[{name: care}, {name: parks, demand: 90}]")
    let encoder = RunEncoder(
      plan: try RunPlan(scenario), generator: scenario.generator,
      selection: TableSelection([.tasks]))
    let chunk = encode(0..<6, encoder)
    let (runs, tasks) = (try rows(.runs, chunk), try rows(.tasks, chunk))
    #expect(runs.count == 6 && tasks.count == 12)
    for (number, run) in runs.enumerated() {
      let own = Array(tasks[2 * number..<2 * number + 2])
      #expect(own.map { $0["task"] } == ["care", "parks"])
      #expect(own.allSatisfy { $0["run"] == run["run"] })
      #expect(own.map { $0["demand"] } == ["685", "90"])
      let costs = own.compactMap { Double($0["public_cost"] ?? "") }
      let cost = try #require(Double(run["public_cost"] ?? ""))
      #expect(costs.count == 2 && abs(costs[0] + costs[1] - cost) < 1e-6)
    }
  }

  @Test("With a single task its values are the run's")
  func oneTask() throws {
    let chunk = encode(0..<6, encoder)
    let tasks = try rows(.tasks, chunk).map { $0.filter { $0.key != "task" } }
    #expect(try rows(.runs, chunk) == tasks)
  }

  private func rows(_ table: ResultTable, _ chunk: Chunk) throws -> [[String: String]] {
    let text = String(decoding: try #require(chunk.tables[table]), as: UTF8.self)
    let names = table.schema.columns.map(\.name)
    return text.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(names, cells))
    }
  }

  @Test("A fault of a run names all it takes to repeat it")
  func fault() {
    let run = encoder.plan[3]
    let fault = RunFault(run, "public_cost came to inf")
    #expect(
      fault.description == "run 3 (point 0, strategy \(run.arm.strategy.name), replicate "
        + "\(run.replicate)): public_cost came to inf")
  }
}
