internal import ArgumentParser
internal import Experiments
internal import Foundation

/// Says how far a batch is.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how far a batch is, or which shards are missing.",
    discussion: """
      Reads all that is there and compares it with what was written. With --missing: the numbers of \
      shards that are not complete, as 2,5-7, which is what sbatch --array= takes.

      Exit status: 0 all is well or on its way, 2 the input is at fault, 66 shards are missing or \
      files damaged; with --missing 0 whatever is missing.
      """)

  @Argument(help: "A results folder, or a folder of shards.")
  var folder: String

  @Flag(help: "Print only the numbers of shards that are not complete.")
  var missing = false

  @Option(help: "The number of shards; found in the folder if not given.")
  var of: Int?

  func validate() throws {
    if let of, !(1...Shard.most).contains(of) {
      throw ValidationError("--of is \(of); allowed: 1 to \(Shard.most)")
    }
    if ShardsFolder(at: folder) == nil, missing || of != nil {
      throw ValidationError("--missing and --of are for a folder of shards, named *.shards")
    }
  }

  func run() throws {
    guard let shards = ShardsFolder(at: folder) else {
      try Console.print(try batch(folder))
      return
    }
    let count = try count(of: shards)
    let statuses = shards.statuses(count)
    let open = statuses.filter { $0.1 != .complete }.map(\.0.index)
    guard !missing else {
      try Console.print(Self.ranges(open))
      return
    }
    let rows = statuses.map { [$0.0.description, Self.described($0.1)] }
    try Console.print(
      Console.table(rows)
        + "\n\n\(count - open.count) of \(count) shards are complete"
        + (open.isEmpty
          ? ": cocreate merge \(folder)" : "; not complete: \(Self.ranges(open))"))
    if !open.isEmpty {
      throw ShardFaults(path: shards.path, faults: ["\(open.count) shards are not complete"])
    }
  }

  private func count(of shards: ShardsFolder) throws -> Int {
    if let of { return of }
    let counts = try shards.counts()
    guard let count = counts.first, counts.count == 1 else {
      throw ShardFaults(
        path: shards.path,
        faults: [
          counts.isEmpty
            ? "no shards" : "shards of \(counts.map(String.init).joined(separator: " and of "))"
        ])
    }
    return count
  }

  private func batch(_ folder: String) throws -> String {
    let path = ResultsFolder.standard(folder)
    if let progress = try ResultsFolder.progress(of: path) {
      return "\(path): \(progress.made) of \(progress.total) runs are made; go on with --resume"
    }
    let manifest = try Manifest.read(folder: path)
    let damaged = manifest.damagedFiles(in: path)
    guard damaged.isEmpty else { throw ShardFaults(path: path, faults: damaged) }
    return "\(path): complete, every file as it was written"
  }

  private static func described(_ status: ShardsFolder.Status) -> String {
    switch status {
    case .complete: "complete"
    case .partial(let made, let total): "\(made) of \(total) runs"
    case .missing: "missing"
    case .damaged(let reasons): "damaged: \(reasons.joined(separator: "; "))"
    }
  }

  /// Numbers as 2,5-7.
  static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ",")
  }
}
