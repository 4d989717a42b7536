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

/// Something that happened, for those who want to follow a run.
public struct Event: Equatable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    /// An actor joined, or left.
    case join, leave
    /// The process began with a design, or ended early.
    case begin, close
    /// The strategy chose another form, of some openness.
    case form
    /// Another actor took the lead.
    case lead
    /// A proposal was put forward, rejected, adopted and ratified, or adopted and vetoed.
    case reject, implement, veto
    /// A failure of some severity, a story about it, sanctions for violations.
    case failure, story, sanction
  }

  /// The task.
  public let task: Int
  /// The month.
  public let round: Int
  /// What happened.
  public let kind: Kind
  /// The actor who did it or whom it struck, by its index, if any.
  public let actor: Int?
  /// How much of it: severity, number of violations, share of support; empty where it has none.
  public let value: Double?
}

/// The events of a run, recorded only on request; recording changes nothing.
package struct EventLog: Sendable {
  package let isRecording: Bool
  package private(set) var events: [Event] = []

  package init(isRecording: Bool) { self.isRecording = isRecording }

  package mutating func note(
    _ kind: Event.Kind, task: Int, round: Int, actor: Int? = nil, value: Double? = nil
  ) {
    guard isRecording else { return }
    events.append(Event(task: task, round: round, kind: kind, actor: actor, value: value))
  }
}
