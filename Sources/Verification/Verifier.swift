internal import CoCreation
public import Experiments

/// Runs what claims and cases ask for.
public struct Verifier: Sendable {
  /// How much is run.
  public let tier: VerificationTier
  /// How many runs are made at the same time.
  public let threads: Int

  /// Prepares to verify.
  public init(_ tier: VerificationTier, threads: Int) {
    self.tier = tier
    self.threads = threads
  }

  /// Finds out what the model shows of a file's claims.
  ///
  /// - Parameters:
  ///   - file: A scenario with claims, or cases.
  ///   - kind: Among what the claims of a scenario are counted. Cases are docking.
  /// - Returns: A finding for each claim or case, in the order of the file.
  /// - Throws: ``RunFault`` and errors of GSL.
  public func findings(of file: VerificationFile, as kind: ClaimKind = .pattern) async throws
    -> [Finding]
  {
    switch file {
    case .scenario(let scenario):
      try await findings(
        of: tier == .quick ? scenario.reduced(to: tier.contexts(of: scenario)) : scenario,
        as: kind)
    case .cases(let file): try await findings(of: file)
    }
  }

  func findings(of scenario: Scenario, as kind: ClaimKind = .pattern) async throws -> [Finding] {
    guard !scenario.claims.isEmpty else { return [] }
    var quantities = Quantity.life
    for quantity in scenario.claims.flatMap(\.quantities) where !quantities.contains(quantity) {
      quantities.append(quantity)
    }
    let samples = try RunSamples(
      RunPlan(scenario), generator: scenario.generator, quantities: quantities, threads: threads)
    return scenario.claims.enumerated().map { index, claim in
      Finding(claim, number: index + 1, of: scenario.name, as: kind, in: samples)
    }
  }

  private func findings(of file: CaseFile) async throws -> [Finding] {
    var findings: [Finding] = []
    for (index, kernelCase) in file.cases.enumerated() {
      let values = try await kernelCase.values(threads: threads)
      findings.append(Finding(kernelCase, number: index + 1, of: file.name, values: values))
    }
    return findings
  }
}

extension Scenario {
  /// Reads a scenario again with fewer contexts, and with what was set from outside.
  ///
  /// - Parameters:
  ///   - contexts: Their number.
  ///   - settings: What else to set; it wins over what was set before.
  /// - Throws: ``ScenarioFaults`` where the settings do not suit the scenario.
  /// - Returns: The scenario.
  func reduced(to contexts: Int, _ settings: [ScenarioOverrides.Setting] = [])
    throws(ScenarioFaults) -> Scenario
  {
    let names = Set(settings.map(\.key))
    return try Scenario(
      text: text, name: name,
      overrides: ScenarioOverrides(
        settings: overrides.settings.filter { !names.contains($0.key) } + settings,
        replicates: Replicates(contexts: contexts, processes: replicates.processes)))
  }
}

extension VerificationTier {
  /// The contexts of a scenario that are run: all, or a fifth but 20 at least if there are as many.
  func contexts(of scenario: Scenario) -> Int {
    let all = scenario.replicates.contexts
    return self == .full ? all : min(all, max(20, all / 5))
  }
}
