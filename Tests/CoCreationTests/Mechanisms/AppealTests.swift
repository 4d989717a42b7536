import Testing

@testable import CoCreation

/// The utility that shifts the odds of taking part, term by term at neutral weights elsewhere.
@Suite struct AppealTests {
  /// One term: its weight, the state it looks at, the actor, and the utility by hand.
  struct Term: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let parameters: @Sendable (inout Parameters) -> Void
    let state: @Sendable (inout Stage) -> Void
    let expected: (publicActor: Double, external: Double)

    init(
      _ name: String, _ parameters: @escaping @Sendable (inout Parameters) -> Void,
      _ state: @escaping @Sendable (inout Stage) -> Void, publicActor: Double, external: Double
    ) {
      (testDescription, self.parameters, self.state) = (name, parameters, state)
      expected = (publicActor, external)
    }
  }

  static let terms: [Term] = [
    .init("nothing", { _ in }, { _ in }, publicActor: 0, external: 0),
    // Saving 0.2·(0.5 + 0.9 − 0.8) + quality 0.5·(design's 0.3 or own fit 0.7)
    // + need 0.3·(openness 0.4 + voice 0.8)/2, less ½, times 2.
    .init(
      "motive", { $0.join.motiveWeight = 2 },
      {
        $0.task.coverage = 0.9
        $0.task.design = 0b0100
        for index in 0...3 {
          $0.task.members[index].fit = 0.7
          $0.task.members[index].believedOpenness = 0.4
          $0.task.members[index].voice = 0.8
        }
      }, publicActor: 2 * (0.12 + 0.15 + 0.18 - 0.5), external: 2 * (0.12 + 0.35 + 0.18 - 0.5)),
    .init(
      "trust", { $0.join.trustWeight = 2 },
      { for index in 0...3 { $0.task.members[index].trust = 0.75 } },
      publicActor: 0.3, external: 0.3),
    // Two of three others take part.
    .init(
      "contacts", { $0.join.contactWeight = 1.2 },
      {
        $0.task.contacts = Contacts(degree: 0, neighbours: [], knowsAll: true)
        $0.task.members[1].participates = false
      }, publicActor: 1.2 * (2.0 / 3 - 0.3), external: 1.2 * (2.0 / 3 - 0.3)),
    .init(
      "stratum", { $0.join.stratumWeight = 0.25 },
      { for index in 0...3 { $0.actors[index].isPoor = index == 2 } },
      publicActor: 0, external: -0.25),
    // Hours of e times the reference: only external actors' count.
    .init(
      "resources", { $0.join.resourceWeight = 0.3 },
      { for index in 0...3 { $0.actors[index].hours = 30 * 2.718281828459045 } },
      publicActor: 0, external: 0.3),
    // Two other tasks leave a third of the hours, one other task a half.
    .init(
      "resources of a newcomer", { $0.join.resourceWeight = 0.3 },
      {
        for index in 0...3 {
          $0.actors[index].hours = 90 * 2.718281828459045
          $0.actors[index].engagements = 2
          $0.task.members[index].participates = false
        }
      }, publicActor: 0, external: 0.3),
    .init(
      "resources of a member", { $0.join.resourceWeight = 0.3 },
      {
        for index in 0...3 {
          $0.actors[index].hours = 60 * 2.718281828459045
          $0.actors[index].engagements = 2
        }
      }, publicActor: 0, external: 0.3),
    .init(
      "incentive",
      {
        $0.join.incentiveWeight = 5
        $0.join.incentive = 0.3
      }, { _ in }, publicActor: -1, external: -1),
    .init(
      "fatigue", { $0.join.fatigueWeight = 1.5 },
      { for index in 0...3 { $0.actors[index].fatigue = 0.4 } },
      publicActor: -0.6, external: -0.6),
    // Documentation 0.05 + 0.25·0.6 = 0.2.
    .init(
      "documentation",
      {
        $0.join.documentationWeight = 3
        $0.coordinate.documentationBase = 0.05
        $0.coordinate.documentationFear = 0.25
      }, { $0.world.fear = 0.6 }, publicActor: -0.3, external: -0.3),
    // No facilitation: ambiguity 1 − 0.7.
    .init(
      "ambiguity",
      {
        $0.join.ambiguityWeight = 2
        $0.competences.roleClarity = 0.7
      }, { _ in }, publicActor: -0.2, external: -0.2),
    // Fear 0.8 of a process believed half open, against 0.1; half of it for external actors.
    .init(
      "fear", { $0.join.fearWeight = 3 }, { $0.world.fear = 0.8 }, publicActor: -0.9,
      external: -0.45),
    .init(
      "centrality",
      {
        $0.join.centralityWeight = 1
        $0.form.centrality = 0.8
      }, { _ in }, publicActor: -0.3, external: 0.3),
    .init(
      "invitation", { $0.join.invitation = 0.4 }, { _ in }, publicActor: 0, external: 0.4),
    .init(
      "support", { $0.join.support = 0.7 }, { $0.actors[2].isPoor = true }, publicActor: 0,
      external: 0.7),
  ]

  @Test(arguments: terms) func termsByHand(_ term: Term) throws {
    var stage = try Stage(term.parameters)
    term.state(&stage)
    #expect(near(Self.utility(of: 0, stage), term.expected.publicActor))
    #expect(near(Self.utility(of: 2, stage), term.expected.external))
  }

  /// A lottery leaves what no self-selection is part of: trust, incentive, fatigue, support.
  @Test func aFullLotteryTakesAwayMotiveContactStratumAndResources() throws {
    for term in Self.terms where term.testDescription != "nothing" {
      var stage = try Stage {
        term.parameters(&$0)
        $0.join.lottery = 1
      }
      term.state(&stage)
      let isSelection =
        ["motive", "contacts", "stratum"].contains(term.testDescription)
        || term.testDescription.hasPrefix("resources")
      let external = Self.utility(of: 2, stage)
      #expect(near(external, isSelection ? 0 : term.expected.external), "\(term.testDescription)")
    }
  }

  /// (1 − κ) exp(−0.8 · 0.5).
  @Test func facilitationClearsUpRoles() throws {
    let stage = try Stage {
      $0.competences.roleClarity = 0.6
      ($0.coordinate.facilitationEffect, $0.coordinate.facilitationHours) = (0.8, 0.5)
    }
    #expect(near(stage.task.ambiguity, 0.4 * 0.6703200460356393))
    #expect(try Stage().task.ambiguity == 0)
  }

  private static func utility(of index: Int, _ stage: Stage) -> Double {
    Appeal(stage.task, stage.world).utility(
      of: index, stage.actors[index], stage.task,
      participants: stage.task.members.count { $0.participates })
  }
}
