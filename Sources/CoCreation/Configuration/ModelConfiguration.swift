/// Who knows whom.
public enum Network: String, CaseIterable, Sendable {
  /// Nobody knows anybody.
  case none
  /// Each actor knows its neighbours on a ring.
  case ring
  /// A ring with some contacts replaced by random ones (Watts & Strogatz 1998).
  case smallWorld = "small_world"
  /// Each actor knows random others.
  case random
  /// Everybody knows everybody.
  case complete
}

/// A welfare task of the municipality.
public struct TaskConfiguration: Equatable, Sendable {
  /// The name in tables.
  public var name: String
  /// Every parameter as it holds for this task.
  public var parameters: Parameters

  /// Creates a task.
  public init(name: String, parameters: Parameters) {
    self.name = name
    self.parameters = parameters
  }
}

/// All that a run depends on besides its seed and replicate; checked once, immutable afterwards.
public struct ModelConfiguration: Equatable, Sendable {
  /// Every parameter as it holds for the municipality.
  public let parameters: Parameters
  /// The kinds of actors.
  public let kinds: [ActorKind]
  /// Who knows whom.
  public let network: Network
  /// The tasks; one process each.
  public let tasks: [TaskConfiguration]
  /// How the form of each task's process is found.
  public let rule: FormRule
  /// What the strategy changes on the way, in order.
  public let course: [StrategyPhase]

  /// Checks a configuration.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the municipality.
  ///   - kinds: The kinds of actors.
  ///   - network: Who knows whom.
  ///   - tasks: The tasks; a single one named "task" with the municipality's parameters if empty.
  ///   - rule: How the form of each task's process is found.
  ///   - course: What the strategy changes on the way, in order.
  /// - Throws: ``ConfigurationFaults`` with every fault found.
  public init(
    parameters: Parameters = Parameters(), kinds: [ActorKind] = ActorKind.municipality,
    network: Network = .smallWorld, tasks: [TaskConfiguration] = [], rule: FormRule = .fixed,
    course: [StrategyPhase] = []
  ) throws(ConfigurationFaults) {
    self.init(
      trusted: parameters, kinds: kinds, network: network, tasks: tasks, rule: rule,
      course: course)
    let faults = Self.validators.flatMap { $0.faults(in: self) }
    guard faults.isEmpty else { throw ConfigurationFaults(faults: faults) }
  }

  /// Takes a configuration that was checked before, or whose faults are asked for afterwards.
  package init(
    trusted parameters: Parameters, kinds: [ActorKind], network: Network,
    tasks: [TaskConfiguration], rule: FormRule, course: [StrategyPhase] = []
  ) {
    self.parameters = parameters
    self.kinds = kinds
    self.network = network
    self.rule = rule
    self.course = course
    self.tasks = tasks.isEmpty ? [TaskConfiguration(name: "task", parameters: parameters)] : tasks
  }

  /// The rules of a configuration; see the folder Validators.
  static let validators: [any Validator] = [
    RangeValidator(), ShareValidator(), ActorValidator(), DistributionValidator(),
    LandscapeValidator(), TaskValidator(), FormValidator(),
    CourseValidator(), PaymentValidator(),
  ]
}

extension ModelConfiguration {
  /// The rules that a change of some values can break although each value is in its range.
  ///
  /// - Parameter names: Parameters of the register, and "actors" for numbers of actors.
  /// - Returns: Each rule with all that it joins, as a function that finds its faults.
  package static func rules(joining names: Set<String>) -> [(
    joined: Set<String>, faults: @Sendable (ModelConfiguration) -> [ConfigurationFault]
  )] {
    validators.filter { !$0.joined.isDisjoint(with: names) }
      .map { rule in (rule.joined, { rule.faults(in: $0) }) }
  }
}

/// A rule that a configuration must keep.
protocol Validator: Sendable {
  /// The parameters, and "actors" for numbers of actors, of which the rule joins several values.
  var joined: Set<String> { get }
  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault]
}

extension Validator {
  var joined: Set<String> { [] }
}

/// A value that a configuration may not have.
public struct ConfigurationFault: Equatable, Sendable {
  /// Where: a parameter's name, or keys from the scenario's context downwards.
  public let path: [String]
  /// What was found.
  public let found: String
  /// What is allowed.
  public let allowed: String
}

/// Every fault of a configuration.
public struct ConfigurationFaults: Error, Equatable, Sendable {
  /// The faults; never empty.
  public let faults: [ConfigurationFault]
}
