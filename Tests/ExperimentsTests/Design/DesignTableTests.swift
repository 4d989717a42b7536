import CoCreation
import Tables
import Testing

@testable import Experiments

/// Designs in tables, written and read.
@Suite("Tables of points")
struct DesignTableTests {
  private let place: ResultsPlace

  init() throws { place = try ResultsPlace() }

  private static let sampled = """
    uncertain:
      press_scrutiny: {uniform: [0.05, 0.5]}
      demand: {gamma: [2, 1000]}
      strategies.guided.facilitation_hours: {beta: [0.5, 0.5]}
      actors.citizen.count: {poisson: [30]}
    design: {sobol: 64}
    """

  @Test("The table has the point and the paths, with units and meaning")
  func schema() throws {
    let design = try Designed.design(Self.sampled)
    let columns = design.schema.columns
    #expect(design.schema.fileName == "design.csv")
    #expect(
      columns.map(\.name) == [
        "point", "press_scrutiny", "demand", "strategies.guided.facilitation_hours",
        "actors.citizen.count",
      ])
    #expect(columns.map(\.kind) == [.integer, .number, .number, .number, .integer])
    #expect(columns[2].unit == "units/month")
    #expect(columns[3].description.hasSuffix("Under this strategy."))
    let rows = String(decoding: design.encode().bytes, as: UTF8.self).split(separator: "\n")
    #expect(rows.count == 65)
    #expect(rows[1].hasPrefix("0,"))
  }

  @Test("A table fed back gives the same scenario to the last bit")
  func roundTrip() throws {
    let scenario = try Designed.scenario(Self.sampled)
    try place.write(String(decoding: scenario.design.encode().bytes, as: UTF8.self), to: "d.csv")
    let again = try Designed.scenario(Self.sampled, .init(design: .file(place.path("d.csv"))))
    #expect(again == scenario)
    #expect(again.design.values.map(\.bitPattern) == scenario.design.values.map(\.bitPattern))
    let points = ScenarioOverrides.DesignSource.points(
      factors: scenario.design.factors.map(\.path), values: scenario.design.values)
    #expect(try Designed.scenario(Self.sampled, .init(design: points)) == scenario)
  }

  @Test("Negative zero, the smallest and long numbers survive")
  func numbers() throws {
    let design = try Designed.design(
      "design: {list: [{early_wins: -0.0}, {early_wins: 5e-324}, {early_wins: -1.2345678901234567e-5}]}"
    )
    try place.write(String(decoding: design.encode().bytes, as: UTF8.self), to: "d.csv")
    let again = try Designed.scenario("", .init(design: .file(place.path("d.csv")))).design
    #expect(again.values.map(\.bitPattern) == design.values.map(\.bitPattern))
    #expect(design.values[0].sign == .plus)
  }

  @Test("The single point can be fed back too")
  func single() throws {
    try place.write(String(decoding: Design.single.encode().bytes, as: UTF8.self), to: "d.csv")
    #expect(try place.text("d.csv") == "point\n0\n")
    #expect(try Designed.scenario("", .init(design: .file(place.path("d.csv")))).design == .single)
    #expect(
      try Designed.scenario("", .init(design: .points(factors: [], values: []))).design == .single)
  }

  @Test("A file is looked for from the folder of the scenario; point and the final break may lack")
  func relative() throws {
    try place.write("stake,demand\r\n0.5,10\r\n1,20", to: "points/p.csv")
    try place.write(Designed.start + "design: {csv: points/p.csv}\n", to: "s.yaml")
    let scenario = try Scenario.read(file: place.path("s.yaml"))
    #expect(Designed.rows(scenario.design) == [[0.5, 10], [1, 20]])
    guard case .scenario(let other) = try VerificationFile.read(file: place.path("s.yaml")) else {
      Issue.record("not a scenario")
      return
    }
    #expect(other == scenario)
    // Later the text is all there is.
    let again = try Scenario(
      text: scenario.text, name: "s.yaml",
      overrides: .init(
        design: .points(
          factors: scenario.design.factors.map(\.path), values: scenario.design.values)))
    #expect(again == scenario)
  }

  @Test("A design from outside replaces one that draws")
  func replacement() throws {
    try place.write("stake\n0.5\n", to: "d.csv")
    let scenario = try Designed.scenario(Self.sampled, .init(design: .file(place.path("d.csv"))))
    #expect(scenario.design.factors.map(\.path) == ["stake"])
  }

  @Test(
    "Faults have the line of the table",
    arguments: [
      ("stake\n0.5\n50\n", ":3: stake: found 50; allowed: a number from 0 to 20"),
      ("stake\n0.5\nx\n", ":3: stake: found x; allowed: a number from 0 to 20"),
      ("stake,demand\n0.5,3\n1,\n", ":3: demand: found nothing; allowed: a number from 1"),
      ("stake\n0.5,3\n", ":2: found 2 fields, the header has 1; allowed: a table"),
      ("stke\n0.5\n", ":1: stke: unknown factor; did you mean stake?"),
      ("stake,stake\n1,1\n", ":1: two columns are called \"stake\"; allowed: a table"),
      ("point,stake\n1,1\n2,1\n", ":2: point: found 1; allowed: 0, as points count from 0"),
      ("point,stake\n0,1\n0,1\n", ":3: point: found 0; allowed: 1, as points count from 0"),
      ("point,stake\n0,1\n,1\n", ":3: point: found nothing; allowed: 1, as points"),
      ("stake\n", ": no point; allowed: a row for each point"),
      ("point\n0\n1\n", ":1: no factor; allowed: a column for each factor"),
      ("", "the file is empty, not even a header line is there; allowed: a table"),
      ("free_rider_share\n0.2\n0.9\n", ":3: found free_rider_share + triangle_share"),
      ("stake\n\"0.5\n", "the file ends inside a quoted field"),
    ])
  func faults(text: String, expected: String) throws {
    try place.write(text, to: "d.csv")
    let error = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario("", .init(design: .file(place.path("d.csv"))))
    }
    #expect(error.faults.count == 1, "\(error)")
    #expect(error.description.hasPrefix(place.path("d.csv")), "\(error)")
    #expect(error.description.contains(expected), "\(error)")
  }

  @Test("A table that is not there is a fault of whoever names it")
  func absent() throws {
    let inside = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario("design: {csv: nowhere.csv}")
    }
    #expect(
      inside.description.hasPrefix("designed.yaml:8:15: design.csv: nowhere.csv: cannot open"),
      "\(inside)")
    let outside = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario("", .init(design: .file("nowhere.csv")))
    }
    #expect(
      outside.description.hasPrefix("designed.yaml: --design: nowhere.csv: cannot open"),
      "\(outside)")
  }

  @Test(
    "Points that were read before are checked again",
    arguments: [
      (["stke"], [1.0], "--design.stke: unknown factor; did you mean stake?"),
      (["stake"], [50.0], "--design.stake: found 50.0 at point 0; allowed: a number from 0 to 20"),
      (["stake"], [.nan], "--design.stake: found nan at point 0"),
      (["stake", "demand"], [1.0], "--design: found 1 values of 2 factors"),
      (["stake", "stake"], [1.0, 1], "--design: found a factor twice"),
      ([], [1.0], "--design: found 1 values of 0 factors"),
      (["stake"], [], "--design: found 0 values of 1 factors"),
    ])
  func points(factors: [String], values: [Double], expected: String) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario("", .init(design: .points(factors: factors, values: values)))
    }
    #expect(error.faults.count == 1, "\(error)")
    #expect(error.description.contains(expected), "\(error)")
  }
}
