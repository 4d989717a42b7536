import Testing

@testable import CoCreation

@Suite struct ShareTimeTests {
  @Test func timeIsSharedEquallyBetweenTheTasksOneTakesPartIn() throws {
    var stage = try Stage()
    var (second, third) = (stage.task, stage.task)
    stage.stopParticipation(of: [3])
    for index in [1, 3] { second.members[index].participates = false }
    for index in [1, 2, 3] { third.members[index].participates = false }
    var state = stage.state(beside: [second, third])
    state.run(ShareTime())
    #expect(state.actors.map(\.engagements) == [3, 1, 2, 0])
    #expect(state.actors.map(\.shareOfTime) == [1.0 / 3, 1, 0.5, 1])
  }

  @Test func itIsCountedAnewEachMonth() throws {
    var state = try Stage().state
    for index in 0...3 { state.actors[index].engagements = 5 }
    state.tasks[0].members[1].participates = false
    state.run(ShareTime())
    #expect(state.actors.map(\.engagements) == [1, 0, 1, 1])
  }

  @Test func anEndedProcessTakesNoTimeFromTheNextMonth() throws {
    var stage = try Stage { ($0.join.viableShare, $0.join.patience) = (0.5, 1) }
    stage.task.work.externalAsked = 100
    var other = try Stage().task
    other.members[1].participates = false
    other.gatherParticipants(stage.actors, stage.world)
    var state = stage.state(beside: [other])
    state.run(ShareTime())
    state.run(Close())
    #expect(!state.tasks[0].isActive && state.tasks[1].isActive)
    #expect(state.actors.map(\.engagements) == [1, 0, 1, 1])
  }

  /// 0.5 · 10 hours of each of two external actors; who has two tasks offers each half of it.
  @Test func whatIsGivenToOneTaskIsNotGivenToAnother() throws {
    var stage = try Stage()
    stage.task.purse.money = 1000
    var other = stage.task
    other.members[3].participates = false
    other.gatherParticipants(stage.actors, stage.world)
    var state = stage.state(beside: [other])
    state.run(ShareTime())
    state.run(Staff())
    #expect(near(state.tasks[0].work.externalOffered, 2.5 + 5))
    #expect(near(state.tasks[1].work.externalOffered, 2.5))
  }
}
