internal import CoCreation
internal import Crypto
internal import Foundation
internal import GSL
internal import Tables

/// What made a results folder: enough to make it again, and nothing that differs between two ways of
/// making it.
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
    /// SHA-256 of the program itself, where no commit names it.
    public var sha256 = Program.ownDigest
    /// The version of the Swift compiler that built it.
    public var compiler = embeddedCompiler
    /// The version of the GSL library it ran with.
    public var gsl = gslVersion
    /// The fingerprint of the mathematical functions of the C library on this kind of processor;
    /// several with commas between where shards of several kinds were merged on request.
    public var mathematics = MathFingerprint.current

    /// The program that runs now.
    public init() {}

    /// In a few words.
    var described: String { "\(name) \(version) (commit \(commit), \(compiler), GSL \(gsl))" }

    /// The version of this program.
    public static let currentVersion = "0.2.0"

    private static let ownDigest: String? = {
      guard embeddedCommit == "unknown" || embeddedCommit.hasSuffix("-dirty"),
        let program = try? Data(contentsOf: URL(filePath: "/proc/self/exe"))
      else { return nil }
      return hexadecimal(SHA256.hash(data: program))
    }()
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
    /// What the command line set over its context, as key=value.
    public let settings: [String]
    /// Mechanisms that were taken out.
    public let without: [String]
  }

  /// The design points.
  public struct Points: Codable, Equatable, Sendable {
    /// What varies, by path.
    public let factors: [String]
    /// The number of points.
    public let count: Int
    /// `plausible` where the points are plausible models; missing for every other design.
    public let kind: String?
    /// SHA-256 of `design.csv`.
    public let sha256: String

    static let plausible = "plausible"
  }

  /// The format of the folder.
  public var format = 2
  /// The program.
  public var program = Program()
  /// The scenario.
  public let scenario: Source
  /// The generator of random numbers.
  public let generator: String
  /// The experiment's seed.
  public let seed: UInt64
  /// Contexts, and processes in each; the most there may be with a stopping rule.
  public let replicates: [String: Int]
  /// Whether the command line set the number of replicates.
  public let replicatesFromOutside: Bool
  /// The design points, if anything varies.
  public let design: Points?
  /// The number of runs of the plan; the most there may be with a stopping rule.
  public let runs: Int
  /// The strategies in order.
  public let strategies: [String]
  /// The strategy that others are compared with.
  public let baseline: String?
  /// Every parameter under each strategy, before the design varies any.
  public let parameters: [String: [String: Double]]
  /// Who knows whom.
  public let network: String
  /// The kinds of actors: their number, and for each attribute its distribution.
  public let actors: [String: [String: String]]
  /// The tables written.
  public let tables: [String]
  /// Months between two rows of rounds.csv.
  public let roundsEvery: Int
  /// The columns that were chosen; all if empty.
  public let columns: [String]
  /// What is made of the tables in the end.
  public var finish: Finish
  /// The shard, if it is one.
  public var shard: Shard?
  /// The runs that have rows.
  public var made = 0
  /// The runs that failed.
  public var failures = 0
  /// The files.
  public var files: [FileRecord] = []

  enum CodingKeys: String, CodingKey {
    case format, program, scenario, generator, seed, replicates, design, runs, strategies, baseline
    case parameters, network, actors, tables, columns, finish, shard, made, failures, files
    case replicatesFromOutside = "replicates_from_outside"
    case roundsEvery = "rounds_every"
  }

  /// Describes a batch that is to be made.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - plan: Its runs.
  ///   - selection: What is written.
  ///   - shard: The shard, if it is one.
  ///   - finish: What is made of the tables in the end.
  public init(
    _ scenario: Scenario, plan: RunPlan, selection: TableSelection, shard: Shard? = nil,
    finish: Finish = Finish()
  ) {
    self.scenario = Source(
      name: scenario.name, question: scenario.question,
      sha256: hexadecimal(SHA256.hash(data: Data(scenario.text.utf8))), text: scenario.text,
      settings: scenario.overrides.settings.map { "\($0.key)=\($0.value)" },
      without: scenario.ablations.map(\.name))
    generator = scenario.generator.rawValue
    seed = scenario.seed
    replicates = [
      "contexts": scenario.replicates.contexts, "processes": scenario.replicates.processes,
    ]
    replicatesFromOutside = scenario.overrides.replicates != nil
    design =
      scenario.design.isSingle
      ? nil
      : Points(
        factors: scenario.design.factors.map(\.path), count: scenario.design.count,
        kind: scenario.design.isPlausible ? Points.plausible : nil,
        sha256: hexadecimal(SHA256.hash(data: scenario.design.encode().bytes)))
    runs = plan.count
    strategies = plan.arms.map(\.strategy.name)
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
    tables = ResultTable.allCases.filter(selection.tables.contains).map(\.schema.fileName)
    roundsEvery = selection.roundsEvery
    columns = selection.columns
    self.finish = finish
    self.shard = shard
  }

  /// Whether the design points are plausible models.
  public var isPlausible: Bool { design?.kind == Points.plausible }

  /// What is written besides the tables that are made from others.
  var selection: TableSelection {
    TableSelection(
      Set(ResultTable.allCases.filter { tables.contains($0.schema.fileName) }),
      roundsEvery: roundsEvery, columns: columns)
  }

  /// The metrics of runs that are written.
  public var metrics: [String] { selection.metrics }

  private static func described(_ kind: ActorKind) -> [String: String] {
    func described(_ distribution: Distribution) -> String {
      let values = distribution.values.map { String($0) }.joined(separator: ", ")
      return "\(distribution.name)(\(values))"
    }
    var entries = [
      "side": kind.side.rawValue, "office": kind.office.rawValue, "count": String(kind.count),
      "affected": String(kind.isAffected),
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
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + Array("\n".utf8)
  }
}
