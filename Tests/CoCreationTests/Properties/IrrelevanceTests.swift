import GSL
import Testing

@testable import CoCreation

/// With a mechanism off its other parameters do not matter; with it on they do.
@Suite struct IrrelevanceTests {
  /// Settings that switch a mechanism off, and the parameters that then have no effect.
  struct Case: Sendable, CustomTestStringConvertible {
    let off: [String: Double]
    let parameters: [String]
    /// What is set whether the mechanism is off or on.
    var given: [String: Double] = [:]
    /// Columns that only report the parameter's own state.
    var except: Set<String> = []

    var testDescription: String {
      off.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
    }
  }

  private static let lasting = ["closure_hazard": 0.0, "political_stop": 0, "viable_share": 0]
  private static let ending = ["closure_hazard": 0.1]

  static let cases: [Case] = [
    Case(
      off: ["failure_base": 0],
      parameters: [
        "failure_novelty", "failure_ruggedness", "failure_shortfall", "failure_maturity",
        "failure_loss", "severity_shape", "failure_teaching", "story_fear", "story_legitimacy",
        "tolerance_slack", "external_risk",
      ], given: ["compliance_need": 0, "error_tolerance": 0.8]),
    Case(
      off: ["press_scrutiny": 0],
      parameters: [
        "story_fear", "story_legitimacy", "story_trust", "story_documentation", "political_stop",
      ]),
    Case(
      off: ["general_fear": 0, "story_fear": 0],
      parameters: ["fear_proposals", "documentation_fear", "ratification_fear"],
      given: ["general_fear": 0.5, "responsiveness": 0.7]),
    Case(
      off: ["general_fear": 0, "story_fear": 0, "story_documentation": 0],
      parameters: ["fear_decay"]),
    Case(
      off: ["deliberation": 0],
      parameters: ["confidence_bound", "convergence", "pooling", "listening", "talk_cost"]),
    Case(
      off: ["convergence": 0, "pooling": 0, "listening": 0, "talk_cost": 0],
      parameters: ["confidence_bound", "deliberation"]),
    Case(off: ["contact_weight": 0], parameters: ["contacts", "rewiring"]),
    Case(off: ["contacts": 0], parameters: ["contact_weight", "rewiring"]),
    Case(
      off: ["lottery": 1],
      parameters: ["motive_weight", "contact_weight", "efficacy_weight", "resource_weight"]),
    Case(
      off: ["payment": 0], parameters: ["payment_effect", "payment_threshold"],
      given: ["payment": 20]),
    Case(off: ["recognition_hours": 0], parameters: ["recognition_effect"]),
    Case(off: ["support_hours": 0], parameters: ["support_effect"]),
    Case(off: ["invitation_hours": 0], parameters: ["invitation_effect"]),
    Case(off: ["monthly_leave": 0], parameters: ["early_leaving"], given: lasting),
    Case(
      off: ["role_clarity": 1, "form_belief_noise": 0, "form_belief_talk": 0],
      parameters: ["ambiguity_loss", "facilitation_effect"]),
    Case(
      off: ["coordination_loss": 0],
      parameters: [
        "ambiguity_loss", "misalignment_loss", "openness_loss", "leadership_gain",
      ]),
    Case(
      off: ["design_share": 0],
      parameters: [
        "proposal_rate", "ideas", "fear_proposals", "decision_threshold", "responsiveness",
      ]),
    Case(
      off: ["proposal_rate": 0],
      parameters: [
        "proposal_limit", "ideas", "decision_threshold", "responsiveness", "deliberation",
        "ratification_distance", "ratification_fear", "leader_hearing", "referral", "pooling",
        "listening", "talk_cost", "throughput_gain",
      ], given: ["responsiveness": 0.2]),
    Case(
      off: ["codesign_share": 0],
      parameters: ["proposal_rate", "ideas", "design_share", "decision_threshold", "convergence"]),
    Case(
      off: ["compliance_need": 0],
      parameters: [
        "compliance_control", "documentation_control", "sanction_share", "violation_loss",
      ]),
    Case(off: ["closure_hazard": 0, "political_stop": 0], parameters: ["closure_trust"]),
    Case(
      off: ["viable_share": 0], parameters: ["patience"], given: ["viable_share": 0.7]),
    Case(
      off: ["authority_share": 0, "codelivery_share": 1], parameters: ["learning_elasticity"],
      given: lasting),
    Case(
      off: ["authority_share": 0, "codelivery_share": 1],
      parameters: ["operational_maturity", "staff_turnover"], given: lasting,
      except: ["operational_maturity"]),
    Case(off: ["authority_share": 0], parameters: ["authority_premium"]),
    Case(off: ["professional_requirement": 0], parameters: ["supervision", "external_risk"]),
    Case(
      off: ["facilitation_hours": 0], parameters: ["supervision", "facilitation_effect"]),
    Case(
      off: ["poor_share": 0], parameters: ["resource_gap", "support_effect", "support_hours"]),
    Case(off: ["contribution_spread": 0], parameters: ["contribution_persistence"]),
    Case(
      off: ["free_rider_share": 1, "triangle_share": 0, "other_share": 0],
      parameters: [
        "belief_mean", "belief_deviation", "reinforcement", "contribution_spread", "team_size",
      ], given: lasting.merging(["coordination_loss": 0]) { $1 }),
    Case(off: ["hiring_rate": 0], parameters: ["extra_premium"]),
    Case(off: ["handover_months": 0], parameters: ["handover_loss"], given: ending),
    Case(
      off: ["openness": 0, "plan_trials": 0], parameters: ["handover_knowledge"],
      given: ending.merging(["handover_months": 6]) { $1 }),
    Case(
      off: ["implementation_loss": 0, "failure_novelty": 0],
      parameters: ["familiarity"], except: ["unfamiliarity"]),
    Case(
      off: ["fatigue_weight": 0], parameters: ["fatigue_load", "fatigue_recovery"],
      except: ["fatigue", "burnout"]),
    Case(
      off: ["trust_weight": 0, "reinforcement": 0, "closure_hazard": 0, "political_stop": 0],
      parameters: ["output_gain", "throughput_gain", "trust_return", "loss_aversion"],
      except: ["trust", "trust_affected"]),
    Case(
      off: ["turnover_loss": 0], parameters: ["staff_turnover"]),
    Case(
      off: ["responsiveness": 1],
      parameters: ["ratification_distance", "ratification_fear", "leader_hearing"],
      given: ["responsiveness": 0.1]),
    Case(
      off: ["ratification_rule": 2],
      parameters: [
        "responsiveness", "ratification_distance", "ratification_fear", "leader_hearing",
        "referral",
      ], given: ["responsiveness": 0.1]),
    Case(
      off: ["ratification_rule": 1],
      parameters: ["ratification_distance", "ratification_fear", "leader_hearing", "referral"],
      given: ["responsiveness": 0.1]),
    Case(
      off: ["proposal_rate": 0], parameters: ["formulation"],
      except: ["democracy", "democracy_inclusion", "purpose_attainment"]),
    Case(
      off: ["shared_understanding": 1], parameters: ["form_belief_noise"]),
    Case(off: ["judgement_error": 0, "coordination_loss": 0], parameters: ["maturity_relief"]),
    Case(off: ["throughput_gain": 0], parameters: ["trust_pulse"]),
    Case(
      off: ["compliance_need": 0, "failure_base": 0, "referral": 0], parameters: ["stake"],
      given: ["violation_loss": 0.1]),
    // Without a process nothing of a process matters.
    Case(
      off: ["codesign_share": 0, "codelivery_share": 0],
      parameters: [
        "initial_join_external", "monthly_join_public", "monthly_leave", "motive_weight",
        "trust_weight", "efficacy_weight", "pressure_weight", "payment", "support_hours",
        "recognition_hours", "facilitation_hours", "lottery", "invitation_hours",
        "onboarding_limit",
        "team_size", "belief_mean", "contribution_spread", "production_exponent",
        "planned_overhead", "professional_requirement", "coordination_loss", "openness_loss",
        "design_share", "proposal_rate", "decision_threshold", "deliberation",
        "leadership_gain", "viable_share", "patience", "closure_hazard", "handover_months",
        "throughput_gain",
      ]),
    // Near the middle of the axis the least share is too little to be seen.
    Case(
      off: ["codesign_share": 0, "codelivery_share": 0], parameters: ["minimum_share"],
      given: ["centrality": 0.3]),
  ]

  @Test(arguments: cases.indices)
  func parametersOfWhatIsOffDoNotMatter(number: Int) throws {
    let item = Self.cases[number]
    for name in item.parameters {
      let parameter = try #require(Parameters.entry(name))
      let ends = [parameter.range.lowerBound, parameter.range.upperBound]
      var matters = false
      for context in 0..<40 where context < 4 || !matters {
        func run(_ off: [String: Double], _ value: Double) throws -> [UInt64?] {
          var settings = item.given.merging(off) { $1 }
          settings[name] = value
          return try Self.run(settings, context, except: item.except)
        }
        let off = try ends.map { try run(item.off, $0) }
        #expect(off[0] == off[1], "\(item.testDescription): \(name), context \(context)")
        if !matters { matters = try run([:], ends[0]) != run([:], ends[1]) }
      }
      #expect(matters, "\(name) does not matter with the mechanism on either")
    }
  }

  /// Without weight on contacts, or without contacts, it does not matter who knows whom.
  @Test func networksDoNotMatterWithoutWeight() throws {
    for context in 0..<3 {
      let runs = try Network.allCases.map {
        try Self.run(["contact_weight": 0], context, network: $0)
      }
      #expect(Set(runs).count == 1)
    }
    let weighed = try Network.allCases.map { network in
      try (0..<3).flatMap { try Self.run(["contact_weight": 3], $0, network: network) }
    }
    #expect(Set(weighed).count == Network.allCases.count)
  }

  @Test func contactsDoNotMatterWithoutANetwork() throws {
    for context in 0..<3 {
      let runs = try [(1.0, 0.0, 0.0), (8, 20, 1), (0, 3, 0.5)].map { weight, contacts, rewiring in
        try Self.run(
          ["contact_weight": weight, "contacts": contacts, "rewiring": rewiring], context,
          network: .none)
      }
      #expect(Set(runs).count == 1)
    }
  }

  /// Strata that differ in nothing are no strata; but for the order in which they are added up.
  @Test func strataWithoutDifferencesDoNotMatter() throws {
    let same = ["resource_gap": 0.0, "need_gap": 0, "support_hours": 0]
    for context in 0..<3 {
      let months = try [0, 0.5, 1].map { share in
        try ModelConfiguration.with(
          ParameterEffectTests.lively.merging(same) { $1 }.merging(["poor_share": share]) { $1 }
        ).run(context).months[0].flatMap { month in Metrics.month.map { $0.value(month) } }
      }
      for other in months.dropFirst() {
        #expect(zip(months[0], other).allSatisfy { near($0, $1, 1e-9) })
      }
    }
  }

  /// All that was observed of a run, without some columns.
  private static func run(
    _ settings: [String: Double], _ context: Int, network: Network = .smallWorld,
    except: Set<String> = []
  ) throws -> [UInt64?] {
    let lively = ParameterEffectTests.lively.merging(settings) { $1 }
    let run = try ModelConfiguration.with(lively, network: network).run(context)
    let observed = run.task(0)
    return Metrics.run.filter { !except.contains($0.name) }.map { $0.value(observed)?.bitPattern }
      + run.months[0].flatMap { month in
        Metrics.month.filter { !except.contains($0.name) }.map { $0.value(month)?.bitPattern }
      }
  }
}
