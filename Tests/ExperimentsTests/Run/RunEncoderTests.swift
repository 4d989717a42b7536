import CoCreation
import Testing

@testable import Experiments

@Suite("Rows of runs")
struct RunEncoderTests {
  let encoder: RunEncoder

  init() throws {
    let scenario = try Village.scenario()
    encoder = RunEncoder(
      plan: try RunPlan(scenario), generator: scenario.generator,
      tables: Set(ResultTable.allCases))
  }

  @Test("A run alone has the rows that it has among others")
  func alone() throws {
    let together = try encoder.encode(0..<12)
    #expect(together.runs == 0..<12)
    for table in ResultTable.allCases {
      let backwards = try (0..<12).reversed().map { run in
        try #require(try encoder.encode(run..<(run + 1)).tables[table])
      }
      #expect(Array(backwards.reversed().joined()) == together.tables[table], "\(table)")
    }
  }

  @Test("Only the tables asked for have rows")
  func tables() throws {
    let few = RunEncoder(plan: encoder.plan, generator: encoder.generator, tables: [.rounds])
    let chunk = try few.encode(2..<4)
    #expect(Set(chunk.tables.keys) == [.rounds])
    #expect(chunk.tables[.rounds]?.count { $0 == UInt8(ascii: "\n") } == 2 * 4)
  }

  @Test("A fault of a run names all it takes to repeat it")
  func fault() {
    let run = encoder.plan[3]
    let fault = RunFault(run, "public_cost came to inf")
    #expect(
      fault.description == "run 3 (strategy \(run.arm.strategy.name), replicate "
        + "\(run.replicate)): public_cost came to inf")
  }
}
