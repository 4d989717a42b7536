internal import Foundation
internal import CoCreation
public import GSL

/// What was read off the runs of a plan, without tables.
public struct RunSamples: Sendable {
  /// The strategies in the order of the scenario.
  public let strategies: [String]
  /// What was read.
  public let quantities: [Quantity]
  /// The context of each value of a strategy.
  public let contexts: [Int]
  /// The design point of each value of a strategy; empty where there is one point.
  public let points: [Int]
  private let values: [[Double?]]

  /// The values of a quantity under a strategy, in order of replicates and, in each, of design points;
  /// `nil` where missing.
  public func values(of quantity: Quantity, under strategy: String) -> [Double?] {
    guard let arm = strategies.firstIndex(of: strategy),
      let slot = quantities.firstIndex(of: quantity)
    else { return [] }
    return stride(from: arm, to: values.count, by: strategies.count).map { values[$0][slot] }
  }

  /// Makes the runs of a plan and reads quantities off each.
  ///
  /// - Parameters:
  ///   - plan: The runs.
  ///   - generator: The generator that runs draw from.
  ///   - quantities: What to read; metrics of the register of metrics, and observables.
  ///   - threads: How many runs are made at the same time.
  /// - Throws: ``RunFault``
  public init(
    _ plan: RunPlan, generator: Generator, quantities: [Quantity], threads: Int
  ) throws {
    let size = max(1, min(64, plan.count / (threads * 4)))
    let readers = quantities.map(QuantityReader.init)
    let observation = Self.observation(for: quantities)
    var values: [[Double?]] = []
    values.reserveCapacity(plan.count)
    _ = try OrderedWork.run(
      (plan.count + size - 1) / size, threads: threads,
      worker: { (desk: OrderedWork.Desk<Result<[[Double?]], any Error>>) in
        var turn = Turn(RandomSource(generator))
        while let piece = desk.next() {
          let range = piece * size..<min(plan.count, (piece + 1) * size)
          desk.deliver(
            piece, Result { try Self.run(range, of: plan, &turn, readers, observation) })
        }
      }, consume: { values += try $0.get() })
    strategies = plan.arms.map(\.strategy.name)
    self.quantities = quantities
    let runs = 0..<plan.replicates.count * plan.points
    contexts = runs.map { $0 / plan.points / plan.replicates.processes }
    points = plan.points == 1 ? [] : runs.map { $0 % plan.points }
    self.values = values
  }

  private static func run(
    _ range: Range<Int>, of plan: RunPlan, _ turn: inout Turn,
    _ readers: [QuantityReader], _ observation: Observation
  ) throws(RunFault) -> [[Double?]] {
    var rows: [[Double?]] = []
    for index in range {
      let run = plan[index]
      let outcome = Simulation.run(
        run.arm.configuration, key: run.key, turn: &turn, observation: observation)
      if let error = takeGSLError() {
        throw RunFault(run, "GSL reported \(error.meaning): \(error.reason)")
      }
      let tasks = outcome.months.indices.map(outcome.task)
      var row: [Double?] = []
      for reader in readers { row.append(reader.value(of: outcome, tasks, &turn)) }
      rows.append(row)
    }
    return rows
  }
}

extension RunSamples {
  /// What must be recorded of runs besides their months, so that quantities can be read off.
  static func observation(for quantities: [Quantity]) -> Observation {
    quantities.reduce(into: Observation()) { observation, quantity in
      guard case .observable(let name) = quantity,
        let needs = Observables.observable(name)?.needs
      else { return }
      observation.events = observation.events || needs.events
      observation.actors = observation.actors || needs.actors
    }
  }
}

/// Reads a quantity off a run.
struct QuantityReader: Sendable {
  private let read: @Sendable (RunObservation, [TaskObservation], inout Turn) -> Double?

  init(_ quantity: Quantity) {
    switch quantity {
    case .run(let name):
      let metric = Metrics.run.first { $0.name == name }
      read = { _, tasks, _ in metric?.value(over: tasks) }
    case .month(let name, let round):
      let metric = Metrics.month.first { $0.name == name }
      read = { outcome, _, _ in
        Self.mean(outcome.months) { Self.value(metric, $0, round) }
      }
    case .change(let name, let from, let to):
      let metric = Metrics.month.first { $0.name == name }
      read = { outcome, _, _ in
        Self.mean(outcome.months) { months in
          guard let first = Self.value(metric, months, from),
            let last = Self.value(metric, months, to), first > 0, last >= 0
          else { return nil }
          return Self.rate(first: first, last: last, months: to - from)
        }
      }
    case .observable(let name):
      let observable = Observables.observable(name)
      read = { outcome, _, turn in observable?.value(of: outcome, &turn) }
    case .task(let index, _, let quantity):
      let reader = QuantityReader(quantity)
      read = { outcome, tasks, turn in
        reader.value(of: outcome.alone(index), [tasks[index]], &turn)
      }
    }
  }

  /// The value of a run: as in `runs.csv`, or of a month the mean over tasks that have it.
  func value(
    of outcome: RunObservation, _ tasks: [TaskObservation], _ turn: inout Turn
  ) -> Double? {
    read(outcome, tasks, &turn)
  }

  private static func mean(
    _ tasks: [[MonthRecord]], _ value: ([MonthRecord]) -> Double?
  ) -> Double? {
    let values = tasks.compactMap(value)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func value(_ metric: MonthMetric?, _ months: [MonthRecord], _ round: Int)
    -> Double?
  {
    months.indices.contains(round) ? metric?.value(months[round]) : nil
  }

  /// The mean change a month that leads from one value to another.
  static func rate(first: Double, last: Double, months: Int) -> Double {
    pow(last / first, 1 / Double(months)) - 1
  }
}
