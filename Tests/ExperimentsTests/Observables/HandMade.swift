import GSL

@testable import CoCreation
@testable import Experiments

/// A run whose months, members and events a test makes up: 3 public actors (0 to 2, the last a
/// politician), 6 citizens (3 to 8), 2 volunteers (9 and 10) and an association (11).
enum HandMade {
  static let text = """
    format: 1
    name: hand-made
    question: Is it so?
    rounds: 24
    context:
      actors:
        professional: {count: 2}
        politician: {count: 1}
        citizen: {count: 6}
        volunteer: {count: 2}
        association: {count: 1}
      shadow_wage: 20
    strategies: {a: {}, in-house: {codesign_share: 0, codelivery_share: 0}}

    """

  /// A run in which nobody took part and nothing was carried out, changed by a test.
  static func run(
    _ text: String = text, strategy: Int = 0,
    _ change: (inout SimulationState, inout [[MonthRecord]]) -> Void = { _, _ in }
  ) throws -> RunObservation {
    let scenario = try Scenario(text: text, name: "hand-made.yaml")
    let configuration = try scenario.configuration(for: scenario.strategies[strategy])
    var turn = Turn()
    let run = Simulation.run(
      configuration, key: RunKey(seed: 1, context: 0, process: 0), turn: &turn)
    var (end, months) = (run.end, run.months)
    end.world.events = EventLog(isRecording: true)
    for task in end.tasks.indices {
      end.tasks[task].furthered = []
      for index in end.tasks[task].members.indices {
        end.tasks[task].members[index].participates = false
        end.tasks[task].members[index].everParticipated = false
      }
      for round in months[task].indices {
        months[task][round].externalParticipants = 0
        months[task][round].implemented = 0
        months[task][round].ledger = Ledger()
      }
    }
    change(&end, &months)
    return RunObservation(configuration: configuration, months: months, end: end)
  }

  /// What an observable of a name says of a run.
  static func value(_ name: String, of run: RunObservation) throws -> Double? {
    guard let observable = Observables.observable(name) else { throw Unknown() }
    var turn = Turn()
    return observable.value(of: run, &turn)
  }

  struct Unknown: Error {}
}
