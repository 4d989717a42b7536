/// The municipality that all tasks share.
package struct World: Sendable {
  package let parameters: Parameters
  package let network: Network
  package let kinds: [ActorKind]
  package let rule: FormRule
  /// What each form brought, for each task or once for all.
  package var formRecords: [[RewardRecord]]
  package var fear: Double
  package var publicMaturity: Double
  package var externalMaturity: Double
  package var events: EventLog

  package init(_ configuration: ModelConfiguration, recordingEvents: Bool = false) {
    parameters = configuration.parameters
    network = configuration.network
    kinds = configuration.kinds
    rule = configuration.rule
    formRecords = Array(
      repeating: configuration.rule.forms.map { _ in RewardRecord() },
      count: configuration.tasks.count)
    fear = parameters.world.initialFear
    publicMaturity = parameters.world.publicMaturity
    externalMaturity = parameters.world.externalMaturity
    events = EventLog(isRecording: recordingEvents)
  }

  package var maturity: Double { (publicMaturity + externalMaturity) / 2 }

  /// Share of working hours that documentation takes.
  package var documentation: Double {
    min(
      0.95,
      parameters.coordinate.documentationBase + parameters.coordinate.documentationFear * fear)
  }
}
