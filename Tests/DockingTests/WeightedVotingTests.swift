import CoCreation
import GSL
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

  @Test(arguments: groups)
  func groupsOfEqualsDecideRightlyAsOftenAsKnown(group: Group) {
    let weights = [Double](repeating: 1 / Double(group.voters), count: group.voters)
    let decisions = Self.decisions(20_000, weights, group)
    #expect(decisions.agrees(with: group.chance), "\(decisions)")
  }

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

  @Test func aDictatorIsAsGoodAsItIs() {
    let group = Group(voters: 5, competence: 0.6, threshold: 0.5, chance: 0.6)
    let decisions = Self.decisions(20_000, [0.52, 0.12, 0.12, 0.12, 0.12], group)
    #expect(decisions.agrees(with: group.chance), "\(decisions)")
  }

  /// One of weight 2/5 and three of 1/5, decided by more than a half: the heavy voter with any
  /// other, or all others, so p(1 − (1 − p)³) + (1 − p)p³.
  @Test func aHeavyVoterNeedsOneAlly() {
    let p = 0.6
    let chance = p * (1 - (1 - p) * (1 - p) * (1 - p)) + (1 - p) * p * p * p
    let group = Group(voters: 4, competence: p, threshold: 0.5, chance: chance)
    let decisions = Self.decisions(20_000, [0.4, 0.2, 0.2, 0.2], group)
    #expect(decisions.agrees(with: group.chance), "\(decisions)")
  }

  @Test func withoutSupportNothingIsAdopted() {
    #expect(!Decide.adopts(support: 0, threshold: 0))
    #expect(Decide.adopts(support: 0.001, threshold: 0))
  }

  /// How often weighted voters who err independently adopt what is right.
  private static func decisions(_ count: Int, _ weights: [Double], _ group: Group) -> Estimate {
    var random = RandomSource()
    let outcomes = (0..<count).map { number in
      random.place(dockingStream(number), item: UInt32(weights.count))
      let support = weights.reduce(0) {
        random.bernoulli(group.competence) ? $0 + $1 : $0
      }
      return Decide.adopts(support: support, threshold: group.threshold) ? 1.0 : 0
    }
    return Estimate(outcomes)
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
