import Testing

@testable import CoCreation

/// What belongs to the context of a state: the same for all strategies and all processes, whoever of
/// the pool has come into view.
struct ContextPrint: Equatable {
  /// An actor and what it brings to the task.
  struct Person: Equatable {
    var id: UInt32
    var traits: [Double]
    var views: [UInt64]
    var preferences: [Double]
  }

  var quality: [Double]
  var costEffect: [Double]
  var statusQuo: ChoiceSet
  var plan: ChoiceSet
  var promises: [Double]
  var needs: [String]
  var contacts: [[Int]]
  var people: [Person]

  /// Draws whatever is not drawn yet of anybody, and looks at it.
  init(_ given: SimulationState, task index: Int = 0) {
    let state = given.withEverybodyMet
    var turn = Turn()
    var task = state.tasks[index]
    quality = task.landscape.quality
    costEffect = task.landscape.costEffect
    statusQuo = task.landscape.statusQuo
    plan = task.plan
    promises = [task.promisedQuality, task.promisedRelevance]
    needs = ["\(task.needs.profile)", "\(task.needs.shifts)", "\(task.needs.groups)"]
    contacts = []
    people = []
    for index in state.actors.indices {
      let (actor, member) = (state.actors[index], task.members[index])
      contacts.append(task.contacts.neighbours(of: index, id: actor.id, &turn))
      people.append(
        Person(
          id: actor.id,
          traits: [
            actor.hours, actor.authority, actor.initialLegitimacy, actor.knowledge, actor.saving,
            actor.quality, actor.need, member.initialTrust, member.generosity,
          ],
          views: [
            actor.isExternal ? 1 : 0, member.isAffected ? 1 : 0, actor.isPoor ? 1 : 0,
            UInt64(actor.socialType.rawValue), UInt64(member.understands.bits), member.searchOrder,
            UInt64(member.perspective),
          ],
          preferences: Array(
            task.preferences[index * task.choices..<(index + 1) * task.choices])))
    }
  }
}

extension SimulationState {
  /// The state with everything drawn that can be drawn of anybody.
  var withEverybodyMet: SimulationState {
    var state = self
    var turn = Turn()
    state.meetEveryone(&turn)
    return state
  }
}

/// Everything in a state that the next month could depend on, but for what a configuration says.
struct StatePrint: Equatable {
  private var fields: [String: String] = [:]
  private let ledger: Ledger

  /// Sees every stored field by itself, so that a new one cannot be forgotten.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - index: The task.
  ///   - except: Names of fields that do not matter.
  init(_ state: SimulationState, task index: Int = 0, except: Set<String> = []) {
    let task = state.tasks[index]
    ledger = task.ledger
    // What is configured; what is written down, or drawn when first asked for; and what has no
    // description.
    let left: Set<String> = except.union([
      "parameters", "network", "population", "rule", "course", "events", "contributions", "month",
      "ledger", "landscape", "contacts",
    ])
    for (name, whole) in [
      ("task", Mirror(reflecting: task)), ("world", .init(reflecting: state.world)),
    ] {
      for child in whole.children {
        guard let label = child.label, !left.contains(label) else { continue }
        // A set has no order of its own.
        let numbers = (child.value as? Set<Int>)?.sorted()
        fields["\(name) \(label)"] = numbers.map { "\($0)" } ?? "\(child.value)"
      }
    }
    fields["landscape"] = "\(task.landscape.quality) \(task.landscape.statusQuo)"
    fields["actors"] = state.actors.map { "\($0)" }.joined(separator: "\n")
  }

  /// The names of what differs.
  func differences(from other: StatePrint) -> [String] {
    fields.keys.filter { fields[$0] != other.fields[$0] }.sorted()
      + (ledger == other.ledger ? [] : ["ledger"])
  }
}
