/// Who takes part, and when a process ends.
package struct JoinParameters: ParameterGroup {
  package var motiveWeight = 2.0
  package var trustWeight = 2.0
  package var contactWeight = 1.0
  package var efficacyWeight = 5.0
  package var resourceWeight = 0.3
  package var pressureWeight = 2.0
  package var recognitionHours = 0.0
  package var recognitionEffect = 0.3
  package var payment = 0.0
  package var paymentEffect = 1.8
  package var paymentThreshold = 0.045
  package var fatigueWeight = 1.5
  package var documentationWeight = 3.0
  package var ambiguityWeight = 2.0
  package var fearWeight = 3.0
  package var centralityWeight = 1.0
  package var leaderWeight = 1.5
  package var initialExternal = 0.02
  package var initialPublic = 0.4
  package var monthlyExternal = 0.0013
  package var monthlyPublic = 0.06
  package var monthlyLeave = 0.02
  package var earlyLeaving = 1.0
  package var lottery = 0.0
  package var supportHours = 0.0
  package var supportEffect = 0.2
  package var invitationHours = 0.0
  package var invitationEffect = 0.5
  package var onboardingLimit = 1_000_000.0
  package var viableShare = 0.1
  package var patience = 3.0
  package var closureHazard = 0.003
  package var closureTrust = 6.0
  package var handoverMonths = 6.0
  package var handoverLoss = 0.1
  package var handoverKnowledge = 0.5
  package var endingDisappointment = 0.1

  static let definitions: [Definition<Self>] = [
    .init(
      \.motiveWeight, "motive_weight", "logit", 0...8, neutral: 0, plausible: 1...3,
      "Weight of what the process gives to an actor's own motives.",
      source: "Clary et al. 1998, matching of motives; the number is an assumption",
      because: "odds triple at most per tenth of the match that differs"),
    .init(
      \.trustWeight, "trust_weight", "logit", 0...8, neutral: 0, plausible: 1...3,
      "Weight of trust.",
      because: "of the order of other attitudes"),
    .init(
      \.contactWeight, "contact_weight", "logit", 0...8, neutral: 0, role: .constant,
      "Weight of the share of an actor's contacts who take part.",
      source: "Verba, Schlozman & Brady 1995, being asked; the number is an assumption"),
    .init(
      \.efficacyWeight, "efficacy_weight", "logit", 0...12, neutral: 0, plausible: 3.5...6.5,
      "Weight of an actor's sense that it can make a difference: knowledge, being heard, and "
        + "decisions carried out.",
      source: "Parrado et al. 2013, the strongest driver; calibration",
      because: "the strongest driver of all"),
    .init(
      \.resourceWeight, "resource_weight", "logit", 0...2, neutral: 0, role: .constant,
      "Weight of the logarithm of an external actor's hours.",
      source:
        "Verba, Schlozman & Brady 1995; Statistics Denmark 2020: with `resource_gap` odds of .79 "
        + "between the strata; calibration"),
    .init(
      \.pressureWeight, "pressure_weight", "logit", 0...8, neutral: 0, role: .constant,
      "How much unmet demand presses those affected to take part.",
      source: "Parrado et al. 2013: good performance discourages somewhat; calibration"),
    .init(
      \.recognitionHours, "recognition_hours", "hours/actor/month", 0...6, neutral: 0,
      "Public hours of recognition for each external participant; it acts as far as it is paid."),
    .init(
      \.recognitionEffect, "recognition_effect", "logit/hour", 0...2, neutral: 0,
      plausible: 0.1...0.6,
      "How much an hour of recognition draws external actors in.",
      because: "an hour of attention a month moves odds by a tenth to a half"),
    .init(
      \.payment, "payment", "EUR/hour", 0...2000, neutral: 0,
      "Money paid for each external hour that is used; it acts as far as it is paid."),
    .init(
      \.paymentEffect, "payment_effect", "logit", 0...10, neutral: 0, plausible: 0.8...2.8,
      "How much a payment of one public wage above the threshold draws external actors in.",
      source: "Voorberg et al. 2018: EUR 10 an hour raises willingness by 6 points; calibration",
      because: "the 95 % interval of six points is about three to nine"),
    .init(
      \.paymentThreshold, "payment_threshold", "public wages", 0...1, role: .constant,
      "Payment that draws nobody in.",
      source: "Voorberg et al. 2018: EUR 2 an hour does nothing; calibration"),
    .init(
      \.fatigueWeight, "fatigue_weight", "logit", 0...8, neutral: 0, role: .constant,
      "Weight of fatigue."),
    .init(
      \.documentationWeight, "documentation_weight", "logit", 0...12, neutral: 0, role: .constant,
      "How much the burden of documentation keeps actors away.",
      source: "article: an increasing demand for documentation; assumption"),
    .init(
      \.ambiguityWeight, "ambiguity_weight", "logit", 0...8, neutral: 0, plausible: 1...3,
      "How much unclear roles keep actors away.", source: "article, competence 1; assumption",
      because: "of the order of trust"),
    .init(
      \.fearWeight, "fear_weight", "logit", 0...12, neutral: 0, plausible: 1.5...4.5,
      "How much fear keeps actors away from a process they believe open.",
      source: "article: would rather avoid taking risks; assumption",
      because: "from half to one and a half of the default"),
    .init(
      \.centralityWeight, "centrality_weight", "logit", 0...6, neutral: 0, plausible: 0.5...1.5,
      "How much the side at the centre is drawn in, and the other is not.",
      because: "being at the centre attracts, by less than a half of the odds each way"),
    .init(
      \.leaderWeight, "leader_weight", "logit", 0...8, neutral: 0, role: .constant,
      "How much a legitimate leader draws people in and holds them.",
      source: "article, competence 5: leadership is about establishing legitimacy; assumption"),
    .init(
      \.initialExternal, "initial_join_external", "1", 0...1, plausible: 0.01...0.03,
      "Chance that an external actor starts, at the reference point.",
      source: "VIVE 2020: 5 % of adults volunteer in the social field; calibration",
      because: "by which 1 to 5 in a hundred of the pool take part"),
    .init(
      \.initialPublic, "initial_join_public", "1", 0...1, plausible: 0.25...0.6,
      "Chance that a public actor starts, at the reference point.",
      because: "a quarter to over half of the staff of a service"),
    .init(
      \.monthlyExternal, "monthly_join_external", "1/month", 0...1, neutral: 0,
      plausible: 0.0008...0.002,
      "Chance that an external actor joins later, at the reference point.",
      source: "VIVE 2020 likewise; calibration",
      because: "by which those who leave are about replaced"),
    .init(
      \.monthlyPublic, "monthly_join_public", "1/month", 0...1, neutral: 0, plausible: 0.03...0.1,
      "Chance that a public actor joins later, at the reference point.",
      because: "staff is drawn in over one to three years"),
    .init(
      \.monthlyLeave, "monthly_leave", "1/month", 0...1, neutral: 0, plausible: 0.013...0.03,
      "Chance that a participant of long standing leaves, at the reference point.",
      source: "US CNCS 2006-07: 64 % stay for a year; calibration",
      because: "by which 60 to 85 of a hundred stay for a year"),
    .init(
      \.earlyLeaving, "early_leaving", "logit", 0...4, neutral: 0, role: .constant,
      "How much more likely an external participant leaves in its first month; it falls as one over "
        + "the months since joining."),
    .init(
      \.lottery, "lottery", "1", 0...1, neutral: 0,
      "How far participants are drawn by lot instead of selecting themselves."),
    .init(
      \.supportHours, "support_hours", "hours/actor/month", 0...20, neutral: 0,
      "Public hours of targeted support for each resource-poor external participant; it acts as far "
        + "as it is paid.", source: "Jakobsen 2013; the number is an assumption"),
    .init(
      \.supportEffect, "support_effect", "logit/hour", 0...2, neutral: 0, plausible: 0.08...0.4,
      "How much an hour of support lifts the resource-poor over their threshold.",
      source: "Jakobsen 2013; the number is an assumption",
      because: "families that are supported do more, by less than others differ"),
    .init(
      \.invitationHours, "invitation_hours", "hours/100 actors/month", 0...10, neutral: 0,
      "Public hours for asking those affected in person, for each hundred of them; it acts as far as "
        + "it is paid.",
      source: "Verba, Schlozman & Brady 1995, being asked; the number is an assumption"),
    .init(
      \.invitationEffect, "invitation_effect", "logit/hour", 0...2, plausible: 0.25...1,
      "How much more likely those affected join for an hour of asking for each hundred of them.",
      source: "Verba, Schlozman & Brady 1995, being asked; the number is an assumption",
      because: "being asked is a main reason to take part, and most who are asked decline"),
    .init(
      \.onboardingLimit, "onboarding_limit", "actors/month", 1...1_000_000, integer: true,
      neutral: 1_000_000, role: .experiment,
      "Newcomers that a process takes in each month.", source: "Weber 2006; assumption"),
    .init(
      \.viableShare, "viable_share", "1", 0...1, neutral: 0, role: .constant,
      "A process is not viable in a month in which external actors offer less than this share of the hours "
        + "that are asked of them."),
    .init(
      \.patience, "patience", "months", 1...240, integer: true, role: .constant,
      "Months in a row in which a process is not viable, after which it ends."),
    .init(
      \.closureHazard, "closure_hazard", "1/month", 0...0.1, neutral: 0, role: .constant,
      "Chance that a process ends in a month, at a mean trust of 0.6."),
    .init(
      \.closureTrust, "closure_trust", "logit", 0...20, neutral: 0, role: .constant,
      "How much distrust raises that chance.",
      source: "Ansell & Gash 2008, trust building; the number is an assumption"),
    .init(
      \.handoverMonths, "handover_months", "months", 0...60, integer: true, neutral: 0,
      plausible: 3...9,
      "Months that it takes to hand back to staff what a process delivers no more.",
      because: "a quarter to three quarters of a year, as projects are wound up"),
    .init(
      \.handoverLoss, "handover_loss", "1", 0...1, neutral: 0, role: .constant,
      "Share of the work handed back that produces nothing while it is handed over."),
    .init(
      \.handoverKnowledge, "handover_knowledge", "1", 0...1, neutral: 0, role: .constant,
      "Share of the design beyond the plan that is unfamiliar to those who take it over."),
    .init(
      \.endingDisappointment, "ending_disappointment", "1", 0...1, neutral: 0, role: .constant,
      "Trust that the end of a process costs those who gave it time, and others by what they tell."),
  ]
}
