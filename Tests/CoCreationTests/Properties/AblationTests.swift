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
      let without = try Self.followed(ablation.settings)
      #expect(without.trace.unplaced.isEmpty, "drew wherever another had left off")
      var drawers: [Int: Set<String>] = [:]
      for (place, who) in without.trace.visits where !Self.isOfAnActor(place) {
        drawers[place.mechanism, default: []].formUnion(who)
      }
      #expect(drawers.allSatisfy { $0.value.count == 1 }, "\(drawers)")
      #expect(drawers.count > 20)
      #expect(whole.setUp == without.setUp)
      let context = without.context
      // How people see a task is a mechanism, and so is that some need other things.
      guard !["perspectives", "strata", "free-riding"].contains(ablation.name) else { return }
      #expect(context.people == whole.context.people)
      #expect(context.quality == whole.context.quality)
      #expect(context.contacts == whole.context.contacts)
    }

    /// An ablation that changes nothing takes nothing out: each does, where its mechanism is at work.
    @Test(arguments: Ablation.all)
    func itChangesWhatHappens(_ ablation: Ablation) throws {
      let differs = try (0..<40).contains { context in
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
      let left = Parameters.everything.filter { $0.neutral != nil && !used.contains($0.name) }
      #expect(Set(left.map(\.name)) == Self.quantities)
    }

    /// Where a state starts or heals, who is concerned, how strong another mechanism is, and the two
    /// switches for experiments.
    private static let quantities: Set<String> = [
      "discount_rate", "operational_maturity", "public_maturity", "external_maturity",
      "shared_understanding", "affected_share", "belief_deviation", "contacts", "convergence",
      "fear_decay", "fatigue_recovery", "authority_lot", "trust_pulse",
    ]

    /// A configuration in which every mechanism is at work.
    private static let lively: [String: Double] = [
      "stake": 0.5, "urgency": 0.5, "early_wins": 0.5, "production_exponent": -1,
      "onboarding_limit": 3, "lottery": 0.3, "support_hours": 3, "invitation_hours": 0.6,
      "recognition_hours": 1, "payment": 15, "viable_share": 0.3, "failure_base": 0.2,
      "compliance_need": 1, "error_tolerance": 0.9, "responsiveness": 0.5,
      "proposal_rate": 1000, "closure_hazard": 0.03, "press_scrutiny": 0.6,
      "budget_hours": 1600, "demand": 200,
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
      var parameters = strategy.applied(to: Parameters.small)
      parameters["rounds"] = 18
      parameters["review_months"] = 4
      // Priorities are between tasks.
      var second = parameters
      second["demand"] = 150
      return try ModelConfiguration(
        parameters: parameters, kinds: .small,
        tasks: [
          TaskConfiguration(name: "first", parameters: parameters),
          TaskConfiguration(name: "second", parameters: second),
        ], rule: strategy.rule)
    }

    private static func months(_ settings: [String: Double], context: Int) throws
      -> [[Double?]]
    {
      var turn = Turn()
      return Simulation.run(
        try configuration(settings), key: RunKey(seed: 11, context: context), turn: &turn
      ).months.joined().map(\.print)
    }

    /// A run with every mechanism in it.
    private static let whole = Result { try followed([:]) }

    /// What was drawn in a run, in its set-up, and who lives in its municipality.
    private struct Followed {
      var trace: DrawTrace
      var setUp: Set<DrawTrace.Place>
      var context: ContextPrint
    }

    private static func followed(_ settings: [String: Double]) throws -> Followed {
      let configuration = try configuration(settings)
      var turn = Turn()
      turn.random.trace = DrawTrace()
      turn.random.trace?.drawer = "population"
      var state = SimulationState(configuration, key: RunKey(seed: 11, context: 0), &turn)
      var setUp: Set<DrawTrace.Place> = []
      var start = state
      for round in 0...Int(configuration.parameters.world.rounds) {
        turn.round = round
        for phase in round == 0 ? Simulation.setUp : Simulation.month {
          turn.random.trace?.drawer = String(describing: type(of: phase))
          phase.run(&state, &turn)
        }
        guard round == 0 else { continue }
        start = state
        // What a plan is made of depends on what is judged how.
        let made: Set = [Mechanism.planIdea.rawValue, Mechanism.perspectiveError.rawValue]
        setUp = Set((turn.random.trace?.visits.keys).map(Array.init) ?? [])
          .filter { !made.contains($0.mechanism) && $0.mechanism < Mechanism.join.rawValue }
      }
      let trace = turn.random.trace
      return Followed(
        trace: try #require(trace), setUp: setUp, context: ContextPrint(start))
    }

    /// What is drawn of an actor, or of a view, wherever it is first asked for.
    private static func isOfAnActor(_ place: DrawTrace.Place) -> Bool {
      let mechanisms: [Mechanism] = [
        .hours, .knowledge, .authority, .legitimacy, .socialType, .motives, .trust, .preferences,
        .understanding, .searchOrder, .perspective, .perspectiveError, .belief, .generosity,
        .formBelief, .contacts,
      ]
      return mechanisms.contains { $0.rawValue == place.mechanism }
    }
  }

  extension MonthRecord {
    fileprivate var print: [Double?] { Metrics.month.map { $0.value(self) } }
  }
#endif
