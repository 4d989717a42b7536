import GSL
import Testing

@testable import CoCreation

@Suite struct ContactsTests {
  @Test func onARingAnActorWatchesItsNeighboursOnBothSides() throws {
    let ring = try Self.neighbourhood(.ring, contacts: 2, participants: [1, 119, 60])
    #expect(ring.contacts(of: 0) == [1, 119, 2, 118])
    #expect(ring.contacts(of: 118) == [119, 117, 0, 116])
    // Of 118, 119, 1, 2 two take part; of 58, 59, 61, 62 none.
    #expect(ring.share(of: 0) == 0.5)
    #expect(ring.share(of: 60) == 0)
    #expect(ring.share(of: 58) == 0.25)
    #expect(ring.share(of: 118) == 0.25)
  }

  @Test func withoutANetworkOrContactsNobodyHasAShare() throws {
    #expect(try Self.neighbourhood(.none, contacts: 3, participants: [1]).share(of: 0) == nil)
    for network in Network.allCases {
      let alone = try Self.neighbourhood(network, contacts: 0, participants: [1])
      #expect(alone.share(of: 0) == nil && alone.contacts(of: 0).isEmpty)
    }
  }

  @Test func whereNobodyTakesPartTheShareIsNothing() throws {
    for network in [Network.ring, .smallWorld, .random, .complete] {
      #expect(try Self.neighbourhood(network, contacts: 3, participants: []).share(of: 0) == 0)
    }
  }

  @Test func inACompleteNetworkAllOthersCount() throws {
    let all = try Self.neighbourhood(.complete, contacts: 3, participants: [0, 1, 2])
    #expect(near(all.share(of: 0), 2.0 / 119))
    #expect(near(all.share(of: 5), 3.0 / 119))
  }

  @Test func whereTheRingIsShorterThanItsReachAllKnowAll() throws {
    let all = try Self.neighbourhood(
      .smallWorld, contacts: 3, staff: 2, citizens: 4, participants: [0, 1])
    #expect(near(all.share(of: 0), 1.0 / 5))
    #expect(near(all.share(of: 5), 2.0 / 5))
    // One more, and there are places.
    let places = try Self.neighbourhood(
      .ring, contacts: 3, staff: 2, citizens: 5, participants: [])
    #expect(places.contacts(of: 0) == [1, 6, 2, 5, 3, 4])
  }

  @Test func aSmallWorldWithoutRewiringIsARing() throws {
    let ring = try Self.neighbourhood(.ring, contacts: 3, participants: [7])
    let world = try Self.neighbourhood(.smallWorld, contacts: 3, rewiring: 0, participants: [7])
    for actor in 0..<120 {
      #expect(ring.contacts(of: actor) == world.contacts(of: actor))
      #expect(ring.share(of: actor) == world.share(of: actor))
    }
  }

  @Test func aSmallWorldWithAllRewiredIsARandomNetwork() throws {
    let random = try Self.neighbourhood(.random, contacts: 3, participants: [5, 50])
    let world = try Self.neighbourhood(
      .smallWorld, contacts: 3, rewiring: 1, participants: [5, 50])
    for actor in 0..<120 {
      #expect(random.contacts(of: actor) == world.contacts(of: actor))
      #expect(random.share(of: actor) == world.share(of: actor))
    }
  }

  @Test func theShareCountsContactsAsOftenAsTheyOccur() throws {
    for network in [Network.ring, .smallWorld, .random] {
      let participants = Array(stride(from: 0, to: 120, by: 3))
      let some = try Self.neighbourhood(network, contacts: 4, participants: participants)
      for actor in 0..<120 {
        let among = some.contacts(of: actor).count { $0.isMultiple(of: 3) }
        #expect(some.share(of: actor) == Double(among) / 8)
      }
    }
  }

  /// Each of 720 contacts is one of 119 others.
  @Test func nobodyIsItsOwnContactAndAllOthersAreEquallyLikely() throws {
    let random = try Self.neighbourhood(.random, contacts: 3, participants: [])
    var watched = [Int](repeating: 0, count: 120)
    for actor in 0..<120 {
      let contacts = random.contacts(of: actor)
      #expect(contacts.count == 6 && !contacts.contains(actor))
      for contact in contacts { watched[contact] += 1 }
    }
    // Each is watched by six on average, standard deviation 2.4: 20 is beyond five of them.
    #expect(watched.allSatisfy { $0 < 20 })
    #expect(isLikely(watched[..<60].reduce(0, +), of: 720, probability: 0.5))
  }

  /// With 10 % rewired, a contact is another than the neighbour with probability 0.1 · 118/119.
  @Test func rewiringReplacesItsShareOfContacts() throws {
    let ring = try Self.neighbourhood(.ring, contacts: 3, participants: [])
    let world = try Self.neighbourhood(.smallWorld, contacts: 3, participants: [])
    let replaced = (0..<120).reduce(0) { sum, actor in
      sum + zip(ring.contacts(of: actor), world.contacts(of: actor)).count { $0 != $1 }
    }
    #expect(isLikely(replaced, of: 720, probability: 0.1 * 118 / 119))
  }

  @Test func moreRewiringKeepsWhatWasRewired() throws {
    let ring = try Self.neighbourhood(.ring, contacts: 3, participants: [])
    let less = try Self.neighbourhood(.smallWorld, contacts: 3, rewiring: 0.2, participants: [])
    let more = try Self.neighbourhood(.smallWorld, contacts: 3, rewiring: 0.6, participants: [])
    var added = 0
    for actor in 0..<120 {
      for (place, neighbour) in ring.contacts(of: actor).enumerated() {
        let (before, after) = (less.contacts(of: actor)[place], more.contacts(of: actor)[place])
        if before != neighbour {
          #expect(after == before)
        } else if after != neighbour {
          added += 1
        }
      }
    }
    #expect(added > 200)
  }

  /// They are found when somebody first asks, and are the same whoever asked before.
  @Test func contactsAreTheSameWhoeverAskedBefore() throws {
    let fresh = try Self.neighbourhood(.smallWorld, contacts: 3, rewiring: 0.5, participants: [])
    var world = try Self.neighbourhood(.smallWorld, contacts: 3, rewiring: 0.5, participants: [])
    var turn = Turn()
    for actor in (0..<120).reversed() + (0..<120) {
      _ = turn.draw(turn.stream(.lead, of: world.task), 0) { $0.uniform() }
      let found = world.task.contacts.neighbours(of: actor, id: world.ids[actor], &turn)
      #expect(found == fresh.contacts(of: actor))
      turn.round += 1
    }
  }

  private struct Neighbourhood {
    var task: TaskState
    let ids: [UInt32]

    func contacts(of actor: Int) -> [Int] {
      var contacts = task.contacts
      var turn = Turn()
      return contacts.neighbours(of: actor, id: ids[actor], &turn)
    }

    func share(of actor: Int) -> Double? {
      var contacts = task.contacts
      var turn = Turn()
      return contacts.participating(
        of: actor, id: ids[actor], task.members,
        participants: task.members.count { $0.participates }, &turn)
    }
  }

  private static func neighbourhood(
    _ network: Network, contacts: Double, rewiring: Double = 0.1, staff: Int = 24,
    citizens: Int = 96, participants: [Int]
  ) throws -> Neighbourhood {
    let kinds = [
      ActorKind.alike("staff", .public, staff), .alike("citizen", .external, citizens),
    ]
    let stage = try Stage(setUp: [MeetContacts()], kinds: kinds, network: network) {
      $0.population.contacts = contacts
      $0.population.rewiring = rewiring
    }
    var task = stage.task
    task.members = stage.actors.map { _ in Member() }
    for index in participants { task.members[index].participates = true }
    return Neighbourhood(task: task, ids: stage.actors.map(\.id))
  }
}
