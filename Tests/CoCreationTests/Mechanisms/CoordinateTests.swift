import Testing

@testable import CoCreation

@Suite struct CoordinateTests {
  /// What multiplies x = 0.05 √(m − 1), with five participants 0.1.
  struct Term: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let parameters: @Sendable (inout Parameters) -> Void
    let state: @Sendable (inout Stage) -> Void
    let factor: Double
  }

  static let terms: [Term] = [
    .init(testDescription: "nothing", parameters: { _ in }, state: { _ in }, factor: 1),
    .init(
      testDescription: "ambiguity",
      parameters: {
        $0.coordinate.ambiguityLoss = 3
        $0.competences.roleClarity = 0.6
      }, state: { _ in }, factor: 2.2),
    // Four believe 0.5, one 0.9 of openness: distances 0.08 four times and 0.32.
    .init(
      testDescription: "misalignment", parameters: { $0.coordinate.misalignmentLoss = 2 },
      state: { $0.task.members[4].believedOpenness = 0.9 }, factor: 1 + 2 * 0.128),
    .init(
      testDescription: "openness",
      parameters: {
        $0.coordinate.opennessLoss = 1.5
        $0.form.openness = 0.8
      }, state: { _ in }, factor: 2.2),
    .init(
      testDescription: "maturity", parameters: { $0.coordinate.maturityRelief = 0.8 },
      state: { ($0.world.publicMaturity, $0.world.externalMaturity) = (0.6, 0.2) }, factor: 0.68),
    .init(
      testDescription: "leader", parameters: { $0.lead.gain = 0.4 },
      state: {
        $0.task.leader = 1
        $0.actors[1].legitimacy = 0.9
      }, factor: 1 / 1.16),
    .init(
      testDescription: "no leader", parameters: { $0.lead.gain = 0.4 }, state: { _ in }, factor: 1),
  ]

  @Test(arguments: terms) func shareOfCoordinationByHand(_ term: Term) throws {
    var stage = try Stage(publicActors: 2, externalActors: 3) {
      $0.coordinate.loss = 0.05
      term.parameters(&$0)
    }
    term.state(&stage)
    stage.run(Coordinate())
    let x = 0.1 * term.factor
    #expect(near(stage.task.month.coordinationShare, x / (1 + x)))
  }

  @Test func aloneThereIsNothingToCoordinate() throws {
    var stage = try Stage(publicActors: 1, externalActors: 0) { $0.coordinate.loss = 0.3 }
    stage.run(Coordinate())
    #expect(stage.task.month.coordinationShare == 0 && stage.task.month.misalignment == 0)
  }

  @Test func anEndedProcessCostsNothing() throws {
    var stage = try Stage()
    stage.end()
    stage.run(Coordinate())
    #expect(stage.task.month.coordinationShare == nil && stage.task.month.misalignment == nil)
    #expect(stage.task.ledger == Ledger())
  }

  /// x = 0.25, with four participants a loss of 0.25/√3, makes a share of 0.2; documentation takes 0.1 of
  /// the rest, design a tenth of that.
  @Test func effortGoesToCoordinationThenDocumentationThenDesign() throws {
    var stage = try Stage {
      $0.coordinate.loss = 0.14433756729740643
      $0.coordinate.documentationBase = 0.1
    }
    var work = Workload()
    (work.staffPaid, work.publicOverhead) = (80, 5)
    (work.externalOffered, work.externalUsed, work.externalEffort) = (60, 50, 40)
    (work.plannedDelivery, work.plannedDesign) = (180, 20)
    stage.task.work = work
    stage.run(Coordinate())
    let ledger = stage.task.ledger
    let shares: [(Ledger.Use, Double)] = [
      (.coordination, 0.2), (.documentation, 0.08), (.design, 0.072),
    ]
    for (use, share) in shares {
      #expect(near(ledger[.publicBudget, use], 45 * 80 * share), "\(use)")
      #expect(near(ledger[.externalTime, use], 25 * 40 * share), "\(use)")
    }
    #expect(ledger[.publicBudget, .slack] == 0)
    #expect(near(ledger[.externalTime, .slack], 25 * 10))
    #expect(near(ledger[.externalTime, .unused], 25 * 10))
    #expect(near(stage.task.work.designHours, 120 * 0.072))
    #expect(near(stage.task.work.publicDelivery, 80 * 0.648))
    #expect(near(stage.task.work.externalDelivery, 40 * 0.648))
    #expect(near(stage.task.month.designHours, 120 * 0.072))
    #expect(stage.task.month.documentationShare == 0.1)
    // Public hours that deliver nothing themselves; documentation goes with all work.
    #expect(near(stage.task.work.publicOverhead, 5 + 80 * 0.272))
    // All offered hours are accounted for; what is kept for delivery is not booked yet.
    #expect(near(ledger.inflow[Ledger.Source.externalTime.rawValue], 25 * 60))
    #expect(near(ledger.spent(.publicBudget), 45 * (80 - 80 * 0.648)))
    #expect(near(ledger.spent(.externalTime), 25 * (50 - 40 * 0.648)))
  }

  @Test func withNeutralParametersAllEffortDelivers() throws {
    var stage = try Stage()
    stage.task.work.staffPaid = 80
    (stage.task.work.plannedDelivery, stage.task.work.externalEffort) = (100, 30)
    stage.task.work.externalUsed = 30
    stage.run(Coordinate())
    #expect(stage.task.work.publicDelivery == 80 && stage.task.work.externalDelivery == 30)
    #expect(stage.task.work.designHours == 0 && stage.task.work.publicOverhead == 0)
  }

  /// Delivery 0 and design 10 hours planned: all is design; with nothing planned nothing is.
  @Test(arguments: [(10.0, 80.0), (0, 0)]) func effortIsDividedAsItIsPlanned(
    planned: Double, design: Double
  ) throws {
    var stage = try Stage()
    (stage.task.work.staffPaid, stage.task.work.plannedDesign) = (80, planned)
    stage.run(Coordinate())
    #expect(stage.task.work.designHours == design)
    #expect(stage.task.work.publicDelivery == 80 - design)
  }

  /// Talk moves 0.2 of the way to 0.45: halfway from the mean 0.4 to the form's 0.5.
  @Test func beliefsMoveTowardsEachOtherAndTheForm() throws {
    var stage = try Stage {
      $0.frame.beliefTalk = 0.2
      $0.competences.sharedUnderstanding = 0.5
    }
    for (index, belief) in [0.1, 0.3, 0.5, 0.7].enumerated() {
      stage.task.members[index].believedOpenness = belief
    }
    // Mean distance from the mean 0.4 of openness; centrality is agreed.
    #expect(near(stage.task.alignBeliefs(), 0.2))
    #expect(near(stage.task.members[0].believedOpenness, 0.1 + 0.2 * 0.35))
    #expect(near(stage.task.members[3].believedOpenness, 0.7 - 0.2 * 0.25))
    #expect(stage.task.members.allSatisfy { $0.believedCentrality == 0.5 })
  }

  @Test func whoIsOutsideNeitherTalksNorIsListenedTo() throws {
    var stage = try Stage { $0.frame.beliefTalk = 1 }
    stage.task.members[3].believedOpenness = 1
    stage.stopParticipation(of: [3])
    #expect(stage.task.alignBeliefs() == 0)
    #expect(stage.task.members[3].believedOpenness == 1)
    #expect(stage.task.members[0].believedOpenness == 0.5)
  }

  @Test func withoutTalkBeliefsStay() throws {
    var stage = try Stage()
    stage.task.members[0].believedOpenness = 0.9
    let before = stage.task.members.map(\.believedOpenness)
    #expect(stage.task.alignBeliefs() > 0)
    #expect(stage.task.members.map(\.believedOpenness) == before)
  }
}
