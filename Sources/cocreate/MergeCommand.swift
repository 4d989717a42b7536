internal import Analysis
internal import ArgumentParser
internal import Experiments
internal import Tables

/// Joins shards.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the shards of a batch.",
    discussion: """
      Checks that all shards are there, as they were written, and of one batch; else nothing is \
      written. The folder is the same, byte for byte, as if one machine had made all runs, except \
      for sessions.jsonl, which tells when and where they were made.

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault, 3 done but some runs failed, 66 shards are \
      missing or damaged.
      """)

  @Argument(help: "The folder of shards, such as results/four-quadrants.shards.")
  var shards: String

  @Option(help: "The results folder; the folder of shards without .shards if not given.")
  var out: String?

  @Flag(help: "Compress the tables in the end.")
  var gzip = false

  @Option(
    help: ArgumentHelp(
      "csv, or behaviorspace-table: table.csv as well, in the shape of NetLogo's BehaviorSpace.",
      valueName: "format"))
  var format = OutputFormat.csv

  @Flag(help: "Merge shards of processors whose mathematical functions differ in last digits.")
  var allowMixedMathematics = false

  @Flag(help: "Replace an existing results folder.")
  var overwrite = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    guard let folder = ShardsFolder(at: shards) else {
      throw ValidationError("\(shards) is no folder of shards; its name must end with .shards")
    }
    var merge = ShardMerge(folder)
    merge.allowsMixedMathematics = allowMixedMathematics
    merge.finish.compresses = gzip
    merge.finish.writesBehaviorSpaceTable = format == .behaviorSpace
    let outcome = try merge.merge(into: out ?? folder.results, overwriting: overwrite) {
      _ = try summarise($0, $1, metrics: $2.metrics)
      return [SummaryTable.schema]
    }
    if !quiet {
      let how = outcome.ending == .wasComplete ? "was complete already" : "is complete"
      try Console.print("\(outcome.path) \(how): \(outcome.runs + outcome.failures) runs.")
    }
    if outcome.failures > 0 { throw FailedRuns(outcome) }
  }
}

extension ShardFaults: ExitingError {
  var status: Int32 { ExitStatus.missingShards }
}
