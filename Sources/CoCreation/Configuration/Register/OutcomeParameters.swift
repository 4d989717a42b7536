/// What a month delivers.
package struct DeliverParameters: ParameterGroup {
  package var noise = 0.05
  package var implementationLoss = 0.6
  package var familiarity = 0.35
  package var authorityPremium = 0.08
  package var learningElasticity = 0.1

  static let definitions: [Definition<Self>] = [
    .init(
      \.noise, "output_noise", "1", 0...0.5, neutral: 0, role: .constant,
      "Standard deviation of the logarithm of a month's output."),
    .init(
      \.implementationLoss, "implementation_loss", "1", 0...1, neutral: 0, plausible: 0.35...0.8,
      "Share of quality that a wholly unfamiliar design loses.",
      source: "article: maturity of the actors and the organisation; assumption",
      because: "a design nobody knows loses a third to most of its quality"),
    .init(
      \.familiarity, "familiarity", "1/month", 0...1, plausible: 0.2...0.5,
      "Rate at which a new design becomes familiar to a fully mature organisation.",
      because: "a new way of working takes two to five months"),
    .init(
      \.authorityPremium, "authority_premium", "1", 0...0.5, neutral: 0, role: .constant,
      "Extra hours that a unit costs under the rules of authority."),
    .init(
      \.learningElasticity, "learning_elasticity", "1", 0...0.3, neutral: 0, plausible: 0.05...0.15,
      "Exponent of the learning curve of production in-house.",
      source: "Wright 1936, learning curves; the number is an assumption",
      because: "doubled experience saves 3 to 10 per cent of hours"),
  ]
}

/// When things go wrong.
package struct FailParameters: ParameterGroup {
  package var base = 0.04
  package var novelty = 4.0
  package var ruggedness = 1.0
  package var shortfall = 2.0
  package var maturity = 1.5
  package var slack = 0.8
  package var external = 2.0
  package var loss = 0.4
  package var stake = 0.0
  package var severityShape = 2.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.base, "failure_base", "1/month", 0...0.5, neutral: 0, plausible: 0.02...0.06,
      "Chance of a failure in a month, at the reference point.",
      source: "article: such situations cannot be avoided 100 percent; assumption",
      because: "one failure in two years to three"),
    .init(
      \.novelty, "failure_novelty", "logit", 0...40, neutral: 0, role: .constant,
      "How much an unfamiliar design raises it."),
    .init(
      \.ruggedness, "failure_ruggedness", "logit", 0...6, neutral: 0, role: .constant,
      "How much the interplay of choices raises it."),
    .init(
      \.shortfall, "failure_shortfall", "logit", 0...10, neutral: 0, role: .constant,
      "How much unmet demand raises it."),
    .init(
      \.maturity, "failure_maturity", "logit", 0...6, neutral: 0, role: .constant,
      "How much maturity lowers it."),
    .init(
      \.slack, "tolerance_slack", "logit", 0...5, neutral: 0, role: .constant,
      "How much error tolerance loosens care, for failures and violations."),
    .init(
      \.external, "external_risk", "logit", 0...10, neutral: 0, plausible: 1...3,
      "How much external work on a professional task raises failures and violations.",
      because: "from half to one and a half of the default"),
    .init(
      \.loss, "failure_loss", "1", 0...1, neutral: 0, role: .constant,
      "Share of the month's output that a failure of severity 1 destroys."),
    .init(
      \.stake, "stake", "1", 0...20, neutral: 0, role: .main,
      "Harm of a failure of severity 1, in months of full-quality value, beside the lost output; a "
        + "violation does the share `violation_loss` of it.",
      source: "article: would rather avoid taking risks than risk making mistakes; off by default"),
    .init(
      \.severityShape, "severity_shape", "1", 0.2...10, role: .constant,
      "Shape of the gamma distribution of severity, whose mean is 1."),
  ]
}

/// Press, sanctions and fear.
package struct AccountParameters: ParameterGroup {
  package var pressScrutiny = 0.2
  package var storyLegitimacy = 0.1
  package var storyFear = 0.35
  package var fearDecay = 0.11
  package var storyTrust = 0.1
  package var storyDocumentation = 0.05
  package var politicalStop = 0.15
  package var complianceNeed = 0.4
  package var complianceControl = 8.0
  package var documentationControl = 0.25
  package var sanctionShare = 0.08
  package var violationLoss = 0.1

  static let definitions: [Definition<Self>] = [
    .init(
      \.pressScrutiny, "press_scrutiny", "1", 0...1, neutral: 0, role: .main, plausible: 0.1...0.35,
      "Chance that a failure becomes a story in the press.",
      source: "article: the front page with a bad story; assumption",
      because: "a tenth to a third of failures are found worth a story"),
    .init(
      \.storyLegitimacy, "story_legitimacy", "1", 0...1, neutral: 0, role: .constant,
      "Legitimacy that a story of severity 1 costs the leader, and the public participants together."
    ),
    .init(
      \.storyFear, "story_fear", "1", 0...1, neutral: 0, role: .constant,
      "Fear that a story of severity 1 causes where errors are not tolerated.",
      source: "article: general fear of being exposed in the press; Timeus & Breaugh find none"),
    .init(
      \.fearDecay, "fear_decay", "1/month", 0...1, neutral: 1, municipal: true, role: .constant,
      "Rate at which fear returns to its resting level."),
    .init(
      \.storyTrust, "story_trust", "1", 0...1, neutral: 0, role: .constant,
      "Trust in its task that a story of severity 1 costs those who take part, those who ratify and "
        + "those outside.",
      source: "article, competence 4: a bad story must be dealt with politically; assumption"),
    .init(
      \.storyDocumentation, "story_documentation", "1", 0...0.5, neutral: 0, role: .constant,
      "Further share of its task's hours that documentation takes after a story of severity 1.",
      source: "article: an increasing demand for documentation and transparency; assumption"),
    .init(
      \.politicalStop, "political_stop", "1", 0...1, neutral: 0, plausible: 0.05...0.3,
      "Chance that a politician of trust 0.6 wants to stop a process after a story.",
      source: "article: politically controlled organizations; assumption",
      because: "most stories stop nothing"),
    .init(
      \.complianceNeed, "compliance_need", "violations/month", 0...5, neutral: 0,
      plausible: 0.2...0.7,
      "Expected violations without any control.",
      source: "article: continued need for compliance; assumption",
      because: "a few to eight violations a year without any control"),
    .init(
      \.complianceControl, "compliance_control", "1", 0...30, neutral: 0, role: .constant,
      "How fast the share that duties decide brings violations down."),
    .init(
      \.documentationControl, "documentation_control", "1", 0...3, neutral: 0, role: .constant,
      "What documentation adds to that control, in shares of authority."),
    .init(
      \.sanctionShare, "sanction_share", "1", 0...1, neutral: 0, role: .constant,
      "What a violation costs, as a share of the hours of a month's demand."),
    .init(
      \.violationLoss, "violation_loss", "1", 0...1, neutral: 0, role: .constant,
      "Share of the month's value that a violation takes away."),
  ]
}

/// How experience moves trust.
package struct TrustParameters: ParameterGroup {
  package var throughputGain = 0.06
  package var lossAversion = 2.0
  package var outputGain = 0.04
  package var experienceRate = 0.15
  package var returnRate = 0.03
  package var transparency = 0.5
  package var pulse = 0.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.throughputGain, "throughput_gain", "1/month", 0...0.5, neutral: 0, role: .constant,
      "How much being heard raises trust, by what there is to decide, and how much expectations do "
        + "that the form does not meet."),
    .init(
      \.lossAversion, "loss_aversion", "1", 1...5, neutral: 1, role: .constant,
      "How much more a bad experience weighs than an equal good one.",
      source: "Tversky & Kahneman 1992; Schmidt 2013 for throughput"),
    .init(
      \.outputGain, "output_gain", "1/month", 0...1, neutral: 0, plausible: 0.02...0.08,
      "How much satisfaction above aspiration raises trust.",
      source: "Parrado et al. 2013: good performance discourages somewhat; calibration",
      because: "of the order of throughput"),
    .init(
      \.transparency, "transparency_trust", "1", 0...5, neutral: 0, role: .constant,
      "Trust of those outside that documentation of all hours would add, against a tenth of them.",
      source: "article: demand for documentation and transparency; Grimmelikhuijsen et al. 2013 "
        + "find small effects of either sign; assumption"),
    .init(
      \.pulse, "trust_pulse", "1", -1...1, neutral: 0, role: .experiment,
      "An experience of one month, in the middle of the run, of more voice than promised.",
      source: "none needed: a switch for experiments, off by default"),
    .init(
      \.experienceRate, "experience_rate", "1/month", 0...1, role: .constant,
      "Rate at which aspiration follows satisfaction, and voice the latest decisions.",
      source: "Cyert & March 1963, aspiration levels; the number is an assumption"),
    .init(
      \.returnRate, "trust_return", "1/month", 0...1, neutral: 0, role: .constant,
      "Rate at which trust returns to an actor's disposition."),
  ]
}

/// What stays behind after a month.
package struct LearnParameters: ParameterGroup {
  package var learning = 0.015
  package var forgetting = 0.005
  package var teaching = 0.05
  package var staffTurnover = 0.018
  package var turnoverLoss = 0.25
  package var fatigueLoad = 0.1
  package var fatigueRecovery = 0.1
  package var workLegitimacy = 0.02
  package var legitimacyReturn = 0.02

  static let definitions: [Definition<Self>] = [
    .init(
      \.learning, "maturity_learning", "1/month", 0...0.5, neutral: 0, role: .constant,
      "Share of the missing maturity that a month of doing it teaches, in-house and together.",
      source: "article: something you have a lot of experience with; assumption"),
    .init(
      \.forgetting, "maturity_forgetting", "1/month", 0...0.2, neutral: 0, role: .constant,
      "Share of maturity that an idle month loses."),
    .init(
      \.teaching, "failure_teaching", "1", 0...1, neutral: 0, role: .constant,
      "Maturity that a failure of severity 1 teaches where errors are tolerated.",
      source: "article, competence 4; assumption"),
    .init(
      \.staffTurnover, "staff_turnover", "1/month", 0...0.2, neutral: 0, role: .constant,
      "Share of staff that others replace in a month.",
      source: "Benchmarkingenheden 2022: 19.5 % a year in Danish elderly care"),
    .init(
      \.turnoverLoss, "turnover_loss", "1", 0...1, neutral: 0, role: .constant,
      "Share of maturity that would go if all who have it were replaced."),
    .init(
      \.fatigueLoad, "fatigue_load", "1/month", 0...0.5, neutral: 0, municipal: true,
      role: .constant,
      "Fatigue of a month in which a participant gives all its hours."),
    .init(
      \.fatigueRecovery, "fatigue_recovery", "1/month", 0...1, neutral: 1, municipal: true,
      role: .constant,
      "Share of fatigue that a month heals."),
    .init(
      \.workLegitimacy, "work_legitimacy", "1/month", 0...0.2, neutral: 0, municipal: true,
      role: .constant,
      "Legitimacy that giving all one's hours earns.",
      source: "article: leadership is about establishing legitimacy; assumption"),
    .init(
      \.legitimacyReturn, "legitimacy_return", "1/month", 0...1, neutral: 0, municipal: true,
      role: .constant,
      "Rate at which legitimacy returns to where it started."),
  ]
}
