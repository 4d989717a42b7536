import GSL
import Testing

@testable import CoCreation

@Suite struct ValidatorTests {
  @Test func theDefaultConfigurationIsSound() throws {
    let configuration = try ModelConfiguration()
    #expect(configuration.tasks.map(\.name) == ["task"])
    #expect(configuration.tasks[0].parameters == configuration.parameters)
  }

  @Test(
    arguments: [
      ("openness", 1.1), ("openness", -0.1), ("demand", 0), ("rounds", 2.5), ("choices", 15),
      ("centrality", .nan), ("budget_hours", .infinity),
    ] as [(String, Double)])
  func parametersAreInTheirRange(name: String, value: Double) {
    let faults = Self.faults { $0[name] = value }
    #expect(faults.map(\.path) == [[name]])
    #expect(faults.first?.found == short(value))
    #expect(faults.first?.allowed == Parameters.parameter(name)?.allowed)
  }

  @Test func aTasksParametersAreCheckedToo() {
    var parameters = Parameters()
    parameters.form.openness = 2
    let tasks = [TaskConfiguration(name: "care", parameters: parameters)]
    #expect(Self.faults(tasks: tasks).map(\.path) == [["openness"]])
  }

  /// Duties, co-design and co-delivery are shares of different wholes.
  @Test func sharesOfWorkNeedNotAddUp() {
    for (duties, design, delivery) in [(1.0, 1.0, 1.0), (0, 0, 0), (0.6, 1, 0.8)] {
      #expect(
        Self.faults {
          $0.form.authorityShare = duties
          ($0.form.codesignShare, $0.form.codeliveryShare) = (design, delivery)
        } == [])
    }
  }

  @Test func sharesOfSocialTypesSumToAtMostOne() {
    func types(_ other: Double) -> [ConfigurationFault] {
      Self.faults {
        ($0.population.freeRiderShare, $0.population.triangleShare) = (0.1, 0.2)
        $0.population.otherShare = other
      }
    }
    // 0.1 + 0.2 + 0.7 is above one by a rounding error.
    #expect(types(0.7) == [] && types(0.71).map(\.path) == [["free_rider_share"]])
    #expect(types(0.71).first?.allowed == "a sum of at most 1")
  }

  @Test func ruggednessIsBelowTheNumberOfChoices() {
    func faults(_ ruggedness: Double) -> [ConfigurationFault] {
      Self.faults {
        $0.landscape.choices = 6
        $0.landscape.ruggedness = ruggedness
      }
    }
    #expect(faults(5) == [] && faults(6).map(\.path) == [["ruggedness"]])
    #expect(faults(6).first?.found == "ruggedness 6 of 6 choices")
  }

  @Test func thereMayBeSeveralTasksButNotAnyNumber() {
    func tasks(_ count: Int) -> [TaskConfiguration] {
      (0..<count).map { TaskConfiguration(name: "task \($0)", parameters: Parameters()) }
    }
    #expect(Self.faults(tasks: tasks(1)) == [] && Self.faults(tasks: tasks(3)) == [])
    #expect(Self.faults(tasks: tasks(10_001)).map(\.path) == [["tasks"]])
  }

  @Test(arguments: Parameters.everything.filter { $0.isMunicipal }.map(\.name))
  func whatIsTheMunicipalitysIsTheSameForItsTasks(name: String) throws {
    let entry = try #require(Parameters.entry(name))
    var parameters = Parameters()
    parameters[name] =
      entry.defaultValue == entry.range.lowerBound ? entry.range.upperBound : entry.range.lowerBound
    let tasks = [TaskConfiguration(name: "care", parameters: parameters)]
    #expect(Self.faults(tasks: tasks).map(\.path).contains([name]))
    #expect(Self.faults(parameters) == [])
  }

  /// The state of the municipality, and what its ledger is kept in, comes from its own parameters.
  @Test func wagesBudgetAndPopulationAreTheMunicipalitys() {
    let municipal = Set(Parameters.everything.filter { $0.isMunicipal }.map(\.name))
    #expect(
      municipal.isSuperset(of: [
        "rounds", "budget_hours", "public_wage", "shadow_wage", "public_maturity",
        "external_maturity", "general_fear", "poor_share", "resource_gap", "free_rider_share",
        "triangle_share", "other_share", "documentation_base", "documentation_fear",
        "authority_lot", "fear_decay", "fatigue_load", "fatigue_recovery", "work_legitimacy",
        "legitimacy_return", "extra_premium", "hiring_rate",
      ]))
    // Duties, experience and what is offered to those who take part are the task's.
    #expect(
      municipal.isDisjoint(with: [
        "openness", "demand", "authority_share", "operational_maturity", "payment",
        "staff_turnover", "handover_months",
      ]))
  }

  @Test func bothSidesAreThere() {
    let noPublic = Self.faultsOfKinds { kinds in kinds.removeAll { $0.side == .public } }
    #expect(noPublic.map(\.path) == [["actors"]] && noPublic[0].found == "no public actor")
    let noExternal = Self.faultsOfKinds { kinds in
      for index in kinds.indices where kinds[index].side == .external { kinds[index].count = 0 }
    }
    #expect(noExternal.map(\.path) == [["actors"], ["actors"]])
    #expect(noExternal[0].found == "no external actor")
  }

  @Test func theTaskConcernsSomebodyOutside() {
    let faults = Self.faultsOfKinds { kinds in kinds[3].isAffected = false }
    #expect(faults.map(\.path) == [["actors"]])
    let publicOnly = Self.faultsOfKinds { kinds in
      (kinds[3].isAffected, kinds[0].isAffected) = (false, true)
    }
    #expect(publicOnly.map(\.path) == [["actors"]])
  }

  @Test func kindsHaveNamesOfTheirOwn() {
    let faults = Self.faultsOfKinds { kinds in kinds[1].name = "citizen" }
    #expect(faults.map(\.path) == [["actors", "citizen"]])
  }

  @Test(arguments: [-1, 1 << 24 + 1]) func countsAreInTheirRange(count: Int) {
    let faults = Self.faultsOfKinds { kinds in kinds[1].count = count }
    #expect(faults.map(\.path) == [["actors", "manager", "count"]])
    #expect(faults.first?.found == String(count))
  }

  @Test(arguments: [-0.1, 1.5, .nan]) func cultureWeightsAreShares(weight: Double) {
    let faults = Self.faultsOfKinds { kinds in kinds[6].cultureWeight = weight }
    #expect(faults.map(\.path) == [["actors", "business", "culture_weight"]])
  }

  @Test(arguments: [0, -1, 1e7, .nan]) func motivesArePositive(value: Double) {
    let faults = Self.faultsOfKinds { kinds in kinds[0].motives.saving = value }
    #expect(faults.map(\.path) == [["actors", "professional", "motives", "saving"]])
  }

  @Test func thereAreNotMoreKindsThanStreamsCanTell() {
    func faults(_ count: Int) -> [[String]] {
      Self.faultsOfKinds { kinds in
        for number in kinds.count..<count {
          kinds.append(kinds[6])
          kinds[number].name = "kind \(number)"
        }
      }.map(\.path)
    }
    #expect(faults(255) == [] && faults(256) == [["actors"]])
  }

  @Test(
    arguments: [
      ("authority", .gaussian(mean: 0.5, sigma: 0.1)), ("legitimacy", .constant(1.5)),
      ("knowledge", .uniform(low: -0.1, high: 0.5)), ("trust", .exponential(mu: 0.1)),
      ("hours", .uniform(low: -1, high: 5)), ("hours", .pareto(a: 1, b: 2)),
      ("hours", .exponential(mu: 2e6)),
    ] as [(String, Distribution.Family)])
  func attributesHaveTheirRangeAndAMean(name: String, family: Distribution.Family) throws {
    let distribution = try Distribution(family)
    let attribute = try #require(ActorKind.attributes.first { $0.name == name })
    let faults = Self.faultsOfKinds { kinds in kinds[2][keyPath: attribute.path] = distribution }
    #expect(faults.map(\.path) == [["actors", "politician", name]])
  }

  @Test func allFaultsAreReportedTogether() {
    var kinds = ActorKind.municipality
    kinds[0].cultureWeight = 7
    kinds[1].trust = .constant(2)
    var parameters = Parameters()
    parameters.form.openness = 3
    parameters.landscape.ruggedness = 12
    #expect(throws: ConfigurationFaults.self) {
      try ModelConfiguration(parameters: parameters, kinds: kinds)
    }
    let faults = Self.faults(parameters, kinds: kinds)
    #expect(
      Set(faults.map(\.path)) == [
        ["openness"], ["ruggedness"], ["actors", "professional", "culture_weight"],
        ["actors", "manager", "trust"],
      ])
  }

  private static func faults(
    _ parameters: Parameters = Parameters(), kinds: [ActorKind] = ActorKind.municipality,
    tasks: [TaskConfiguration] = []
  ) -> [ConfigurationFault] {
    do throws(ConfigurationFaults) {
      _ = try ModelConfiguration(parameters: parameters, kinds: kinds, tasks: tasks)
      return []
    } catch {
      return error.faults
    }
  }

  private static func faults(_ change: (inout Parameters) -> Void) -> [ConfigurationFault] {
    var parameters = Parameters()
    change(&parameters)
    return faults(parameters)
  }

  private static func faultsOfKinds(_ change: (inout [ActorKind]) -> Void) -> [ConfigurationFault] {
    var kinds = ActorKind.municipality
    change(&kinds)
    return faults(kinds: kinds)
  }
}
