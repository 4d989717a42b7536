internal import Analysis
public import Experiments

/// What was verified, for people: a line for each claim, and a page.
public struct VerificationReport: Sendable {
  /// What is told of a file besides its claims.
  public struct Source: Sendable {
    /// The name of the scenario or of the file of cases.
    public let name: String
    /// The question it asks.
    public let question: String
    /// How much was run of it.
    public let size: String

    /// Describes a file as it was read and run.
    public init(_ file: VerificationFile, _ tier: VerificationTier) {
      switch file {
      case .scenario(let scenario):
        let processes = scenario.replicates.processes
        let contexts = tier.contexts(of: scenario)
        name = scenario.name
        question = scenario.question ?? ""
        size =
          "\(scenario.strategies.count) strategies, \(contexts) contexts"
          + (processes > 1 ? " x \(processes) processes" : "") + ", seed \(scenario.seed)"
      case .cases(let file):
        name = file.name
        question = file.question
        size = "\(file.cases.count) cases"
      }
    }
  }

  /// The files in the order in which they were verified.
  public let sources: [Source]
  /// The judged claims of all files.
  public let claims: [JudgedClaim]
  /// How much was run.
  public let tier: VerificationTier
  /// What was set over the context of every scenario, as `press_rule=1`.
  public let settings: [String]
  /// How the claims fared under changed parameters, if that was asked for.
  public let robustness: Robustness?

  /// Collects a report.
  public init(
    _ sources: [Source], _ claims: [JudgedClaim], _ tier: VerificationTier,
    settings: [String] = [], _ robustness: Robustness? = nil
  ) {
    self.sources = sources
    self.claims = claims
    self.tier = tier
    self.settings = settings
    self.robustness = robustness
  }

  /// Whether everything is as the files say.
  public var isAsSaid: Bool { claims.allSatisfy(\.isAsSaid) }

  /// A line for each claim and for each side of its contrast, under the name of its file, and how
  /// many claims there are of each kind and verdict.
  public var lines: String {
    sources.map { source in
      ([source.name] + claims(of: source).flatMap(\.lines).map { "  " + $0 })
        .joined(separator: "\n")
    }.joined(separator: "\n") + "\n\n" + summary.joined(separator: "\n")
  }

  func claims(of source: Source) -> [JudgedClaim] {
    claims.filter { $0.finding.file == source.name }
  }

  /// How many claims there are of each kind, and how many of these of each verdict.
  ///
  /// Before them stands how many rows of evidence are met.
  var summary: [String] {
    let kinds = ClaimKind.allCases.compactMap { kind -> String? in
      let claims = claims.filter { $0.finding.kind == kind }
      return claims.isEmpty ? nil : "\(kind.title): \(Self.counts(claims))."
    }
    return [evidenceSummary].compactMap(\.self) + kinds
  }

  private static func counts(_ claims: [JudgedClaim]) -> String {
    var counts: [(verdict: ClaimVerdict, count: Int)] = []
    for claim in claims {
      if let index = counts.firstIndex(where: { $0.verdict == claim.verdict }) {
        counts[index].count += 1
      } else {
        counts.append((claim.verdict, 1))
      }
    }
    let parts = counts.map { "\($0.count) of \(claims.count) \($0.verdict.rawValue)" }
    return parts.joined(separator: ", ")
  }
}

extension JudgedClaim {
  /// The claim in a line, and each side of its contrast in one.
  var lines: [String] { [line] + Life.sides(of: finding.lives).map { "    \($0.description)" } }

  /// The claim in one line: verdict, sentence, expected, found, interval and control.
  private var line: String {
    let mark = isAsSaid ? "" : "! "
    let control = finding.control.map { "; control \($0.estimate.described($0.interval))" } ?? ""
    let note = note.isEmpty ? "" : " (\(note))"
    let found = finding.estimate.described(finding.agreementInterval ?? finding.interval)
    return
      "\(mark)\(verdict.rawValue): \(finding.text): expected \(finding.expected)"
      + ", found \(found)\(control)\(note)"
  }
}

extension Estimate? {
  /// The value with its interval; a dash where there is none.
  func described(_ interval: ClosedRange<Double>?) -> String {
    guard let self else { return "–" }
    return interval.map { "\(rounded(self.value)) \($0.described)" } ?? rounded(self.value)
  }
}

extension ClosedRange<Double> {
  var described: String { "[\(rounded(lowerBound)), \(rounded(upperBound))]" }
}
