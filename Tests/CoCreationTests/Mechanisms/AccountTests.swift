import Testing

@testable import CoCreation

@Suite struct AccountTests {
  @Test func failuresBecomeStoriesWithTheChanceOfThePress() throws {
    let stage = try Stage { $0.account.pressScrutiny = 0.3 }
    var stories = 0
    for round in 1...1000 {
      var (failed, fine) = (stage, stage)
      (failed.task.month.failures, failed.task.month.severity) = (1, 1)
      failed.run(Account(), round: round)
      fine.run(Account(), round: round)
      stories += failed.task.month.stories
      #expect(fine.task.month.stories == 0)
    }
    #expect(isLikely(stories, of: 1000, probability: 0.3))
  }

  /// Severity 2 costs the leader 0.2, and the other two public participants as much together.
  @Test(arguments: [0, 2]) func aStoryCostsTheLeaderAsMuchAsTheRestOfThePublicSide(
    leader: Int
  ) throws {
    var stage = try Stage(publicActors: 4, externalActors: 2) {
      ($0.account.pressScrutiny, $0.account.storyLegitimacy) = (1, 0.1)
    }
    stage.stopParticipation(of: [1])
    stage.task.leader = leader
    (stage.task.month.failures, stage.task.month.severity) = (1, 2)
    stage.run(Account())
    var expected = [0.4, 0.5, 0.4, 0.4, 0.5, 0.5]
    expected[leader] = 0.3
    for (actor, legitimacy) in zip(stage.actors, expected) {
      #expect(near(actor.legitimacy, legitimacy))
    }
    stage.task.month.severity = 50
    stage.run(Account())
    #expect(stage.actors[leader].legitimacy == 0 && stage.actors[3].legitimacy == 0)
  }

  @Test func anExternalLeaderIsBlamedToo() throws {
    var stage = try Stage { ($0.account.pressScrutiny, $0.account.storyLegitimacy) = (1, 0.1) }
    stage.task.leader = 3
    (stage.task.month.failures, stage.task.month.severity) = (1, 1)
    stage.run(Account())
    #expect(stage.actors.map(\.legitimacy) == [0.45, 0.45, 0.5, 0.4])
    #expect(stage.events(.story).first?.actor == 3)
  }

  /// The product of need 2, control, looseness, tolerance and external work.
  ///
  /// exp(−control (authority + d · documentation)) · (½ + share · o) · exp(slack (τ − ½))
  /// · (1 + external · requirement · share · external share), where a hand-over keeps what was.
  @Test(
    arguments: [
      ("none", 2.0), ("control", 2 * 0.14956861922263506), ("openness", 2.8),
      ("half delivered", 1.5), ("designed only", 1), ("tolerance", 2 * 1.4918246976412703),
      ("external", 2 * 1.5), ("ended", 1), ("handed over", 2 * 0.98 * 1.15),
    ] as [(String, Double)])
  func expectedViolationsByHand(what: String, expected: Double) throws {
    var stage = try Stage {
      $0.account.complianceNeed = 2
      switch what {
      case "control":
        // Duties that are paid for 0.2 of the demand: 8 · (0.2 + 0.25 · 0.15) = 1.9.
        ($0.account.complianceControl, $0.account.documentationControl) = (8, 0.25)
        $0.coordinate.documentationBase = 0.15
      case "openness": $0.form.openness = 0.9
      case "half delivered": $0.form.codeliveryShare = 0.5
      case "designed only": $0.form.codeliveryShare = 0
      case "tolerance": ($0.fail.slack, $0.competences.errorTolerance) = (0.8, 1)
      case "external", "handed over":
        ($0.fail.external, $0.staff.professionalRequirement) = (2, 0.5)
      default: break
      }
    }
    (stage.task.work.staffPaid, stage.task.work.externalEffort) = (10, 10)
    if what == "control" {
      (stage.task.work.authorityUnits, stage.task.work.demandedUnits) = (50, 250)
    }
    if what == "ended" || what == "handed over" { stage.end() }
    if what == "handed over" {
      // ½ + 0.6 · 0.8, and 1 + 2 · ½ · 0.6 · ¼.
      stage.task.handover = Handover(
        monthsLeft: 3, units: 10, hours: 5, share: 0.6, openness: 0.8, externalShare: 0.25)
    }
    var violations = 0
    for round in 1...2000 {
      var stage = stage
      stage.run(Account(), round: round)
      violations += stage.task.month.violations
    }
    // Four standard errors of a Poisson mean.
    #expect(abs(Double(violations) / 2000 - expected) < 4 * (expected / 2000).squareRoot())
  }

  @Test func withoutAComplianceNeedNothingIsViolated() throws {
    var stage = try Stage()
    for round in 1...100 { stage.run(Account(), round: round) }
    #expect(stage.task.month.violations == 0 && stage.events(.sanction).isEmpty)
  }

  /// Each costs a fifth of the hours of 250 units at 4, in money alone: no staff is left.
  @Test(arguments: [0.0, 100, 1e6]) func sanctionsBeyondTheBudgetAreOwed(left: Double) throws {
    var stage = try Stage { ($0.account.complianceNeed, $0.account.sanctionShare) = (5, 0.2) }
    stage.task.month.demanded = 250
    stage.task.purse = Purse(money: left, staff: 0, extra: 0)
    stage.task.receive(hours: left, from: .publicBudget)
    stage.run(Account())
    let hours = 200 * Double(stage.task.month.violations)
    let ledger = stage.task.ledger
    #expect(hours > 0 && stage.events(.sanction).first?.value == hours / 200)
    #expect(near(ledger.total(.sanction), 45 * hours))
    #expect(near(stage.task.hoursOwed, max(0, hours - left)))
    #expect(near(ledger[.publicLiability, .sanction], 45 * max(0, hours - left)))
    #expect(near(ledger[.publicBudget, .unused], 45 * max(0, left - hours)))
    #expect(stage.task.purse.money == 0 && ledger.imbalance < 1e-12 && !stage.task.booksAreOpen)
    #expect(stage.task.month.ledger == ledger && stage.task.month.staffHours == 0)
  }

  @Test func whatIsOwedAddsUp() throws {
    var stage = try Stage { ($0.account.complianceNeed, $0.account.sanctionShare) = (5, 0.2) }
    stage.task.month.demanded = 250
    (stage.task.hoursOwed, stage.task.purse) = (70, Purse(money: 30, staff: 5, extra: 5))
    stage.task.receive(hours: 30, from: .publicBudget)
    stage.run(Account())
    #expect(near(stage.task.hoursOwed, 70 + 200 * Double(stage.task.month.violations) - 30))
    #expect(stage.task.purse.staff == 5 && stage.task.purse.extra == 5)
  }

  /// Fund, and what a budget owes, keep public money whole over the months.
  @Test func overARunPublicMoneyIsTheBudgetAndWhatIsStillOwed() throws {
    var stage = try Stage(setUp: Simulation.setUp) {
      ($0.account.complianceNeed, $0.account.complianceControl) = (5, 0)
      ($0.account.sanctionShare, $0.world.budgetHours) = (0.3, 1000)
    }
    for round in 1...24 {
      stage.runMonth(round)
      #expect(stage.task.ledger.imbalance < 1e-12 && stage.task.month.ledger.imbalance < 1e-12)
      let inflow = stage.task.ledger.inflow[0] + stage.task.ledger.inflow[1]
      #expect(near(inflow, 45 * (1000 * Double(round) + stage.task.hoursOwed)))
    }
    #expect(stage.task.hoursOwed > 0)
  }
}
