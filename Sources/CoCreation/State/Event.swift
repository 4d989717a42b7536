/// Something that happened, for those who want to follow a run.
public struct Event: Equatable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    /// An actor joined, or left.
    case join, leave
    /// The process began with a design, or ended.
    case begin, close
    /// The strategy changed course: the number of the phase, from 1.
    case phase
    /// The strategy chose another form, of some openness.
    case form
    /// Another actor took the lead.
    case lead
    /// A proposal was put forward, rejected, adopted and ratified, or adopted and vetoed.
    case reject, implement, veto
    /// A decision was referred to politicians: the share of them who ratified it.
    case refer
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
  /// What a story tells of it and tables do not.
  public let detail: Detail?

  /// What it was about.
  public enum Detail: Equatable, Sendable {
    /// A design that the process began with: the choices that differ from the status quo and those
    /// that are open, the quality of the status quo and of the design, and that of the plan as the
    /// planners promised it.
    case plan(choices: [Int], open: [Int], before: Double, after: Double, promised: Double)
    /// A proposal: the choices it changes, and the quality of the design without and with it.
    case change(choices: [Int], before: Double, after: Double)
    /// A form that was chosen.
    case form(openness: Double, centrality: Double)
    /// Why the process ended.
    case closure(Closure)
  }

  /// Why a process ends.
  public enum Closure: String, Sendable {
    /// Participants distrust it.
    case distrust
    /// External actors offered too little, for longer than patience lasts.
    case participation
    /// The strategy ended it.
    case strategy
    /// Politicians stopped it after a story.
    case politics
  }
}

/// The events of a run, recorded only on request; recording changes nothing.
package struct EventLog: Sendable {
  package let isRecording: Bool
  package private(set) var events: [Event] = []

  package init(isRecording: Bool) { self.isRecording = isRecording }

  package mutating func note(
    _ kind: Event.Kind, task: Int, round: Int, actor: Int? = nil, value: Double? = nil,
    detail: @autoclosure () -> Event.Detail? = nil
  ) {
    guard isRecording else { return }
    events.append(
      Event(
        task: task, round: round, kind: kind, actor: actor, value: value, detail: detail()))
  }
}
