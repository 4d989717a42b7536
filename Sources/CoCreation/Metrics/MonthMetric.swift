/// A number observed of one month.
public struct MonthMetric: Sendable {
  /// The column's name.
  public let name: String
  /// The unit, "1" where it has none.
  public let unit: String
  /// What it is, and when it is missing.
  public let summary: String
  package let value: @Sendable (MonthRecord) -> Double?

  init(
    _ name: String, _ unit: String, _ summary: String,
    _ value: @escaping @Sendable (MonthRecord) -> Double?
  ) {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.value = value
  }
}

extension Metrics {
  /// Metrics over a month, the set-up (month 0) included.
  public static let month: [MonthMetric] = stateMetrics + processMetrics + ledgerMetrics

  private static let stateMetrics: [MonthMetric] = [
    .init("openness", "1", "Openness of the form in use.") { $0.openness },
    .init("centrality", "1", "Centrality of the form in use.") { $0.centrality },
    .init("quality", "1", "Technical quality of the design.") { $0.quality },
    .init("quality_realised", "1", "Technical quality less what unfamiliarity costs.") {
      $0.realisedQuality
    },
    .init("relevance", "1", "Fit of the design with the needs of those affected.") {
      $0.relevance
    },
    .init("novelty", "1", "Distance of the design from the status quo.") { $0.novelty },
    .init("plan_distance", "1", "Distance of the design from the plan.") { $0.deviation },
    .init("unfamiliarity", "1", "How unfamiliar the design is in practice.") { $0.unfamiliarity },
    .init("unit_cost", "hours/unit", "Hours that a unit costs.") { $0.unitCost },
    .init(
      "preference_spread", "1",
      "Standard deviation of participants' preferences, mean over choices; missing below two."
    ) { $0.preferenceSpread },
    .init("codesign_share", "1", "Share of the task's design that is made together.") {
      $0.codesignShare
    },
    .init("codelivery_share", "1", "Share of the task's delivery that is made together.") {
      $0.codeliveryShare
    },
    .init("fear", "1", "Fear of mistakes in the organisation.") { $0.fear },
    .init("operational_maturity", "1", "Experience of staff with producing the task itself.") {
      $0.operationalMaturity
    },
    .init("public_maturity", "1", "Experience of the public side with co-creation.") {
      $0.publicMaturity
    },
    .init("external_maturity", "1", "Experience of the external side with co-creation.") {
      $0.externalMaturity
    },
  ]

  private static let processMetrics: [MonthMetric] = [
    .init("active", "1", "1 while the process lives, else 0.") { $0.isActive ? 1 : 0 },
    .init("public_participants", "actors", "Public actors who take part.") {
      Double($0.publicParticipants)
    },
    .init("external_participants", "actors", "External actors who take part.") {
      Double($0.externalParticipants)
    },
    .init("joined", "actors", "Actors who joined this month.") { Double($0.joined) },
    .init("left", "actors", "Actors who left this month.") { Double($0.left) },
    .init("leader_external", "1", "1 if the leader is external, 0 if public; missing without.") {
      $0.leaderIsExternal.map { $0 ? 1 : 0 }
    },
    .init("leader_entropy", "1", "Relative entropy of the leadership draw; missing without.") {
      $0.leaderEntropy
    },
    .init(
      "contribution", "points of 20", "Mean contribution of external participants; missing without."
    ) {
      $0.contribution
    },
    .init("trust", "1", "Mean trust of participants; missing without.") { $0.trust },
    .init("trust_affected", "1", "Mean trust of those affected, participants or not.") {
      $0.affectedTrust
    },
    .init("voice", "1", "Mean experienced influence of participants; missing without.") {
      $0.voice
    },
    .init("fatigue", "1", "Mean fatigue of participants; missing without.") { $0.fatigue },
    .init("believed_openness", "1", "Mean belief of the openness; missing without participants.") {
      $0.believedOpenness
    },
    .init("misalignment", "1", "How far beliefs about the form lie apart; missing without.") {
      $0.misalignment
    },
    .init("coordination_share", "1", "Share of effort that coordination takes; missing without.") {
      $0.coordinationShare
    },
    .init("documentation_share", "1", "Share that documentation takes of the rest.") {
      $0.documentationShare
    },
    .init("design_hours", "hours", "Hours of design work.") { $0.designHours },
    .init("staff_hours", "hours", "Hours of staff, and beyond it, that were paid.") {
      $0.staffHours
    },
    .init("proposals", "proposals", "Proposals put forward.") { Double($0.proposals) },
    .init("adopted", "proposals", "Proposals adopted.") { Double($0.adopted) },
    .init("implemented", "proposals", "Proposals adopted and ratified.") {
      Double($0.implemented)
    },
    .init("acceptance", "1", "Mean weighted support for those adopted; missing without.") {
      ratio($0.acceptance, Double($0.adopted))
    },
    .init("failures", "failures", "Failures.") { Double($0.failures) },
    .init("severity", "1", "Severity of the failure, 0 without.") { $0.severity },
    .init("stories", "stories", "Stories in the press.") { Double($0.stories) },
    .init("violations", "violations", "Violations.") { Double($0.violations) },
  ]

  private static let ledgerMetrics: [MonthMetric] =
    [
      .init("demanded", "units", "Units demanded.") { $0.demanded },
      .init("delivered", "units", "Units delivered.") { $0.delivered },
      .init("coverage", "1", "Units delivered / demanded; missing in month 0.") {
        ratio($0.delivered, $0.demanded)
      },
      .init("value", "EUR", "Value of what was delivered.") { $0.value },
      .init("harm", "EUR", "Harm of a failure and of violations, which the value is less by.") {
        $0.harm
      },
      .init("promised", "EUR", "Value that the plan promised.") { $0.promised },
      .init("public_cost", "EUR", "Public money spent.") { $0.ledger.publicCost },
      .init("external_value", "EUR", "External hours used, at the shadow wage.") {
        $0.ledger.externalValue
      },
    ]
    + Ledger.Use.allCases.map { use in
      .init("public_\(use)", "EUR", "Public money to: \(use).") {
        $0.ledger[.publicBudget, use] + $0.ledger[.publicLiability, use]
      }
    }
    + Ledger.Use.allCases.filter {
      ![.facilitation, .payment, .handover, .sanction].contains($0)
    }.map { use in
      .init("external_\(use)", "EUR", "External hours, at the shadow wage, to: \(use).") {
        $0.ledger[.externalTime, use]
      }
    }
}
