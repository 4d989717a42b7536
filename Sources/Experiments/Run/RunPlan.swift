public import CoCreation

/// The runs of an experiment in the one order that every table has.
///
/// A run's number is (replicate · points + point) · strategies + strategy: replicates are outermost,
/// so that a batch that is cut short has every point and every strategy equally often. With a
/// stopping rule, numbers are those of the most replicates that it allows; runs that were not needed
/// are left out, and the others keep their numbers.
public struct RunPlan: Sendable {
  /// A strategy with the configuration it runs under.
  public struct Arm: Sendable {
    /// The strategy.
    public let strategy: Strategy
    /// The configuration that follows from the context, the design point and the strategy.
    public let configuration: ModelConfiguration
  }

  /// One run of the plan.
  public struct Run: Sendable {
    /// Its number: its place in the order, from 0.
    public let index: Int
    /// The replicate, from 0.
    public let replicate: Int
    /// The design point, from 0.
    public let point: Int
    /// The seed and the two indices that make up the replicate.
    public let key: RunKey
    /// The strategy and its configuration.
    public let arm: Arm
  }

  /// The experiment's name.
  public let experiment: String
  /// The experiment's seed.
  public let seed: UInt64
  /// The replicates: contexts, and processes in each; the most there may be with a stopping rule.
  public let replicates: Replicates
  /// The number of design points.
  public let points: Int
  /// The strategies, in the order of the scenario, in the context without the design.
  public let arms: [Arm]
  private let scenario: Scenario

  /// Plans the runs of a scenario.
  ///
  /// - Parameter scenario: A scenario that was read without faults.
  /// - Throws: ``ConfigurationFaults`` when a strategy makes an impossible configuration.
  public init(_ scenario: Scenario) throws(ConfigurationFaults) {
    experiment = scenario.name
    seed = scenario.seed
    replicates = scenario.replicates
    points = scenario.design.count
    self.scenario = scenario
    var arms: [Arm] = []
    for strategy in scenario.strategies {
      arms.append(
        Arm(strategy: strategy, configuration: try scenario.configuration(for: strategy)))
    }
    self.arms = arms
  }

  /// The number of runs; the most there may be with a stopping rule.
  public var count: Int { replicates.count * points * arms.count }

  /// The runs of one replicate.
  var runsOfReplicate: Int { points * arms.count }

  /// The run of a number.
  public subscript(index: Int) -> Run {
    let (replicate, place) = index.quotientAndRemainder(dividingBy: runsOfReplicate)
    let (point, arm) = place.quotientAndRemainder(dividingBy: arms.count)
    let (context, process) = replicate.quotientAndRemainder(dividingBy: replicates.processes)
    return Run(
      index: index, replicate: replicate, point: point,
      key: RunKey(seed: seed, context: context, process: process), arm: self.arm(arm, at: point))
  }

  private func arm(_ index: Int, at point: Int) -> Arm {
    scenario.design.isSingle
      ? arms[index]
      : Arm(
        strategy: arms[index].strategy,
        configuration: scenario.configuration(ofStrategy: index, at: point))
  }
}
