import GSL
import Testing

@testable import CoCreation

/// The line of command: a manager in charge, and politicians for what is referred to them.
@Suite("Ratify")
struct RatifyTests {
  /// Choice 3 is changed: the quality rises by 0.4, which a judge of motive 0.5 for it sees as 0.2.
  private static let flips: ChoiceSet = 0b1000

  private static func stage(
    managers: Int = 1, politicians: Int = 0, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage(managers: managers, politicians: politicians) {
      // Nobody leaves a decision to the process unseen.
      $0.competences.responsiveness = 0
      change(&$0)
    }
    stage.task.leader = stage.actors.firstIndex(where: \.isExternal)
    return stage
  }

  private static func ratify(_ stage: inout Stage, round: Int = 1) -> (isRatified: Bool, by: [Int])
  {
    var turn = Turn()
    turn.round = round
    let change = Change(flips: flips, of: stage.task, commonError: 0)
    return stage.task.ratifies(change, commonView: 0, stage.actors, &stage.world, &turn)
  }

  @Test func managerWhoSeesAGainRatifies() throws {
    var stage = try Self.stage()
    let line = Self.ratify(&stage)
    #expect(line.isRatified && line.by == stage.world.managers)
  }

  /// A loss of 0.2 is seen, and a leader's word is worth 1 · 0.6 · legitimacy.
  @Test(arguments: [(0.0, false), (0.3, false), (0.4, true), (1, true)] as [(Double, Bool)])
  func legitimateLeaderIsHeardUpwards(legitimacy: Double, isRatified: Bool) throws {
    var stage = try Self.stage { $0.decide.leaderHearing = 1 }
    stage.task.design = Self.flips
    stage.actors[try #require(stage.task.leader)].legitimacy = legitimacy
    #expect(Self.ratify(&stage).isRatified == isRatified)
  }

  /// All four choices differ from the plan: dread is fear · weight, against a gain of 0.2.
  @Test(arguments: [(0.0, true), (0.19, true), (0.21, false)] as [(Double, Bool)])
  func fearStopsWhatIsFarFromThePlan(fear: Double, isRatified: Bool) throws {
    var stage = try Self.stage { $0.decide.ratificationFear = 1 }
    stage.task.plan = 0b0111
    stage.world.fear = fear
    #expect(Self.ratify(&stage).isRatified == isRatified)
    stage.task.plan = Self.flips
    #expect(Self.ratify(&stage).isRatified, "what follows the plan frightens nobody")
  }

  @Test(arguments: [(0.0, 0), (0.5, 500), (1, 1000)] as [(Double, Int)])
  func responsivenessIsHowOftenADecisionIsLeftToTheProcess(value: Double, often: Int) throws {
    let stage = try Self.stage { $0.competences.responsiveness = value }
    var count = 0
    for round in 1...1000 {
      var stage = stage
      stage.task.design = Self.flips
      if Self.ratify(&stage, round: round).isRatified { count += 1 }
    }
    #expect(isLikely(count, of: 1000, probability: Double(often) / 1000))
  }

  @Test func dispositionsLieAroundTheResponsiveness() throws {
    var stage = try Self.stage { $0.competences.responsiveness = 0.6 }
    let manager = stage.world.managers[0]
    #expect(near(stage.task.disposition(of: stage.actors[manager]), 0.6))
    stage.actors[manager].readiness = 1
    #expect(stage.task.disposition(of: stage.actors[manager]) > 0.79)
  }

  /// 1 − exp(−4 · ½ · (1 + stake)), with two of four choices off the plan.
  @Test(arguments: [(0.0, 0.8646647), (1, 0.9816844)] as [(Double, Double)])
  func whatIsFarOrAtStakeIsReferred(stake: Double, chance: Double) throws {
    let stage = try Self.stage(politicians: 3) {
      ($0.decide.referral, $0.fail.stake) = (4, stake)
    }
    var referred = 0
    for round in 1...1000 {
      var stage = stage
      stage.task.plan = 0b1110
      _ = Self.ratify(&stage, round: round)
      referred += stage.task.month.referred
    }
    #expect(isLikely(referred, of: 1000, probability: chance))
  }

  @Test func politiciansDecideByMajority() throws {
    var stage = try Self.stage(politicians: 3) { $0.decide.referral = 50 }
    stage.task.plan = 0b0111
    #expect(Self.ratify(&stage).by.count == 4)
    // Two of three lose what they want by the change.
    for index in stage.world.politicians.prefix(2) {
      (stage.actors[index].quality, stage.actors[index].saving) = (0, 0)
      stage.actors[index].need = 1
    }
    stage.task.parameters.decide.needWeight = 5
    stage.task.mission = [0.5, 0.5, 0.5, 0]
    for index in stage.world.managers + [stage.world.politicians[2]] {
      (stage.actors[index].need, stage.actors[index].quality) = (0, 1)
    }
    let line = Self.ratify(&stage)
    #expect(!line.isRatified && line.by.count == 2)
    #expect(stage.events(.refer).last?.value == 1.0 / 3)
  }

  @Test func withoutAnOfficeNobodyRatifies() throws {
    var stage = try Self.stage(managers: 0)
    stage.task.design = Self.flips
    #expect(Self.ratify(&stage).isRatified)
  }

  @Test(arguments: [(1.0, false), (2, true)] as [(Double, Bool)])
  func rivalsDecideOtherwise(rule: Double, isRatified: Bool) throws {
    var stage = try Self.stage { $0.rivals.ratification = rule }
    stage.task.design = Self.flips
    #expect(Self.ratify(&stage).isRatified == isRatified)
    #expect(Self.ratify(&stage).by.isEmpty)
  }
}
