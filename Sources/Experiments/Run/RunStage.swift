/// Numbers of runs in ascending order: a slice of the plan, or some replicates of some points.
struct RunStage: RandomAccessCollection, Sendable {
  private let first: Int
  /// The points that still need replicates; `nil` for a slice of the plan.
  private let points: [Int]?
  private let arms: Int
  private let runsOfReplicate: Int
  let startIndex = 0
  let endIndex: Int

  /// A slice of the plan.
  init(_ slice: Range<Int>) {
    first = slice.lowerBound
    points = nil
    (arms, runsOfReplicate) = (1, 1)
    endIndex = slice.count
  }

  /// Every strategy at some points in some replicates.
  init(_ plan: RunPlan, replicates: Range<Int>, points: [Int]) {
    arms = plan.arms.count
    runsOfReplicate = plan.runsOfReplicate
    first = replicates.lowerBound * runsOfReplicate
    self.points = points
    endIndex = replicates.count * points.count * arms
  }

  subscript(position: Int) -> Int {
    guard let points else { return first + position }
    let (replicate, place) = position.quotientAndRemainder(dividingBy: points.count * arms)
    let (point, arm) = place.quotientAndRemainder(dividingBy: arms)
    return first + replicate * runsOfReplicate + points[point] * arms + arm
  }

  /// What comes after a number.
  func after(_ number: Int) -> SubSequence {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return self[low...]
  }
}
