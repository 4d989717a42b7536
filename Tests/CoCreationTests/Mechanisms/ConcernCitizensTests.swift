import GSL
import Testing

@testable import CoCreation

@Suite struct ConcernCitizensTests {
  @Test func unlessAScenarioSaysOtherwiseAllWhomItMayConcernAreConcerned() throws {
    let stage = try Self.stage(share: 1)
    for (actor, member) in zip(stage.actors, stage.task.members) {
      #expect(member.isAffected == ActorKind.municipality[actor.kind].isAffected)
    }
  }

  @Test(arguments: [0.2, 0.7]) func aShareIsDrawn(share: Double) throws {
    var kinds = ActorKind.municipality
    kinds[3].count = 2000
    let stage = try Self.stage(share: share, kinds: kinds)
    #expect(isLikely(stage.task.members.count { $0.isAffected }, of: 2000, probability: share))
    for (actor, member) in zip(stage.actors, stage.task.members) where member.isAffected {
      #expect(actor.kind == 3)
    }
  }

  @Test func itConcernsSomebodyAtLeast() throws {
    for seed in UInt64(0)..<20 {
      let first = try Self.stage(share: 0, seed: seed).task.members
      #expect(first.count { $0.isAffected } == 1)
      // The one is who would be drawn first at any larger share.
      let more = try Self.stage(share: 0.1, seed: seed).task.members
      #expect(zip(first, more).allSatisfy { !$0.isAffected || $1.isAffected })
    }
  }

  @Test func aLargerShareOnlyAdds() throws {
    for seed in UInt64(0)..<10 {
      let affected = try [0.1, 0.3, 0.8].map { share in
        let members = try Self.stage(share: share, seed: seed).task.members
        return Set(members.indices.filter { members[$0].isAffected })
      }
      #expect(affected[0].isStrictSubset(of: affected[1]))
      #expect(affected[1].isStrictSubset(of: affected[2]))
    }
  }

  /// Each task draws a lot of its own.
  @Test func tasksConcernDifferentCitizens() throws {
    var parameters = Parameters()
    parameters.population.affectedShare = 0.3
    let configuration = try ModelConfiguration(
      parameters: parameters,
      tasks: ["a", "b"].map { TaskConfiguration(name: $0, parameters: parameters) })
    var turn = Turn()
    var state = SimulationState(configuration, key: RunKey(seed: 20161, context: 0), &turn)
    for phase in Simulation.setUp { phase.run(&state, &turn) }
    let lists = state.tasks.map { $0.members.map(\.isAffected) }
    #expect(lists[0] != lists[1])
    for task in state.tasks {
      #expect(task.needs.affectedCount == task.members.count { $0.isAffected })
    }
  }

  /// Nobody needs to come into view to be concerned.
  @Test func nobodyIsMetForIt() throws {
    let stage = try Self.stage(share: 0.5)
    for (actor, member) in zip(stage.actors, stage.task.members) where actor.isExternal {
      #expect(actor.acquaintance == .none && member.acquaintance == .none)
    }
  }

  private static func stage(
    share: Double, kinds: [ActorKind] = ActorKind.municipality, seed: UInt64 = 20161
  ) throws -> Stage {
    try Stage(setUp: [ConcernCitizens()], kinds: kinds, seed: seed) {
      $0.population.affectedShare = share
    }
  }
}
