internal import CoCreation
internal import Foundation

/// The events of a run as JSON lines: all that `events.csv` has of them, and what it has not.
struct EventLines {
  fileprivate struct Line: Encodable {
    let run: Int
    let task: String
    let round: Int
    let event: String
    let actor: Int?
    let kind: String?
    let value: Double?
    var choices: [Int]?
    var open: [Int]?
    var qualityBefore: Double?
    var qualityAfter: Double?
    var qualityPromised: Double?
    var openness: Double?
    var centrality: Double?
    var reason: String?
  }

  let lines: [String]

  init(_ outcome: RunObservation, run: Int) throws {
    let cast = Cast(outcome)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    lines = try outcome.events.map { event in
      var line = Line(
        run: run, task: outcome.configuration.tasks[event.task].name, round: event.round,
        event: event.kind.rawValue, actor: event.actor, kind: event.actor.map(cast.kind),
        value: event.value)
      line.add(event.detail)
      return String(decoding: try encoder.encode(line), as: UTF8.self)
    }
  }
}

extension EventLines.Line {
  fileprivate mutating func add(_ detail: Event.Detail?) {
    switch detail {
    case .plan(let choices, let open, let before, let after, let promised):
      (self.choices, self.open) = (choices, open)
      (qualityBefore, qualityAfter, qualityPromised) = (before, after, promised)
    case .change(let choices, let before, let after):
      self.choices = choices
      (qualityBefore, qualityAfter) = (before, after)
    case .form(let openness, let centrality):
      (self.openness, self.centrality) = (openness, centrality)
    case .closure(let closure): reason = closure.rawValue
    case nil: break
    }
  }
}
