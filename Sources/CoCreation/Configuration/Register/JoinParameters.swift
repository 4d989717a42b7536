/// Who takes part, and when a process ends.
package struct JoinParameters: ParameterGroup {
  package var motiveWeight = 2.0
  package var trustWeight = 2.0
  package var contactWeight = 1.0
  package var stratumWeight = 0.25
  package var resourceWeight = 0.3
  package var incentive = 0.5
  package var incentiveWeight = 5.0
  package var fatigueWeight = 1.5
  package var documentationWeight = 3.0
  package var ambiguityWeight = 2.0
  package var fearWeight = 3.0
  package var centralityWeight = 1.0
  package var initialExternal = 0.25
  package var initialPublic = 0.4
  package var monthlyExternal = 0.02
  package var monthlyPublic = 0.06
  package var monthlyLeave = 0.0365
  package var lottery = 0.0
  package var support = 0.0
  package var invitation = 0.0
  package var onboardingLimit = 1_000_000.0
  package var viableExternal = 4.0
  package var patience = 3.0
  package var closureHazard = 0.003
  package var closureTrust = 6.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.motiveWeight, "motive_weight", "logit", 0...8, neutral: 0,
      "Weight of what the process gives to an actor's own motives.",
      source: "Clary et al. 1998, matching of motives; the number is an assumption"),
    .init(\.trustWeight, "trust_weight", "logit", 0...8, neutral: 0, "Weight of trust."),
    .init(
      \.contactWeight, "contact_weight", "logit", 0...8, neutral: 0,
      "Weight of the share of an actor's contacts who take part.",
      source: "Verba, Schlozman & Brady 1995, being asked; the number is an assumption"),
    .init(
      \.stratumWeight, "stratum_weight", "logit", 0...3, neutral: 0,
      "How much less likely the resource-poor take part.",
      source: "Statistics Denmark 2020: 29 % against 34 % volunteer, a log-odds ratio of 0.23"),
    .init(
      \.resourceWeight, "resource_weight", "logit", 0...2, neutral: 0,
      "Weight of the logarithm of an external actor's hours.",
      source: "Verba, Schlozman & Brady 1995; the number is an assumption"),
    .init(
      \.incentive, "incentive", "1", 0...1,
      "Incentive to take part: need, recognition, money.",
      source: "Ansell & Gash 2008; assumption"),
    .init(
      \.incentiveWeight, "incentive_weight", "logit", 0...12, neutral: 0,
      "Weight of the incentive.", source: "Douglas et al. 2020, a necessary condition; assumption"),
    .init(\.fatigueWeight, "fatigue_weight", "logit", 0...8, neutral: 0, "Weight of fatigue."),
    .init(
      \.documentationWeight, "documentation_weight", "logit", 0...12, neutral: 0,
      "How much the burden of documentation keeps actors away.",
      source: "article: an increasing demand for documentation; assumption"),
    .init(
      \.ambiguityWeight, "ambiguity_weight", "logit", 0...8, neutral: 0,
      "How much unclear roles keep actors away.", source: "article, competence 1; assumption"),
    .init(
      \.fearWeight, "fear_weight", "logit", 0...12, neutral: 0,
      "How much fear keeps actors away from a process they believe open.",
      source: "article: would rather avoid taking risks; assumption"),
    .init(
      \.centralityWeight, "centrality_weight", "logit", 0...6, neutral: 0,
      "How much the side at the centre is drawn in, and the other is not."),
    .init(
      \.initialExternal, "initial_join_external", "1", 0...1,
      "Chance that an external actor starts, at the reference point.",
      source: "VIVE 2020: 40 % of adults volunteer at all; assumption for one task"),
    .init(
      \.initialPublic, "initial_join_public", "1", 0...1,
      "Chance that a public actor starts, at the reference point."),
    .init(
      \.monthlyExternal, "monthly_join_external", "1/month", 0...1, neutral: 0,
      "Chance that an external actor joins later, at the reference point."),
    .init(
      \.monthlyPublic, "monthly_join_public", "1/month", 0...1, neutral: 0,
      "Chance that a public actor joins later, at the reference point."),
    .init(
      \.monthlyLeave, "monthly_leave", "1/month", 0...1, neutral: 0,
      "Chance that a participant leaves, at the reference point.",
      source: "US CNCS 2006-07: 36 % a year"),
    .init(
      \.lottery, "lottery", "1", 0...1, neutral: 0,
      "How far participants are drawn by lot instead of selecting themselves."),
    .init(
      \.support, "support", "logit", 0...1, neutral: 0,
      "Targeted support that lifts the resource-poor over their threshold.",
      source: "Jakobsen 2013; the number is an assumption"),
    .init(
      \.invitation, "invitation", "logit", -4...4, neutral: 0,
      "How much more those affected are invited than others."),
    .init(
      \.onboardingLimit, "onboarding_limit", "actors/month", 1...1_000_000, integer: true,
      neutral: 1_000_000,
      "Newcomers that a process takes in each month.", source: "Weber 2006; assumption"),
    .init(
      \.viableExternal, "viable_external", "actors", 0...1000, integer: true, neutral: 0,
      "External participants below which a process is not viable."),
    .init(
      \.patience, "patience", "months", 1...240, integer: true,
      "Months in a row below which the process may stay before it ends."),
    .init(
      \.closureHazard, "closure_hazard", "1/month", 0...0.1, neutral: 0,
      "Chance that a process ends in a month, at a mean trust of 0.6."),
    .init(
      \.closureTrust, "closure_trust", "logit", 0...20, neutral: 0,
      "How much distrust raises that chance.",
      source: "Ansell & Gash 2008, trust building; the number is an assumption"),
  ]
}
