internal import CoCreation

/// Tells what happened to one task.
struct Teller {
  private let outcome: RunObservation
  private let index: Int
  private let cast: Cast
  /// Stands before each sentence where there are several tasks.
  private let mark: String

  init(_ outcome: RunObservation, task: Int) {
    self.outcome = outcome
    index = task
    cast = Cast(outcome)
    let tasks = outcome.configuration.tasks
    mark = tasks.count > 1 ? "\(tasks[task].name): " : ""
  }

  private var task: TaskState { outcome.end.tasks[index] }

  /// The sentences of a month, in the order in which things happen.
  func sentences(_ events: [Event], round: Int) -> [String] {
    let own = events.filter { $0.task == index }
    var sentences: [String] = []
    if round == 0, own.allSatisfy({ $0.kind != .begin }) {
      sentences.append("nothing is co-created; the public side carries out its whole plan")
    }
    var told: Set<Event.Kind> = []
    for event in own {
      switch event.kind {
      // Those who come and go in a month are told together.
      case .join, .leave:
        if told.insert(event.kind).inserted {
          sentences.append(moved(own.filter { $0.kind == event.kind }, event.kind, round: round))
        }
      default: sentences.append(sentence(event))
      }
    }
    return sentences.map { mark + $0 }
  }

  private func moved(_ events: [Event], _ kind: Event.Kind, round: Int) -> String {
    let actors = events.compactMap(\.actor)
    let names = cast.names(of: actors)
    if kind == .join, round == 1 { return "\(actors.count) take part from the start: \(names)" }
    let (one, many) = kind == .join ? ("joins", "join") : ("leaves", "leave")
    return "\(names) \(actors.count == 1 ? one : many)"
  }

  private func sentence(_ event: Event) -> String {
    let actor = event.actor.map(cast.name)
    let value = event.value ?? 0
    switch event.kind {
    case .join: return "\(actor ?? "somebody") joins"
    case .leave: return "\(actor ?? "somebody") leaves"
    case .begin: return event.round == 0 ? plan(event.detail) : lateBeginning(event.detail)
    case .form: return form(event)
    case .lead: return "\(actor ?? "nobody") leads"
    case .refer:
      return "the decision goes to the politicians, of whom \(Int((value * 100).rounded())) % "
        + "ratify it"
    case .reject, .implement, .veto: return decision(event, by: actor ?? "somebody")
    case .failure: return "the service fails, severity \(RunStory.decimals(value))"
    case .sanction:
      return value == 1
        ? "a violation of rules is sanctioned" : "\(Int(value)) violations of rules are sanctioned"
    case .story:
      return "the press writes about the failure"
        + (actor.map { " and blames \($0), who leads" } ?? "")
    case .phase: return "the strategy begins its phase \(Int(value))"
    case .close: return closure(event.detail)
    }
  }

  private func plan(_ detail: Event.Detail?) -> String {
    guard case .plan(let choices, let open, let before, let after, let promised) = detail else {
      return "the public side plans"
    }
    let changed =
      choices.isEmpty
      ? "nothing changes yet (quality \(RunStory.decimals(before)))"
      : "it changes \(Self.named(choices)) (quality \(RunStory.decimals(before)) to "
        + "\(RunStory.decimals(after)))"
    return "the public side plans alone and promises quality \(RunStory.decimals(promised)); "
      + "\(changed); \(left(open))"
  }

  private func lateBeginning(_ detail: Event.Detail?) -> String {
    guard case .plan(_, let open, _, let quality, _) = detail else { return "the process begins" }
    return "the process begins with the design as it is (quality \(RunStory.decimals(quality))); "
      + left(open)
  }

  private func left(_ open: [Int]) -> String {
    open.isEmpty
      ? "nothing is left open"
      : "\(open.count > 6 ? "\(open.count)" : Self.named(open)) of \(task.choices) "
        + "\(open.count == 1 ? "is" : "are") left open"
  }

  private func form(_ event: Event) -> String {
    guard case .form(let openness, let centrality) = event.detail else {
      return "the strategy changes the form"
    }
    let point = FormPoint(openness: openness, centrality: centrality)
    let name = Form.presets.first { $0.point == point }.map { "\($0.name), " } ?? ""
    let form = "\(name)openness \(openness), centrality \(centrality)"
    return event.round == 0
      ? "the strategy chooses the form: \(form)"
      : "the strategy changes the form to \(form); the design stays"
  }

  private func decision(_ event: Event, by proposer: String) -> String {
    var proposal = "\(proposer) proposes a change"
    if case .change(let choices, let before, let after) = event.detail {
      proposal =
        "\(proposer) proposes to change \(Self.named(choices)) (quality "
        + "\(RunStory.decimals(before)) to \(RunStory.decimals(after)))"
    }
    let support = "\(Int(((event.value ?? 0) * 100).rounded())) % support"
    switch event.kind {
    case .implement: return "\(proposal): adopted with \(support) and ratified"
    case .veto: return "\(proposal): adopted with \(support), vetoed by the line of command"
    default: return "\(proposal): rejected with \(support)"
    }
  }

  private func closure(_ detail: Event.Detail?) -> String {
    let join = task.parameters.join
    return switch detail {
    case .closure(.distrust): "the process ends: participants distrust it"
    case .closure(.participation):
      "the process ends: external actors have offered less than "
        + "\(Int((100 * join.viableShare).rounded())) % of what is asked of them for "
        + "\(Int(join.patience)) months"
    case .closure(.strategy): "the strategy ends the process"
    case .closure(.politics): "the process ends: politicians stop it after the story"
    default: "the process ends"
    }
  }

  /// How the process stands in the end.
  var end: String {
    let months = outcome.months[index].dropFirst()
    let demanded = months.reduce(0) { $0 + $1.demanded }
    let delivered = months.reduce(0) { $0 + $1.delivered }
    let share = demanded > 0 ? Int((100 * delivered / demanded).rounded()) : 0
    let close = outcome.events.first { $0.kind == .close && $0.task == index }
    let standing =
      if let close {
        "the process ended in month \(close.round)"
      } else if task.isActive {
        "\(cast.names(of: task.participants)) still \(task.participants.count == 1 ? "takes" : "take") part"
      } else {
        "there was no process"
      }
    return "\(mark)\(share) % of what was demanded was delivered; \(standing)"
  }

  /// Choices of the design by number.
  private static func named(_ choices: [Int]) -> String {
    "\(choices.count == 1 ? "choice" : "choices") \(Cast.list(choices.map { String($0) }))"
  }
}
