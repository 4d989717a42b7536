/// Names that scenarios of the first edition had, and what says the same now.
///
/// They are unknown like any other; only the suggestion is one that no likeness of letters gives.
package enum FormerNames {
  /// What to use instead, for the end of "did you mean …?".
  package static let successors = [
    "mix": "codesign_share and codelivery_share of a strategy",
    "optimisation_share": "codelivery_share (staff delivers what duties and co-delivery leave)",
    "incentive": "recognition_hours or payment (need acts by itself)",
    "incentive_weight": "recognition_effect or payment_effect (need acts by itself)",
    "support": "support_hours",
    "invitation": "invitation_hours",
    "stratum_weight": "resource_gap",
    "viable_external": "to leave it out (a process too small to live ends by itself)",
    "sanction_hours": "to leave it out (sanctions take a share of the staff's hours)",
    "gap_premium": "to leave it out (hours beyond the staff's cost more by themselves)",
    "effort_floor": "to leave it out (paid staff works)",
    "initial_fear": "general_fear",
    "fear_press": "to leave it out (stories feed fear)",
  ]

  /// Places of other keys with these added; what `others` says wins.
  static func added(to others: [String: String] = [:]) -> [String: String] {
    others.merging(successors) { other, _ in other }
  }
}
