import GSL
import Testing

@testable import CoCreation
@testable import Experiments

/// Who stays for a year, by Kaplan-Meier.
@Suite("Retention")
struct RetentionTests {
  private static func spells(_ pairs: [(Int, Bool)]) -> [Spell] {
    pairs.map { Spell(months: $0.0, hasLeft: $0.1) }
  }

  @Test(
    "Shares that stay are multiplied over those who are still in view",
    arguments: [
      // Two of four leave at the second month, one goes out of view before.
      ([(1, false), (2, true), (2, true), (12, false), (13, true)], 0.5),
      // 4/5 at month 1, then 2/3 at month 3 of those three left.
      ([(1, true), (2, false), (3, true), (12, false), (12, false)], 0.8 * 2 / 3),
      // Leaving later than a year is staying; leaving in the twelfth month is not.
      ([(13, true), (12, true)], 0.5), ([(12, true)], 0),
      // Nobody in view for so long tells nothing.
      ([(11, false)], nil), ([], nil),
    ] as [([(Int, Bool)], Double?)])
  func survival(pairs: [(Int, Bool)], expected: Double?) throws {
    let found = Self.spells(pairs).survival(months: 12)
    #expect((found == nil) == (expected == nil))
    if let found, let expected { #expect(abs(found - expected) < 1e-12) }
  }

  @Test("Spells run from joining to leaving, and the ends of run and process censor")
  func spells() throws {
    let run = try HandMade.run { end, _ in
      var events = EventLog(isRecording: true)
      for (kind, round, actor) in [
        (Event.Kind.join, 1, 3), (.join, 1, 4), (.join, 1, 0), (.leave, 3, 3), (.leave, 4, 0),
        (.join, 5, 3), (.join, 9, 9),
      ] { events.note(kind, task: 0, round: round, actor: actor) }
      events.note(.close, task: 0, round: 10)
      events.note(.join, task: 0, round: 14, actor: 5)
      end.world.events = events
    }
    #expect(
      Spell.all(of: run) == [
        Spell(months: 2, hasLeft: true), Spell(months: 5, hasLeft: false),
        Spell(months: 9, hasLeft: false), Spell(months: 1, hasLeft: false),
        Spell(months: 10, hasLeft: false),
      ])
    #expect(try HandMade.value("retention_12_months", of: run) == nil)
  }

  @Test("Where nobody ever leaves all stay, and where all leave at once nobody does")
  func ends() async throws {
    func retention(_ settings: String) throws -> [Double?] {
      let scenario = try Scenario(
        text: """
          format: 1
          name: small
          question: Is it so?
          rounds: 14
          replicates: 4
          context: {closure_hazard: 0, viable_share: 0, \(settings)}
          strategies: {a: {form: equal}}

          """, name: "small.yaml")
      let samples = try RunSamples(
        RunPlan(scenario), generator: .splitmix, quantities: [.observable("retention_12_months")],
        threads: 1)
      return samples.values(of: .observable("retention_12_months"), under: "a")
    }
    #expect(try retention("monthly_leave: 0") == [1, 1, 1, 1])
    #expect(try retention("monthly_leave: 0.9").allSatisfy { $0 ?? 1 < 0.05 })
  }
}
