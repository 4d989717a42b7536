internal import GSL

/// The mechanisms that draw random numbers; each has a stream of its own.
///
/// The numbers are part of every address: never reuse or renumber one.
package enum Mechanism: Int, CaseIterable, Sendable {
  // Context: the same for every strategy and every process of a context.
  case statusQuo = 1, landscapeNeighbours, landscapeTable, choiceCost
  case stratum, hours, authority, legitimacy, knowledge, motives, trust, socialType, belief
  case contacts, needs, needShift, culture, preferences
  case understanding, searchOrder, perspective, perspectiveError
  case openChoices, planIdea, formBelief
  case affected, authorityLot
  // Process: anew in every process of a context.
  case join = 40, onboarding, lead, teams, proposals, proposer, idea, talk, vote, commonError
  case ratify, output, failure, severity, violations, press, closure
  case formLot, formDraw
  // Second edition.
  case generosity = 80, readiness, interest
  case giving = 90, leave, candidates, draft, manager, referral, stop
}

/// What names a run within an experiment.
public struct RunKey: Equatable, Sendable {
  /// The experiment's seed.
  public let seed: UInt64
  /// The index of the context: landscape, population, needs, network, plan.
  public let context: Int
  /// The index of the process within the context: everything else.
  public let process: Int

  /// Names a run.
  public init(seed: UInt64, context: Int, process: Int = 0) {
    self.seed = seed
    self.context = context
    self.process = process
  }

  func contextKey(task: Int) -> UInt64 {
    RandomSource.runKey(seed, UInt64(context), UInt64(task))
  }

  func processKey(task: Int) -> UInt64 {
    RandomSource.runKey(seed, UInt64(context), UInt64(task), UInt64(process))
  }
}
