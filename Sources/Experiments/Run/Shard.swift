/// A part of a batch for a machine of its own: a contiguous slice of the order of runs.
public struct Shard: Codable, Equatable, Sendable {
  /// Its number, from 1.
  public let index: Int
  /// The number of shards.
  public let count: Int

  /// The most shards a batch may have.
  public static let most = 100_000

  /// Checks a shard; `nil` unless 1 <= `index` <= `count` <= ``most``.
  public init?(_ index: Int, of count: Int) {
    guard 1...Self.most ~= count, 1...count ~= index else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads a shard such as `3/12`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
    self.init(index, of: count)
  }

  /// All shards of a batch.
  public static func all(_ count: Int) -> [Shard] {
    (1...count).compactMap { Shard($0, of: count) }
  }

  /// As on the command line.
  public var description: String { "\(index)/\(count)" }

  /// The name of its folder.
  public var folderName: String { "\(index)-of-\(count)" }

  /// Its slice of a number of things; sizes differ by one at most.
  public func slice(of total: Int) -> Range<Int> {
    func start(_ index: Int) -> Int {
      let (quotient, remainder) = total.quotientAndRemainder(dividingBy: count)
      return quotient * index + remainder * index / count
    }
    return start(index - 1)..<start(index)
  }
}

/// Why a batch has no such shard.
public enum ShardError: Error, Equatable, Sendable, CustomStringConvertible {
  /// More shards than runs.
  case tooMany(Shard, runs: Int)
  /// A stopping rule looks at runs of all shards.
  case stoppingRule

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tooMany(let shard, let runs):
      "shard \(shard.description): there are \(runs) runs; allowed: at most as many shards"
    case .stoppingRule:
      "shards with `replicates: {until: ...}`: whether a replicate is needed depends on runs of other "
        + "shards. Set a number with --replicates; `cocreate power` says which"
    }
  }
}
