/// The two axes of co-creation, the duties of the task, and the shares of the rest that are co-created.
package struct FormParameters: ParameterGroup {
  package var openness = 0.5
  package var centrality = 0.5
  package var authorityShare = 0.2
  package var codesignShare = 1.0
  package var codeliveryShare = 0.5

  /// Share of the whole task's design that is made together.
  package var codesigned: Double { (1 - authorityShare) * codesignShare }
  /// Share of the whole task's delivery that is made together.
  package var codelivered: Double { (1 - authorityShare) * codeliveryShare }
  /// Whether there is anything to make together.
  package var isCocreated: Bool { codesigned > 0 || codelivered > 0 }

  static let definitions: [Definition<Self>] = [
    .init(
      \.openness, "openness", "1", 0...1,
      "Share of the design left open, and how far decisions rest on legitimacy.",
      source: "article: the public organization's need to define the outcome"),
    .init(
      \.centrality, "centrality", "1", 0...1,
      "How far external actors take the initiative and carry the work.",
      source: "article: at the other end of the axis, external actors play this role"),
    .init(
      \.authorityShare, "authority_share", "1", 0...1, role: .main, plausible: 0.1...0.35,
      "Share of the task that duties decide: produced and designed under the rules of authority, "
        + "whatever the strategy.",
      source: "article: side by side with the logics of authority and compliance; assumption",
      because: "duties decide a part of any service and of few the most"),
    .init(
      \.codesignShare, "codesign_share", "1", 0...1,
      "Share of the design, of what duties leave, that is made together; with codelivery_share 0 as "
        + "well the task is produced in-house.",
      source: "Bovaird & Loeffler 2012: co-design; all of it unless a strategy says otherwise"),
    .init(
      \.codeliveryShare, "codelivery_share", "1", 0...1, plausible: 0.3...0.7,
      "Share of the delivery, of what duties leave, that is made together; staff delivers the rest.",
      source: "Bovaird & Loeffler 2012: co-delivery; the number is an assumption",
      because: "around half of what duties leave"),
  ]
}

/// The competences of co-creation management.
package struct CompetenceParameters: ParameterGroup {
  package var roleClarity = 0.7
  package var sharedUnderstanding = 0.6
  package var errorTolerance = 0.5
  package var responsiveness = 0.6
  package var strategicCompetence = 0.8

  static let definitions: [Definition<Self>] = [
    .init(
      \.roleClarity, "role_clarity", "1", 0...1, neutral: 1, role: .main, plausible: 0.5...0.9,
      "How clear tasks, responsibilities and relationships are.",
      source: "article, competence 1; assumption",
      because: "between a first try and a well-run project"),
    .init(
      \.sharedUnderstanding, "shared_understanding", "1", 0...1, neutral: 1, role: .main,
      plausible: 0.4...0.8,
      "How well actors know at the start what kind of co-creation they are part of.",
      source: "article, competence 2; assumption",
      because: "people have heard of it and do not mean the same"),
    .init(
      \.errorTolerance, "error_tolerance", "1", 0...1, role: .main, plausible: 0.3...0.7,
      "How far the organisation lives with failure; 0 is a zero-defect culture.",
      source: "article, competence 4; assumption",
      because: "neither a culture of zero defects nor one without consequences"),
    .init(
      \.strategicCompetence, "strategic_competence", "1", 0...1, neutral: 1, plausible: 0.6...1,
      "How often a strategy that chooses forms takes the one that fits by its rule.",
      source: "article, competence 3; assumption",
      because: "better than guessing among four forms"),
    .init(
      \.responsiveness, "responsiveness", "1", 0...1, neutral: 1, role: .main, plausible: 0.4...0.8,
      "How readily upper management ratifies what the process decides.",
      source: "article, competence 5; assumption",
      because: "managers leave about half of what comes to them as it is, or somewhat more"),
  ]
}

/// What co-creation is for: the weights of the three ambitions where one number is asked for.
package struct PurposeParameters: ParameterGroup {
  package var saving = 0.1
  package var quality = 1.0
  package var democracy = 1.0
  package var vote = 0.2

  static let definitions: [Definition<Self>] = [
    .init(
      \.saving, "purpose_saving", "1", 0.001...1000, plausible: 0.02...0.5,
      "Weight of more for less in the purpose of the task, relative to the other two.",
      source:
        "article: an ambition of more for less; KORA/SDU 2016: one head in twenty names savings; "
        + "calibration",
      because: "from hardly ever named to named by one in five"),
    .init(
      \.quality, "purpose_quality", "1", 0.001...1000,
      "Weight of better quality in the purpose of the task.",
      source: "article: an ambition for better quality; equal weights likewise"),
    .init(
      \.democracy, "purpose_democracy", "1", 0.001...1000,
      "Weight of democracy in the purpose of the task.",
      source: "article: a democratic ambition; equal weights likewise"),
    .init(
      \.vote, "electoral_voice", "1", 0...1, plausible: 0.1...0.4,
      "What a vote at elections counts as a say in a task's decisions, against taking part in them.",
      source: "turnout of 67 % at the Danish municipal elections of 2021 for all matters together; "
        + "assumption",
      because:
        "a vote every four years on all matters together counts less than half of taking part in one"
    ),
  ]
}
