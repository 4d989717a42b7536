public import CoCreation

/// The runs of an experiment in the one order that every table has.
///
/// Replicates are outermost: a batch that is cut short has every strategy equally often.
public struct RunPlan: Sendable {
  /// A strategy with the configuration it runs under.
  public struct Arm: Sendable {
    /// The strategy.
    public let strategy: Strategy
    /// The configuration that follows from the context and the strategy.
    public let configuration: ModelConfiguration
  }

  /// One run of the plan.
  public struct Run: Sendable {
    /// Its place in the order, from 0.
    public let index: Int
    /// The replicate, from 0.
    public let replicate: Int
    /// The seed and the two indices that make up the replicate.
    public let key: RunKey
    /// The strategy and its configuration.
    public let arm: Arm
  }

  /// The experiment's name.
  public let experiment: String
  /// The experiment's seed.
  public let seed: UInt64
  /// The replicates: contexts, and processes in each.
  public let replicates: Replicates
  /// The strategies, in the order of the scenario.
  public let arms: [Arm]

  /// Plans the runs of a scenario.
  ///
  /// - Parameter scenario: A scenario that was read without faults.
  /// - Throws: ``ConfigurationFaults`` when a strategy makes an impossible configuration.
  public init(_ scenario: Scenario) throws(ConfigurationFaults) {
    experiment = scenario.name
    seed = scenario.seed
    replicates = scenario.replicates
    var arms: [Arm] = []
    for strategy in scenario.strategies {
      arms.append(
        Arm(strategy: strategy, configuration: try scenario.configuration(for: strategy)))
    }
    self.arms = arms
  }

  /// The number of runs.
  public var count: Int { replicates.count * arms.count }

  /// The run at a place in the order.
  public subscript(index: Int) -> Run {
    let (replicate, arm) = index.quotientAndRemainder(dividingBy: arms.count)
    let (context, process) = replicate.quotientAndRemainder(dividingBy: replicates.processes)
    return Run(
      index: index, replicate: replicate,
      key: RunKey(seed: seed, context: context, process: process), arm: arms[arm])
  }
}
