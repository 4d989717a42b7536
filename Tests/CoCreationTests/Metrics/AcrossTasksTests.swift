import Testing

@testable import CoCreation

/// What the metrics of several tasks make together.
@Suite struct AcrossTasksTests {
  /// Of sums over tasks a ratio is the same ratio: no small task counts as much as a large one.
  @Test(
    arguments: [
      ("value_per_public_euro", 7000.0 / 1600), ("value_per_euro", 7000.0 / 2000),
      ("leverage", 400.0 / 1600), ("public_cost_per_unit", 1600.0 / 130), ("coverage", 130.0 / 400),
      ("transaction_share", 80.0 / 2000), ("value_deviation", 7000.0 / 9000 - 1),
      ("attrition", 7.0 / 60), ("acceptance", 5.2 / 10), ("ratified_share", 6.0 / 10),
    ] as [(String, Double)])
  func ratiosAreOfTheSums(name: String, expected: Double) throws {
    #expect(near(try Self.across(name, Self.tasks()), expected))
  }

  @Test(
    arguments: [
      ("value", 7000.0), ("public_cost", 1600), ("external_value", 400), ("harm", 30),
      ("participants", 60), ("external_participants", 35), ("failures", 1), ("adopted", 10),
      ("implemented", 6), ("violations", 3), ("form_changes", 0),
    ] as [(String, Double)])
  func amountsAddUp(name: String, expected: Double) throws {
    #expect(near(try Self.across(name, Self.tasks()), expected))
  }

  /// By units demanded, 100 and 300: (0.8 + 3 · 0.4) / 4.
  @Test func whatIsNoRatioOfSumsIsAMeanByDemand() throws {
    #expect(near(try Self.across("quality_realised", Self.tasks()), 0.5))
    #expect(near(try Self.across("fear", Self.tasks()), (0.1 + 3 * 0.3) / 4))
  }

  @Test func whatIsMissingForATaskIsLeftOut() throws {
    var tasks = try Self.tasks()
    tasks[0] = try Stage().observed(months(1) { _, month in month.demanded = 100 })
    let alone = try tasks[1]("value_per_public_euro")
    #expect(alone != nil)
    #expect(near(try Self.across("value_per_public_euro", tasks), alone))
    #expect(near(try Self.across("trust", tasks), 0.7))
    let none = [tasks[0], tasks[0]]
    for name in ["value_per_public_euro", "trust", "acceptance"] {
      #expect(try Self.across(name, none) == nil)
    }
    #expect(try Self.across("value", none) == 0)
  }

  /// To the bit, and also where there is nothing to weigh by.
  @Test func aSingleTaskHasItsOwnValue() throws {
    let task = try Self.tasks()[1]
    let empty = try Stage().observed(months(1) { _, month in month.fear = 0.3 })
    for metric in Metrics.run {
      #expect(metric.value(over: [task]) == metric.value(task), "\(metric.name)")
      #expect(metric.value(over: [empty]) == metric.value(empty), "\(metric.name)")
    }
  }

  /// Two tasks alike have together what either has, or twice as much.
  @Test func tasksAlikeHaveTheMeanOfEither() throws {
    let task = try Self.tasks()[1]
    for metric in Metrics.run {
      guard let value = metric.value(task) else { continue }
      let both = metric.value(over: [task, task])
      switch metric.across {
      case .sum: #expect(near(both, 2 * value), "\(metric.name)")
      case .mean: #expect(both == nil || near(both, value), "\(metric.name)")
      }
    }
  }

  private static func across(_ name: String, _ tasks: [TaskObservation]) throws -> Double? {
    try #require(Metrics.run.first { $0.name == name }).value(over: tasks)
  }

  /// A small task and a large one, of one month each.
  private static func tasks() throws -> [TaskObservation] {
    try [false, true].map { isLarge in
      var stage = try Stage()
      let (cost, outside) = isLarge ? (1500.0, 100.0) : (100, 300)
      stage.task.ledger.book(cost - 40, from: .publicBudget, to: .delivery)
      stage.task.ledger.book(40, from: .publicBudget, to: .coordination)
      stage.task.ledger.book(outside, from: .externalTime, to: .delivery)
      return stage.observed(
        months(1) { _, month in
          (month.demanded, month.delivered) = isLarge ? (300, 40) : (100, 90)
          (month.value, month.promised, month.harm) = isLarge ? (1000, 8000, 20) : (6000, 1000, 10)
          (month.publicParticipants, month.externalParticipants) = isLarge ? (20, 30) : (5, 5)
          (month.left, month.violations, month.failures) = isLarge ? (3, 2, 1) : (4, 1, 0)
          (month.adopted, month.implemented) = isLarge ? (8, 5) : (2, 1)
          month.acceptance = isLarge ? 4.2 : 1
          (month.realisedQuality, month.fear) = isLarge ? (0.4, 0.3) : (0.8, 0.1)
          month.trust = isLarge ? 0.7 : 0.5
        })
    }
  }
}
