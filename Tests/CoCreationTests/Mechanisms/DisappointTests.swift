import Testing

@testable import CoCreation

@Suite struct DisappointTests {
  /// Two of four external actors took part; a third had left before.
  @Test func thoseWhoGaveTimeAreDisappointedAndTellOthers() throws {
    var stage = try Self.stage()
    stage.stopParticipation(of: [4])
    stage.makeOutsiders(of: [5])
    stage.end()
    stage.run(Disappoint())
    #expect(stage.task.members.map(\.trust) == [0.6, 0.6, 0.5, 0.5, 0.6, 0.6])
    #expect(stage.actors.map(\.disappointment) == [0, 0, 0.1, 0.1, 0, 0])
    #expect(near(stage.task.reputation.shift, -0.1 * 2 / 4))
    // It is told once.
    stage.run(Disappoint(), round: 2)
    #expect(stage.task.members[2].trust == 0.5 && near(stage.task.reputation.shift, -0.05))
  }

  @Test func withoutAnEndNobodyIs() throws {
    var stage = try Self.stage()
    stage.run(Disappoint())
    #expect(stage.task.members.allSatisfy { $0.trust == 0.6 })
    #expect(stage.task.reputation.shift == 0 && stage.actors.allSatisfy { $0.disappointment == 0 })
  }

  /// In all tasks where somebody has experience of its own; elsewhere it brings along what it has.
  @Test func itIsOfCocreationAsSuch() throws {
    let stage = try Self.stage()
    var state = stage.state(beside: [stage.task])
    for index in [3, 4, 5] {
      state.tasks[1].members[index].everParticipated = false
      state.tasks[1].members[index].participates = false
    }
    state.tasks[1].gatherParticipants(state.actors, state.world)
    state.tasks[0].end(.participation, &state.actors, &state.world, round: 1)
    state.run(Disappoint())
    #expect(state.tasks[1].members.map(\.trust) == [0.6, 0.6, 0.5, 0.6, 0.6, 0.6])
    #expect(state.tasks.map(\.reputation.shift).allSatisfy { near($0, -0.1) })
    #expect(state.tasks[1].isActive)
    // Who joins the other comes with its disposition, the reputation and its disappointment.
    state.run(Join(), round: 2)
    #expect(state.tasks[1].members[3].participates)
    for index in 3...5 { #expect(near(state.tasks[1].members[index].trust, 0.6 - 0.1 - 0.1)) }
  }

  /// Each costs what its own task says; 0.1 of two and 0.3 of four of four external actors.
  @Test func endsOfAMonthAddUp() throws {
    let stage = try Self.stage()
    var other = try Self.stage { $0.join.endingDisappointment = 0.3 }.task
    for index in [4, 5] { other.members[index].participates = false }
    other.gatherParticipants(stage.actors, stage.world)
    var state = stage.state(beside: [other])
    for index in 0...1 {
      state.tasks[index].end(.distrust, &state.actors, &state.world, round: 1)
    }
    state.run(Disappoint())
    for (index, disappointment) in [(1, 0), (2, 0.4), (3, 0.4), (4, 0.1), (5, 0.1)] {
      #expect(near(state.actors[index].disappointment, disappointment))
      for task in state.tasks { #expect(near(task.members[index].trust, 0.6 - disappointment)) }
    }
    for task in state.tasks { #expect(near(task.reputation.shift, -0.1 - 0.3 / 2)) }
  }

  @Test func trustStaysWithinItsRange() throws {
    var stage = try Self.stage { $0.join.endingDisappointment = 0.9 }
    stage.end()
    stage.run(Disappoint())
    #expect(stage.task.members[2].trust == 0 && stage.state.brokenInvariant() == nil)
  }

  /// A process that ends in Close and one that the strategy ends are told in the same month.
  @Test(arguments: [true, false]) func itIsToldAtTheEndOfTheMonth(byStrategy: Bool) throws {
    var stage = try Stage(
      course: byStrategy ? [.init(from: 2, endsProcess: true)] : []
    ) {
      ($0.join.endingDisappointment, $0.join.patience) = (0.1, 2)
      // Nobody offers all of what is asked for, so the second month is one too many.
      if !byStrategy { $0.join.viableShare = 1 }
    }
    stage.runMonth(1)
    #expect(stage.task.isActive && stage.actors[2].disappointment == 0)
    stage.runMonth(2)
    #expect(!stage.task.isActive && stage.actors[2].disappointment == 0.1)
    #expect(near(stage.task.members[2].trust, 0.5))
  }

  private static func stage(
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    try Stage(externalActors: 4) {
      $0.join.endingDisappointment = 0.1
      // In a later month everybody joins and nobody leaves.
      $0.join.monthlyExternal = 1
      change(&$0)
    }
  }
}
