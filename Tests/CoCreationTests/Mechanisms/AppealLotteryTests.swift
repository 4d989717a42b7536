import Testing

@testable import CoCreation

/// What appeals to whom, and what a lottery leaves of it.
@Suite struct AppealLotteryTests {
  /// A lottery leaves what no self-selection is part of: trust, what is paid, fatigue, pressure.
  @Test func aFullLotteryTakesAwayMotivesEfficacyContactsAndResources() throws {
    for term in AppealTests.terms {
      var stage = try Stage {
        term.parameters(&$0)
        $0.join.lottery = 1
      }
      term.state(&stage)
      let isSelection =
        ["motive", "efficacy", "contacts"].contains(term.testDescription)
        || term.testDescription.hasPrefix("resources")
      let external = stage.utility(of: 2)
      #expect(near(external, isSelection ? 0 : term.expected.external), "\(term.testDescription)")
    }
  }

  /// Half a lottery takes away half of 0.225 and leaves the trust of 0.3.
  @Test func aLotteryTakesItsShare() throws {
    var stage = try Stage {
      ($0.join.efficacyWeight, $0.join.trustWeight, $0.join.lottery) = (3, 2, 0.5)
    }
    stage.task.carriedOut = 0.8
    stage.task.members[2].voice = 0.5
    stage.task.members[2].trust = 0.75
    #expect(near(stage.utility(of: 2), 0.1125 + 0.3))
  }

  @Test func onlyThoseAffectedArePressedAndInvited() throws {
    var stage = try Stage { ($0.join.pressureWeight, $0.join.invitationEffect) = (2, 0.2) }
    stage.task.received.invitation = 2
    stage.task.coverage = 0.5
    stage.task.members[2].isAffected = false
    stage.task.members[0].isAffected = true
    #expect(near(stage.utility(of: 2), 0) && near(stage.utility(of: 3), 1))
    #expect(near(stage.utility(of: 0), 1))
  }

  /// (1 − κ) exp(−0.8 · 0.5), by the hours that are paid and not by those that are promised.
  @Test func facilitationThatIsPaidClearsUpRoles() throws {
    var stage = try Stage {
      $0.competences.roleClarity = 0.6
      ($0.coordinate.facilitationEffect, $0.coordinate.facilitationHours) = (0.8, 3)
    }
    #expect(near(stage.task.ambiguity, 0.4))
    stage.task.received.facilitation = 0.5
    #expect(near(stage.task.ambiguity, 0.4 * 0.6703200460356393))
    #expect(try Stage().task.ambiguity == 0)
  }
}
