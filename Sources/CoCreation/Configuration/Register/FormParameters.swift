/// The two axes of co-creation and the share of the task that is co-created.
package struct FormParameters: ParameterGroup {
  package var openness = 0.5
  package var centrality = 0.5
  package var authorityShare = 0.2
  package var optimisationShare = 0.2

  /// What the others leave; a rounding error's worth is nothing.
  package var cocreationShare: Double {
    let rest = 1 - authorityShare - optimisationShare
    return rest < 1e-9 ? 0 : rest
  }

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
      \.authorityShare, "authority_share", "1", 0...1,
      "Share of the task produced under the rules of authority and compliance.",
      source: "article: side by side with the logics of authority and compliance; assumption"),
    .init(
      \.optimisationShare, "optimisation_share", "1", 0...1,
      "Share of the task produced in-house with a focus on efficiency.",
      source: "article: a continuous focus on optimizing and streamlining; assumption"),
  ]
}

/// The competences of co-creation management.
package struct CompetenceParameters: ParameterGroup {
  package var roleClarity = 0.6
  package var sharedUnderstanding = 0.6
  package var errorTolerance = 0.5
  package var responsiveness = 0.6
  package var strategicCompetence = 0.8

  static let definitions: [Definition<Self>] = [
    .init(
      \.roleClarity, "role_clarity", "1", 0...1, neutral: 1,
      "How clear tasks, responsibilities and relationships are.",
      source: "article, competence 1; assumption"),
    .init(
      \.sharedUnderstanding, "shared_understanding", "1", 0...1, neutral: 1,
      "How well actors know at the start what kind of co-creation they are part of.",
      source: "article, competence 2; assumption"),
    .init(
      \.errorTolerance, "error_tolerance", "1", 0...1,
      "How far the organisation lives with failure; 0 is a zero-defect culture.",
      source: "article, competence 4; assumption"),
    .init(
      \.strategicCompetence, "strategic_competence", "1", 0...1, neutral: 1,
      "How often a strategy that chooses forms takes the one that fits by its rule.",
      source: "article, competence 3; assumption"),
    .init(
      \.responsiveness, "responsiveness", "1", 0...1, neutral: 1,
      "How readily upper management ratifies what the process decides.",
      source: "article, competence 5; assumption"),
  ]
}

/// What co-creation is for: the weights of the three ambitions where one number is asked for.
package struct PurposeParameters: ParameterGroup {
  package var saving = 1.0
  package var quality = 1.0
  package var democracy = 1.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.saving, "purpose_saving", "1", 0.001...1000,
      "Weight of more for less in the purpose of the task, relative to the other two.",
      source:
        "article: an ambition of more for less; equal weights unless a scenario says otherwise"),
    .init(
      \.quality, "purpose_quality", "1", 0.001...1000,
      "Weight of better quality in the purpose of the task.",
      source: "article: an ambition for better quality; equal weights likewise"),
    .init(
      \.democracy, "purpose_democracy", "1", 0.001...1000,
      "Weight of democracy in the purpose of the task.",
      source: "article: a democratic ambition; equal weights likewise"),
  ]
}
