import GSL
import Testing

@testable import CoCreation

#if DEBUG
  /// Taking a mechanism out moves no other mechanism's draws.
  @Suite struct AblationTests {
    /// A draw is at an address that only its own mechanism draws at, so what another draws, or does
    /// not, cannot move it; and nothing that is drawn of actors and the task depends on a mechanism.
    @Test(arguments: Ablation.all)
    func noOtherDrawsMove(_ ablation: Ablation) throws {
      let whole = try Self.whole.get()
      let without = try Self.trace(of: ablation.settings)
      #expect(without.unplaced.isEmpty, "drew wherever another had left off")
      var drawers: [Int: Set<String>] = [:]
      for (place, who) in without.visits { drawers[place.mechanism, default: []].formUnion(who) }
      // What a view sees in a design is asked wherever designs are judged.
      drawers[Mechanism.perspectiveError.rawValue] = nil
      #expect(drawers.allSatisfy { $0.value.count == 1 }, "\(drawers)")
      #expect(drawers.count > 30)
      #expect(Self.world(whole) == Self.world(without))
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

    /// A neutral value that no ablation uses is the end of a plain quantity, not a mechanism's.
    @Test func everyNeutralValueOfAMechanismIsUsed() {
      let used = Set(Ablation.all.flatMap(\.parameters))
      let left = Parameters.register.filter { $0.neutral != nil && !used.contains($0.name) }
      #expect(Set(left.map(\.name)) == Self.quantities)
    }

    /// Where a state starts or heals, who is concerned, how strong another mechanism is, and the two
    /// switches for experiments.
    private static let quantities: Set<String> = [
      "discount_rate", "public_maturity", "external_maturity", "shared_understanding",
      "affected_share", "belief_deviation", "contacts", "convergence", "fear_decay",
      "fatigue_recovery",
      "authority_lot", "trust_pulse",
    ]

    /// A configuration in which every mechanism is at work.
    private static let lively: [String: Double] = [
      "stake": 0.5, "urgency": 0.5, "early_wins": 0.5, "production_exponent": -1,
      "onboarding_limit": 3, "lottery": 0.3, "support": 0.3, "invitation": 0.3,
      "viable_external": 6, "failure_base": 0.2, "compliance_need": 1, "error_tolerance": 0.9,
      "incentive": 0.7, "responsiveness": 0.1,
      "ratification_distance": 20, "closure_hazard": 0.02, "press_scrutiny": 0.6,
    ]

    private static func configuration(_ settings: [String: Double]) throws -> ModelConfiguration {
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
      return try ModelConfiguration(parameters: parameters, rule: strategy.rule)
    }

    private static func months(_ settings: [String: Double], context: Int) throws
      -> [[Double?]]
    {
      var random = RandomSource()
      return Simulation.run(
        try configuration(settings), key: RunKey(seed: 11, context: context), random: &random
      ).months[0].map(\.print)
    }

    /// The draws of a run with every mechanism in it.
    private static let whole = Result { try trace(of: [:]) }

    private static func trace(of settings: [String: Double]) throws -> DrawTrace {
      let configuration = try configuration(settings)
      var random = RandomSource()
      random.trace = DrawTrace()
      random.trace?.drawer = "population"
      var state = SimulationState(configuration, key: RunKey(seed: 11, context: 0), &random)
      for round in 0...Int(configuration.parameters.world.rounds) {
        for phase in round == 0 ? Simulation.setUp : Simulation.month {
          random.trace?.drawer = String(describing: type(of: phase))
          phase.run(&state, round: round, &random)
        }
      }
      let trace = random.trace
      return try #require(trace)
    }

    /// Where actors and the task are drawn; views of designs depend on the designs seen.
    private static func world(_ trace: DrawTrace) -> Set<DrawTrace.Place> {
      Set(
        trace.visits.keys.filter {
          $0.round == 0 && $0.mechanism < Mechanism.join.rawValue
            && $0.mechanism != Mechanism.perspectiveError.rawValue
            && $0.mechanism != Mechanism.planIdea.rawValue
        })
    }
  }

  extension MonthRecord {
    fileprivate var print: [Double?] { Metrics.month.map { $0.value(self) } }
  }
#endif
