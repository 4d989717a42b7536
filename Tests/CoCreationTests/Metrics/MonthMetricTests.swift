import Testing

@testable import CoCreation

@Suite struct MonthMetricTests {
  @Test func everyNumberOfAMonthHasItsColumn() throws {
    var month = MonthRecord()
    (month.quality, month.realisedQuality, month.relevance) = (0.11, 0.12, 0.13)
    (month.novelty, month.deviation, month.unfamiliarity) = (0.14, 0.15, 0.16)
    (month.unitCost, month.preferenceSpread, month.fear) = (0.17, 0.18, 0.19)
    (month.publicMaturity, month.externalMaturity) = (0.21, 0.22)
    (month.publicParticipants, month.externalParticipants) = (23, 24)
    (month.joined, month.left, month.isActive, month.leaderIsExternal) = (25, 26, true, true)
    (month.leaderEntropy, month.contribution, month.trust) = (0.27, 0.28, 0.29)
    (month.voice, month.fatigue, month.believedOpenness) = (0.31, 0.32, 0.33)
    (month.misalignment, month.coordinationShare, month.documentationShare) = (0.34, 0.35, 0.36)
    (month.designHours, month.proposals, month.adopted, month.implemented) = (0.37, 38, 40, 39)
    (month.acceptance, month.failures, month.severity) = (10, 41, 0.42)
    (month.stories, month.violations) = (43, 44)
    (month.demanded, month.delivered, month.value) = (50, 30, 0.45)
    (month.openness, month.centrality, month.affectedTrust) = (0.46, 0.47, 0.48)
    (month.harm, month.promised) = (0.49, 0.51)
    (month.codesignShare, month.codeliveryShare) = (0.52, 0.53)
    (month.operationalMaturity, month.staffHours) = (0.54, 0.55)
    let expected: [String: Double] = [
      "quality": 0.11, "quality_realised": 0.12, "relevance": 0.13, "novelty": 0.14,
      "plan_distance": 0.15, "unfamiliarity": 0.16, "unit_cost": 0.17, "preference_spread": 0.18,
      "fear": 0.19, "public_maturity": 0.21, "external_maturity": 0.22, "active": 1,
      "public_participants": 23, "external_participants": 24, "joined": 25, "left": 26,
      "leader_external": 1, "leader_entropy": 0.27, "contribution": 0.28, "trust": 0.29,
      "voice": 0.31, "fatigue": 0.32, "believed_openness": 0.33, "misalignment": 0.34,
      "coordination_share": 0.35, "documentation_share": 0.36, "design_hours": 0.37,
      "proposals": 38, "adopted": 40, "implemented": 39, "acceptance": 0.25, "failures": 41,
      "severity": 0.42, "stories": 43, "violations": 44, "demanded": 50, "delivered": 30,
      "coverage": 0.6, "value": 0.45, "openness": 0.46, "centrality": 0.47,
      "trust_affected": 0.48, "harm": 0.49, "promised": 0.51, "codesign_share": 0.52,
      "codelivery_share": 0.53, "operational_maturity": 0.54, "staff_hours": 0.55,
    ]
    for metric in Metrics.month where !Self.isOfTheLedger(metric.name) {
      let value = try #require(expected[metric.name], "\(metric.name)")
      #expect(near(metric.value(month), value), "\(metric.name)")
    }
    #expect(Metrics.month.count { !Self.isOfTheLedger($0.name) } == expected.count)
  }

  @Test func moneyHasAColumnForEachUseOfEachSide() throws {
    var month = MonthRecord()
    for (index, use) in Ledger.Use.allCases.enumerated() {
      month.ledger.book(Double(index + 1), from: .publicBudget, to: use)
      month.ledger.book(Double(10 * index + 10), from: .publicLiability, to: use)
      month.ledger.book(Double(100 * index + 100), from: .externalTime, to: use)
    }
    for (index, use) in Ledger.Use.allCases.enumerated() {
      #expect(try Self.value("public_\(use)", month) == Double(11 * index + 11))
      // External time goes neither to what staff does for those who give it, nor to money.
      guard ![.facilitation, .payment, .handover, .sanction].contains(use) else {
        #expect(!Metrics.month.contains { $0.name == "external_\(use)" })
        continue
      }
      #expect(try Self.value("external_\(use)", month) == Double(100 * index + 100))
    }
    // 1 to 10 but for the unused 10.
    #expect(try Self.value("public_cost", month) == 11 * 45)
    #expect(try Self.value("external_value", month) == 4500)
  }

  @Test(arguments: [
    "leader_external", "leader_entropy", "contribution", "trust", "voice", "fatigue",
    "believed_openness", "misalignment", "coordination_share", "documentation_share",
    "acceptance", "coverage",
  ])
  func whatAnEmptyMonthDoesNotHaveIsMissing(name: String) throws {
    #expect(try Self.value(name, MonthRecord()) == nil)
  }

  @Test func aPublicLeaderAndAnEndedProcessAreZeroNotMissing() throws {
    var month = MonthRecord()
    month.leaderIsExternal = false
    #expect(try Self.value("leader_external", month) == 0)
    #expect(try Self.value("active", month) == 0)
  }

  private static func isOfTheLedger(_ name: String) -> Bool {
    name == "public_cost" || name == "external_value"
      || Ledger.Use.allCases.contains { name == "public_\($0)" || name == "external_\($0)" }
  }

  private static func value(_ name: String, _ month: MonthRecord) throws -> Double? {
    try #require(Metrics.month.first { $0.name == name }).value(month)
  }
}
