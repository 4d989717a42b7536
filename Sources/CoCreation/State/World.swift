/// The municipality that all tasks share.
package struct World: Sendable {
  package let parameters: MunicipalParameters
  package let network: Network
  package let population: Population
  /// Indices of managers and of politicians, who ratify.
  package let managers: [Int]
  package let politicians: [Int]
  package let rule: FormRule
  package let course: [StrategyPhase]
  /// What each form brought, for each task or once for all.
  package var formRecords: [[RewardRecord]]
  package var fear: Double
  /// Experience of both sides with co-creation.
  package var publicMaturity: Double
  package var externalMaturity: Double
  /// Hours a month of the staff that there is.
  package var staffHours = 0.0
  /// Hours a month beyond it that have been found: overtime, agencies.
  package var extraHours = 0.0
  /// Indices of public actors and of all who ever took part.
  package var involved: [Int] = []
  /// Ends of processes, and parts handed back, that are not told yet.
  var endings: [Ending] = []
  package var events: EventLog

  package init(_ configuration: ModelConfiguration, key: RunKey, recordingEvents: Bool = false) {
    parameters = MunicipalParameters(configuration.parameters)
    network = configuration.network
    population = Population(configuration, key: key)
    managers = population.indices(of: .management)
    politicians = population.indices(of: .politics)
    rule = configuration.rule
    course = configuration.course
    formRecords = Array(
      repeating: configuration.rule.forms.map { _ in RewardRecord() },
      count: configuration.tasks.count)
    fear = parameters.world.generalFear
    publicMaturity = parameters.world.publicMaturity
    externalMaturity = parameters.world.externalMaturity
    events = EventLog(isRecording: recordingEvents)
  }

  package var kinds: [ActorKind] { population.kinds }

  /// Experience with co-creation, over both sides.
  package var cocreationMaturity: Double { (publicMaturity + externalMaturity) / 2 }

}

extension TaskState {
  /// Share of a task's working hours that documentation takes: what it always does, what fear adds,
  /// and what stories have made people ask for.
  package func documentation(_ world: World) -> Double {
    let parameters = world.parameters
    return min(
      0.95,
      parameters.documentationBase + parameters.documentationFear * world.fear + exposure)
  }
}

/// What holds for the municipality whatever the task; a strategy's levers are the task's.
package struct MunicipalParameters: Sendable {
  package let world: WorldParameters
  package let staff: StaffParameters
  package let account: AccountParameters
  package let learn: LearnParameters
  package let trust: TrustParameters
  package let documentationBase: Double
  package let documentationFear: Double

  init(_ parameters: Parameters) {
    (world, staff, account) = (parameters.world, parameters.staff, parameters.account)
    (learn, trust) = (parameters.learn, parameters.trust)
    documentationBase = parameters.coordinate.documentationBase
    documentationFear = parameters.coordinate.documentationFear
  }
}
