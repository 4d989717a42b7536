public import GSL

/// A file of cases: published results of single mechanisms, outside of whole runs.
public struct CaseFile: Equatable, Sendable {
  /// The name in tables.
  public let name: String
  /// The question that the cases answer together.
  public let question: String
  /// The cases in the order of the file; never empty.
  public let cases: [KernelCase]
}

/// A published result of a mechanism that can be had without a run of the model.
public struct KernelCase: Equatable, Sendable {
  /// What is known, in a sentence.
  public let text: String
  /// Who knows it.
  public let source: String
  /// The mechanism with its inputs.
  public let kernel: Kernel
  /// How often it is tried; for a distribution, how many numbers are drawn.
  public let repeats: Int
  /// The seed.
  public let seed: UInt64
  /// Where the mean over repeats should lie.
  public let expectation: Expectation
}

/// A part of the model with known results, and its inputs.
public enum Kernel: Equatable, Sendable {
  /// Opinions under bounded confidence: the number of clusters with one actor in twenty or more.
  case boundedConfidence(actors: Int, bound: Double, convergence: Double)
  /// A landscape of `choices` that depend on `ruggedness` others each.
  case landscape(choices: Int, ruggedness: Int, measure: LandscapeMeasure)
  /// The Gini coefficient of a drawn sample.
  case gini(Distribution, size: Int)
  /// Whether independent voters, each right with a probability, decide rightly.
  case weightedVoting(weights: [Double], competence: Double, threshold: Double)
  /// A drawn sample against its analytic form.
  case distribution(Distribution, measure: DistributionMeasure)

  /// The name in a file of cases.
  public var name: String {
    switch self {
    case .boundedConfidence: "bounded_confidence"
    case .landscape: "nk_landscape"
    case .gini: "gini"
    case .weightedVoting: "weighted_voting"
    case .distribution: "distribution"
    }
  }
}

/// What is measured of a landscape.
public enum LandscapeMeasure: String, CaseIterable, Sendable {
  /// The mean contribution of choices under the best design.
  case globalMaximum = "global_maximum"
  /// The number of designs that no change of a single choice improves.
  case localOptima = "local_optima"
}

/// What is measured of a sample.
public enum DistributionMeasure: String, CaseIterable, Sendable {
  /// The mean.
  case mean
  /// The variance about the analytic mean.
  case variance
  /// The p value of a Kolmogorov-Smirnov test, or of a chi-square test of whole numbers.
  case fit
}

/// What may be verified: a scenario with claims, or a file of cases.
public enum VerificationFile: Sendable {
  /// A scenario; it may be without claims.
  case scenario(Scenario)
  /// Cases of single mechanisms.
  case cases(CaseFile)

  /// Reads a file of either kind.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - overrides: Settings for a scenario from outside the file.
  /// - Returns: What is in the file.
  /// - Throws: ``ScenarioFaults`` with every fault of the file.
  public static func read(file path: String, overrides: ScenarioOverrides = .init())
    throws(ScenarioFaults) -> VerificationFile
  {
    let text = try ScenarioFile.text(at: path)
    return try VerificationFile(
      text: text, name: path, folder: ScenarioFile.folder(of: path), overrides: overrides)
  }

  /// Reads a text of either kind; a file with the key `cases` is one of cases.
  ///
  /// - Parameters:
  ///   - text: The text of a file.
  ///   - name: The name of the file, for messages.
  ///   - folder: Where the files that the text names are looked for; the current folder if `nil`.
  ///   - overrides: Settings for a scenario from outside the file.
  /// - Throws: ``ScenarioFaults`` with every fault of the text.
  public init(
    text: String, name: String, folder: String? = nil, overrides: ScenarioOverrides = .init()
  ) throws(ScenarioFaults) {
    guard ScenarioReader.isOfCases(text) else {
      self = .scenario(
        try Scenario(text: text, name: name, folder: folder, overrides: overrides))
      return
    }
    var reader = ScenarioReader()
    let file = reader.readCaseFile(text)
    guard let file, reader.faults.isEmpty else {
      throw ScenarioFaults(file: name, faults: reader.faults.sorted)
    }
    self = .cases(file)
  }
}
