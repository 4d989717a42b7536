internal import Glibc

/// How democratic decisions about a task are, over some months: the volume of Fung's cube.
///
/// democracy = (inclusion × equality × effect)^(1/3). The three dimensions are Fung's (2006): who takes
/// part, how they decide, and what it changes. Each is defined for every form and without
/// co-creation, where elected politicians answer for what staff decides:
///
/// - who: the mean of the share of those affected who have a say, and of how far the wishes of those
///   who decide are those of all affected. Who took part has a say of 1; everybody else has a vote,
///   which is worth `electoral_voice`, on what politicians decide: the part of the design that is not
///   made together, and decisions that are referred to them;
/// - how: 1 − Gini of the weights in decisions, of participants in the process, of public actors by
///   their authority without it;
/// - what: the mean of the share of decisions that are carried out, and of the relevance of the design
///   for all affected, those absent too. What is not made together is carried out.
///
/// Each is weighted by the share of the design that the process decides, month by month.
package struct DemocracyIndex: BitwiseCopyable, Sendable {
  private var months = 0.0
  private var decidedTogether = 0.0
  private var likeness = 0.0
  private var equality = 0.0
  private var relevance = 0.0
  private var adopted = 0
  private var implemented = 0
  private var referred = 0

  package init() {}

  /// Takes in a month.
  package mutating func add(_ month: MonthRecord) {
    months += 1
    decidedTogether += month.decidedTogether
    likeness += month.likeness
    equality += month.voiceEquality
    relevance += month.relevance
    adopted += month.adopted
    implemented += month.implemented
    referred += month.referred
  }

  /// The dimensions; `nil` before a month is over.
  ///
  /// - Parameters:
  ///   - included: Share of those affected who ever took part.
  ///   - vote: What a vote at elections is worth, against taking part.
  /// - Returns: Who, how and what, each from 0 to 1.
  package func dimensions(included: Double, vote: Double) -> Dimensions? {
    guard months > 0 else { return nil }
    let together = decidedTogether / months
    let carriedOut = ratio(Double(implemented), Double(adopted)) ?? 0
    let politicians = 1 - together * (1 - (ratio(Double(referred), Double(adopted)) ?? 0))
    let say = included + (1 - included) * vote * politicians
    return Dimensions(
      inclusion: (say + likeness / months) / 2, equality: equality / months,
      effect: (together * carriedOut + 1 - together + relevance / months) / 2)
  }

  /// Fung's three dimensions.
  package struct Dimensions: Equatable, Sendable {
    package let inclusion: Double
    package let equality: Double
    package let effect: Double

    /// Their geometric mean.
    package var democracy: Double { cbrt(inclusion * equality * effect) }
  }
}

extension TaskState {
  /// Share of those affected who ever took part.
  func includedShare(_ involved: [Int]) -> Double {
    let included = involved.count {
      members[$0].everParticipated && members[$0].isAffected
    }
    return ratio(Double(included), Double(needs.affectedCount)) ?? 0
  }

  /// How alike those who decide are to those affected, and how equal among each other: of the
  /// process by its share of the design, of the public side by the rest.
  func whoDecides(_ actors: [Actor]) -> (together: Double, likeness: Double, equality: Double) {
    let officials = actors.prefix { !$0.isExternal }.map(\.authority)
    let staff = (
      likeness: likeness(of: mission),
      equality: 1 - (Inequality.gini(officials) ?? 0)
    )
    guard isActive, !participants.isEmpty, openShare > 0 else {
      return (0, staff.likeness, staff.equality)
    }
    let weights = DecisionWeights(self, actors).shares
    let wishes = (0..<choices).map { choice in
      zip(participants, weights).reduce(0) { $0 + $1.1 * preference(of: $1.0, for: choice) }
    }
    let equality = 1 - (Inequality.gini(weights) ?? 0)
    func mixed(_ own: Double, _ other: Double) -> Double {
      openShare * own + (1 - openShare) * other
    }
    return (
      openShare, mixed(likeness(of: wishes), staff.likeness), mixed(equality, staff.equality)
    )
  }
}
