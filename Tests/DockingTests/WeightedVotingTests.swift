import CoCreation
import Testing

/// The chance that a group of independent voters, each right with a probability, decides rightly:
/// Condorcet 1785 for simple majorities, the binomial distribution for the others.
@Suite struct WeightedVotingTests {
  /// A group that decides by a threshold, and the known chance that it is right.
  struct Group: Sendable {
    let voters: Int
    let competence: Double
    let threshold: Double
    let chance: Double
  }

  static let groups = [
    Group(voters: 11, competence: 0.6, threshold: 0.5, chance: 0.7535),
    Group(voters: 101, competence: 0.6, threshold: 0.5, chance: 0.9791),
    // Seven of twelve: half of the votes would do at a threshold of one half.
    Group(voters: 12, competence: 0.7, threshold: 7.0 / 12, chance: 0.8822),
    Group(voters: 12, competence: 0.7, threshold: 2.0 / 3, chance: 0.7237),
    Group(voters: 12, competence: 0.7, threshold: 3.0 / 4, chance: 0.4925),
    Group(voters: 12, competence: 0.7, threshold: 1, chance: 0.01384),
  ]

  /// Sums of equal weights miss the threshold by rounding; the number of votes alone must decide.
  @Test(arguments: groups)
  func theNumberOfVotesDecides(group: Group) {
    let weight = 1 / Double(group.voters)
    var (support, chance) = (0.0, 0.0)
    for votes in 0...group.voters {
      let needed = group.threshold * Double(group.voters) - 1e-6
      let adopted = Decide.adopts(support: support, threshold: group.threshold)
      #expect(adopted == (Double(votes) >= needed), "\(votes) votes")
      if adopted { chance += Self.binomial(votes, group) }
      support += weight
    }
    #expect(abs(chance - group.chance) < 5e-5)
  }

  @Test func withoutSupportNothingIsAdopted() {
    #expect(!Decide.adopts(support: 0, threshold: 0))
    #expect(Decide.adopts(support: 0.001, threshold: 0))
  }

  private static func binomial(_ votes: Int, _ group: Group) -> Double {
    let (p, n) = (group.competence, group.voters)
    return (0..<n).reduce(1) { product, step in
      // One factor of the binomial coefficient for each right vote keeps the product small.
      step < votes
        ? product * p * Double(n - step) / Double(step + 1) : product * (1 - p)
    }
  }
}
