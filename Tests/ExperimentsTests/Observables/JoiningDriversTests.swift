import GSL
import Testing

@testable import CoCreation
@testable import Experiments

/// Which driver of joining is the strongest.
@Suite("Drivers of joining")
struct JoiningDriversTests {
  @Test("Coefficients are standardised: independent columns have the correlations with joining")
  func standardised() throws {
    // A full factorial: columns do not go together, whatever their units.
    let rows = (0..<16).map { number in (0..<4).map { Double((number >> $0) & 1) } }
    let columns = (0..<4).map { column in rows.map { $0[column] * [1, 10, 0.1, 5][column] } }
    // Joined are those of the first driver, and one more.
    let joined = rows.enumerated().map { $0.offset == 2 ? 1 : $0.element[0] }
    let drivers = try #require(JoiningDrivers(columns, joined: joined))
    // Correlations of the four indicators with the response, by hand: mean 9/16.
    let deviation = (9.0 / 16 * 7 / 16).squareRoot() * 0.5
    func correlation(_ both: Double) -> Double { (both / 16 - 0.5 * 9 / 16) / deviation }
    #expect(abs(drivers[.efficacy] - correlation(8)) < 1e-12)
    #expect(abs(drivers[.trust] - correlation(5)) < 1e-12)
    #expect(abs(drivers[.contacts] - correlation(4)) < 1e-12)
    #expect(abs(drivers[.time] - correlation(4)) < 1e-12)
  }

  @Test("What nobody differs in drives nobody, and where all take part nothing is told")
  func degenerate() throws {
    let (varying, same) = ([1, 2, 3, 4, 5, 7.0], [2, 2, 2, 2, 2, 2.0])
    let drivers = try #require(
      JoiningDrivers([varying, same, same, same], joined: [0, 0, 0, 1, 1, 1]))
    #expect(drivers[.trust] == 0 && drivers[.time] == 0 && drivers[.efficacy] > 0.5)
    #expect(JoiningDrivers([varying, same, same, same], joined: [1, 1, 1, 1, 1, 1]) == nil)
    #expect(JoiningDrivers([same, same, same, same], joined: [0, 0, 0, 1, 1, 1]) == nil)
  }

  @Test(
    "Where a single driver decides who comes it leads in runs of the model",
    arguments: [
      ("trust", "efficacy_over_trust", -1), ("efficacy", "efficacy_over_trust", 1),
      ("efficacy", "efficacy_over_contacts", 1), ("efficacy", "efficacy_over_time", 1),
      ("resources", "efficacy_over_time", -1), ("contacts", "efficacy_over_contacts", -1),
    ])
  func decisive(driver: String, name: String, sign: Double) throws {
    let others = ["motives", "trust", "contacts", "resources", "efficacy"].filter { $0 != driver }
    let scenario = try Scenario(
      text: """
        format: 1
        name: small
        question: Is it so?
        rounds: 6
        replicates: 8
        context:
          without: [closure, \(others.joined(separator: ", "))]
          initial_join_external: 0.1
          monthly_join_external: 0.02
        strategies: {a: {form: empowering}}

        """, name: "small.yaml")
    let quantity = Quantity.observable(name)
    let samples = try RunSamples(
      RunPlan(scenario), generator: .splitmix, quantities: [quantity], threads: 2)
    let leads = samples.values(of: quantity, under: "a").compactMap(\.self)
    #expect(leads.count == 8)
    #expect(leads.reduce(0, +) / 8 * sign > 0.02, "\(leads)")
  }

  @Test("Runs are recorded as far as what is read off them needs it")
  func needs() {
    func needs(_ names: String...) -> Observation {
      RunSamples.observation(for: names.map { .observable($0) } + [.run("quality")])
    }
    #expect(needs() == Observation())
    #expect(needs("hours_per_participant", "quality_rose") == Observation())
    #expect(needs("retention_12_months").events && !needs("retention_12_months").actors)
    let both = needs("retention_12_months", "efficacy_over_time")
    #expect(both.events && both.actors)
  }
}
