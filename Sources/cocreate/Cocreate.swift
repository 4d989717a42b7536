internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import GSL
internal import Tables

@main
struct Cocreate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cocreate",
    abstract: "Which form of co-creation works, where, and at what price?",
    discussion: """
      Simulates how public organisations and external actors produce welfare together, under \
      strategies that are compared on the same random numbers, and writes the outcomes as CSV.

      A first run:  cocreate run scenarios/four-quadrants.yaml
      Then:         cocreate params press_scrutiny
                    cocreate run scenarios/four-quadrants.yaml --set press_scrutiny=0.5 --out results/press
      """,
    // The parser asks at every start; the fingerprint takes some hundredths of a second.
    version: CommandLine.arguments.contains("--version") ? version : "cocreate",
    subcommands: [
      RunCommand.self, PlanCommand.self, PowerCommand.self, StatusCommand.self, MergeCommand.self,
      ReplayCommand.self, CompareCommand.self, ExplainCommand.self, ReportCommand.self,
      ValidateCommand.self, VerifyCommand.self,
      ParamsCommand.self,
    ])

  private static var version: String {
    let program = Manifest.Program()
    return "cocreate \(program.version) (commit \(program.commit), "
      + "\(program.compiler), GSL \(program.gsl), maths \(MathFingerprint.current))"
  }

  /// What to say of a first word that is no command.
  private static var unknownCommand: String? {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      !(known + ["help"]).contains(word)
    else { return nil }
    let hint = nearestName(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
    return "Error: there is no command \(word)\(hint)\nallowed: \(known.joined(separator: ", "))"
  }

  static func main() async {
    Console.prepare()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as any ExitingError {
      Console.error(String(describing: error))
      Foundation.exit(error.status)
    } catch {
      // A wrong command line is bad input like any other: status 2, not EX_USAGE.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      if let unknown = unknownCommand {
        Console.error(unknown)
        Foundation.exit(ExitStatus.badInput)
      }
      Console.error(fullMessage(for: error))
      Foundation.exit(ExitStatus.badInput)
    }
  }
}

/// What the exit status says.
enum ExitStatus {
  /// Something failed while running.
  static let failure: Int32 = 1
  /// The input is at fault; trying again does not help.
  static let badInput: Int32 = 2
  /// All is written, but some runs failed.
  static let failedRuns: Int32 = 3
  /// Shards are missing or damaged.
  static let missingShards: Int32 = 66
  /// Ended before the end; the same command with --resume goes on.
  static let interrupted: Int32 = 75
}

/// An error that has an exit status of its own.
protocol ExitingError: Error {
  var status: Int32 { get }
}

extension ScenarioFaults: ExitingError {
  var status: Int32 { ExitStatus.badInput }
}

extension ResultsFolderError: ExitingError {
  var status: Int32 { problem == .inUse ? ExitStatus.interrupted : ExitStatus.badInput }
}
