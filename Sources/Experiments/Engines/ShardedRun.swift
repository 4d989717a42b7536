/// A batch that is run in shards, as a script for an engine needs to know it.
public struct ShardedRun: Equatable, Sendable {
  /// The program, as it was called.
  public var program: String
  /// The path of the scenario file.
  public var scenario: String
  /// Further options of `cocreate run`, a word each; without `--out`, `--shard`, `--resume` and
  /// `--threads`, which the script adds.
  public var options: [String]
  /// Options of `cocreate merge`, a word each, besides `--out`.
  public var mergeOptions: [String] = []
  /// The results folder, which the merge writes.
  public var folder: String
  /// The number of shards, from 1.
  public var shards: Int
  /// The experiment's name.
  public var name: String
  /// The number of runs in all shards.
  public var runs: Int
  /// What a shard is expected to take, in seconds; `nil` if nothing is known.
  public var secondsPerShard: Double?
  /// The threads of each shard, from 1.
  public var threads: Int

  /// Describes a batch.
  ///
  /// - Parameters:
  ///   - program: The program, as it was called.
  ///   - scenario: The path of the scenario file.
  ///   - options: Further options of `cocreate run`, a word each.
  ///   - folder: The results folder, which the merge writes.
  ///   - shards: The number of shards, from 1.
  ///   - name: The experiment's name.
  ///   - runs: The number of runs in all shards.
  ///   - secondsPerShard: What a shard is expected to take, in seconds, if that is known.
  ///   - threads: The threads of each shard, from 1.
  public init(
    program: String, scenario: String, options: [String] = [], folder: String, shards: Int,
    name: String, runs: Int, secondsPerShard: Double? = nil, threads: Int = 1
  ) {
    self.program = program
    self.scenario = scenario
    self.options = options
    self.folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    self.shards = shards
    self.name = name
    self.runs = runs
    self.secondsPerShard = secondsPerShard
    self.threads = threads
  }

  /// Where the shards are until they are merged.
  public var shardsFolder: String { folder + ".shards" }
  /// Where a script puts what its jobs print.
  var logFolder: String { folder + ".logs" }
  /// The words that run a shard, before the number of the shard.
  var runWords: [String] { [program, "run", scenario] + options + ["--out", folder] }
  /// The words that merge.
  var mergeWords: [String] {
    [program, "merge", shardsFolder, "--out", folder] + mergeOptions
  }
  /// The words that print the shards to be made (again).
  var missingWords: [String] {
    [program, "status", shardsFolder, "--missing", "--of", String(shards)]
  }

  /// What a scheduler may be asked for: twice the estimate and ten minutes, since processors differ;
  /// at most a week.
  var minutesPerShard: Int? {
    guard let seconds = secondsPerShard, seconds.isFinite, seconds >= 0 else { return nil }
    return 10 + Int(min(2 * seconds / 60, 7 * 24 * 60).rounded(.up))
  }

  /// The batch in a few words, for a comment.
  var title: String {
    "\(shown(name, most: 60)): \(runs) run\(runs == 1 ? "" : "s") in \(shards) "
      + "shard\(shards == 1 ? "" : "s")"
  }
}
