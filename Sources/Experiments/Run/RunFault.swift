internal import CoCreation

/// A run that went wrong: a fault of the model, with all it takes to repeat it.
public struct RunFault: Error, Sendable, CustomStringConvertible {
  /// The run's number.
  public let run: Int
  /// The design point.
  public let point: Int
  /// The strategy's name.
  public let strategy: String
  /// The replicate.
  public let replicate: Int
  /// What went wrong: a metric that is no finite number, an error of GSL.
  public let problem: String

  init(_ run: RunPlan.Run, _ problem: String) {
    self.run = run.index
    point = run.point
    strategy = run.arm.strategy.name
    replicate = run.replicate
    self.problem = problem
  }

  /// The fault in a sentence.
  public var description: String {
    "run \(run) (point \(point), strategy \(strategy), replicate \(replicate)): \(problem)"
  }
}
