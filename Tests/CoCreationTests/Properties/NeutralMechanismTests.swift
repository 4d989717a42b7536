import GSL
import Testing

@testable import CoCreation

/// A mechanism whose parameters are neutral does nothing.
@Suite struct NeutralMechanismTests {
  /// Runs of a lively configuration with some settings.
  static func runs(_ settings: [String: Double], _ network: Network = .smallWorld) throws
    -> [RunObservation]
  {
    let configuration = try ModelConfiguration.with(
      ParameterEffectTests.lively.merging(settings) { $1 }, network: network)
    return (0..<5).map { configuration.run($0) }
  }

  /// Checks every month of runs with some settings, and that the check fails without them.
  static func expect(
    _ settings: [String: Double], given: [String: Double] = [:],
    at location: SourceLocation = #_sourceLocation, _ holds: (MonthRecord) -> Bool
  ) throws {
    for run in try runs(given.merging(settings) { $1 }) {
      for month in run.monthsRun {
        #expect(holds(month), "month \(month.round)", sourceLocation: location)
      }
    }
    let others = try runs(given)
    #expect(
      others.contains { !$0.monthsRun.allSatisfy(holds) }, "holds with the mechanism on as well",
      sourceLocation: location)
  }

  @Test func nothingFails() throws {
    try Self.expect(["failure_base": 0]) { $0.failures == 0 && $0.severity == 0 && $0.stories == 0 }
  }

  @Test func failuresDestroyNothing() throws {
    let given = ["demand": 40.0, "output_noise": 0]
    try Self.expect(["failure_loss": 0], given: given) { abs($0.delivered - $0.demanded) < 1e-6 }
  }

  @Test func thePressIsSilent() throws {
    try Self.expect(["press_scrutiny": 0]) { $0.stories == 0 }
  }

  @Test func nobodyIsAfraid() throws {
    for settings in [
      ["general_fear": 0.0, "story_fear": 0], ["general_fear": 0, "error_tolerance": 1],
    ] {
      try Self.expect(settings) { $0.fear == 0 }
    }
  }

  @Test func fearHealsAtOnce() throws {
    try Self.expect(["fear_decay": 1], given: ["general_fear": 0]) {
      $0.stories > 0 || $0.fear == 0
    }
  }

  @Test func nothingIsViolated() throws {
    try Self.expect(["compliance_need": 0]) {
      $0.violations == 0 && $0.ledger.total(.sanction) == 0
    }
  }

  @Test func sanctionsAreFree() throws {
    try Self.expect(["sanction_share": 0]) { $0.ledger.total(.sanction) == 0 }
  }

  @Test func processesDoNotEnd() throws {
    let given = ["viable_share": 1.0, "closure_hazard": 0.1]
    try Self.expect(["viable_share": 0, "closure_hazard": 0, "political_stop": 0], given: given) {
      $0.isActive
    }
  }

  @Test func whoStartedStays() throws {
    try Self.expect(
      ["monthly_leave": 0, "monthly_join_external": 0, "monthly_join_public": 0],
      given: ["viable_share": 0, "closure_hazard": 0, "political_stop": 0]
    ) { $0.round == 1 || $0.joined == 0 && $0.left == 0 }
  }

  @Test func nobodyLeaves() throws {
    try Self.expect(["monthly_leave": 0]) { $0.left == 0 }
  }

  @Test func coordinationIsFree() throws {
    try Self.expect(["coordination_loss": 0]) { $0.ledger.total(.coordination) == 0 }
  }

  @Test func nothingIsDocumented() throws {
    try Self.expect(
      ["documentation_base": 0, "documentation_fear": 0, "story_documentation": 0]
    ) {
      $0.ledger.total(.documentation) == 0
    }
  }

  @Test func nobodyFacilitates() throws {
    let settings = [
      "facilitation_hours": 0.0, "support_hours": 0, "recognition_hours": 0, "invitation_hours": 0,
    ]
    try Self.expect(settings) { $0.ledger.total(.facilitation) == 0 }
  }

  @Test func nothingIsProposedWithoutDesignOrIdeas() throws {
    for parameter in ["design_share", "proposal_rate"] {
      try Self.expect([parameter: 0]) { $0.proposals == 0 }
    }
  }

  @Test func managementRatifiesEverything() throws {
    for settings in [["responsiveness": 1.0], ["ratification_rule": 2]] {
      try Self.expect(settings, given: ["responsiveness": 0.1]) {
        $0.adopted == $0.implemented
      }
    }
  }

  @Test func preferencesStayWithoutDeliberation() throws {
    for settings in [["deliberation": 0.0], ["convergence": 0], ["confidence_bound": 0]] {
      for (context, run) in try Self.runs(settings).enumerated() {
        let start = PropertyRun.setUp(run.configuration, key: RunKey(seed: 20161, context: context))
        #expect(run.end.tasks[0].needs.affectedSum == start.tasks[0].needs.affectedSum)
        #expect(ContextPrint(run.end).people == ContextPrint(start).people)
      }
    }
    for (context, run) in try Self.runs(["deliberation": 1]).enumerated() {
      let start = PropertyRun.setUp(run.configuration, key: RunKey(seed: 20161, context: context))
      let proposed = run.monthsRun.contains { $0.proposals > 0 }
      #expect((run.end.tasks[0].needs.affectedSum != start.tasks[0].needs.affectedSum) == proposed)
    }
  }

  @Test func everybodySeesAlike() throws {
    for run in try Self.runs(["diversity": 0]) {
      let members = Self.known(run)
      #expect(members.count > 20)
      #expect(Set(members.map(\.perspective)) == [0])
      #expect(Set(members.map(\.searchOrder)).count == 1)
      #expect(Set(members.map(\.perspectiveError)).count == 1)
    }
    for settings in [["perspective_error": 0.0], ["ruggedness": 0]] {
      for run in try Self.runs(settings) {
        #expect(Self.known(run).allSatisfy { $0.perspectiveError == 0 })
      }
    }
  }

  /// Members who have come into view.
  static func known(_ run: RunObservation) -> [Member] {
    run.end.world.involved.map { run.end.tasks[0].members[$0] }
  }

  @Test func contributionsDoNotFollowResultsWithoutReinforcement() throws {
    let always = [
      "reinforcement": 0.0, "initial_join_external": 0.2, "monthly_join_external": 0,
      "monthly_leave": 0, "viable_share": 0, "closure_hazard": 0, "political_stop": 0,
    ]
    func contributions(_ settings: [String: Double]) throws -> [[Double?]] {
      try Self.runs(always.merging(settings) { $1 }).map { $0.monthsRun.map(\.contribution) }
    }
    // Money is what results are made of; who joins at first must not depend on it.
    let given = [
      "facilitation_hours": 0.0, "support_hours": 0, "recognition_hours": 0, "payment": 0,
      "invitation_hours": 0,
    ]
    let poor = given.merging(["budget_hours": 10]) { $1 }
    #expect(try contributions(poor) == contributions(given))
    let reinforced = ["reinforcement": 0.25]
    #expect(
      try contributions(poor.merging(reinforced) { $1 })
        != contributions(given.merging(reinforced) { $1 }))
  }

  @Test func thePlanIsTheStatusQuoWithoutTrials() throws {
    for run in try Self.runs(["plan_trials": 0]) {
      let task = run.end.tasks[0]
      #expect(task.plan == task.landscape.statusQuo)
      #expect(task.promisedQuality == task.landscape.quality(of: task.plan))
    }
  }

  @Test func designsCostTheSame() throws {
    try Self.expect(["cost_spread": 0]) { $0.unitCost == 4 }
  }

  @Test func newDesignsWorkAtOnce() throws {
    try Self.expect(["implementation_loss": 0]) { $0.realisedQuality == $0.quality }
  }

  @Test func formsAreUnderstood() throws {
    for settings in [["shared_understanding": 1.0], ["form_belief_noise": 0]] {
      try Self.expect(settings) { $0.misalignment ?? 0 < 1e-12 }
    }
  }

  @Test func experienceTeachesNothing() throws {
    try Self.expect(
      [
        "maturity_learning": 0, "maturity_forgetting": 0, "failure_teaching": 0,
        "turnover_loss": 0,
      ]
    ) {
      $0.publicMaturity == 0.4 && $0.externalMaturity == 0.3 && $0.operationalMaturity == 0.6
    }
  }

  /// Without losses maturity only grows where nothing is forgotten.
  @Test func noMaturityGoesWithPeople() throws {
    for settings in [["turnover_loss": 0.0], ["staff_turnover": 0, "monthly_leave": 0]] {
      let always = settings.merging([
        "maturity_forgetting": 0, "closure_hazard": 0, "political_stop": 0,
      ]) { $1 }
      for run in try Self.runs(always) {
        for (one, next) in zip(run.months[0], run.months[0].dropFirst()) {
          #expect(next.publicMaturity >= one.publicMaturity)
          #expect(next.externalMaturity >= one.externalMaturity)
          #expect(next.operationalMaturity >= one.operationalMaturity)
        }
      }
    }
    let idle = [
      "maturity_forgetting": 0.0, "maturity_learning": 0, "failure_teaching": 0,
      "monthly_leave": 0.2,
    ]
    let falls = try Self.runs(idle).contains { run in
      zip(run.months[0], run.months[0].dropFirst()).contains {
        $1.operationalMaturity < $0.operationalMaturity && $1.publicMaturity < $0.publicMaturity
      }
    }
    #expect(falls)
  }

  @Test func workDoesNotTire() throws {
    try Self.expect(["fatigue_load": 0]) { $0.fatigue ?? 0 == 0 }
  }

  @Test func legitimacyStays() throws {
    for run in try Self.runs(["work_legitimacy": 0, "story_legitimacy": 0]) {
      #expect(run.end.actors.allSatisfy { $0.legitimacy == $0.initialLegitimacy })
    }
  }

  /// Neither of those who take part, nor the service's with others.
  @Test func trustStays() throws {
    let settings = [
      "throughput_gain": 0.0, "output_gain": 0, "ending_disappointment": 0, "story_trust": 0,
      "transparency_trust": 0,
    ]
    for run in try Self.runs(settings) {
      #expect(Self.known(run).allSatisfy { $0.trust == $0.initialTrust })
      #expect(run.end.tasks[0].reputation.shift == 0)
    }
    for run in try Self.runs([:]) {
      #expect(run.end.tasks[0].reputation.shift != 0)
      #expect(!Self.known(run).allSatisfy { $0.trust == $0.initialTrust })
    }
  }

  @Test func everybodyCooperatesOnTheSameBelief() throws {
    let settings = [
      "free_rider_share": 0.0, "triangle_share": 0, "other_share": 0, "belief_deviation": 0,
      "contribution_spread": 0,
    ]
    // 140/108 (0.666 · 9.8 − 0.473) + 0.242 · 0.74 · 9.8 = 9.603.
    for run in try Self.runs(settings) {
      #expect(run.months[0][1].contribution == 10)
    }
    let spread = try Self.runs(settings.merging(["contribution_spread": 6]) { $1 })
    #expect(spread.contains { $0.months[0][1].contribution != 10 })
  }
}
