/// Leadership that rests on authority and legitimacy.
package struct LeadParameters: ParameterGroup {
  package var gain = 1.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.gain, "leadership_gain", "1", 0...2, neutral: 0, plausible: 0.4...1.6,
      "How much a legitimate leader lowers coordination loss.",
      source: "article, competence 5: establishing legitimacy; assumption",
      because: "leadership matters, by how much is disputed")
  ]
}

/// What participants give of their resources.
package struct ContributeParameters: ParameterGroup {
  package var teamSize = 8.0
  package var reinforcement = 0.25
  package var earlyWins = 0.0
  package var productionExponent = 1.0
  package var spread = 5.5
  package var persistence = 0.5

  static let definitions: [Definition<Self>] = [
    .init(
      \.teamSize, "team_size", "actors", 2...60, integer: true, plausible: 5...12,
      "People who meet: external participants who see each other's contribution in a month, in teams "
        + "drawn anew, and the size from which teams coordinate by teams of teams.",
      because: "people who can hear each other in a meeting"),
    .init(
      \.reinforcement, "reinforcement", "1/month", 0...1, neutral: 0, plausible: 0.12...0.4,
      "How fast visible results raise the belief of those who trust.",
      source: "Ansell & Gash 2008, small wins; the number is an assumption",
      because: "visible results count, less than what others give"),
    .init(
      \.earlyWins, "early_wins", "1", -1...1, neutral: 0, role: .experiment,
      "How much more of the results is visible at the start of a run, and less at its end.",
      source: "Ansell & Gash 2008, small wins; off by default"),
    .init(
      \.productionExponent, "production_exponent", "1", -8...8, neutral: 1, role: .experiment,
      "Exponent of the generalised mean by which a team sees what its members give: 1 additive, "
        + "low is weakest-link, high is best-shot.",
      source: "Hirshleifer 1983, social composition functions"),
    .init(
      \.spread, "contribution_spread", "points of 20", 0...10, neutral: 0, role: .constant,
      "Standard deviation of contributions around the rule, before they are cut at nothing and all.",
      source:
        "Fischbacher & Gächter 2010, a censored fit with lasting differences to their panel; calibration"
    ),
    .init(
      \.persistence, "contribution_persistence", "1", 0...1, neutral: 0, role: .constant,
      "Share of that variance which is lasting differences between people.",
      source: "Fischbacher & Gächter 2010, persistence in their panel; calibration"),
  ]
}

/// How the work of the process is shared between the sides.
package struct StaffParameters: ParameterGroup {
  package var minimumShare = 0.1
  package var plannedOverhead = 0.25
  package var extraPremium = 0.5
  package var hiringRate = 0.2
  package var professionalRequirement = 0.5

  static let definitions: [Definition<Self>] = [
    .init(
      \.minimumShare, "minimum_share", "1", 0...0.5, role: .experiment,
      "Share of the work of the process that the less central side has at least, whatever the centrality.",
      source: "article: even if you don't play a central role you are still part; assumption"),
    .init(
      \.plannedOverhead, "planned_overhead", "1", 0...0.6, role: .experiment,
      "Share of hours that the plan sets aside for coordination and documentation, and by which external "
        + "hours beyond the planned ones can be used."),
    .init(
      \.extraPremium, "extra_premium", "1", 0...2, neutral: 0, municipal: true, role: .constant,
      "What an hour beyond those of the staff that exists costs more: overtime, agencies.",
      source: "Danish municipal agreements: overtime at one and a half; assumption"),
    .init(
      \.hiringRate, "hiring_rate", "1/month", 0...1, municipal: true, role: .constant,
      "Share of the hours missing beyond that staff which a month finds.",
      source: "Bitterman & Koliba 2020, staff as bottleneck; the number is an assumption"),
    .init(
      \.professionalRequirement, "professional_requirement", "1", 0...1, neutral: 0, role: .main,
      plausible: 0.3...0.7,
      "How far the task asks for professional knowledge.",
      source: "article: combines professionalism, quality and relevance; assumption",
      because: "welfare tasks ask for some training"),
  ]
}

/// The price of working together.
package struct CoordinateParameters: ParameterGroup {
  package var loss = 0.05
  package var ambiguityLoss = 3.0
  package var misalignmentLoss = 2.0
  package var opennessLoss = 3.0
  package var maturityRelief = 0.9
  package var facilitationHours = 1.0
  package var facilitationEffect = 0.3
  package var supervision = 2.0
  package var documentationBase = 0.05
  package var documentationFear = 0.25
  package var designShare = 0.1

  static let definitions: [Definition<Self>] = [
    .init(
      \.loss, "coordination_loss", "1", 0...0.3, neutral: 0, plausible: 0.03...0.08,
      "Coordination hours per hour of work in a team of two with nothing in the way.",
      source: "Steiner 1972, process loss; the number is an assumption",
      because: "a few minutes of an hour in a pair"),
    .init(
      \.ambiguityLoss, "ambiguity_loss", "1", 0...10, neutral: 0, plausible: 1.5...4.5,
      "How much unclear roles multiply coordination.",
      source: "article, competence 1; assumption",
      because: "unclear roles double to treble coordination"),
    .init(
      \.misalignmentLoss, "misalignment_loss", "1", 0...10, neutral: 0, role: .constant,
      "How much different beliefs about the form multiply coordination.",
      source: "article, competence 2; assumption"),
    .init(
      \.opennessLoss, "openness_loss", "1", 0...5, neutral: 0, plausible: 1.5...4.5,
      "How much an open process needs more coordination than a defined one.",
      because: "what is open is talked about several times as long"),
    .init(
      \.maturityRelief, "maturity_relief", "1", 0...1, neutral: 0, plausible: 0.6...1,
      "Share of coordination and of the shared error of judgement that full maturity saves.",
      source: "article: maturity; assumption",
      because: "practice saves most of what can be saved"),
    .init(
      \.facilitationHours, "facilitation_hours", "hours/actor/month", 0...6, neutral: 0,
      "Public hours of facilitation for each external participant; it acts as far as it is paid."),
    .init(
      \.facilitationEffect, "facilitation_effect", "1/hour", 0...2, neutral: 0,
      plausible: 0.1...0.6,
      "How fast facilitation that is paid clears up roles.",
      source: "Scott 2015: a coordinator makes next to no difference to outcomes; calibration",
      because: "a coordinator helps little in watershed groups, and more in case studies"),
    .init(
      \.supervision, "supervision", "1", 0...10, neutral: 0, role: .constant,
      "Extra facilitation where immature actors do professional work."),
    .init(
      \.documentationBase, "documentation_base", "1", 0...0.5, neutral: 0, municipal: true,
      plausible: 0.03...0.1,
      "Share of hours that documentation takes without fear.",
      because: "half a day to two days of a month"),
    .init(
      \.documentationFear, "documentation_fear", "1", 0...0.5, neutral: 0, municipal: true,
      plausible: 0.12...0.35,
      "Further share of hours that documentation takes in full fear.",
      source: "article: demand for documentation and transparency; assumption",
      because: "in full fear up to a third of the time"),
    .init(
      \.designShare, "design_share", "1", 0...0.9, neutral: 0, plausible: 0.05...0.15,
      "Share of a task's hours that goes to design where all of it is open and made together.",
      because: "a day or two of a month"),
  ]
}
