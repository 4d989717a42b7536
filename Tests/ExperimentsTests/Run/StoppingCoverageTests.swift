import GSL
import Testing

@testable import Experiments

/// Looking again and again must not make intervals promise too much.
///
/// Of 1,500 experiments the share that covers has a standard error of at most 0.006 at 0.95.
@Suite("Coverage of the stopping rule")
struct StoppingCoverageTests {
  enum Law: CaseIterable {
    case normal, exponential

    func draw(_ random: inout RandomSource) -> Double {
      switch self {
      case .normal: 1 + random.gaussian()
      case .exponential: random.gamma(shape: 1, scale: 1)
      }
    }
  }

  static let experiments = 1_500

  /// The share of experiments whose intervals at the stop cover the true mean, 1, and the mean of
  /// replicates used.
  private func coverage(_ law: Law, halfWidth: Double, strategies: Int = 1) throws -> (
    share: Double, replicates: Double
  ) {
    let rule = StoppingRule(
      targets: [.init(metric: "m", halfWidth: halfWidth)], atLeast: 20, atMost: 200)
    let names = (0..<strategies).map { "s\($0)" }
    var random = RandomSource()
    var (covered, used) = (0, 0)
    for experiment in 0..<Self.experiments {
      let run = RandomSource.runKey(11, UInt64(experiment), 0)
      var progress = StoppingProgress(rule, strategies: names)
      var decision: StoppingDecision?
      var replicate = 0
      while decision == nil {
        random.place(
          RandomSource.stream(run: run, mechanism: 1, round: replicate), item: 0)
        for strategy in 0..<strategies {
          progress.add(strategy: strategy, replicate: replicate, values: [law.draw(&random)])
        }
        replicate += 1
        decision = progress.decide(at: replicate)
      }
      let findings = try #require(decision).findings
      let isCovered = findings.allSatisfy {
        abs(($0.estimate ?? .infinity) - 1) <= ($0.halfWidth ?? 0)
      }
      covered += isCovered ? 1 : 0
      used += replicate
    }
    return (
      Double(covered) / Double(Self.experiments), Double(used) / Double(Self.experiments)
    )
  }

  @Test("One statistic", arguments: Law.allCases, [0.8, 0.5, 0.3])
  func one(law: Law, halfWidth: Double) throws {
    let (share, replicates) = try coverage(law, halfWidth: halfWidth)
    #expect(share >= 0.95 - 3 * 0.006)
    // The rule stops on the way, or this would be no test of repeated looks.
    #expect(replicates > 20 && replicates < 195, "\(replicates)")
  }

  @Test("Three statistics together", arguments: Law.allCases)
  func three(law: Law) throws {
    let (share, _) = try coverage(law, halfWidth: 0.5, strategies: 3)
    #expect(share >= 0.95 - 3 * 0.006)
  }
}
