public import CoCreation

/// Settings from outside a scenario file, the command line say; they win over the file's context.
public struct ScenarioOverrides: Equatable, Sendable {
  /// A key and the text of its value.
  public struct Setting: Equatable, Sendable {
    /// A register parameter, `network` or `actors.<kind>.count`.
    public let key: String
    /// The value as it was typed.
    public let value: String

    /// Creates a setting; it is checked when a scenario is read with it.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The settings, each key once.
  public var settings: [Setting]
  /// How often each strategy is run, instead of what the file says.
  public var replicates: Replicates?
  /// The seed instead of the file's, up to 2^63 - 1.
  public var seed: UInt64?
  /// Mechanisms to take out of the model, in every strategy.
  public var ablations: [Ablation]
  /// The points instead of the file's design, which is then not read at all.
  public var design: DesignSource?

  /// Points from outside the file.
  public enum DesignSource: Equatable, Sendable {
    /// A table with a column for each factor, as ``Design/encode()`` writes it.
    case file(String)
    /// The paths of factors and the values, point by point.
    case points(factors: [String], values: [Double])
    /// So many plausible models, drawn from what the file leaves uncertain and from what the model
    /// assumes.
    case plausible(models: Int)
  }

  /// Collects overrides.
  public init(
    settings: [Setting] = [], replicates: Replicates? = nil, seed: UInt64? = nil,
    ablations: [Ablation] = [], design: DesignSource? = nil
  ) {
    self.settings = settings
    self.ablations = ablations
    self.replicates = replicates
    self.seed = seed
    self.design = design
  }
}
