@testable import CoCreation

extension Stage {
  /// A process with more design work than it has room for, in which every change is an improvement.
  static func searching(
    seed: UInt64 = 20161, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage(seed: seed) {
      $0.propose.rate = 1
      change(&$0)
    }
    stage.task.work.designHours = 1000
    return stage
  }
}
