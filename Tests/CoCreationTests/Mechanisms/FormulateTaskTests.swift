import Testing

@testable import CoCreation

/// The core task: which needs count.
@Suite("Formulate the core task")
struct FormulateTaskTests {
  @Test func publicActorsSetItByTheirAuthority() throws {
    var stage = try Stage(publicActors: 2)
    stage.setPreferences(of: 0, [1, 1, 0, 0])
    stage.setPreferences(of: 1, [0, 1, 0, 1])
    (stage.actors[0].authority, stage.actors[1].authority) = (0.6, 0.2)
    stage.run(FormulateTask(), round: 0)
    for (mission, expected) in zip(stage.task.mission, [0.75, 1, 0, 0.25]) {
      #expect(near(mission, expected))
    }
  }

  /// Rate · openness · share of the design · share of the hours worked, towards participants' wishes.
  @Test(arguments: [(0.0, 0.5), (50, 0.6), (100, 0.7), (200, 0.7)] as [(Double, Double)])
  func openProcessMovesItAsFarAsHoursAreWorked(hours: Double, wish: Double) throws {
    var stage = try Stage {
      $0.frame.formulation = 0.5
      $0.form.openness = 0.8
    }
    for index in stage.actors.indices { stage.setPreferences(of: index, [1, 1, 1, 1]) }
    (stage.task.work.designHours, stage.task.work.plannedDesign) = (hours, 100)
    stage.run(FormulateTask())
    for mission in stage.task.mission { #expect(near(mission, wish)) }
  }

  @Test func closedOrEndedProcessLeavesIt() throws {
    var closed = try Stage {
      $0.frame.formulation = 1
      $0.form.openness = 0
    }
    (closed.task.work.designHours, closed.task.work.plannedDesign) = (100, 100)
    for index in closed.actors.indices { closed.setPreferences(of: index, [1, 1, 1, 1]) }
    closed.run(FormulateTask())
    #expect(closed.task.mission == [0.5, 0.5, 0.5, 0.5])
  }

  @Test func likenessIsTheShareOfWishesThatAreRight() throws {
    var stage = try Stage(externalActors: 2)
    stage.task.needs.affectedSum = [2, 0, 1.5, 1]
    stage.task.needs.affectedCount = 2
    #expect(stage.task.likeness(of: [1, 0, 0.75, 0.5]) == 1)
    #expect(stage.task.likeness(of: [0.5, 0.5, 0.5, 0.5]) == 0)
    #expect(stage.task.likeness(of: [0, 1, 0.25, 0.5]) == 0)
  }
}
