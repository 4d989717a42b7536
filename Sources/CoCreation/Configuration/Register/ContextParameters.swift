/// The task's design space.
package struct LandscapeParameters: ParameterGroup {
  package var choices = 12.0
  package var ruggedness = 4.0
  package var costSpread = 0.04
  package var legacyTrials = 8.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.choices, "choices", "choices", 4...14, integer: true, role: .experiment,
      "Binary choices that make up a design (N of an NK landscape).",
      source: "Kauffman 1993; the number is an assumption"),
    .init(
      \.ruggedness, "ruggedness", "choices", 0...13, integer: true, role: .main, plausible: 2...6,
      "Other choices that the contribution of a choice depends on (K); below `choices`.",
      source: "Kauffman 1993; the number is an assumption",
      because: "welfare tasks are neither simple nor chaotic"),
    .init(
      \.costSpread, "cost_spread", "1", 0...0.2, neutral: 0, plausible: 0.02...0.06,
      "Standard deviation of a choice's effect on the logarithm of the unit cost.",
      because: "designs differ in cost by some per cent for each choice"),
    .init(
      \.legacyTrials, "legacy_trials", "trials", 0...300, integer: true, role: .experiment,
      "Single changes that were tried on a random design, each kept if better, to make the status quo; "
        + "the more, the better the service to begin with."),
  ]
}

/// Needs, resources and social types of the actors.
package struct PopulationParameters: ParameterGroup {
  package var poorShare = 0.35
  package var affectedShare = 1.0
  package var authorityLot = 0.0
  package var resourceGap = 0.5
  package var needConcentration = 6.0
  package var needGap = 0.15
  package var freeRiderShare = 0.229
  package var triangleShare = 0.121
  package var otherShare = 0.1
  package var beliefMean = 9.8
  package var beliefDeviation = 4.88
  package var contacts = 3.0
  package var rewiring = 0.1

  static let definitions: [Definition<Self>] = [
    .init(
      \.affectedShare, "affected_share", "1", 0...1, neutral: 1, role: .main,
      "Share of the kinds that may be affected whom the task concerns; at least one actor.",
      source: "article: in close contact with those affected; all, unless a scenario says otherwise"
    ),
    .init(
      \.authorityLot, "authority_lot", "1", 0...1, neutral: 0, municipal: true, role: .experiment,
      "Share of actors whose formal authority is dealt out anew by lot: a test of what it does.",
      source: "none needed: a switch for experiments, off by default"),
    .init(
      \.poorShare, "poor_share", "1", 0...1, municipal: true, role: .main, plausible: 0.25...0.45,
      "Share of resource-poor actors in the kinds that have strata.",
      source: "Statistics Denmark 2020, participation by education, as a guide; assumption",
      because: "the share of Danish adults with basic education, a tenth to either side"),
    .init(
      \.resourceGap, "resource_gap", "1", 0...1, neutral: 0, municipal: true, plausible: 0.3...0.7,
      "How much less time the resource-poor have than the others; the mean of all stays.",
      source: "Statistics Denmark 2020: odds of volunteering .79 between the strata, by way of "
        + "`resource_weight`; calibration",
      because: "time differs between strata by something, not by all"),
    .init(
      \.needConcentration, "need_concentration", "1", 0.2...40, plausible: 4...10,
      "Concentration of actors' preferences around their group's mean; the higher, the more alike they are.",
      because: "people of a group want similar things and not the same"),
    .init(
      \.needGap, "need_gap", "1", 0...0.5, neutral: 0, plausible: 0.05...0.25,
      "Standard deviation of the shift of needs between the strata.",
      because: "strata differ less than persons do"),
    .init(
      \.freeRiderShare, "free_rider_share", "1", 0...1, neutral: 0, municipal: true,
      "Share of actors who contribute nothing whatever others do.",
      source: "Fischbacher & Gächter 2010, 32 of 140"),
    .init(
      \.triangleShare, "triangle_share", "1", 0...1, neutral: 0, municipal: true, role: .constant,
      "Share of actors whose contribution first rises and then falls with others'.",
      source: "Fischbacher & Gächter 2010, 17 of 140"),
    .init(
      \.otherShare, "other_share", "1", 0...1, neutral: 0, municipal: true, role: .constant,
      "Share of actors with no pattern in their contributions.",
      source: "Fischbacher & Gächter 2010, 14 of 140"),
    .init(
      \.beliefMean, "belief_mean", "points of 20", 0...20, role: .experiment,
      "Mean belief about others' contribution at the start.",
      source: "Fischbacher & Gächter 2010"),
    .init(
      \.beliefDeviation, "belief_deviation", "points of 20", 0...10, neutral: 0, role: .experiment,
      "Standard deviation of that belief.", source: "Fischbacher & Gächter 2010"),
    .init(
      \.contacts, "contacts", "actors", 0...50, integer: true, neutral: 0, role: .constant,
      "Contacts of an actor to each side of the ring, or half its random contacts."),
    .init(
      \.rewiring, "rewiring", "1", 0...1, role: .constant,
      "Share of ring contacts replaced by random ones in a small world.",
      source: "Watts & Strogatz 1998; the number is an assumption"),
  ]
}

/// Diversity of perspectives at equal ability.
package struct PerspectiveParameters: ParameterGroup {
  package var diversity = 0.5
  package var error = 0.2
  package var boldness = 0.5

  static let definitions: [Definition<Self>] = [
    .init(
      \.diversity, "diversity", "1", 0...1, neutral: 0, plausible: 0.3...0.7,
      "Share of an actor's ordering of choices that is its own, and chance of an own view.",
      source: "Hong & Page 2004; the number is an assumption",
      because: "half of what people see they see as others of their trade do, give or take"),
    .init(
      \.error, "perspective_error", "1", 0...1, neutral: 0, plausible: 0.1...0.3,
      "Standard deviation of a view's lasting error about a design, on a fully rugged task.",
      because: "less than the spread of designs, more than nothing"),
    .init(
      \.boldness, "boldness", "1", 0...0.95, neutral: 0, plausible: 0.3...0.65,
      "Chance that an idea changes one more choice.",
      because: "ideas change two choices on average, one to three"),
  ]
}

/// The plan made at the start and what actors believe of the form.
package struct FrameParameters: ParameterGroup {
  package var planTrials = 10.0
  package var reviewMonths = 12.0
  package var beliefNoise = 0.3
  package var beliefTalk = 0.2
  package var formulation = 0.1
  package var politicalInterest = 0.1
  package var citizensSay = 1.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.planTrials, "plan_trials", "trials", 0...300, integer: true, neutral: 0, plausible: 5...20,
      "Ideas of public actors that are weighed for the plan.",
      because: "a planning round weighs a handful to a score of ideas"),
    .init(
      \.reviewMonths, "review_months", "months", 1...1200, integer: true,
      "Months after which a strategy that chooses forms looks at its choice again."),
    .init(
      \.beliefNoise, "form_belief_noise", "1", 0...1, neutral: 0, role: .constant,
      "Standard deviation of the belief about the form without shared understanding.",
      source: "article, competence 2; assumption"),
    .init(
      \.beliefTalk, "form_belief_talk", "1/month", 0...1, neutral: 0, role: .constant,
      "Rate at which talk moves beliefs about the form to the group's mean, and that towards the form "
        + "as it is by shared understanding."),
    .init(
      \.formulation, "formulation", "1/month", 0...1, neutral: 0, plausible: 0.02...0.2,
      "Rate at which a wholly open process moves the core task to what its participants want.",
      source: "article: the work of formulating the core task; assumption",
      because: "a core task moves over months, not over a meeting"),
    .init(
      \.politicalInterest, "political_interest", "1", 0...1, neutral: 0, role: .constant,
      "Standard deviation of a politician's lasting interest in a task, in logarithms of its budget."
    ),
    .init(
      \.citizensSay, "citizens_say", "1", 0...5, neutral: 0, role: .constant,
      "How much the unmet demand of a wholly open process with a wholly legitimate leader raises the "
        + "logarithm of its budget.",
      source: "Gonçalves 2014, participatory budgeting; the number is an assumption"),
  ]
}
