@testable import CoCreation

/// What belongs to the context of a state: the same for all strategies and all processes.
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
  var statusQuo: UInt32
  var plan: UInt32
  var promises: [Double]
  var contacts: String
  var people: [Person]

  init(_ state: SimulationState, task index: Int = 0) {
    let task = state.tasks[index]
    quality = task.landscape.quality
    costEffect = task.landscape.costEffect
    statusQuo = task.landscape.statusQuo
    plan = task.plan
    promises = [task.promisedQuality, task.promisedRelevance]
    contacts = "\(task.contacts)"
    people = state.actors.indices.map { index in
      let (actor, member) = (state.actors[index], task.members[index])
      return Person(
        id: actor.id,
        traits: [
          actor.hours, actor.authority, actor.initialLegitimacy, actor.knowledge, actor.saving,
          actor.quality, actor.need, member.initialTrust, member.belief,
        ],
        views: [
          actor.isExternal ? 1 : 0, member.isAffected ? 1 : 0, actor.isPoor ? 1 : 0,
          UInt64(actor.socialType.rawValue), UInt64(member.understands), member.searchOrder,
          UInt64(member.perspective),
        ],
        preferences: Array(
          task.preferences[index * task.choices..<(index + 1) * task.choices]))
    }
  }
}

/// Everything in a state that the next month could depend on.
struct StatePrint: Equatable {
  private let actors: [String]
  private let members: [String]
  private let numbers: [Double]
  private let bits: [UInt32]
  private let participants: [Int]
  private let ledger: Ledger

  init(_ state: SimulationState, task index: Int = 0) {
    let (task, world) = (state.tasks[index], state.world)
    actors = state.actors.map { "\($0)" }
    members = task.members.map { "\($0)" }
    numbers =
      [
        world.fear, world.publicMaturity, world.externalMaturity, task.openness, task.centrality,
        task.promisedQuality, task.promisedRelevance, task.unfamiliarity, task.plannedCredit,
        task.hoursLeft, task.hoursOwed, task.jointProduct, task.coverage, task.optimisedUnits,
        Double(task.monthsBelowViable), Double(task.leader ?? -1), task.isActive ? 1 : 0,
        task.failedLastMonth ? 1 : 0, task.isToBeFramed ? 1 : 0,
      ] + task.preferences + task.affectedNeed
    bits = [task.plan, task.design, task.openChoices]
    participants = task.participants
    ledger = task.ledger
  }
}
