import Testing

@testable import CoCreation

@Suite struct FollowCourseTests {
  @Test func aPhaseBeginsInItsMonthAndOnce() throws {
    var stage = try Stage(course: [.init(from: 3, settings: ["facilitation_hours": 2])])
    for round in 1...2 {
      stage.run(FollowCourse(), round: round)
      #expect(stage.task.parameters.coordinate.facilitationHours == 0)
    }
    stage.run(FollowCourse(), round: 3)
    #expect(stage.task.parameters.coordinate.facilitationHours == 2)
    // What something else has set since, it does not set again.
    stage.task.parameters.coordinate.facilitationHours = 1
    for round in 4...6 { stage.run(FollowCourse(), round: round) }
    #expect(stage.task.parameters.coordinate.facilitationHours == 1)
    #expect(stage.events(.phase).map(\.round) == [3])
    #expect(stage.events(.phase).map(\.value) == [1])
  }

  /// In the set-up no phase begins, not even one of the first month.
  @Test func thereIsNoCourseInTheSetUp() throws {
    #expect(!Simulation.setUp.contains { $0 is FollowCourse })
    #expect(Simulation.month.first is FollowCourse)
    let stage = try Stage(
      setUp: Simulation.setUp, course: [.init(settings: ["facilitation_hours": 2])])
    #expect(stage.task.begunPhases.isEmpty)
  }

  @Test(arguments: StrategyPhase.levers) func everyLeverIsMoved(lever: String) throws {
    let range = try #require(Parameters.parameter(lever)?.range)
    let value = (range.lowerBound + min(1, range.upperBound)) / 2 + 0.25
    var stage = try Stage(course: [
      .init(settings: [lever: lever == "onboarding_limit" ? 5 : value])
    ])
    let before = stage.task.parameters
    stage.run(FollowCourse())
    #expect(stage.task.parameters[lever] == (lever == "onboarding_limit" ? 5 : value))
    #expect(before[lever] != stage.task.parameters[lever])
    for parameter in Parameters.everything where parameter.name != lever {
      #expect(stage.task.parameters[parameter.name] == before[parameter.name])
    }
  }

  @Test func ofPhasesOfAMonthTheLaterWins() throws {
    var stage = try Stage(course: [
      .init(from: 2, settings: ["payment": 5, "support_hours": 4]),
      .init(from: 2, settings: ["payment": 7]), .init(from: 3, settings: ["support_hours": 1]),
    ])
    stage.run(FollowCourse(), round: 2)
    #expect(stage.task.parameters.join.payment == 7)
    #expect(stage.task.parameters.join.supportHours == 4)
    stage.run(FollowCourse(), round: 3)
    #expect(stage.task.parameters.join.payment == 7)
    #expect(stage.task.parameters.join.supportHours == 1)
    #expect(stage.events(.phase).map(\.value) == [1, 2, 3])
  }

  /// The second looks at what the first has not set yet.
  @Test func conditionsAreLookedAtBeforeAnythingChanges() throws {
    var stage = try Stage(course: [
      .init(from: 2, settings: ["openness": 0.9]),
      .init(when: [.init("openness", above: 0.8)], settings: ["payment": 5]),
    ])
    stage.run(FollowCourse(), round: 1)
    stage.run(FollowCourse(), round: 2)
    #expect(stage.task.openness == 0.9 && stage.task.parameters.join.payment == 0)
    stage.run(FollowCourse(), round: 3)
    #expect(stage.task.parameters.join.payment == 5)
  }

  /// A quantity, and what makes it 0.4.
  struct Quantity: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let set: @Sendable (inout Stage, Double) -> Void
  }

  static let quantities: [Quantity] = [
    .init(testDescription: "fear") { $0.world.fear = $1 },
    .init(testDescription: "public_maturity") { $0.world.publicMaturity = $1 },
    .init(testDescription: "external_maturity") { $0.world.externalMaturity = $1 },
    .init(testDescription: "operational_maturity") { $0.task.operationalMaturity = $1 },
    .init(testDescription: "coverage") { $0.task.coverage = $1 },
    .init(testDescription: "trust") { stage, trust in
      for index in 0...3 { stage.task.members[index].trust = trust }
    },
    .init(testDescription: "centrality") { $0.task.form.centrality = $1 },
    .init(testDescription: "error_tolerance") {
      $0.task.parameters.competences.errorTolerance = $1
    },
  ]

  /// From month 3, above 0.3 and below 0.5: both ends are outside, and all must hold.
  @Test(arguments: quantities) func conditionsAreStrictAndAllMustHold(
    _ quantity: Quantity
  ) throws {
    let name = quantity.testDescription
    let stage = try Stage(course: [
      .init(
        from: 3, when: [.init(name, above: 0.3), .init(name, below: 0.5)],
        settings: ["payment": 5])
    ])
    for (value, round, begins) in [
      (0.3, 3, false), (0.5, 3, false), (0.7, 3, false), (0.1, 3, false), (0.4, 2, false),
      (0.4, 3, true), (0.4, 9, true),
    ] {
      var stage = stage
      quantity.set(&stage, value)
      stage.run(FollowCourse(), round: round)
      #expect((stage.task.parameters.join.payment == 5) == begins, "\(value) in \(round)")
    }
  }

  @Test func participantsAndMonthsAreCounted() throws {
    var stage = try Stage(
      externalActors: 5,
      course: [
        .init(when: [.init("external_participants", below: 4)], settings: ["payment": 5]),
        .init(when: [.init("month", above: 4)], settings: ["support_hours": 4]),
      ])
    stage.run(FollowCourse(), round: 3)
    stage.stopParticipation(of: [2])
    stage.run(FollowCourse(), round: 4)
    #expect(stage.task.parameters.join.payment == 0)
    stage.stopParticipation(of: [3])
    stage.run(FollowCourse(), round: 5)
    #expect(stage.events(.phase).map(\.round) == [5, 5])
  }

  /// It waits for as long as it takes.
  @Test func aPhaseMayNeverBegin() throws {
    var stage = try Stage(course: [
      .init(when: [.init("fear", above: 0.9)], settings: ["payment": 5])
    ])
    for round in 1...40 { stage.run(FollowCourse(), round: round) }
    #expect(stage.task.begunPhases.isEmpty && stage.events(.phase).isEmpty)
    stage.world.fear = 0.95
    stage.run(FollowCourse(), round: 41)
    #expect(stage.task.begunPhases == [0])
  }

  @Test func eachTaskFollowsByItself() throws {
    let stage = try Stage(course: [
      .init(when: [.init("coverage", below: 0.5)], settings: ["payment": 5])
    ])
    var state = stage.state(beside: [stage.task])
    state.tasks[1].coverage = 0.4
    state.run(FollowCourse())
    #expect(state.tasks.map(\.parameters.join.payment) == [0, 5])
    #expect(state.tasks.map(\.begunPhases) == [[], [0]] && state.world.events.events.count == 1)
  }
}
