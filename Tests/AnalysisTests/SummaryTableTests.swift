import Analysis
import Tables
import Testing

@Suite("Table of summaries")
struct SummaryTableTests {
  static let runs = """
    experiment,point,strategy,replicate,public_cost,trust
    town,0,in-house,0,10,
    town,0,guided,0,7,0.5
    town,0,in-house,1,20,
    town,0,guided,1,17,
    town,0,in-house,2,30,
    town,0,guided,2,27,

    """

  static let header =
    "experiment,point,strategy,metric,runs,n,contexts,mean,sd,se,ci_low,ci_high,q05,median,q95\n"

  private func text(_ runs: String, _ metrics: [String], baseline: String?) throws -> String {
    let rows = try SummaryTable.encode(try runTable(runs, metrics: metrics), baseline: baseline)
    return String(decoding: rows.bytes, as: UTF8.self)
  }

  @Test("Rows are by strategy and metric, with net savings behind; missing numbers are empty")
  func rows() throws {
    let rows = try text(Self.runs, ["trust", "public_cost"], baseline: "in-house")
      .split(separator: "\n").map(String.init)
    try #require(rows.count == 7)
    #expect(rows[0] + "\n" == Self.header)
    #expect(rows[1] == "town,0,in-house,trust,3,0,0,,,,,,,,")
    #expect(rows[3] == "town,0,in-house,net_saving,3,3,3,0,0,0,0,0,0,0,0")
    #expect(rows[4] == "town,0,guided,trust,3,1,1,0.5,,,,,0.5,0.5,0.5")
    #expect(rows[6] == "town,0,guided,net_saving,3,3,3,3,0,0,3,3,3,3,3")
    for (row, start, mean) in [
      (rows[2], "town,0,in-house,public_cost,3,3,3,20,10,", 20.0),
      (rows[5], "town,0,guided,public_cost,3,3,3,17,10,", 17.0),
    ] {
      #expect(row.hasPrefix(start))
      let rest = row.dropFirst(start.count).split(separator: ",").compactMap { Double($0) }
      // 10 / sqrt(3), and that times SciPy's t.ppf(0.975, 2).
      let (error, halfWidth) = (5.773502691896258, 24.8413771175033)
      let expected = [error, mean - halfWidth, mean + halfWidth, mean - 9, mean, mean + 9]
      try #require(rest.count == expected.count)
      for (value, other) in zip(rest, expected) { #expect(abs(value - other) < 1e-7) }
    }
  }

  @Test("Every byte of a table without spread")
  func bytes() throws {
    let runs = "experiment,point,strategy,replicate,m\nt,0,a,0,2\nt,0,a,1,2\n"
    #expect(
      try text(runs, ["m"], baseline: "a") == Self.header + "t,0,a,m,2,2,2,2,0,0,2,2,2,2,2\n")
  }

  @Test("Without a baseline, or without costs, there are no net savings")
  func noSavings() throws {
    #expect(try !text(Self.runs, ["public_cost"], baseline: nil).contains("net_saving"))
    #expect(try !text(Self.runs, ["trust"], baseline: "in-house").contains("net_saving"))
  }

  @Test("A table without runs has a header only")
  func noRuns() throws {
    let runs = "experiment,point,strategy,replicate,public_cost\n"
    #expect(try text(runs, ["public_cost"], baseline: nil) == Self.header)
  }

  @Test("The schema names and describes every column")
  func schema() {
    #expect(SummaryTable.schema.fileName == "summary.csv")
    #expect(
      SummaryTable.schema.columns.map(\.name).joined(separator: ",") + "\n" == Self.header)
    for column in SummaryTable.schema.columns {
      #expect(!column.description.isEmpty, "\(column.name)")
    }
  }
}
