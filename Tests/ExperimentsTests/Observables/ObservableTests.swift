import GSL
import Testing

@testable import CoCreation
@testable import Experiments

/// Each observable against runs whose numbers are known.
@Suite("Observables")
struct ObservableTests {
  @Test("They have names of their own, and say what they are")
  func list() {
    let names = Observables.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isDisjoint(with: Metrics.run.map(\.name)))
    for observable in Observables.all {
      #expect(observable.summary.hasSuffix(".") && !observable.unit.isEmpty)
    }
  }

  @Test("Hours for each month in which somebody took part: 120 hours in 8 such months")
  func hours() throws {
    let run = try HandMade.run { _, months in
      months[0][1].externalParticipants = 2
      months[0][2].externalParticipants = 6
      months[0][1].ledger.book(400, from: .externalTime, to: .delivery)
      months[0][2].ledger.book(1900, from: .externalTime, to: .design)
      months[0][2].ledger.book(100, from: .externalTime, to: .slack)
      // What found no use was not given.
      months[0][2].ledger.book(777, from: .externalTime, to: .unused)
    }
    #expect(try HandMade.value("hours_per_participant", of: run) == 15)
    #expect(try HandMade.value("hours_per_participant", of: HandMade.run()) == nil)
    let free = HandMade.text.replacing("shadow_wage: 20", with: "shadow_wage: 0")
    #expect(
      try HandMade.value(
        "hours_per_participant",
        of: HandMade.run(free) { _, months in months[0][1].externalParticipants = 2 }) == nil)
  }

  @Test("Of nine external actors three take part in the first year, one of them twice")
  func participation() throws {
    let run = try HandMade.run { end, _ in
      let joins = [(1, 3), (1, 0), (4, 3), (12, 4), (2, 9), (13, 5)]
      for (round, actor) in joins {
        end.world.events.note(.join, task: 0, round: round, actor: actor)
      }
      end.world.events.note(.leave, task: 0, round: 2, actor: 3)
    }
    for name in ["participation_in_a_year", "participation_in_a_task"] {
      #expect(try HandMade.value(name, of: run) == 3.0 / 9)
      #expect(try HandMade.value(name, of: HandMade.run(strategy: 1)) == nil)
    }
  }

  @Test("The year is that of each process, and whoever is in two of them counts once")
  func participationInSeveral() throws {
    let text = HandMade.text.replacing("shadow_wage: 20", with: "tasks: [{name: a}, {name: b}]")
    let run = try HandMade.run(text) { end, _ in
      end.tasks[1].startRound = 7
      let joins = [(0, 1, 3), (0, 13, 4), (1, 18, 3), (1, 18, 5), (1, 19, 6)]
      for (task, round, actor) in joins {
        end.world.events.note(.join, task: task, round: round, actor: actor)
      }
    }
    #expect(try HandMade.value("participation_in_a_year", of: run) == 2.0 / 9)
    #expect(try HandMade.value("participation_in_a_task", of: run) == 3.0 / 18)
  }

  @Test("Who takes part in the first month of the process")
  func first() throws {
    let run = try HandMade.run { end, months in
      end.tasks[0].startRound = 3
      months[0][1].externalParticipants = 8
      months[0][3].externalParticipants = 3
    }
    #expect(try HandMade.value("joined_at_first", of: run) == 3.0 / 9)
    #expect(try HandMade.value("joined_at_first", of: HandMade.run(strategy: 1)) == nil)
  }

  @Test("Odds: two of four poor and three of four others have (2.5/2.5) / (3.5/1.5)")
  func odds() throws {
    func run(poor: [Int], joined: [Int]) throws -> RunObservation {
      try HandMade.run { end, _ in
        for index in end.actors.indices { end.actors[index].isPoor = poor.contains(index) }
        for index in joined { end.tasks[0].members[index].everParticipated = true }
      }
    }
    // The association has no strata, the professionals are public.
    let some = try run(poor: [3, 4, 5, 9, 11, 0], joined: [3, 4, 6, 7, 10, 11, 0])
    let value = try #require(try HandMade.value("odds_of_the_poor", of: some))
    #expect(abs(value - 1.5 / 3.5) < 1e-12)
    #expect(try HandMade.value("odds_of_the_poor", of: run(poor: [], joined: [3])) == nil)
    #expect(try HandMade.value("odds_of_the_poor", of: HandMade.run(strategy: 1)) == nil)
  }

  @Test("The last month against the set-up, where something was carried out")
  func change() throws {
    func run(_ implemented: Int, quality: Double, cost: Double) throws -> RunObservation {
      try HandMade.run { _, months in
        months[0][5].implemented = implemented
        (months[0][0].quality, months[0][0].unitCost) = (0.5, 4)
        (months[0][12].quality, months[0][12].unitCost) = (0.9, 1)
        (months[0][24].quality, months[0][24].unitCost) = (quality, cost)
      }
    }
    #expect(try HandMade.value("quality_rose", of: run(1, quality: 0.6, cost: 5)) == 1)
    #expect(try HandMade.value("quality_rose", of: run(1, quality: 0.5, cost: 3)) == 0)
    #expect(try HandMade.value("unit_cost_fell", of: run(1, quality: 0.6, cost: 5)) == 0)
    #expect(try HandMade.value("unit_cost_fell", of: run(1, quality: 0.5, cost: 3)) == 1)
    for name in ["quality_rose", "unit_cost_fell"] {
      #expect(try HandMade.value(name, of: run(0, quality: 0.6, cost: 3)) == nil)
    }
  }

  @Test("Of five changes a politician furthered two, citizens four, an association none")
  func furthered() throws {
    let run = try HandMade.run { end, months in
      months[0][2].implemented = 2
      months[0][9].implemented = 3
      // In the order of kinds: professional, politician, citizen, volunteer, association.
      end.tasks[0].furthered = [5, 2, 4, 1, 0]
    }
    #expect(run.configuration.kinds.map(\.name)[1...2] == ["politician", "citizen"])
    #expect(try HandMade.value("furthered_by_politicians", of: run) == 0.4)
    #expect(try HandMade.value("furthered_by_citizens", of: run) == 0.8)
    #expect(try HandMade.value("furthered_by_associations", of: run) == 0)
    #expect(try HandMade.value("furthered_by_citizens", of: HandMade.run()) == nil)
    let none = HandMade.text.replacing("\n    association: {count: 1}", with: "")
    #expect(
      try HandMade.value(
        "furthered_by_associations",
        of: HandMade.run(none) { _, months in months[0][2].implemented = 2 }) == nil)
  }

  @Test("A run of the model tells the same as its tally")
  func furtheredInARun() throws {
    let scenario = try Scenario(
      text: """
        format: 1
        name: small
        question: Is it so?
        rounds: 24
        strategies: {a: {form: equal}}

        """, name: "small.yaml")
    let configuration = try scenario.configuration(for: scenario.strategies[0])
    var turn = Turn()
    let shares = (0..<12).compactMap { context -> Double? in
      let run = Simulation.run(
        configuration, key: RunKey(seed: 1, context: context, process: 0), turn: &turn)
      return Observables.observable("furthered_by_citizens")?.value(of: run, &turn)
    }
    #expect(!shares.isEmpty && shares.allSatisfy { (0...1).contains($0) })
    #expect(shares.contains { $0 > 0 })
  }

  @Test("What the purposes weigh, over tasks")
  func saving() throws {
    let text = HandMade.text.replacing(
      "shadow_wage: 20",
      with: """
        purpose_saving: 1
          purpose_quality: 1
          purpose_democracy: 1
          tasks: [{name: a, purpose_saving: 2}, {name: b, purpose_quality: 8}]
        """)
    let value = try #require(try HandMade.value("saving_weight", of: HandMade.run(text)))
    #expect(abs(value - (0.5 + 0.1) / 2) < 1e-12)
  }
}
