import Testing

@testable import CoCreation

@Suite struct InvariantTests {
  /// A state that no phase may leave.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let act: @Sendable (inout SimulationState) -> Void

    init(_ name: String, _ act: @escaping @Sendable (inout SimulationState) -> Void) {
      (testDescription, self.act) = (name, act)
    }
  }

  static let damages: [Damage] = [
    .init("fear") { $0.world.fear = 1.1 },
    .init("public maturity") { $0.world.publicMaturity = -0.1 },
    .init("external maturity") { $0.world.externalMaturity = .nan },
    .init("actor 1: legitimacy") { $0.actors[1].legitimacy = 1.01 },
    .init("actor 1: fatigue") { $0.actors[1].fatigue = -1e-9 },
    .init("actor 0: authority") { $0.actors[0].authority = .nan },
    .init("actor 2: knowledge") { $0.actors[2].knowledge = 2 },
    .init("actor 3: motives") { $0.actors[3].saving += 0.01 },
    .init("actor 0: hours") { $0.actors[0].hours = -1 },
    .init("actor 0: hours") { $0.actors[0].hours = .infinity },
    .init("task 0: coverage") { $0.tasks[0].coverage = 1.2 },
    .init("task 0: unfamiliarity") { $0.tasks[0].unfamiliarity = 1.2 },
    .init("task 0: openness") { $0.tasks[0].form.openness = -0.2 },
    .init("task 0: centrality") { $0.tasks[0].form.centrality = .nan },
    .init("task 0: operational maturity") { $0.tasks[0].operationalMaturity = 1.01 },
    .init("task 0: carried out") { $0.tasks[0].carriedOut = -0.01 },
    .init("task 0: money left") { $0.tasks[0].purse.money = -1 },
    .init("task 0: staff left") { $0.tasks[0].purse.staff = -1e-9 },
    .init("task 0: extra hours left") { $0.tasks[0].purse.extra = .infinity },
    .init("task 0: hours owed") { $0.tasks[0].hoursOwed = -1 },
    .init("task 0: hours owed") { $0.tasks[0].hoursOwed = .infinity },
    .init("task 0: in-house units") { $0.tasks[0].inHouseUnits = .nan },
    .init("task 0: a design") { $0.tasks[0].design.insert(31) },
    .init("task 0: a design") { $0.tasks[0].plan.insert(4) },
    .init("task 0: member 2: aspiration") { $0.tasks[0].members[2].aspiration = .nan },
    .init("task 0: member 2: aspiration") { $0.tasks[0].members[2].credit = .nan },
    .init("task 0: the ledger") { $0.tasks[0].ledger.receive(.nan, from: .publicLiability) },
    .init("actor 0: motives") { $0.actors[0].need = .nan },
    .init("task 0: money left") { $0.tasks[0].purse.money = .nan },
    .init("task 0: a preference") { $0.tasks[0].preferences[5] = 1.5 },
    .init("task 0: member 2: trust") { $0.tasks[0].members[2].trust = -0.1 },
    .init("task 0: member 2: voice") { $0.tasks[0].members[2].voice = .nan },
    .init("task 0: member 2: contribution") { $0.tasks[0].members[2].contribution = 1.1 },
    .init("task 0: member 2: load") { $0.tasks[0].members[2].load = 1.1 },
    .init("task 0: member 2: fit") { $0.tasks[0].members[2].fit = 1.1 },
    .init("task 0: member 2: believed openness") { $0.tasks[0].members[2].believedOpenness = 2 },
    .init("task 0: member 2: believed centrality") {
      $0.tasks[0].members[2].believedCentrality = -2
    },
    .init("task 0: member 2: belief") { $0.tasks[0].members[2].belief = 20.5 },
    .init("task 0: the ledger") { $0.tasks[0].ledger.receive(10, from: .publicBudget) },
    .init("task 0: the ledger") { $0.tasks[0].ledger.book(10, from: .externalTime, to: .design) },
    .init("task 0: a participant") { $0.tasks[0].members[1].participates = false },
  ]

  @Test(arguments: damages) func everyBrokenStateIsNamed(_ damage: Damage) throws {
    var state = try Self.sound()
    damage.act(&state)
    let broken = try #require(state.brokenInvariant())
    #expect(broken.hasPrefix(damage.testDescription), "\(broken)")
  }

  /// Between its opening and its last booking a month's budget is not yet used up.
  @Test func theLedgerBalancesWhenTheBooksAreClosed() throws {
    var state = try Self.sound()
    state.tasks[0].ledger.receive(10, from: .publicBudget)
    state.tasks[0].booksAreOpen = true
    #expect(state.brokenInvariant() == nil)
    state.tasks[0].booksAreOpen = false
    #expect(state.brokenInvariant() != nil)
  }

  @Test func aSoundStateIsNotBroken() throws {
    #expect(try Self.sound().brokenInvariant() == nil)
  }

  /// Who is not involved does not change, and of whom nothing is drawn there is nothing to look at.
  @Test func strangersAreNotLookedAt() throws {
    var state = try Self.sound()
    (state.actors[3].acquaintance, state.tasks[0].members[3].acquaintance) = (.glance, .none)
    state.world.involved.removeAll { $0 == 3 }
    state.actors[3].saving = 0
    state.tasks[0].members[3].trust = -1
    #expect(state.brokenInvariant() == nil)
  }

  /// Every phase of runs at the ends of the two axes and of the shares leaves a sound state.
  @Test(arguments: [0.0, 1], [0.0, 1]) func phasesKeepTheInvariants(
    openness: Double, centrality: Double
  ) throws {
    for share in [0, 0.5, 1] {
      let strategy = Strategy(
        name: "corner",
        settings: [
          "openness": openness, "centrality": centrality, "authority_share": share / 2,
          "codelivery_share": share, "rounds": 12, "closure_hazard": 0.05,
        ])
      var stage = try Stage(setUp: [], kinds: .small) {
        $0 = strategy.applied(to: Parameters.small)
      }
      for round in 0...12 {
        for phase in round == 0 ? Simulation.setUp : Simulation.month {
          stage.run(phase, round: round)
          #expect(stage.state.brokenInvariant() == nil, "after \(type(of: phase))")
        }
      }
    }
  }

  @Test func theLedgerKnowsWhatIsUnused() {
    var ledger = Ledger()
    ledger.receive(100, from: .publicBudget)
    ledger.book(60, from: .publicBudget, to: .delivery)
    #expect(near(ledger.imbalance, 0.4))
    ledger.book(40, from: .publicBudget, to: .unused)
    #expect(ledger.imbalance == 0)
    #expect(ledger.spent(.publicBudget) == 60 && ledger.total(.unused) == 40)
  }

  @Test func ledgersAddUp() {
    var (sum, other) = (Ledger(), Ledger())
    sum.receive(1, from: .externalTime)
    sum.book(1, from: .externalTime, to: .design)
    other.receive(2, from: .externalTime)
    other.book(2, from: .externalTime, to: .design)
    other.book(7, from: .publicLiability, to: .sanction)
    sum += other
    #expect(sum.inflow == [0, 0, 3] && sum[.externalTime, .design] == 3)
    #expect(sum.publicCost == 7 && sum.externalValue == 3)
  }

  private static func sound() throws -> SimulationState { try Stage().state }
}
