/// A mechanism that can be taken out of the model, and the values that do it.
///
/// Each value is a neutral value of the register; no draw of another mechanism moves.
public struct Ablation: Equatable, Sendable {
  /// The name on the command line.
  public let name: String
  /// What is then no longer there.
  public let summary: String
  /// The parameters that switch it off.
  public let parameters: [String]
  /// Who contests that there is such a mechanism, with the source; `nil` where nobody is known to.
  public let dispute: String?

  /// The settings that switch it off.
  public var settings: [String: Double] {
    Dictionary(
      uniqueKeysWithValues: parameters.map { name in
        guard let neutral = Parameters.entry(name)?.neutral else {
          preconditionFailure("\(name) has no neutral value")
        }
        return (name, neutral)
      })
  }

  /// The ablation of a name.
  public static func named(_ name: String) -> Ablation? { all.first { $0.name == name } }

  /// The ablations of mechanisms that somebody contests.
  public static let disputed = all.filter { $0.dispute != nil }

  private init(
    _ name: String, _ summary: String, _ parameters: String..., dispute: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.dispute = dispute
  }

  /// Every mechanism that can be taken out, in the order of the month.
  public static let all: [Ablation] = [
    .init("growth", "Demand does not grow.", "demand_growth"),
    .init("cost-differences", "Every design costs the same.", "cost_spread"),
    .init(
      "perspectives", "All search and see the task alike.", "diversity", "perspective_error"),
    .init("boldness", "An idea changes one choice.", "boldness"),
    .init("planning", "The public side makes no plan.", "plan_trials"),
    .init("form-talk", "Talk moves no belief about the form.", "form_belief_talk"),
    .init(
      "misunderstanding", "Everybody knows what kind of co-creation it is.", "form_belief_noise",
      "misalignment_loss"),
    .init("role-ambiguity", "Roles are as clear as the form is understood.", "role_clarity"),
    .init(
      "ambiguity-burden", "Unclear roles keep nobody away and cost no coordination.",
      "ambiguity_weight", "ambiguity_loss"),
    .init("misjudged-form", "The form that fits is always chosen.", "strategic_competence"),
    .init(
      "strata", "There is one stratum.", "resource_gap", "need_gap", "support_hours"),
    .init(
      "free-riding", "All are conditional cooperators.", "free_rider_share", "triangle_share",
      "other_share"),
    .init("motives", "Motives do not decide who joins.", "motive_weight"),
    .init(
      "trust", "Trust decides nothing about joining and ending.", "trust_weight", "closure_trust"),
    .init(
      "contacts", "Nobody is drawn in by contacts.", "contact_weight",
      dispute:
        "Shalizi & Thomas 2011: what is observed of contacts cannot tell their influence from "
        + "their being alike."),
    .init("resources", "Time does not decide who joins.", "resource_weight"),
    .init("efficacy", "Making a difference does not decide who joins.", "efficacy_weight"),
    .init("pressure", "Unmet demand presses nobody to take part.", "pressure_weight"),
    .init(
      "recognition", "Nobody is recognised for taking part.", "recognition_hours",
      "recognition_effect"),
    .init(
      "payment", "Nobody is paid for taking part.", "payment", "payment_effect",
      dispute: "Voorberg et al. 2018: two experiments in which financial rewards do little or "
        + "nothing."),
    .init("documentation-burden", "Documentation keeps nobody away.", "documentation_weight"),
    .init("fear-of-joining", "Fear keeps nobody away.", "fear_weight"),
    .init("fatigue-burden", "Fatigue keeps nobody away.", "fatigue_weight"),
    .init("centrality-pull", "The side at the centre is not drawn in.", "centrality_weight"),
    .init(
      "turnover", "Who takes part at first stays, and nobody else comes.", "monthly_leave",
      "monthly_join_external", "monthly_join_public"),
    .init("early-leaving", "Newcomers are as likely to leave as others.", "early_leaving"),
    .init("closure", "No process ends early.", "closure_hazard", "viable_share", "political_stop"),
    .init(
      "hand-over", "Ending a process costs nothing.", "handover_months", "handover_loss",
      "handover_knowledge", "ending_disappointment"),
    .init(
      "recruitment", "Nobody is invited, supported or drawn by lot.", "lottery", "support_hours",
      "invitation_hours"),
    .init("onboarding-limit", "All newcomers are taken in.", "onboarding_limit"),
    .init(
      "leadership", "It does not matter who leads.", "leadership_gain", "leader_weight",
      "leader_hearing"),
    .init("reinforcement", "Visible results raise no belief.", "reinforcement"),
    .init("early-wins", "Results are as visible early as late.", "early_wins"),
    .init(
      "individual-contributions", "All of a type contribute alike.", "contribution_spread",
      "contribution_persistence"),
    .init("joint-production", "Contributions add up.", "production_exponent"),
    .init("professional-demands", "Everybody can do the work.", "professional_requirement"),
    .init(
      "supervision", "Immature partners need no more facilitation.", "supervision"),
    .init("external-risk", "External work is no riskier.", "external_risk"),
    .init("extra-premium", "Hours beyond the staff's cost no more.", "extra_premium"),
    .init("coordination", "Working together costs nothing.", "coordination_loss"),
    .init("openness-cost", "Open processes need no more coordination.", "openness_loss"),
    .init(
      "maturity-relief", "Maturity saves no coordination and no misjudgement.", "maturity_relief"),
    .init("facilitation", "Nobody facilitates.", "facilitation_hours"),
    .init("role-clearing", "Facilitation clears up no roles.", "facilitation_effect"),
    .init("support", "Support draws nobody in.", "support_effect"),
    .init(
      "documentation", "Nothing is documented.", "documentation_base", "documentation_fear",
      "story_documentation"),
    .init("search", "Nobody proposes anything.", "proposal_rate"),
    .init("design-work", "No hours go to design.", "design_share"),
    .init("fear-of-proposing", "Fear holds no proposal back.", "fear_proposals"),
    .init("choice-of-ideas", "The first idea is put forward.", "ideas"),
    .init("deliberation", "Nobody talks before a decision.", "deliberation"),
    .init("pooling", "Talk pools no knowledge.", "pooling"),
    .init("listening", "Nobody is heard by being talked with.", "listening"),
    .init("talk-cost", "Talk takes no time.", "talk_cost"),
    .init("misjudgement", "Quality is judged without error.", "judgement_error"),
    .init("status-quo-bias", "Any gain is enough.", "status_quo_bias"),
    .init("veto", "Everything is ratified.", "responsiveness"),
    .init(
      "distance-from-plan", "Who ratifies does not mind the distance from the plan.",
      "ratification_distance", "ratification_fear"),
    .init("referral", "No decision is referred to politicians.", "referral"),
    .init("formulation", "The core task stays what it is.", "formulation"),
    .init(
      "priorities", "The budget follows need alone.", "political_interest", "citizens_say"),
    .init("noise", "Output has no noise.", "output_noise"),
    .init(
      "unfamiliarity", "A new design works at once.", "implementation_loss", "failure_novelty"),
    .init("authority-premium", "Rules cost nothing.", "authority_premium"),
    .init("optimisation", "Production in-house learns nothing.", "learning_elasticity"),
    .init("failure", "Nothing fails.", "failure_base"),
    .init("failure-loss", "Failures destroy no output.", "failure_loss"),
    .init(
      "failure-causes", "All failures are equally likely.", "failure_ruggedness",
      "failure_shortfall", "failure_maturity"),
    .init("slack", "Tolerance loosens no care.", "tolerance_slack"),
    .init("stake", "Failures and violations do no harm beyond the work.", "stake"),
    .init("urgency", "Help is worth the same at any time.", "urgency"),
    .init("compliance", "There is nothing to comply with.", "compliance_need"),
    .init(
      "control", "Nothing keeps violations down.", "compliance_control", "documentation_control"),
    .init(
      "sanctions", "Violations cost neither hours nor value.", "sanction_share", "violation_loss"),
    .init("press", "The press does not look.", "press_scrutiny"),
    .init(
      "stories", "A story strikes nobody.", "story_trust", "story_documentation",
      "story_legitimacy", "political_stop"),
    .init(
      "fear", "Nobody fears being exposed.", "general_fear", "story_fear",
      dispute:
        "Timeus & Breaugh 2023: an experiment in which the prospect of blame does not lower the "
        + "support of innovations."),
    .init(
      "trust-building", "Experience does not move trust.", "throughput_gain", "output_gain",
      "trust_return"),
    .init(
      "transparency", "Documentation earns no trust.", "transparency_trust",
      dispute: "Grimmelikhuijsen et al. 2013: experiments in which transparency has small effects "
        + "on trust, of either sign."),
    .init(
      "loss-aversion", "Bad experience weighs as good.", "loss_aversion",
      dispute: "Gal & Rucker 2018: the evidence does not show that losses weigh more than gains on "
        + "balance."),
    .init(
      "maturing", "Maturity stays as it is.", "maturity_learning", "maturity_forgetting",
      "failure_teaching"),
    .init("failure-lessons", "Failures teach nothing.", "failure_teaching"),
    .init("staff-turnover", "No maturity goes with people.", "staff_turnover", "turnover_loss"),
    .init("fatigue", "Nobody tires.", "fatigue_load"),
    .init(
      "legitimacy", "Legitimacy is neither earned nor lost.", "work_legitimacy",
      "story_legitimacy", "legitimacy_return"),
  ]
}
