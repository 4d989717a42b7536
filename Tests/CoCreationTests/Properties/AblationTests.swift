import GSL
import Testing

@testable import CoCreation

#if DEBUG
  /// Taking a mechanism out moves no other mechanism's draws.
  @Suite struct AblationTests {
    @Test(arguments: Ablation.all)
    func noOtherDrawsMove(_ ablation: Ablation) throws {
      let whole = try Self.whole.get()
      let without = try Self.visits(of: ablation.settings, context: 0)
      let shared = whole.keys.filter { without[$0] != nil }
      #expect(shared.allSatisfy { whole[$0] == without[$0] })
      // Nobody and nothing is drawn elsewhere: who there is and what they want stay the same.
      #expect(
        Self.world(whole) == Self.world(without), "what is drawn of actors and the task moved")
      // Two runs that had nothing in common would agree as well.
      #expect(shared.count > 1000)
    }

    /// An ablation that changes nothing takes nothing out: each does, where its mechanism is at work.
    @Test(arguments: Ablation.all)
    func itChangesWhatHappens(_ ablation: Ablation) throws {
      let differs = try (0..<6).contains { context in
        try Self.months([:], context: context) != Self.months(ablation.settings, context: context)
      }
      #expect(differs)
    }

    @Test func theirNamesAreTheirOwn() {
      #expect(Set(Ablation.all.map(\.name)).count == Ablation.all.count)
      #expect(Ablation.named("press")?.settings == ["press_scrutiny": 0])
      #expect(Ablation.named("pres") == nil)
    }

    /// A configuration in which every mechanism is at work.
    private static let lively: [String: Double] = [
      "stake": 0.5, "urgency": 0.5, "early_wins": 0.5, "production_exponent": -1,
      "onboarding_limit": 3, "lottery": 0.3, "support": 0.3, "invitation": 0.3,
      "viable_external": 6, "incentive": 0.7, "responsiveness": 0.1,
      "ratification_distance": 20, "closure_hazard": 0.02, "press_scrutiny": 0.6,
    ]

    private static func run(
      _ settings: [String: Double], context: Int, random: inout RandomSource
    ) throws -> RunObservation {
      let strategy = Strategy(
        name: "", settings: lively.merging(settings) { $1 },
        rule: .contingent(
          ContingentRule(cases: [
            .init(
              when: [.init("month", below: 8)],
              form: FormPoint(openness: 0.3, centrality: 0.3)),
            .init(form: FormPoint(openness: 0.8, centrality: 0.6)),
          ])))
      var parameters = strategy.applied(to: Parameters())
      parameters["rounds"] = 18
      parameters["review_months"] = 4
      let configuration = try ModelConfiguration(parameters: parameters, rule: strategy.rule)
      return Simulation.run(
        configuration, key: RunKey(seed: 11, context: context), random: &random)
    }

    private static func months(_ settings: [String: Double], context: Int) throws
      -> [[Double?]]
    {
      var random = RandomSource()
      return try run(settings, context: context, random: &random).months[0].map(\.print)
    }

    /// The draws of a run with every mechanism in it.
    private static let whole = Result { try visits(of: [:], context: 0) }

    private static func visits(of settings: [String: Double], context: Int) throws
      -> [Address: UInt64]
    {
      var random = RandomSource()
      random.visits = [:]
      _ = try run(settings, context: context, random: &random)
      return random.visits ?? [:]
    }

    /// The draws that make the actors and the task; views of designs depend on the designs seen.
    private static func world(_ visits: [Address: UInt64]) -> [Address: UInt64] {
      visits.filter {
        $0.key.mechanism < Mechanism.join.rawValue
          && $0.key.mechanism != Mechanism.perspectiveError.rawValue
          && $0.key.mechanism != Mechanism.planIdea.rawValue
      }
    }
  }

  extension MonthRecord {
    fileprivate var print: [Double?] { Metrics.month.map { $0.value(self) } }
  }
#endif
