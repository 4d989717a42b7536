import GSL
import Testing

@testable import CoCreation

@Suite struct ContactsTests {
  @Test func onARingAnActorWatchesItsNeighboursOnBothSides() throws {
    let stage = try Self.stage(.ring, contacts: 2, participants: [1, 119, 60])
    // Of 118, 119, 1, 2 two take part; of 58, 59, 61, 62 none.
    #expect(stage.share(of: 0) == 0.5)
    #expect(stage.share(of: 60) == 0)
    #expect(stage.share(of: 58) == 0.25)
    #expect(stage.share(of: 118) == 0.25)
  }

  @Test func withoutANetworkOrContactsNobodyHasAShare() throws {
    #expect(try Self.stage(.none, contacts: 3, participants: [1]).share(of: 0) == nil)
    #expect(try Self.stage(.ring, contacts: 0, participants: [1]).share(of: 0) == nil)
    #expect(try Self.stage(.random, contacts: 0, participants: [1]).share(of: 0) == nil)
    #expect(try Self.stage(.complete, contacts: 0, participants: [1]).share(of: 0) == nil)
  }

  @Test func inACompleteNetworkAllOthersCount() throws {
    let stage = try Self.stage(.complete, contacts: 3, participants: [0, 1, 2])
    #expect(near(stage.share(of: 0), 2.0 / 119))
    #expect(near(stage.share(of: 5), 3.0 / 119))
  }

  @Test func whereTheRingIsShorterThanItsReachAllKnowAll() throws {
    var kinds = [ActorKind.municipality[0], ActorKind.municipality[3]]
    (kinds[0].count, kinds[1].count) = (2, 4)
    let stage = try Self.stage(.smallWorld, contacts: 3, kinds: kinds, participants: [0, 1])
    #expect(near(stage.share(of: 0), 1.0 / 5))
    #expect(near(stage.share(of: 5), 2.0 / 5))
  }

  @Test func aSmallWorldWithoutRewiringIsARing() throws {
    for participant in [0, 7, 119] {
      let ring = try Self.stage(.ring, contacts: 3, participants: [participant])
      let world = try Self.stage(.smallWorld, contacts: 3, rewiring: 0, participants: [participant])
      for actor in 0..<120 { #expect(ring.share(of: actor) == world.share(of: actor)) }
    }
  }

  @Test func aSmallWorldWithAllRewiredIsARandomNetwork() throws {
    let random = try Self.stage(.random, contacts: 3, participants: [5, 50])
    let world = try Self.stage(.smallWorld, contacts: 3, rewiring: 1, participants: [5, 50])
    for actor in 0..<120 { #expect(random.share(of: actor) == world.share(of: actor)) }
  }

  /// Each of 720 contacts is one of 119 others.
  @Test func nobodyIsItsOwnContactAndAllOthersAreEquallyLikely() throws {
    var watched = [Int](repeating: 0, count: 120)
    for participant in 0..<120 {
      let stage = try Self.stage(.random, contacts: 3, participants: [participant])
      #expect(stage.share(of: participant) == 0)
      for actor in 0..<120 {
        let share = stage.share(of: actor)
        watched[participant] += Int((6 * (share ?? 0)).rounded())
      }
    }
    #expect(watched.reduce(0, +) == 720)
    // Each is watched by six on average, standard deviation 2.4: 20 is beyond five of them.
    #expect(watched.allSatisfy { $0 < 20 })
    #expect(isLikely(watched[..<60].reduce(0, +), of: 720, probability: 0.5))
  }

  /// With 10 % rewired, each neighbour on the ring stays a contact with probability 0.9 + 0.1/119.
  @Test func rewiringReplacesItsShareOfContacts() throws {
    var kept = 0
    for actor in 0..<120 {
      let next = (actor + 1) % 120
      let stage = try Self.stage(.smallWorld, contacts: 3, rewiring: 0.1, participants: [next])
      if stage.share(of: actor) != 0 { kept += 1 }
    }
    #expect(isLikely(kept, of: 120, probability: 0.9))
  }

  private struct Neighbourhood {
    let task: TaskState

    func share(of actor: Int) -> Double? {
      task.contacts.participating(
        of: actor, task.members, count: task.members.count { $0.participates })
    }
  }

  private static func stage(
    _ network: Network, contacts: Double, rewiring: Double = 0.1,
    kinds: [ActorKind] = ActorKind.municipality, participants: [Int]
  ) throws -> Neighbourhood {
    var task = try Stage(setUp: [MeetContacts()], kinds: kinds, network: network) {
      $0.population.contacts = contacts
      $0.population.rewiring = rewiring
    }.task
    task.members = [Member](repeating: Member(), count: kinds.reduce(0) { $0 + $1.count })
    for index in participants { task.members[index].participates = true }
    return Neighbourhood(task: task)
  }
}
