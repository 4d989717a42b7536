import GSL
import Testing

@testable import CoCreation

@Suite struct MetricTests {
  @Test func namesAreUniqueAndSnakeCase() {
    for names in [Metrics.run.map(\.name), Metrics.month.map(\.name)] {
      #expect(Set(names).count == names.count)
      for name in names { #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil) }
    }
  }

  @Test func everyMetricSaysWhatItIs() {
    #expect(Metrics.run.allSatisfy { $0.summary.hasSuffix(".") && !$0.unit.isEmpty })
    #expect(Metrics.month.allSatisfy { $0.summary.hasSuffix(".") && !$0.unit.isEmpty })
  }

  @Test func theListIsInTheOrderOfItsFamilies() {
    let families = Metrics.run.map(\.family)
    let order = families.enumerated().filter {
      $0.offset == 0 || families[$0.offset - 1] != $0.element
    }
    #expect(order.map(\.element) == MetricFamily.allCases)
  }

  @Test func headlinesAreMetricsOfTheirAmbitions() {
    #expect(Metrics.headlines.map(\.family) == [.moreForLess, .quality, .democracy])
    for (family, name) in Metrics.headlines {
      #expect(Metrics.run.contains { $0.name == name && $0.family == family })
    }
  }

  /// What is missing where nothing is co-created speaks of the process.
  ///
  /// Of that, only these are outcomes of the whole run, whenever the process ended. A new metric
  /// that forgets to say which it is fails here.
  @Test func whatIsMissingWithoutAProcessIsOverItsLife() throws {
    let outcomes: Set = [
      "completed", "months_alive", "inclusion", "inclusion_poor", "inclusion_rich",
      "influence_equality",
    ]
    var inHouse = Parameters()
    (inHouse.form.codesignShare, inHouse.form.codeliveryShare) = (0, 0)
    var random = RandomSource()
    let run = Simulation.run(
      try ModelConfiguration(parameters: inHouse), key: RunKey(seed: 1, context: 0),
      random: &random
    ).task(0)
    let missing = Metrics.run.filter { $0.value(run) == nil }.map(\.name)
    let overLife = Metrics.run.filter(\.isOverLife).map(\.name)
    #expect(Set(missing).subtracting(outcomes) == Set(overLife))
    #expect(outcomes.isSubset(of: missing))
  }

  @Test func meansSkipWhatIsMissingAndAreMissingWithoutValues() throws {
    let observed = try Stage().observed(
      months(3) { round, month in month.trust = round == 2 ? nil : Double(round) / 10 })
    #expect(near(observed.mean(\.trust), 0.2) && observed.mean(\.voice) == nil)
    #expect(ratio(1, 0) == nil && ratio(0, 2) == 0)
  }

  @Test func monthsOfAnObservationBeginAfterTheSetUp() throws {
    let configuration = try ModelConfiguration(
      parameters: Strategy(name: "short", settings: ["rounds": 3]).applied(to: Parameters()))
    var random = RandomSource()
    let run = Simulation.run(
      configuration, key: RunKey(seed: 1, context: 0), random: &random)
    #expect(run.months[0].map(\.round) == [0, 1, 2, 3])
    #expect(run.task(0).months.map(\.round) == [1, 2, 3])
    #expect(run.events.isEmpty)
  }

  /// Metrics only observe: a run has the same months whatever is recorded of it.
  @Test func recordingEventsChangesNothing() throws {
    let configuration = try ModelConfiguration()
    var random = RandomSource()
    var observation = Observation()
    let key = RunKey(seed: 1, context: 0)
    let plain = Simulation.run(configuration, key: key, random: &random).task(0)
    observation.events = true
    let recorded = Simulation.run(
      configuration, key: key, random: &random, observation: observation)
    #expect(!recorded.events.isEmpty)
    for metric in Metrics.run { #expect(metric.value(plain) == metric.value(recorded.task(0))) }
  }
}
