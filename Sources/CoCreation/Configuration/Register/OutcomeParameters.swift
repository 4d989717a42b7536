/// What a month delivers.
package struct DeliverParameters: ParameterGroup {
  package var noise = 0.05
  package var implementationLoss = 0.6
  package var familiarity = 0.35
  package var authorityPremium = 0.08
  package var learningElasticity = 0.1

  static let definitions: [Definition<Self>] = [
    .init(
      \.noise, "output_noise", "1", 0...0.5, neutral: 0,
      "Standard deviation of the logarithm of a month's output."),
    .init(
      \.implementationLoss, "implementation_loss", "1", 0...1, neutral: 0, plausible: 0.2...0.8,
      "Share of quality that a wholly unfamiliar design loses.",
      source: "article: maturity of the actors and the organisation; assumption",
      because: "a new design never works as well at once, nor not at all"),
    .init(
      \.familiarity, "familiarity", "1/month", 0...1,
      "Rate at which a new design becomes familiar to a fully mature organisation."),
    .init(
      \.authorityPremium, "authority_premium", "1", 0...0.5, neutral: 0,
      "Extra hours that a unit costs under the rules of authority."),
    .init(
      \.learningElasticity, "learning_elasticity", "1", 0...0.3, neutral: 0,
      "Exponent of the learning curve of production in-house.",
      source: "Wright 1936, learning curves; the number is an assumption"),
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
      \.base, "failure_base", "1/month", 0...0.5, neutral: 0,
      "Chance of a failure in a month, at the reference point.",
      source: "article: such situations cannot be avoided 100 percent; assumption"),
    .init(
      \.novelty, "failure_novelty", "logit", 0...40, neutral: 0,
      "How much an unfamiliar design raises it."),
    .init(
      \.ruggedness, "failure_ruggedness", "logit", 0...6, neutral: 0,
      "How much the interplay of choices raises it."),
    .init(
      \.shortfall, "failure_shortfall", "logit", 0...10, neutral: 0,
      "How much unmet demand raises it."),
    .init(
      \.maturity, "failure_maturity", "logit", 0...6, neutral: 0, "How much maturity lowers it."),
    .init(
      \.slack, "tolerance_slack", "logit", 0...5, neutral: 0,
      "How much error tolerance loosens care, for failures and violations."),
    .init(
      \.external, "external_risk", "logit", 0...10, neutral: 0, plausible: 0.5...4,
      "How much external work on a professional task raises failures and violations.",
      because: "from hardly riskier to clearly riskier where work is professional"),
    .init(
      \.loss, "failure_loss", "1", 0...1, neutral: 0,
      "Share of the month's output that a failure of severity 1 destroys."),
    .init(
      \.stake, "stake", "1", 0...20, neutral: 0,
      "Harm of a failure of severity 1, in months of full-quality value, beside the lost output; a "
        + "violation does the share `violation_loss` of it.",
      source: "article: would rather avoid taking risks than risk making mistakes; off by default"),
    .init(
      \.severityShape, "severity_shape", "1", 0.2...10,
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
      \.pressScrutiny, "press_scrutiny", "1", 0...1, neutral: 0, role: .main, plausible: 0.05...0.5,
      "Chance that a failure becomes a story in the press.",
      source: "article: the front page with a bad story; assumption",
      because: "from a quiet municipality to one with a busy local press"),
    .init(
      \.storyLegitimacy, "story_legitimacy", "1", 0...1, neutral: 0,
      "Legitimacy that a story of severity 1 costs the leader, and the public participants together."
    ),
    .init(
      \.storyFear, "story_fear", "1", 0...1, neutral: 0,
      "Fear that a story of severity 1 causes where errors are not tolerated.",
      source: "article: general fear of being exposed in the press; Timeus & Breaugh find none"),
    .init(
      \.fearDecay, "fear_decay", "1/month", 0...1, neutral: 1, municipal: true,
      "Rate at which fear returns to its resting level."),
    .init(
      \.storyTrust, "story_trust", "1", 0...1, neutral: 0,
      "Trust in its task that a story of severity 1 costs those who take part, those who ratify and "
        + "those outside.",
      source: "article, competence 4: a bad story must be dealt with politically; assumption"),
    .init(
      \.storyDocumentation, "story_documentation", "1", 0...0.5, neutral: 0,
      "Further share of its task's hours that documentation takes after a story of severity 1.",
      source: "article: an increasing demand for documentation and transparency; assumption"),
    .init(
      \.politicalStop, "political_stop", "1", 0...1, neutral: 0,
      "Chance that a politician of trust 0.6 wants to stop a process after a story.",
      source: "article: politically controlled organizations; assumption"),
    .init(
      \.complianceNeed, "compliance_need", "violations/month", 0...5, neutral: 0,
      "Expected violations without any control.",
      source: "article: continued need for compliance; assumption"),
    .init(
      \.complianceControl, "compliance_control", "1", 0...30, neutral: 0,
      "How fast the share that duties decide brings violations down."),
    .init(
      \.documentationControl, "documentation_control", "1", 0...3, neutral: 0,
      "What documentation adds to that control, in shares of authority."),
    .init(
      \.sanctionShare, "sanction_share", "1", 0...1, neutral: 0,
      "What a violation costs, as a share of the hours of a month's demand."),
    .init(
      \.violationLoss, "violation_loss", "1", 0...1, neutral: 0,
      "Share of the month's value that a violation takes away."),
  ]
}

/// How experience moves trust.
package struct TrustParameters: ParameterGroup {
  package var throughputGain = 0.06
  package var lossAversion = 2.0
  package var outputGain = 0.1
  package var experienceRate = 0.15
  package var returnRate = 0.03
  package var transparency = 0.5
  package var pulse = 0.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.throughputGain, "throughput_gain", "1/month", 0...0.5, neutral: 0,
      "How much being heard raises trust, by what there is to decide, and how much expectations do "
        + "that the form does not meet."),
    .init(
      \.lossAversion, "loss_aversion", "1", 1...5, neutral: 1,
      "How much more a bad experience weighs than an equal good one.",
      source: "Tversky & Kahneman 1992; Schmidt 2013 for throughput"),
    .init(
      \.outputGain, "output_gain", "1/month", 0...1, neutral: 0,
      "How much satisfaction above aspiration raises trust."),
    .init(
      \.transparency, "transparency_trust", "1", 0...5, neutral: 0,
      "Trust of those outside that documentation of all hours would add, against a tenth of them.",
      source: "article: demand for documentation and transparency; Grimmelikhuijsen et al. 2013 "
        + "find small effects of either sign; assumption"),
    .init(
      \.pulse, "trust_pulse", "1", -1...1, neutral: 0, role: .experiment,
      "An experience of one month, in the middle of the run, of more voice than promised.",
      source: "none needed: a switch for experiments, off by default"),
    .init(
      \.experienceRate, "experience_rate", "1/month", 0...1,
      "Rate at which aspiration follows satisfaction, and voice the latest decisions.",
      source: "Cyert & March 1963, aspiration levels; the number is an assumption"),
    .init(
      \.returnRate, "trust_return", "1/month", 0...1, neutral: 0,
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
      \.learning, "maturity_learning", "1/month", 0...0.5, neutral: 0,
      "Share of the missing maturity that a month of doing it teaches, in-house and together.",
      source: "article: something you have a lot of experience with; assumption"),
    .init(
      \.forgetting, "maturity_forgetting", "1/month", 0...0.2, neutral: 0,
      "Share of maturity that an idle month loses."),
    .init(
      \.teaching, "failure_teaching", "1", 0...1, neutral: 0,
      "Maturity that a failure of severity 1 teaches where errors are tolerated.",
      source: "article, competence 4; assumption"),
    .init(
      \.staffTurnover, "staff_turnover", "1/month", 0...0.2, neutral: 0,
      "Share of staff that others replace in a month.",
      source: "Benchmarkingenheden 2022: 19.5 % a year in Danish elderly care"),
    .init(
      \.turnoverLoss, "turnover_loss", "1", 0...1, neutral: 0,
      "Share of maturity that would go if all who have it were replaced."),
    .init(
      \.fatigueLoad, "fatigue_load", "1/month", 0...0.5, neutral: 0, municipal: true,
      plausible: 0.03...0.2,
      "Fatigue of a month in which a participant gives all its hours.",
      because: "from tiring within years to tiring within months"),
    .init(
      \.fatigueRecovery, "fatigue_recovery", "1/month", 0...1, neutral: 1, municipal: true,
      "Share of fatigue that a month heals."),
    .init(
      \.workLegitimacy, "work_legitimacy", "1/month", 0...0.2, neutral: 0, municipal: true,
      "Legitimacy that giving all one's hours earns.",
      source: "article: leadership is about establishing legitimacy; assumption"),
    .init(
      \.legitimacyReturn, "legitimacy_return", "1/month", 0...1, neutral: 0, municipal: true,
      "Rate at which legitimacy returns to where it started."),
  ]
}
