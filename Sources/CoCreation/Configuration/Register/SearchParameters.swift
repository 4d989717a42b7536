internal import Glibc

/// Who has ideas, how many and how far they go.
package struct ProposeParameters: ParameterGroup {
  package var rate = 130.0
  package var limit = 8.0
  package var fearEffect = 1.5
  package var ideas = 3.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.rate, "proposal_rate", "proposals/month", 0...1000, neutral: 0, plausible: 80...200,
      "Expected proposals if all the hours that a month's demand takes were design work.",
      because: "from one proposal in two months to two a month in an open process"),
    .init(
      \.limit, "proposal_limit", "proposals/month", 1...30, integer: true, role: .constant,
      "Proposals that a month has room for."),
    .init(
      \.fearEffect, "fear_proposals", "1", 0...6, neutral: 0, role: .constant,
      "How much fear holds proposals back.",
      source: "article: such an approach directly inhibits the process; assumption"),
    .init(
      \.ideas, "ideas", "ideas", 1...10, integer: true, neutral: 1, role: .experiment,
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
      \.talk, "deliberation", "talks/actor", 0...10, neutral: 0, plausible: 0.5...2,
      "Conversations each participant has, on average, about each choice of a proposal.",
      because: "some talk of a proposal before they vote, few talk twice"),
    .init(
      \.confidence, "confidence_bound", "1", 0...1, role: .constant,
      "Largest difference of preference across which two actors still listen.",
      source: "Deffuant et al. 2000; the number is an assumption"),
    .init(
      \.convergence, "convergence", "1", 0...0.5, neutral: 0, role: .experiment,
      "Share of the difference that each gives up.",
      source: "Deffuant et al. 2000; the number is an assumption"),
    .init(
      \.cost, "talk_cost", "1/talk", 0...5, neutral: 0, role: .constant,
      "How much longer a proposal takes for a conversation of each participant."),
    .init(
      \.pooling, "pooling", "1/talk", 0...1, neutral: 0, plausible: 0.25...0.75,
      "Share of the difference to what those see who know that a conversation takes away.",
      source:
        "Stasser & Titus 1985, groups share what only some know as far as they talk about it; "
        + "the number is an assumption",
      because: "groups miss much of what single members know"),
    .init(
      \.listening, "listening", "1/talk", 0...1, neutral: 0, role: .constant,
      "How far a conversation makes those who lose a decision feel heard.",
      source: "Tyler 2006, procedural justice; the number is an assumption"),
  ]
}

/// How a proposal is judged, decided and ratified.
package struct DecideParameters: ParameterGroup {
  package var judgementError = 0.3
  package var needWeight = 5.0
  package var costWeight = 1.5
  package var statusQuoBias = 0.02
  package var threshold = 0.5
  package var ratificationDistance = 0.2
  package var ratificationFear = 2.0
  package var leaderHearing = 0.15
  package var referral = 12.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.judgementError, "judgement_error", "1", 0...1, neutral: 0, plausible: 0.2...0.4,
      "Standard deviation of the error about quality without knowledge: each judge's own, and again one "
        + "that all share.",
      because: "of the order of what separates good designs from bad"),
    .init(
      \.needWeight, "need_weight", "1", 0...20, plausible: 3...7,
      "Weight of an actor's own need against quality, at equal motives.",
      because: "own needs weigh more than quality to those who live with the result"),
    .init(
      \.costWeight, "cost_weight", "1", 0...20, role: .constant,
      "Weight of the logarithm of the unit cost against quality, at equal motives.",
      source: "Innovation Barometer (COI): 46 % of public innovations raise efficiency; calibration"
    ),
    .init(
      \.statusQuoBias, "status_quo_bias", "1", 0...0.5, neutral: 0, plausible: 0.01...0.04,
      "Gain that a judge must see before it supports a change.",
      source: "Samuelson & Zeckhauser 1988; the number is an assumption",
      because: "a tenth to a half of an ordinary gain"),
    .init(
      \.threshold, "decision_threshold", "1", 0...1,
      "Weighted share of support that adopts a proposal.",
      source: "Choi & Robertson 2014; one half is a simple majority in which a tie adopts"),
    .init(
      \.ratificationDistance, "ratification_distance", "1", 0...5, neutral: 0, role: .constant,
      "Gain that who ratifies must see in a design for its distance from the plan, as a share of "
        + "the choices.",
      source: "article: which upper management must be responsive to; assumption"),
    .init(
      \.ratificationFear, "ratification_fear", "1", 0...20, neutral: 0, plausible: 1...4,
      "The same for each unit of fear.",
      source: "article: managers would rather avoid taking risks; assumption",
      because: "by which a fifth to a half of decisions are stopped where nobody is responsive"),
    .init(
      \.leaderHearing, "leader_hearing", "1", 0...2, neutral: 0, role: .constant,
      "Gain that the word of a wholly legitimate leader is worth to who ratifies and trusts wholly.",
      source: "article, competence 5: a voice that is all about leading upwards; assumption"),
    .init(
      \.referral, "referral", "1", 0...50, neutral: 0, plausible: 7...20,
      "How surely a decision is referred to politicians, for its distance from the plan and for "
        + "what is at stake.",
      source:
        "Innovation Barometer (COI): politicians start or further 69 % of public innovations; "
        + "calibration",
      because: "by which politicians see half to four fifths of the decisions"),
  ]
}
