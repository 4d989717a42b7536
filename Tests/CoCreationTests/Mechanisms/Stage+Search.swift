@testable import CoCreation

extension Stage {
  /// A process with more design work than it has room for, in which every change is an improvement.
  static func searching(
    seed: UInt64 = 20161, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage(seed: seed) {
      $0.propose.rate = 1000
      change(&$0)
    }
    // A thousand proposals are expected, if all of a month's 1000 hours are design work.
    (stage.task.work.demandedUnits, stage.task.work.designHours) = (250, 1000)
    return stage
  }
}
