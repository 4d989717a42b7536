import Testing

@testable import CoCreation

@Suite struct SearchTests {
  @Test(
    arguments: [
      (0.5, 0.5, true), (0.4999, 0.5, false), (1, 1, true), (0, 0, false), (0.1, 0, true),
      (1.0 / 3 + 1.0 / 3, 2.0 / 3, true),
    ] as [(Double, Double, Bool)])
  func supportReachesTheThreshold(support: Double, threshold: Double, adopts: Bool) {
    #expect(Decide.adopts(support: support, threshold: threshold) == adopts)
  }

  @Test func withoutRoomForSearchNothingIsProposed() throws {
    var closed = try Stage.searching()
    closed.task.openChoices = 0
    var unstaffed = try Stage.searching()
    unstaffed.task.work.designHours = 0
    var ended = try Stage.searching()
    ended.task.isActive = false
    var idle = try Stage.searching { $0.propose.rate = 0 }
    for index in 0...3 { idle.task.members[index].decisions = 3 }
    for var stage in [closed, unstaffed, ended, idle] {
      stage.run(Search())
      #expect(stage.task.month.proposals == 0 && stage.task.design.isEmpty)
      #expect(stage.task.carriedOut == 0.5)
      #expect(stage.task.members.allSatisfy { $0.decisions == 0 && $0.credit == 0 })
    }
  }

  @Test func onlyOpenChoicesChange() throws {
    var stage = try Stage.searching()
    stage.task.openChoices = 0b0110
    for round in 1...20 { stage.run(Search(), round: round) }
    // Both are improvements that all support.
    #expect(stage.task.design == 0b0110)
  }

  /// All four support and weigh the same: the proposer has ½ + ⅛, the others ⅛ each.
  @Test func creditOfAChangeIsHalfTheProposersAndHalfTheSupporters() throws {
    var stage = try Stage.searching { $0.propose.limit = 1 }
    stage.run(Search())
    #expect(stage.task.month.implemented == 1 && stage.task.month.adopted == 1)
    #expect(stage.task.design.count == 1)
    #expect(stage.task.members.map(\.credit).sorted() == [0.125, 0.125, 0.125, 0.625])
    let proposer = try #require(stage.events(.implement).first?.actor)
    #expect(stage.task.members[proposer].credit == 0.625)
    #expect(stage.task.unfamiliarity == 0.25 && near(stage.task.month.acceptance, 1))
    #expect(stage.task.members.allSatisfy { $0.decisions == 1 && $0.decisionsAgreed == 1 })
  }

  /// One of four opponents: support ¾ of equal weights, ⅔ where the opponent weighs half more.
  @Test(
    arguments: [(0.5, 0.75, true), (0.5, 0.76, false), (0.75, 0.66, true), (0.75, 0.67, false)]
      as [(Double, Double, Bool)])
  func supportIsWeighed(authority: Double, threshold: Double, adopted: Bool) throws {
    var stage = try Stage.searching {
      $0.propose.limit = 1
      $0.form.openness = 0
      $0.decide.threshold = threshold
    }
    Self.oppose(1, &stage)
    (stage.actors[1].authority, stage.actors[1].hours) = (authority, 0)
    stage.run(Search())
    let members = stage.task.members
    let support = 1.5 / (1.5 + authority)
    #expect(stage.task.month.proposals == 1 && stage.task.month.adopted == (adopted ? 1 : 0))
    #expect(near(stage.task.month.acceptance, adopted ? support : 0))
    #expect(members.map { Int($0.decisionsAgreed) } == (adopted ? [1, 0, 1, 1] : [0, 1, 0, 0]))
    #expect(members.map(\.credit).min() == 0 && members[1].credit == 0)
    #expect(near(members.reduce(0) { $0 + $1.credit }, adopted ? 1 : 0))
    if adopted { #expect(near(members.map(\.credit).max(), 0.5 + 0.5 / 3)) }
    #expect(near(stage.events(adopted ? .implement : .reject).first?.value, support))
  }

  /// Whatever happens, credit sums to the number of choices that were changed.
  @Test(arguments: [0.8, 1]) func creditIsConserved(openness: Double) throws {
    var stage = try Stage(setUp: Simulation.setUp) {
      $0.form.openness = openness
      $0.decide.threshold = 0.3
      // One proposal a month, so that no two undo each other unseen.
      ($0.propose.rate, $0.propose.limit) = (1000, 1)
    }
    var flips = 0
    for round in 1...48 {
      for phase in Simulation.month {
        let before = stage.task.design
        stage.run(phase, round: round)
        flips += (before ^ stage.task.design).count
      }
      let credit = stage.task.members.reduce(0) { $0 + $1.credit }
      #expect(near(credit, Double(flips)))
    }
    #expect(flips > 0)
  }

  @Test(arguments: [(0.0, 0.05), (0.3, 0.3), (1, 0.95)] as [(Double, Double)])
  func proposersSideFollowsCentrality(centrality: Double, share: Double) throws {
    let proposers = try Self.proposers { $0.form.centrality = centrality }
    #expect(isLikely(proposers.count { $0 >= 2 }, of: proposers.count, probability: share))
  }

  /// Within a side hours given count: 0.5·30 against 0.5·10.
  @Test func withinASideHoursCount() throws {
    let proposers = try Self.proposers(hours: 30) { $0.form.centrality = 1 }
    let external = proposers.filter { $0 >= 2 }
    #expect(isLikely(external.count { $0 == 2 }, of: external.count, probability: 0.75))
  }

  @Test func whereNobodyGivesHoursAnyoneMayPropose() throws {
    let proposers = try Self.proposers(hours: 0) { $0.form.centrality = 1 }
    #expect(proposers.contains(2) && proposers.contains(3))
  }

  /// Poisson with mean 120 · 20 of 1000 hours · exp(−1.5 · 0.4), at most `limit` of them.
  @Test func proposalsAreAsManyAsDesignWorkAndFearAllow() throws {
    let stage = try Self.opposed {
      ($0.propose.rate, $0.propose.limit) = (120, 30)
      $0.propose.fearEffect = 1.5
    }
    var proposals = 0
    for round in 1...2000 {
      var stage = stage
      stage.task.work.designHours = 20
      stage.world.fear = 0.4
      stage.run(Search(), round: round)
      proposals += stage.task.month.proposals
    }
    let mean = 2.4 * 0.5488116360940264
    // Four standard errors of a Poisson mean.
    #expect(abs(Double(proposals) / 2000 - mean) < 4 * (mean / 2000).squareRoot())
  }

  @Test func aMonthHasRoomForSoManyProposals() throws {
    var stage = try Self.opposed { $0.propose.limit = 5 }
    stage.run(Search())
    #expect(stage.task.month.proposals == 5 && stage.events(.reject).count == 5)
  }

  /// Of what is adopted all is carried out, which is 0.15 of the way to 1.
  ///
  /// What is not adopted moves nothing.
  @Test func whatBecomesOfProposalsIsSeen() throws {
    var heard = try Stage.searching { $0.propose.limit = 1 }
    heard.run(Search())
    #expect(heard.task.month.implemented == 1 && near(heard.task.carriedOut, 0.575))
    var ignored = try Self.opposed { $0.propose.limit = 2 }
    ignored.run(Search())
    #expect(ignored.task.month.proposals == 2 && ignored.task.carriedOut == 0.5)
  }

  private static func proposers(
    hours: Double = 10, _ change: (inout Parameters) -> Void
  ) throws -> [Int] {
    let stage = try opposed {
      $0.propose.limit = 1
      change(&$0)
    }
    return (1...1000).compactMap { round in
      var stage = stage
      stage.actors[2].hours = hours
      if hours == 0 { stage.actors[3].hours = 0 }
      stage.run(Search(), round: round)
      return stage.events(.reject).first?.actor
    }
  }

  /// A process that decides unanimously, with one opponent who is never a proposer.
  private static func opposed(_ change: (inout Parameters) -> Void) throws -> Stage {
    var stage = try Stage.searching {
      $0.decide.threshold = 1
      change(&$0)
    }
    oppose(1, &stage)
    stage.actors[1].hours = 0
    return stage
  }

  private static func oppose(_ member: Int, _ stage: inout Stage) {
    stage.actors[member].need = 1
    (stage.actors[member].quality, stage.actors[member].saving) = (0, 0)
    stage.setPreferences(of: member, [0, 0, 0, 0])
  }
}
