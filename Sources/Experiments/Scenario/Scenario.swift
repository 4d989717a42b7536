public import CoCreation
public import GSL

/// One question, asked of the model: a context, the strategies to compare in it, and how often.
///
/// A scenario exists only once it was read and every strategy's configuration was checked.
public struct Scenario: Equatable, Sendable {
  /// The name in tables and of results folders.
  public let name: String
  /// The question that the scenario asks.
  public let question: String?
  /// How often each strategy is run; with ``stopping`` how often at most.
  public let replicates: Replicates
  /// When fewer replicates are enough; `nil` where their number is fixed.
  public let stopping: StoppingRule?
  /// The seed of the experiment.
  public let seed: UInt64
  /// The generator of random numbers.
  public let generator: Generator
  /// The parameters of the context: what the scenario sets, over the register's defaults.
  public let parameters: Parameters
  /// The kinds of actors.
  public let kinds: [ActorKind]
  /// Who knows whom.
  public let network: Network
  /// The tasks; never empty.
  public let tasks: [ScenarioTask]
  /// The strategies in the order of the file; never empty.
  public let strategies: [Strategy]
  /// The name of the strategy that the others are compared with.
  public let baseline: String?
  /// The mechanisms that are taken out of the model.
  public let ablations: [Ablation]
  /// The points at which the context is looked at; ``Design/single`` if it says nothing of them.
  public internal(set) var design: Design
  /// What the scenario is said to show.
  public let claims: [Claim]
  /// The exact text of the file.
  public let text: String
  /// What was set from outside the file.
  public private(set) var overrides = ScenarioOverrides()

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - text: The text of a scenario file.
  ///   - name: The name of the file, for messages.
  ///   - folder: Where the files that the text names are looked for; the current folder if `nil`.
  ///   - overrides: Settings from outside the file.
  /// - Throws: ``ScenarioFaults`` with every fault of the text and of the overrides.
  public init(
    text: String, name: String, folder: String? = nil, overrides: ScenarioOverrides = .init()
  ) throws(ScenarioFaults) {
    var reader = ScenarioReader(folder: folder)
    let scenario = reader.read(text, overrides: overrides)
    guard let scenario, reader.faults.isEmpty else {
      throw ScenarioFaults(file: name, faults: reader.faults.sorted)
    }
    self = scenario
    self.overrides = overrides
    // The design says it all.
    self.overrides.design = nil
  }

  /// The configuration of a strategy in this context, without the design.
  ///
  /// The strategy's settings win over a task's, and those over the context's; a mechanism that is
  /// taken out is out whatever they say.
  ///
  /// - Parameter strategy: One of ``strategies``, or another to try in the same context.
  /// - Returns: The checked configuration.
  /// - Throws: `ConfigurationFaults`; never for one of ``strategies``, which were checked.
  public func configuration(for strategy: Strategy) throws(ConfigurationFaults)
    -> ModelConfiguration
  {
    let configuration = trustedConfiguration(for: strategy, at: nil)
    return try ModelConfiguration(
      parameters: configuration.parameters, kinds: configuration.kinds,
      network: configuration.network, tasks: configuration.tasks, rule: configuration.rule,
      course: configuration.course)
  }

  init(
    name: String, question: String?, replicates: ReadReplicates, seed: UInt64, generator: Generator,
    context: ScenarioContext, strategies: [Strategy], baseline: String?, ablations: [Ablation],
    design: Design, claims: [Claim], text: String
  ) {
    self.name = name
    self.question = question
    self.replicates = replicates.most
    self.stopping = replicates.stopping
    self.seed = seed
    self.generator = generator
    self.parameters = context.parameters
    self.kinds = context.kinds
    self.network = context.network
    self.tasks = context.allTasks
    self.strategies = strategies
    self.baseline = baseline
    self.ablations = ablations
    self.design = design
    self.claims = claims
    self.text = text
  }
}

/// How often each strategy is run: drawn contexts, and processes in each.
public struct Replicates: Equatable, Sendable {
  /// The number of contexts drawn: populations, networks and design spaces.
  public let contexts: Int
  /// The number of processes run in each context.
  public let processes: Int
  /// The number of runs of a strategy.
  public var count: Int { contexts * processes }

  /// The most runs of a strategy that a scenario may ask for.
  public static let most = 1_000_000

  /// Checks a number of replicates; `nil` unless there are 1 to ``most`` in all.
  ///
  /// - Parameters:
  ///   - contexts: The number of contexts, from 1.
  ///   - processes: The number of processes in each, from 1.
  public init?(contexts: Int, processes: Int = 1) {
    guard contexts >= 1, processes >= 1 else { return nil }
    let (count, overflow) = contexts.multipliedReportingOverflow(by: processes)
    guard !overflow, count <= Self.most else { return nil }
    self.init(contexts, processes)
  }

  /// What a scenario has that says nothing of replicates.
  static let usual = Replicates(100, 1)

  private init(_ contexts: Int, _ processes: Int) {
    self.contexts = contexts
    self.processes = processes
  }
}

/// A task of a scenario and what it sets over the context.
public struct ScenarioTask: Equatable, Sendable {
  /// The name in tables.
  public let name: String
  /// The parameters it sets, over those of the context.
  public internal(set) var settings: [String: Double]

  init(name: String, settings: [String: Double] = [:]) {
    self.name = name
    self.settings = settings
  }
}

/// What the planner cannot choose.
struct ScenarioContext {
  var parameters = Parameters()
  var kinds = ActorKind.municipality
  var network = Network.smallWorld
  var tasks: [ScenarioTask] = []

  /// The tasks; a single one where the file names none.
  var allTasks: [ScenarioTask] { tasks.isEmpty ? [ScenarioTask(name: "task")] : tasks }
}
