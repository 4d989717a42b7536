import GSL
import Testing

@testable import CoCreation

/// A run depends on its configuration and its key alone.
@Suite struct RepetitionTests {
  private static let configurations: [ModelConfiguration] =
    (try? [
      .with(["rounds": 24]), .with(["rounds": 24, "openness": 0.9, "centrality": 0.9]),
      .with(["rounds": 24, "failure_base": 0.3, "press_scrutiny": 0.8, "onboarding_limit": 5]),
      .with(
        ["rounds": 24, "review_months": 4], tasks: [[:], ["demand": 50], ["choices": 6]],
        rule: .adaptive(AdaptiveRule(policy: .thompson, forms: Form.points))),
      .with(
        ["rounds": 24, "codesign_share": 0, "codelivery_share": 0, "payment": 10],
        course: [
          StrategyPhase(from: 3, settings: ["codesign_share": 1, "codelivery_share": 0.8]),
          StrategyPhase(when: [.init("coverage", above: 0.5)], settings: ["openness": 0.9]),
          StrategyPhase(from: 15, endsProcess: true),
        ]),
    ]) ?? []

  @Test(arguments: Generator.allCases)
  func theSameKeyGivesTheSameRun(_ generator: Generator) {
    #expect(Self.configurations.count == 5)
    for configuration in Self.configurations {
      func run() -> RunObservation {
        var turn = Turn(RandomSource(generator))
        return Simulation.run(
          configuration, key: RunKey(seed: 5, context: 2, process: 1), turn: &turn)
      }
      #expect(run().fingerprint == run().fingerprint)
    }
  }

  /// One that was used for other runs, in whatever month they ended.
  @Test func aUsedTurnIsAsGoodAsAFreshOne() {
    var used = Turn()
    for _ in 0..<2 {
      for (number, configuration) in Self.configurations.enumerated() {
        let key = RunKey(seed: 20161, context: number)
        let run = Simulation.run(configuration, key: key, turn: &used)
        #expect(run.fingerprint == configuration.run(number).fingerprint)
      }
    }
  }

  /// No phase goes on drawing where another stopped.
  @Test func whatWasDrawnBeforeAPhaseDoesNotMatter() {
    for configuration in Self.configurations {
      let key = RunKey(seed: 20161, context: 0)
      var count = 0
      let disturbed = PropertyRun.walk(
        configuration, key: key,
        before: { random in
          let stream = RandomSource.stream(run: 99, mechanism: 99, round: count)
          random.place(stream, item: 0)
          for _ in 0...count % 5 { _ = random.bits() }
          count += 1
        })
      #expect(disturbed?.fingerprint == configuration.run().fingerprint)
    }
  }

  @Test func seedContextAndProcessEachMakeAnotherRun() {
    for configuration in Self.configurations {
      let keys = [
        RunKey(seed: 1, context: 0), RunKey(seed: 2, context: 0), RunKey(seed: 1, context: 1),
        RunKey(seed: 1, context: 0, process: 1), RunKey(seed: 1, context: 1, process: 1),
      ]
      let runs = keys.map { key in
        var turn = Turn()
        return Simulation.run(configuration, key: key, turn: &turn).fingerprint
      }
      #expect(Set(runs).count == keys.count)
    }
  }

  @Test func anotherProcessHasTheSameContext() {
    for configuration in Self.configurations {
      let states = (0..<3).map {
        PropertyRun.setUp(configuration, key: RunKey(seed: 3, context: 4, process: $0))
      }
      for state in states.dropFirst() {
        #expect(ContextPrint(state) == ContextPrint(states[0]))
        // A strategy that learns begins where a process's lot falls.
        guard configuration.rule == .fixed else { continue }
        #expect(state.tasks[0].design == states[0].tasks[0].design)
        #expect(state.tasks[0].openChoices == states[0].tasks[0].openChoices)
      }
      let another = PropertyRun.setUp(configuration, key: RunKey(seed: 3, context: 5))
      #expect(ContextPrint(another) != ContextPrint(states[0]))
    }
  }

  /// Neither that events are recorded, nor that everybody is met at the end.
  @Test func observationChangesNothing() {
    for configuration in Self.configurations {
      for context in 0..<3 {
        var observation = Observation()
        (observation.events, observation.actors) = (true, true)
        let watched = configuration.run(context, observation: observation)
        let plain = configuration.run(context)
        #expect(plain.events.isEmpty && !watched.events.isEmpty)
        #expect(watched.fingerprint == plain.fingerprint)
        observation.actors = false
        let recorded = configuration.run(context, observation: observation)
        #expect(recorded.events == watched.events)
        #expect(StatePrint(recorded.end).differences(from: StatePrint(plain.end)) == [])
      }
    }
  }

  /// Whoever has come into view is who it would be if everybody had been met at the start.
  @Test func meetingEverybodyEarlyChangesNothing() throws {
    for configuration in Self.configurations {
      var turn = Turn()
      var state = SimulationState(configuration, key: RunKey(seed: 20161, context: 0), &turn)
      var months: [[MonthRecord]] = state.tasks.map { _ in [] }
      for round in 0...Int(configuration.parameters["rounds"]) {
        turn.round = round
        for phase in round == 0 ? Simulation.setUp : Simulation.month {
          phase.run(&state, &turn)
          // Once there are preferences to be drawn around.
          if round == 0, phase is MeetContacts { state.meetEveryone(&turn) }
        }
        for index in months.indices { months[index].append(state.tasks[index].month) }
      }
      #expect(state.tasks[0].members.allSatisfy { $0.acquaintance == .full })
      let early = RunObservation(configuration: configuration, months: months, end: state)
      #expect(early.fingerprint == configuration.run().fingerprint)
    }
  }

  /// Writing down a month is idempotent: it changes nothing that it reads.
  @Test func observingTwiceIsObservingOnce() {
    for configuration in Self.configurations {
      var state = configuration.run().end
      let before = StatePrint(state)
      var turn = Turn()
      turn.round = state.tasks[0].month.round
      let months = (0..<2).map { _ in
        Observe().run(&state, &turn)
        return RunObservation.fingerprint(of: state.tasks[0].month)
      }
      #expect(months[0] == months[1])
      #expect(StatePrint(state).differences(from: before) == [])
    }
  }

  /// Metrics are pure: asked twice they say the same, in any order.
  @Test func metricsOnlyObserve() throws {
    let run = try #require(Self.configurations.first).run()
    let observed = run.task(0)
    let first = Metrics.run.map { $0.value(observed)?.bitPattern }
    let backwards = Metrics.run.reversed().map { $0.value(observed)?.bitPattern }
    #expect(first == backwards.reversed())
  }
}
