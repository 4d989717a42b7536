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
        ["rounds": 24, "review_months": 4], tasks: [[:], ["demand": 80], ["choices": 6]],
        rule: .adaptive(AdaptiveRule(policy: .thompson, forms: Form.points))),
    ]) ?? []

  @Test(arguments: Generator.allCases)
  func theSameKeyGivesTheSameRun(_ generator: Generator) {
    #expect(Self.configurations.count == 4)
    for configuration in Self.configurations {
      func run() -> RunObservation {
        var random = RandomSource(generator)
        return Simulation.run(
          configuration, key: RunKey(seed: 5, context: 2, process: 1), random: &random)
      }
      #expect(run().fingerprint == run().fingerprint)
    }
  }

  @Test func aUsedSourceIsAsGoodAsAFreshOne() {
    var used = RandomSource()
    for _ in 0..<2 {
      for (number, configuration) in Self.configurations.enumerated() {
        let key = RunKey(seed: 20161, context: number)
        let run = Simulation.run(configuration, key: key, random: &used)
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
        var random = RandomSource()
        return Simulation.run(configuration, key: key, random: &random).fingerprint
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

  @Test func recordingEventsChangesNothing() {
    for configuration in Self.configurations {
      for context in 0..<3 {
        var random = RandomSource()
        var observation = Observation()
        observation.events = true
        let key = RunKey(seed: 20161, context: context)
        let recorded = Simulation.run(
          configuration, key: key, random: &random, observation: observation)
        let plain = configuration.run(context)
        #expect(plain.events.isEmpty)
        #expect(!recorded.events.isEmpty)
        #expect(recorded.fingerprint == plain.fingerprint)
        #expect(StatePrint(recorded.end) == StatePrint(plain.end))
      }
    }
  }

  /// Writing down a month is idempotent: it changes nothing that it reads.
  @Test func observingTwiceIsObservingOnce() {
    for configuration in Self.configurations {
      var state = configuration.run().end
      let before = StatePrint(state)
      let month = RunObservation.fingerprint(of: state.tasks[0].month)
      var random = RandomSource()
      Observe().run(&state, round: state.tasks[0].month.round, &random)
      #expect(StatePrint(state) == before)
      #expect(RunObservation.fingerprint(of: state.tasks[0].month) == month)
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
