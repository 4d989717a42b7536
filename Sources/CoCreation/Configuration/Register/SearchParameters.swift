internal import Glibc

/// Who has ideas, how many and how far they go.
package struct ProposeParameters: ParameterGroup {
  package var rate = 130.0
  package var limit = 8.0
  package var fearEffect = 1.5
  package var ideas = 3.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.rate, "proposal_rate", "proposals/month", 0...1000, neutral: 0,
      "Expected proposals if all the hours that a month's demand takes were design work."),
    .init(
      \.limit, "proposal_limit", "proposals/month", 1...30, integer: true,
      "Proposals that a month has room for."),
    .init(
      \.fearEffect, "fear_proposals", "1", 0...6, neutral: 0,
      "How much fear holds proposals back.",
      source: "article: such an approach directly inhibits the process; assumption"),
    .init(
      \.ideas, "ideas", "ideas", 1...10, integer: true, neutral: 1,
      "Ideas of which a proposer puts forward the best."),
  ]
}

/// Talk before a decision.
package struct DeliberateParameters: ParameterGroup {
  package var talk = 1.0
  package var confidence = 0.3
  package var convergence = 0.3
  package var cost = 0.3
  package var pooling = 0.5
  package var listening = 0.3

  /// Share of what others know that a participant has learnt after the talk.
  package var pooled: Double { 1 - pow(1 - pooling, talk) }
  /// How far those who lose a decision have been listened to.
  package var listened: Double { 1 - pow(1 - listening, talk) }

  static let definitions: [Definition<Self>] = [
    .init(
      \.talk, "deliberation", "talks/actor", 0...10, neutral: 0,
      "Conversations each participant has, on average, about each choice of a proposal."),
    .init(
      \.confidence, "confidence_bound", "1", 0...1,
      "Largest difference of preference across which two actors still listen.",
      source: "Deffuant et al. 2000; the number is an assumption"),
    .init(
      \.convergence, "convergence", "1", 0...0.5, neutral: 0,
      "Share of the difference that each gives up.",
      source: "Deffuant et al. 2000; the number is an assumption"),
    .init(
      \.cost, "talk_cost", "1/talk", 0...5, neutral: 0,
      "How much longer a proposal takes for a conversation of each participant."),
    .init(
      \.pooling, "pooling", "1/talk", 0...1, neutral: 0,
      "Share of the difference to what those see who know that a conversation takes away.",
      source:
        "Stasser & Titus 1985, groups share what only some know as far as they talk about it; "
        + "the number is an assumption"),
    .init(
      \.listening, "listening", "1/talk", 0...1, neutral: 0,
      "How far a conversation makes those who lose a decision feel heard.",
      source: "Tyler 2006, procedural justice; the number is an assumption"),
  ]
}

/// How a proposal is judged, decided and ratified.
package struct DecideParameters: ParameterGroup {
  package var judgementError = 0.3
  package var needWeight = 5.0
  package var costWeight = 2.0
  package var statusQuoBias = 0.02
  package var threshold = 0.5
  package var ratificationDistance = 0.2
  package var ratificationFear = 2.0
  package var leaderHearing = 0.15
  package var referral = 8.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.judgementError, "judgement_error", "1", 0...1, neutral: 0, plausible: 0.05...0.4,
      "Standard deviation of the error about quality without knowledge: each judge's own, and again one "
        + "that all share.",
      because: "from a little to most of the spread of qualities"),
    .init(
      \.needWeight, "need_weight", "1", 0...20,
      "Weight of an actor's own need against quality, at equal motives."),
    .init(
      \.costWeight, "cost_weight", "1", 0...20,
      "Weight of the logarithm of the unit cost against quality, at equal motives."),
    .init(
      \.statusQuoBias, "status_quo_bias", "1", 0...0.5, neutral: 0,
      "Gain that a judge must see before it supports a change.",
      source: "Samuelson & Zeckhauser 1988; the number is an assumption"),
    .init(
      \.threshold, "decision_threshold", "1", 0...1,
      "Weighted share of support that adopts a proposal.",
      source: "Choi & Robertson 2014; one half is a simple majority in which a tie adopts"),
    .init(
      \.ratificationDistance, "ratification_distance", "1", 0...5, neutral: 0,
      "Gain that who ratifies must see in a design for its distance from the plan, as a share of "
        + "the choices.",
      source: "article: which upper management must be responsive to; assumption"),
    .init(
      \.ratificationFear, "ratification_fear", "1", 0...20, neutral: 0,
      "The same for each unit of fear.",
      source: "article: managers would rather avoid taking risks; assumption"),
    .init(
      \.leaderHearing, "leader_hearing", "1", 0...2, neutral: 0,
      "Gain that the word of a wholly legitimate leader is worth to who ratifies and trusts wholly.",
      source: "article, competence 5: a voice that is all about leading upwards; assumption"),
    .init(
      \.referral, "referral", "1", 0...50, neutral: 0,
      "How surely a decision is referred to politicians, for its distance from the plan and for "
        + "what is at stake.",
      source:
        "Innovation Barometer (COI): politicians start or further 69 % of public innovations; "
        + "calibration"),
  ]
}
