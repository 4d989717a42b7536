internal import CoCreation
public import Tables

/// The tables of a results folder that are written while runs are made.
public enum ResultTable: String, CaseIterable, Sendable {
  /// One row per run.
  case runs
  /// One row per run and task.
  case tasks
  /// One row per run, task and month, the set-up (month 0) included.
  case rounds
  /// One row per run, task and actor, at the end.
  case actors
  /// One row per event.
  case events
  /// One row per run that failed; such a run has no row elsewhere.
  case failures

  /// All columns.
  public var schema: TableSchema {
    switch self {
    case .runs: runFormat.schema
    case .tasks: taskFormat.schema
    case .rounds: roundFormat.schema
    case .actors: actorFormat.schema
    case .events: eventFormat.schema
    case .failures: failureFormat.schema
    }
  }
}

struct RunRecord: RunRow {
  let source: RunSource
  /// The values of the register; missing where the run's tasks differ.
  let parameters: [Double?]
  let metrics: [Double?]
  var numbers: [Double?] { parameters + metrics }
}

let runFormat = RowFormat<RunRecord>(
  name: ResultTable.runs.rawValue, fields: RowFormat.keys + RowFormat.replicate,
  numbers: parameterColumns + metricColumns)

struct TaskRecord: RunRow {
  let source: RunSource
  let task: String
  /// The values of the register for the task.
  let parameters: [Double?]
  let metrics: [Double?]
  var numbers: [Double?] { parameters + metrics }
}

let taskFormat = RowFormat<TaskRecord>(
  name: ResultTable.tasks.rawValue,
  fields: RowFormat.keys
    + [RowFormat.text("task", "Name of the task.") { $0.task }.asKey]
    + RowFormat.replicate,
  numbers: parameterColumns + metricColumns)

private let parameterColumns = Parameters.register.map {
  Column($0.name, .number, unit: $0.unit, description: $0.summary)
}

private let metricColumns = Metrics.run.map {
  Column($0.name, .number, unit: $0.unit, description: $0.summary)
}

extension RowFormat where Row: RunRow {
  /// The two parts of a replicate.
  fileprivate static var replicate: [Field] {
    [
      integer("context", "Context of the replicate, from 0.") { $0.source.key.context },
      integer("process", "Process within the context, from 0.") { $0.source.key.process },
    ].map(\.asKey)
  }
}

struct RoundRecord: RunRow {
  let source: RunSource
  let task: String
  let round: Int
  let numbers: [Double?]
}

let roundFormat = RowFormat<RoundRecord>(
  name: ResultTable.rounds.rawValue,
  fields: RowFormat.keys
    + [
      RowFormat.text("task", "Name of the task.") { $0.task }.asKey,
      RowFormat.integer("round", "Month; 0 is the set-up.") { $0.round }.asKey,
    ],
  numbers: Metrics.month.map {
    Column($0.name, .number, unit: $0.unit, description: $0.summary)
  })

struct ActorRecord: RunRow {
  let source: RunSource
  let task: String
  let index: Int
  let kind: ActorKind
  let actor: Actor
  let member: Member
}

let actorFormat = RowFormat<ActorRecord>(
  name: ResultTable.actors.rawValue,
  fields: RowFormat.keys
    + [
      RowFormat.text("task", "Name of the task.") { $0.task },
      RowFormat.integer("actor", "Number of the actor, from 0.") { $0.index },
      RowFormat.text("kind", "Kind of the actor.") { $0.kind.name },
      RowFormat.text("side", "Side of the public boundary.") { $0.kind.side.rawValue },
      RowFormat.integer("affected", "1 if the task concerns the actor.") {
        $0.member.isAffected ? 1 : 0
      },
      RowFormat.integer("poor", "1 if the actor is resource-poor.") { $0.actor.isPoor ? 1 : 0 },
      RowFormat.text("social_type", "How contributions depend on beliefs.") {
        String(describing: $0.actor.socialType)
      },
      RowFormat.integer("participates", "1 if the actor takes part at the end.") {
        $0.member.participates ? 1 : 0
      },
      RowFormat.integer("participated", "1 if the actor ever took part.") {
        $0.member.everParticipated ? 1 : 0
      },
    ]
    + [
      RowFormat.number("hours", "hours/month", "Hours that the actor could give.") {
        $0.actor.hours
      },
      RowFormat.number("authority", "1", "Formal authority.") { $0.actor.authority },
      RowFormat.number("legitimacy", "1", "Legitimacy.") { $0.actor.legitimacy },
      RowFormat.number("knowledge", "1", "Professional knowledge.") { $0.actor.knowledge },
      RowFormat.number("motive_saving", "1", "Weight of more for less.") { $0.actor.saving },
      RowFormat.number("motive_quality", "1", "Weight of better quality.") { $0.actor.quality },
      RowFormat.number("motive_need", "1", "Weight of the actor's own need.") { $0.actor.need },
      RowFormat.number("fatigue", "1", "Fatigue.") { $0.actor.fatigue },
      RowFormat.number("trust", "1", "Trust in the process.") { $0.member.trust },
      RowFormat.number("belief", "points of 20", "Belief about others' contribution.") {
        $0.member.belief
      },
      RowFormat.number("voice", "1", "Experienced influence.") { $0.member.voice },
      RowFormat.number("fit", "1", "Fit of the design with the actor's preferences.") {
        $0.member.fit
      },
      RowFormat.number("contribution", "1", "Share of hours offered in the last month.") {
        $0.member.contribution
      },
      RowFormat.number("credit", "choices", "Credit for changes of the design.") {
        $0.member.credit
      },
    ])

struct EventRecord: RunRow {
  let source: RunSource
  let task: String
  let kind: String?
  let event: Event
}

let eventFormat = RowFormat<EventRecord>(
  name: ResultTable.events.rawValue,
  fields: RowFormat.keys
    + [
      RowFormat.text("task", "Name of the task.") { $0.task },
      RowFormat.integer("round", "Month.") { $0.event.round },
      RowFormat.text("event", "What happened.") { $0.event.kind.rawValue },
      RowFormat.integer("actor", "Number of the actor who did it or whom it struck.") {
        $0.event.actor
      },
      RowFormat.text("kind", "Kind of that actor.") { $0.kind },
      RowFormat.number(
        "value", "1", "Severity, number of violations or share of support; else missing."
      ) { $0.event.value },
    ])

struct FailureRecord: RunRow {
  let source: RunSource
  let numbers: [Double?]
  let problem: String
}

let failureFormat = RowFormat<FailureRecord>(
  name: ResultTable.failures.rawValue,
  fields: RowFormat.keys + RowFormat.replicate
    + [RowFormat.text("problem", "What went wrong.") { $0.problem }],
  numbers: parameterColumns)
