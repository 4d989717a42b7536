import Testing

@testable import CoCreation

/// What strategies can look at, and when a condition holds.
@Suite struct SituationTests {
  @Test func everyStateIsAsItIs() throws {
    var stage = try Stage(publicActors: 2, externalActors: 3)
    (stage.world.fear, stage.world.publicMaturity) = (0.11, 0.22)
    (stage.world.externalMaturity, stage.task.coverage) = (0.33, 0.44)
    stage.task.operationalMaturity = 0.55
    for index in 0..<5 { stage.task.members[index].trust = 0.1 * Double(index + 1) }
    let situation = Situation(stage.task, stage.world, round: 7)
    let values = [
      "month": 7.0, "fear": 0.11, "public_maturity": 0.22, "external_maturity": 0.33,
      "coverage": 0.44, "operational_maturity": 0.55, "external_participants": 3, "trust": 0.3,
    ]
    #expect(Set(values.keys) == Set(Situation.states))
    for (name, value) in values { #expect(near(situation[name], value), "\(name)") }
  }

  /// Before the first month, and without a process: no condition on it holds, on neither side.
  @Test func withoutParticipantsThereIsNoTrust() throws {
    var stage = try Stage()
    stage.stopParticipation(of: Array(stage.actors.indices))
    let situation = Situation(stage.task, stage.world, round: 1)
    for quantity in ["trust", "external_participants"] {
      #expect(situation[quantity].isNaN)
      #expect(!Condition(quantity, below: 1000).holds(in: situation))
      #expect(!Condition(quantity, above: -1).holds(in: situation))
    }
  }

  /// A state goes before the parameter that it starts from, and the form is the one in use.
  @Test func whatIsNoStateIsAParameterOfTheTask() throws {
    var stage = try Stage { $0.staff.professionalRequirement = 0.9 }
    stage.task.form = FormPoint(openness: 0.15, centrality: 0.85)
    stage.world.publicMaturity = 0.7
    let situation = Situation(stage.task, stage.world, round: 1)
    #expect(situation["professional_requirement"] == 0.9)
    #expect(situation["openness"] == 0.15 && situation["centrality"] == 0.85)
    #expect(situation["public_maturity"] == 0.7)
  }

  @Test(
    arguments: [
      (Condition("fear", above: 0.2, below: 0.6), [0.1, 0.2, 0.4, 0.6, 0.7], [0.4]),
      (Condition("fear", above: 0.2), [0.2, 0.21, 1], [0.21, 1]),
      (Condition("fear", below: 0.2), [0, 0.19, 0.2], [0, 0.19]),
      (Condition("fear"), [0, 1], [0, 1]),
      (Condition("fear", above: 0.6, below: 0.4), [0.3, 0.5, 0.7], []),
    ] as [(Condition, [Double], [Double])])
  func boundsThemselvesDoNotHold(condition: Condition, values: [Double], holding: [Double]) throws {
    var stage = try Stage()
    let found = values.filter { value in
      stage.world.fear = value
      return condition.holds(in: Situation(stage.task, stage.world, round: 1))
    }
    #expect(found == holding)
  }
}
