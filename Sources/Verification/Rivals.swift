public import CoCreation
public import Experiments

/// How published numbers and patterns fare under rival submodels: where the literature disagrees on a
/// mechanism, each other rule takes the place of the usual one.
///
/// What a strategy of a file sets stays: a control that takes a mechanism out keeps it out.
public struct Rivals: Sendable {
  /// A rule that could be in force instead of the usual one.
  public struct Rival: Sendable {
    /// The parameter of the register that says which rule is in force.
    public let parameter: Parameter
    /// Its value.
    public let value: Int

    /// The parameter and the value, as `press_rule` 1.
    var name: String { "`\(parameter.name)` \(value)" }

    fileprivate var setting: ScenarioOverrides.Setting {
      .init(key: parameter.name, value: String(value))
    }
  }

  /// What became of all claims under a rival.
  public struct Outcome: Sendable {
    /// The rival.
    public let rival: Rival
    /// The claims as they were judged, in the order of the usual ones.
    public let report: VerificationReport
  }

  /// A scenario and what its claims are.
  public typealias File = (scenario: Scenario, kind: ClaimKind)

  /// What became of the claims under the usual rules.
  public let usual: VerificationReport
  /// The same under each rival.
  public let outcomes: [Outcome]

  /// Every value but the usual one of every parameter that chooses between submodels.
  public static let all: [Rival] = Parameters.register.filter { $0.group == "rivals" }
    .flatMap { parameter in
      (Int(parameter.range.lowerBound)...Int(parameter.range.upperBound))
        .filter { Double($0) != parameter.defaultValue }
        .map { Rival(parameter: parameter, value: $0) }
    }

  /// Tries scenarios under every rival.
  ///
  /// - Parameters:
  ///   - files: The scenarios with what their claims are.
  ///   - usual: What became of their claims under the usual rules.
  ///   - verifier: How much is run.
  ///   - progress: Called with the number of rivals done.
  /// - Throws: ``RunFault``, or ``ScenarioFaults`` where a rival does not suit a scenario.
  public init(
    _ files: [File], against usual: VerificationReport, _ verifier: Verifier,
    progress: (Int) -> Void = { _ in }
  ) async throws {
    let names = Set(files.map(\.scenario.name))
    let sources = usual.sources.filter { names.contains($0.name) }
    // Judged anew, so that as many claims correct each other on both sides.
    let findings = usual.claims.map(\.finding).filter { names.contains($0.file) }
    self.usual = VerificationReport(
      sources, JudgedClaim.judge(findings, verifier.tier), verifier.tier)
    var outcomes: [Outcome] = []
    for (done, rival) in Self.all.enumerated() {
      var findings: [Finding] = []
      for file in files {
        let contexts = verifier.tier.contexts(of: file.scenario)
        findings += try await verifier.findings(
          of: file.scenario.reduced(to: contexts, [rival.setting]), as: file.kind)
      }
      let claims = JudgedClaim.judge(findings, verifier.tier)
      outcomes.append(
        Outcome(rival: rival, report: VerificationReport(sources, claims, verifier.tier)))
      progress(done + 1)
    }
    self.outcomes = outcomes
  }
}
