internal import ArgumentParser
internal import Experiments

/// Makes one run of a results folder once more.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Make one run of a results folder once more, and tell what happened in it.",
    discussion: """
      Reads the scenario from the folder's manifest.json, makes the run again and compares it with \
      its row in runs.csv, column by column and to the digit. Then tells its story month by month: \
      who took part and who led, what was proposed and decided, what failed, what the press wrote, \
      and what came of it. Actors have their numbers in actors.csv. A folder named .partial, which \
      an interrupted run left, will do.

      Exit status: 0 it reproduces, 1 it does not, 2 there is no such run or no such folder.
      """)

  @Argument(help: "A results folder.", completion: .directory)
  var results: String

  @Option(name: .customLong("run"), help: "The number of the run, as in runs.csv.")
  var number: Int

  @Flag(help: "Print the events as JSON, a line each, instead of the story.")
  var json = false

  @Flag(name: .shortAndLong, help: "Only check; print nothing but errors.")
  var quiet = false

  func validate() throws {
    if json, quiet { throw ValidationError("choose one of --json and --quiet") }
  }

  func run() throws {
    let replay = try Replay(run: number, in: results)
    if json {
      try Console.print(replay.events.map { $0 + "\n" }.joined(), terminator: "")
    } else if !quiet {
      try Console.print(replay.title + "\n" + verdict(replay) + "\n\n" + replay.story.text)
    }
    if !replay.comparison.differences.isEmpty { throw ReplayMismatch(replay: replay) }
  }

  private func verdict(_ replay: Replay) -> String {
    let (all, differing) = (replay.comparison.columns, replay.comparison.differences.count)
    return differing == 0
      ? "It reproduces: all \(all) columns of its row in runs.csv are the same."
      : "It does not reproduce: \(differing) of \(all) columns differ. This is what happens now."
  }
}

/// A run that comes out otherwise than its row says.
struct ReplayMismatch: ExitingError, CustomStringConvertible {
  let replay: Replay
  var status: Int32 { ExitStatus.failure }

  var description: String {
    let comparison = replay.comparison
    let rows = comparison.differences.map { difference in
      [difference.column, difference.recorded, difference.replayed ?? "no such column"]
    }
    return """
      run \(replay.run.index) does not reproduce: \(comparison.differences.count) of \
      \(comparison.columns) columns differ
      \(Console.table([["column", "recorded", "now"]] + rows))
      \(cause)
      """
  }

  private var cause: String {
    replay.programDifferences.isEmpty
      ? "The program is the same, so that most likely the folder was changed."
      : "Most likely because the program is another: "
        + replay.programDifferences.joined(separator: "; ")
  }
}

extension ReplayError: ExitingError {
  var status: Int32 { ExitStatus.badInput }
}
