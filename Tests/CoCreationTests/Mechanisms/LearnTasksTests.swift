import Testing

@testable import CoCreation

/// What several tasks, and the months after an end, do to what is learned.
@Suite struct LearnTasksTests {
  /// One of two tasks goes on, one has ended; a failure teaches where the process goes on.
  ///
  /// A third, which was never co-created, counts for nothing.
  @Test func theOrganisationLearnsByTheMeanOverItsCocreatedTasks() throws {
    var stage = try LearnTests.stage {
      ($0.competences.errorTolerance, $0.learn.turnoverLoss) = (0.5, 0.4)
    }
    var ended = stage
    ended.end()
    var inHouse = ended.task
    inHouse.startRound = nil
    (stage.task.month.severity, ended.task.month.severity) = (2, 9)
    stage.task.month.publicLoss = 0.5
    var state = stage.state(beside: [ended.task, inHouse])
    state.run(Learn())
    let lesson = 0.05 * 0.5 * 2 / 2
    #expect(near(state.world.publicMaturity, 0.4 + 0.0075 * 0.6 - (0.0025 + 0.1) * 0.4 + lesson))
    #expect(near(state.world.externalMaturity, 0.2 + 0.0075 * 0.8 - 0.0025 * 0.2 + lesson))
  }

  @Test func whereNothingWasEverCocreatedMaturityFades() throws {
    var stage = try LearnTests.stage {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
    }
    stage.task.month.severity = 9
    stage.run(Learn())
    #expect(near(stage.world.publicMaturity, 0.4 * 0.995))
  }

  /// Half of its time is 0.8 loaded, the other half 0.4: together 0.6 of all its hours.
  @Test func anActorTiresOfAllItsTasks() throws {
    var stage = try LearnTests.stage {
      ($0.learn.fatigueLoad, $0.learn.fatigueRecovery) = (0.1, 0)
      $0.learn.workLegitimacy = 0.2
    }
    var other = stage.task
    for index in 0...3 {
      stage.actors[index].engagements = 2
      (stage.task.members[index].load, other.members[index].load) = (0.8, 0.4)
    }
    stage.actors[3].engagements = 1
    other.members[3].participates = false
    var state = stage.state(beside: [other])
    state.run(Learn())
    #expect(near(state.actors[0].fatigue, 0.06) && near(state.actors[0].legitimacy, 0.62))
    #expect(near(state.actors[3].fatigue, 0.08) && near(state.actors[3].legitimacy, 0.66))
  }

  /// The last month of a hand-over is still one.
  @Test func nobodyGrowsFamiliarWithADesignThatIsHandedOver() throws {
    var stage = try LearnTests.stage {
      ($0.deliver.familiarity, $0.join.handoverMonths) = (0.4, 2)
    }
    stage.task.work.plannedDelivery = 100
    stage.end(round: 5)
    (stage.task.unfamiliarity, stage.task.operationalMaturity) = (0.5, 0.75)
    for round in 6...7 {
      stage.task.operationalMaturity = 0.75
      stage.run(ProduceInHouse(), round: round)
      #expect(stage.task.handover != nil)
      stage.run(Learn(), round: round)
      #expect(stage.task.unfamiliarity == 0.5)
    }
    #expect(stage.task.handover == nil)
    stage.task.operationalMaturity = 0.75
    stage.run(Learn(), round: 8)
    #expect(near(stage.task.unfamiliarity, 0.5 * (1 - 0.4 * 0.75)))
  }
}
