internal import CoCreation
internal import Crypto
public import Foundation
internal import GSL
internal import Tables

/// What made a results folder: enough to make it again.
public struct Manifest: Codable, Equatable, Sendable {
  /// The name of its file.
  public static let fileName = "manifest.json"

  /// The program.
  public struct Program: Codable, Equatable, Sendable {
    /// Its name.
    public var name = "cocreate"
    /// Its version.
    public var version = Program.currentVersion
    /// The commit it was built from; `-dirty` if the work tree differed, "unknown" without git.
    public var commit = embeddedCommit
    /// The version of the Swift compiler that built it.
    public var compiler = embeddedCompiler
    /// The version of the GSL library it ran with.
    public var gsl = gslVersion

    /// The program that runs now.
    public init() {}

    /// The version of this program.
    public static let currentVersion = "0.1.0"
  }

  /// The scenario.
  public struct Source: Codable, Equatable, Sendable {
    /// The experiment's name.
    public let name: String
    /// The question it asks.
    public let question: String?
    /// SHA-256 of the text.
    public let sha256: String
    /// The text of the file.
    public let text: String
    /// What the command line set over it.
    public let overrides: [String]
  }

  /// The format of the folder.
  public var format = 1
  /// The program.
  public var program = Program()
  /// The scenario.
  public let scenario: Source
  /// The generator of random numbers.
  public let generator: String
  /// The experiment's seed.
  public let seed: UInt64
  /// Contexts, and processes in each.
  public let replicates: [String: Int]
  /// The number of runs.
  public let runs: Int
  /// The strategy that others are compared with.
  public let baseline: String?
  /// Every parameter under each strategy.
  public let parameters: [String: [String: Double]]
  /// Who knows whom.
  public let network: String
  /// The kinds of actors: their number, and for each attribute its distribution.
  public let actors: [String: [String: String]]
  /// The tables written.
  public let tables: [String]
  /// The command line.
  public let command: [String]
  /// Threads that made the runs; they do not change a byte of the tables.
  public let threads: Int
  /// When the runs began and ended, ISO 8601.
  public let started: Date
  /// When the runs began and ended, ISO 8601.
  public let finished: Date

  /// Describes a batch.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - plan: Its runs.
  ///   - tables: The tables written.
  ///   - command: The command line.
  ///   - overrides: What the command line set over the scenario.
  ///   - threads: Threads that made the runs.
  ///   - started: When the runs began.
  ///   - finished: When they ended.
  public init(
    _ scenario: Scenario, plan: RunPlan, tables: Set<ResultTable>, command: [String],
    overrides: [String], threads: Int, started: Date, finished: Date
  ) {
    self.scenario = Source(
      name: scenario.name, question: scenario.question,
      sha256: SHA256.hash(data: Data(scenario.text.utf8)).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined(),
      text: scenario.text, overrides: overrides)
    generator = scenario.generator.rawValue
    seed = scenario.seed
    replicates = [
      "contexts": scenario.replicates.contexts, "processes": scenario.replicates.processes,
    ]
    runs = plan.count
    baseline = scenario.baseline
    parameters = Dictionary(
      uniqueKeysWithValues: plan.arms.map { arm in
        let values = arm.configuration.tasks[0].parameters
        return (
          arm.strategy.name,
          Dictionary(uniqueKeysWithValues: Parameters.register.map { ($0.name, $0.get(values)) })
        )
      })
    network = scenario.network.rawValue
    actors = Dictionary(uniqueKeysWithValues: scenario.kinds.map { ($0.name, Self.described($0)) })
    self.tables = ResultTable.allCases.filter(tables.contains).map(\.schema.fileName)
    self.command = command
    self.threads = threads
    self.started = started
    self.finished = finished
  }

  private static func described(_ kind: ActorKind) -> [String: String] {
    func described(_ distribution: Distribution) -> String {
      let values = distribution.values.map { String($0) }.joined(separator: ", ")
      return "\(distribution.name)(\(values))"
    }
    var entries = [
      "side": kind.side.rawValue, "count": String(kind.count), "affected": String(kind.isAffected),
      "strata": String(kind.hasStrata), "culture_weight": String(kind.cultureWeight),
      "motives": "dirichlet(\(kind.motives.saving), \(kind.motives.quality), \(kind.motives.need))",
    ]
    for attribute in ActorKind.attributes {
      entries[attribute.name] = described(kind[keyPath: attribute.path])
    }
    return entries
  }

  /// The manifest as indented JSON with sorted keys.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + Array("\n".utf8)
  }
}
