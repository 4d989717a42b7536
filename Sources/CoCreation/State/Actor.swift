internal import Glibc

/// How an actor's contribution depends on what it believes others give.
///
/// Fischbacher & Gächter (2010) in a public-goods experiment with 140 people.
package enum SocialType: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case conditionalCooperator, freeRider, triangle, other

  /// The contribution the type would choose if it knew the others', in points of 20.
  package func preferredContribution(others: Double) -> Double {
    switch self {
    case .conditionalCooperator: 0.74 * others
    case .freeRider: 0
    case .triangle: min(0.5 * others, 0.5 * (20 - others))
    case .other: 8.5
    }
  }
}

/// An actor, whatever tasks it takes part in.
///
/// Most of those who could take part never do: their attributes are drawn when first asked for, at
/// their own addresses, and so are the same whenever that is.
package struct Actor: BitwiseCopyable, Sendable {
  /// Its item in random streams: kind (8 bits, from 1) and number within the kind (24 bits).
  ///
  /// An actor keeps it when a kind has one more, and so keeps its draws.
  package let id: UInt32
  package let kind: Int
  package let isExternal: Bool
  /// Whether it is a politician, who ratifies and takes no part in processes.
  package var isElected = false
  package var isPoor = false

  /// How much of it is drawn: nothing, what decides at a glance whether it may join, all.
  package enum Acquaintance: UInt8, BitwiseCopyable, Comparable, Sendable {
    case none, glance, full

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
  package var acquaintance = Acquaintance.none

  // At a glance.
  /// Hours a month: of an external actor those it could give, of a public one those it works.
  package var hours = 0.0 {
    didSet { logHours = Self.logHours(hours) }
  }
  /// Logarithm of those hours, relative to the reference; kept because joining asks every month.
  package private(set) var logHours = Self.logHours(0)
  package var knowledge = 0.0

  // In full.
  package var socialType = SocialType.conditionalCooperator
  package var authority = 0.0
  package var legitimacy = 0.0
  package var initialLegitimacy = 0.0
  package var saving = 0.0
  package var quality = 0.0
  package var need = 0.0
  /// How much readier it is than others to leave decisions to a process, on the logit scale.
  package var readiness = 0.0

  // Its experience.
  package var fatigue = 0.0
  /// Trust that ends of processes have cost it.
  package var disappointment = 0.0
  /// The tasks in which it takes part.
  package var engagements: Int32 = 0
  /// Whether it is public, or has ever taken part.
  package var isInvolved = false

  /// Share of its time that each of them gets.
  package var shareOfTime: Double { 1 / Double(max(1, engagements)) }

  /// Hours that it has for each of them.
  package var available: Double { hours * shareOfTime }

  /// What its word weighs: formal authority in a defined process, legitimacy in an open one.
  func weight(openness: Double) -> Double {
    (1 - openness) * authority + openness * legitimacy
  }

  private static func logHours(_ hours: Double) -> Double {
    log(min(Join.Reference.mostHours, max(1e-6, hours / Join.Reference.hours)))
  }

  static func id(kind: Int, number: Int) -> UInt32 { UInt32(kind + 1) << 24 | UInt32(number) }
}

/// What an actor is to one task: its view, its experience and its part in the process.
package struct Member: BitwiseCopyable, Sendable {
  /// Whether the task concerns it.
  package var isAffected = false
  package var acquaintance = Actor.Acquaintance.none

  // Its view of the task.
  /// The choices it understands.
  package var understands = ChoiceSet()
  /// The order in which it goes through the choices, four bits each.
  package var searchOrder: UInt64 = 0
  /// Whose error about designs it shares: 0 for the common view, else its own.
  package var perspective: UInt32 = 0
  /// That view's error about the current design.
  package var perspectiveError = 0.0
  /// Fit of the current design with its preferences, from 0 to 1.
  package var fit = 0.0

  // Its experience.
  package var trust = 0.0
  package var initialTrust = 0.0
  /// Belief about what others give, in points of 20.
  package var belief = 0.0
  /// How much more than its type it gives, in standard deviations.
  package var generosity = 0.0
  package var believedOpenness = 0.0
  package var believedCentrality = 0.0
  /// The influence it has experienced, from 0 to 1.
  package var voice = Self.initialVoice
  package var aspiration = 0.0

  // Its part in the process.
  package var participates = false
  package var everParticipated = false
  package var isFormerParticipant: Bool { everParticipated && !participates }
  /// Months since it joined.
  package var tenure: Int32 = 0
  /// The last month in which its lot for joining fell.
  package var lotRound: Int32 = 0
  /// Share of its hours that it offers this month, from 0 to 1; of a public actor, that it works.
  package var contribution = 0.0
  /// Share of its hours that the process used this month.
  package var load = 0.0
  package var decisions: Int32 = 0
  /// The decisions that went its way, and in part those before which it was listened to.
  package var decisionsAgreed = 0.0
  /// Credit for changes of the design that were adopted and ratified.
  package var credit = 0.0

  static let initialVoice = 0.6

  mutating func stopParticipating() {
    participates = false
    tenure = 0
    contribution = 0
    load = 0
  }
}
