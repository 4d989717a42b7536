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
    // Saving 0.2 · ½ + quality 0.5 · (design's 0.3 or own fit 0.7) + need 0.3 · (openness 0.4 + voice
    // 0.8)/2, less ½, times 2; coverage plays no part.
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
      }, publicActor: 2 * (0.1 + 0.15 + 0.18 - 0.5), external: 2 * (0.1 + 0.35 + 0.18 - 0.5)),
    // Knowledge 0.9 twice, voice 0.2 and proposals carried out 0.7: 0.175 above ½.
    .init(
      "efficacy", { $0.join.efficacyWeight = 3 },
      {
        $0.task.carriedOut = 0.7
        for index in 0...3 {
          $0.actors[index].knowledge = 0.9
          $0.task.members[index].voice = 0.2
        }
      }, publicActor: 0.525, external: 0.525),
    .init(
      "trust", { $0.join.trustWeight = 2 },
      { for index in 0...3 { $0.task.members[index].trust = 0.75 } },
      publicActor: 0.3, external: 0.3),
    // Two of three others take part.
    .init(
      "contacts",
      {
        $0.join.contactWeight = 1.2
        $0.population.contacts = 1
      },
      {
        $0.task.contacts = Contacts(
          .complete, actors: 4, $0.task.parameters.population,
          $0.task.contextStream(.contacts))
        $0.stopParticipation(of: [1])
      }, publicActor: 1.2 * (2.0 / 3 - 0.05), external: 1.2 * (2.0 / 3 - 0.05)),
    // Hours of e times the reference: only external actors' count.
    .init(
      "resources", { $0.join.resourceWeight = 0.3 },
      { for index in 0...3 { $0.actors[index].hours = reference * 2.718281828459045 } },
      publicActor: 0, external: 0.3),
    .init(
      "resources without end", { $0.join.resourceWeight = 0.3 },
      { for index in 0...3 { $0.actors[index].hours = reference * 1000 } },
      publicActor: 0, external: 0.3 * 2.0794415416798357),
    .init(
      "resources that are none", { $0.join.resourceWeight = 0.3 },
      { for index in 0...3 { $0.actors[index].hours = 0 } },
      publicActor: 0, external: -0.3 * 13.815510557964274),
    // Two other tasks leave a third of the hours, one other task a half.
    .init(
      "resources of a newcomer", { $0.join.resourceWeight = 0.3 },
      {
        for index in 0...3 {
          $0.actors[index].hours = 1.5 * reference * 2.718281828459045
          $0.actors[index].engagements = 2
          $0.task.members[index].participates = false
        }
      }, publicActor: 0, external: 0.3 * (1 - 0.6931471805599453)),
    .init(
      "resources of a member", { $0.join.resourceWeight = 0.3 },
      {
        for index in 0...3 {
          $0.actors[index].hours = 2 * reference * 2.718281828459045
          $0.actors[index].engagements = 2
        }
      }, publicActor: 0, external: 0.3),
    // A fifth of demand is always missed; half is now.
    .init(
      "pressure", { $0.join.pressureWeight = 2 }, { $0.task.coverage = 0.5 },
      publicActor: 0, external: 0.6),
    .init(
      "recognition", { $0.join.recognitionEffect = 0.3 },
      { $0.task.received.recognition = 2 }, publicActor: 0, external: 0.6),
    // 10 of 25 euros that staff gets, 0.08 of which draw nobody.
    .init(
      "payment",
      { ($0.join.paymentEffect, $0.join.paymentThreshold, $0.world.publicWage) = (2, 0.08, 25) },
      { $0.task.received.payment = 10 }, publicActor: 0, external: 0.64),
    .init(
      "a payment too low",
      { ($0.join.paymentEffect, $0.join.paymentThreshold, $0.world.publicWage) = (2, 0.08, 25) },
      { $0.task.received.payment = 1.5 }, publicActor: 0, external: 0),
    .init(
      "support", { $0.join.supportEffect = 0.2 },
      {
        $0.task.received.support = 3
        for index in [0, 2] { $0.actors[index].isPoor = true }
      }, publicActor: 0, external: 0.6),
    .init(
      "support of those who need none", { $0.join.supportEffect = 0.2 },
      { $0.task.received.support = 3 }, publicActor: 0, external: 0),
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
      "invitation", { $0.join.invitationEffect = 0.2 }, { $0.task.received.invitation = 2 },
      publicActor: 0, external: 0.4),
  ]

  private static let reference = Join.Reference.hours

  @Test(arguments: terms) func termsByHand(_ term: Term) throws {
    var stage = try Stage(term.parameters)
    term.state(&stage)
    #expect(near(stage.utility(of: 0), term.expected.publicActor))
    #expect(near(stage.utility(of: 2), term.expected.external))
  }
}

extension Stage {
  /// What the process is to an actor.
  func utility(of index: Int) -> Double {
    Appeal(task, actors, world).utility(
      actors[index], task.members[index], contacts: shareOfContacts(of: index))
  }

  /// Share of an actor's contacts that take part.
  func shareOfContacts(of index: Int) -> Double? {
    var task = task
    var turn = Turn()
    return task.contacts(of: index, actors[index].id, &turn)
  }
}
