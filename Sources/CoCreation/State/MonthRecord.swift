/// What was observed of one task in one month; nothing here feeds back into the dynamics.
package struct MonthRecord: Sendable {
  package var round = 0
  package var isActive = false
  package var publicParticipants = 0
  package var externalParticipants = 0
  /// Share of each side's participants who left.
  package var publicLoss = 0.0
  package var externalLoss = 0.0
  package var joined = 0
  package var left = 0
  package var leaderIsExternal: Bool?
  /// Entropy of the leadership draw relative to its largest, from 0 to 1.
  package var leaderEntropy: Double?
  /// Mean contribution of external participants in points of 20.
  package var contribution: Double?
  package var coordinationShare: Double?
  package var documentationShare: Double?
  package var misalignment: Double?
  package var designHours = 0.0
  /// Hours of staff, and beyond it, that were paid.
  package var staffHours = 0.0
  package var proposals = 0
  package var adopted = 0
  package var implemented = 0
  /// Adopted proposals that were referred to politicians.
  package var referred = 0
  /// Weighted support for proposals that were adopted, summed over them.
  package var acceptance = 0.0
  package var demanded = 0.0
  package var delivered = 0.0
  package var coverage = 0.0
  package var quality = 0.0
  package var realisedQuality = 0.0
  package var relevance = 0.0
  package var novelty = 0.0
  package var deviation = 0.0
  package var unitCost = 0.0
  package var unfamiliarity = 0.0
  package var value = 0.0
  /// Harm of a failure and of violations, which is taken off the value.
  package var harm = 0.0
  /// Value that the plan promises for the month.
  package var promised = 0.0
  package var openness = 0.0
  package var centrality = 0.0
  package var codesignShare = 0.0
  package var codeliveryShare = 0.0
  package var failures = 0
  package var severity = 0.0
  package var stories = 0
  package var violations = 0
  package var fear = 0.0
  package var operationalMaturity = 0.0
  package var publicMaturity = 0.0
  package var externalMaturity = 0.0
  package var trust: Double?
  /// Mean trust of those affected, participants or not.
  package var affectedTrust = 0.0
  package var voice: Double?
  package var fatigue: Double?
  package var believedOpenness: Double?
  package var preferenceSpread: Double?
  /// Share of the design that the process decides.
  package var decidedTogether = 0.0
  /// How far the wishes of those who decide are those of all affected.
  package var likeness = 0.0
  /// Equality of weights in decisions.
  package var voiceEquality = 0.0
  package var ledger = Ledger()
}
