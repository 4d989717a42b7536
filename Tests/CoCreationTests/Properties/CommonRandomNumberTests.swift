import GSL
import Testing

@testable import CoCreation

/// Each mechanism meets the same luck under every strategy.
@Suite struct CommonRandomNumberTests {
  /// A mechanism that is off in one run and on in another.
  struct Switch: Sendable, CustomTestStringConvertible {
    let off: [String: Double]
    let on: [String: Double]
    /// What the mechanism does first, where it is on.
    let happens: @Sendable (MonthRecord) -> Bool

    init(
      _ parameter: String, off: Double, on: Double, given: [String: Double] = [:],
      _ happens: @escaping @Sendable (MonthRecord) -> Bool
    ) {
      self.off = given.merging([parameter: off]) { $1 }
      self.on = given.merging([parameter: on]) { $1 }
      self.happens = happens
    }

    var testDescription: String { "\(off) or \(on)" }
  }

  private static let lasting = ["viable_share": 0.0, "closure_hazard": 0, "political_stop": 0]
  private static let ending = [
    "viable_share": 0.0, "closure_hazard": 0.05, "political_stop": 0,
  ]

  static let switches = [
    Switch("press_scrutiny", off: 0, on: 0.6) { $0.stories > 0 },
    Switch("story_fear", off: 0, on: 0.5) { $0.stories > 0 },
    Switch("failure_base", off: 0, on: 0.15) { $0.failures > 0 },
    Switch("failure_loss", off: 0, on: 0.4) { $0.failures > 0 },
    Switch("stake", off: 0, on: 2) { $0.failures + $0.violations > 0 },
    Switch("compliance_need", off: 0, on: 0.5) { $0.violations > 0 },
    Switch("violation_loss", off: 0, on: 0.1) { $0.violations > 0 },
    Switch("sanction_share", off: 0, on: 0.2, given: ["compliance_need": 0.5]) {
      $0.violations > 0
    },
    Switch("closure_hazard", off: 0, on: 0.05, given: ["viable_share": 0, "political_stop": 0]) {
      !$0.isActive && $0.round > 0
    },
    Switch("handover_months", off: 0, on: 6, given: ending) { !$0.isActive && $0.round > 0 },
    Switch("ending_disappointment", off: 0, on: 0.3, given: ending) {
      !$0.isActive && $0.round > 0
    },
    Switch("onboarding_limit", off: 1_000_000, on: 1) { $0.joined == 1 && $0.round > 1 },
    Switch("responsiveness", off: 1, on: 0.1) {
      $0.implemented < $0.adopted
    },
    // Talk takes its hours from proposing, so with a cost it acts before there is a proposal.
    Switch("deliberation", off: 0, on: 2, given: ["talk_cost": 0]) { $0.proposals > 0 },
    Switch("production_exponent", off: 1, on: -2) { $0.round == 1 },
    Switch("monthly_leave", off: 0, on: 0.04, given: lasting) { $0.left > 0 },
    // Nobody's generosity shows before somebody has joined and gives.
    Switch("contribution_spread", off: 0, on: 8) { $0.round == 1 },
  ]

  /// Up to the month in which the mechanism first acts both runs are the same to the last bit, so
  /// switching it has moved no other mechanism's numbers.
  @Test(arguments: switches)
  func aSwitchShiftsNothingBeforeItActs(mechanism: Switch) throws {
    var acted = 0
    for context in 0..<12 {
      func run(_ settings: [String: Double]) throws -> RunObservation {
        let always = ["rounds": 12.0, "openness": 0.8, "failure_base": 0.1, "press_scrutiny": 0.5]
        return try ModelConfiguration.with(always.merging(settings) { $1 }).run(context)
      }
      let (off, on) = (try run(mechanism.off), try run(mechanism.on))
      // A limit acts in the first month it would have been passed, which the other run shows.
      let first =
        mechanism.on["onboarding_limit"].map { limit in
          off.months[0].firstIndex { Double($0.joined) > limit }
        } ?? on.months[0].firstIndex(where: mechanism.happens)
      #expect(off.firstDifference(from: on) == first, "context \(context)")
      acted += first == nil ? 0 : 1
    }
    #expect(acted >= 4, "acted in \(acted) contexts")
  }

  /// Strategies change course in some month, and nothing before.
  @Test(arguments: [
    ["openness": 0.9], ["codelivery_share": 0], ["payment": 30], ["lottery": 1],
    ["invitation_hours": 8],
    [:],
  ])
  func aChangeOfCourseShiftsNothingBefore(settings: [String: Double]) throws {
    let phase = StrategyPhase(from: 7, settings: settings, endsProcess: settings.isEmpty)
    for context in 0..<4 {
      let straight = try ModelConfiguration.with(["rounds": 12]).run(context)
      let changed = try ModelConfiguration.with(["rounds": 12], course: [phase]).run(context)
      guard straight.months[0][7].isActive else { continue }
      let first = try #require(straight.firstDifference(from: changed))
      // Who is invited shows only when somebody comes who would not have come.
      #expect(settings["invitation_hours"] ?? settings["lottery"] == nil ? first == 7 : first >= 7)
    }
  }

  /// The four corners, each as it runs in a context.
  private static func corners(_ context: Int, _ settings: [String: Double]) throws
    -> [RunObservation]
  {
    try Form.presets.map { form in
      let axes = ["openness": form.openness, "centrality": form.centrality]
      return try ModelConfiguration.with(settings.merging(axes) { $1 }).run(context)
    }
  }

  /// A failure that strikes two strategies in the same month is the same failure, and the press
  /// finds it or does not.
  @Test func failuresOfAMonthAreTheSameInEveryStrategy() throws {
    var pairs = 0
    for context in 0..<8 {
      let runs = try Self.corners(
        context, ["rounds": 24, "failure_base": 0.4, "press_scrutiny": 0.5])
      for run in runs.dropFirst() {
        for (one, other) in zip(runs[0].monthsRun, run.monthsRun)
        where one.failures > 0 && other.failures > 0 {
          pairs += 1
          #expect(one.severity == other.severity)
          #expect(one.stories == other.stories)
        }
      }
    }
    #expect(pairs > 50, "\(pairs) months with a failure in both")
  }

  /// Noise in output is the same where nothing else differs in output.
  @Test func outputNoiseIsTheSameInEveryStrategy() throws {
    for context in 0..<4 {
      let always = [
        "rounds": 12.0, "failure_base": 0, "cost_spread": 0, "demand": 30, "output_noise": 0.3,
      ]
      let runs = try Self.corners(context, always)
      for run in runs.dropFirst() {
        for (one, other) in zip(runs[0].monthsRun, run.monthsRun) {
          #expect(abs(one.delivered - other.delivered) < 1e-9 * one.delivered)
        }
      }
      #expect(Set(runs[0].monthsRun.map { $0.delivered / $0.demanded }).count > 3)
    }
  }

  /// What is chosen for later does not change who starts, who leads and what is given.
  @Test func laterChoicesDoNotChangeTheFirstMonth() throws {
    let later: [[String: Double]] = [
      ["proposal_rate": 1], ["decision_threshold": 0.9], ["responsiveness": 0],
      ["deliberation": 5], ["failure_base": 0.5], ["output_noise": 0.4], ["monthly_leave": 0.5],
      ["compliance_need": 5], ["closure_hazard": 0.1], ["reinforcement": 1],
      ["monthly_join_external": 0.3], ["early_leaving": 4], ["handover_months": 60],
      ["hiring_rate": 1], ["extra_premium": 2], ["viable_share": 1], ["turnover_loss": 1],
    ]
    for context in 0..<3 {
      let first = try FirstMonth(.with([:]), context).given
      #expect(!first.isEmpty)
      for settings in later {
        #expect(try FirstMonth(.with(settings), context).given == first, "\(settings)")
      }
    }
  }

  /// What only values the outcome changes nothing that happens.
  @Test(arguments: ["unit_value", "quality_weight", "discount_rate", "shadow_wage"])
  func valuationChangesNothingThatHappens(parameter: String) throws {
    let entry = try #require(Parameters.entry(parameter))
    for context in 0..<3 {
      let prints = try [entry.range.lowerBound, entry.defaultValue, entry.range.upperBound].map {
        let run = try ModelConfiguration.with([parameter: $0, "rounds": 24]).run(context)
        var end = run.end
        end.tasks[0].ledger = Ledger()
        return StatePrint(end)
      }
      #expect(prints[0] == prints[1] && prints[1] == prints[2])
    }
  }
}

/// Who takes part, leads and gives what in the first month of a run.
struct FirstMonth {
  private(set) var participants: [Int] = []
  private(set) var given: [Double] = []

  init(_ configuration: ModelConfiguration, _ context: Int) {
    var (participants, given): ([Int], [Double]) = ([], [])
    let follow: PropertyRun.Follower = { phase, state, round in
      guard round == 1, phase is Contribute else { return true }
      let task = state.tasks[0]
      participants = task.participants
      given = task.participants.map(Double.init) + [Double(task.leader ?? -1)]
      given += task.members.map(\.contribution)
      return false
    }
    _ = PropertyRun.walk(configuration, key: RunKey(seed: 20161, context: context), after: follow)
    (self.participants, self.given) = (participants, given)
  }
}
