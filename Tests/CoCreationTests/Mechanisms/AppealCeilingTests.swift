import GSL
import Testing

@testable import CoCreation

/// Who is not looked at must not be one who would join: ceilings lie above every utility.
@Suite struct AppealCeilingTests {
  /// Outsiders of all sorts, in processes of all sorts: at a glance, with their contacts, and of a kind.
  @Test(arguments: 0..<60) func nobodyIsAboveItsCeilings(number: Int) throws {
    var draws = Draws(number)
    var stage = try Self.stage(&draws)
    let appeal = Appeal(stage.task, stage.actors, stage.world)
    let kind = appeal.ceiling(of: stage.world.kinds[1])
    for index in 2..<42 {
      Self.change(index, &stage, &draws)
      let (actor, member) = (stage.actors[index], stage.task.members[index])
      let drawn = appeal.drawn(by: stage.shareOfContacts(of: index))
      let own = appeal.ceiling(actor, member, drawn: drawn)
      let glance = appeal.ceiling(actor, member, drawn: appeal.mostDrawn)
      // A rounding error's worth.
      #expect(stage.utility(of: index) <= min(own, kind) + 1e-9 && own <= glance + 1e-9)
      #expect(glance <= kind + 1e-9)
    }
  }

  /// What a glance tells of an actor who is all that a process can wish for is all there is.
  @Test func theCeilingOfAKindCanBeReached() throws {
    var stage = try Stage {
      for name in ["motive", "efficacy", "contact", "trust", "pressure", "centrality", "fear"] {
        $0[name + "_weight"] = 2
      }
      ($0.join.resourceWeight, $0.join.supportEffect, $0.population.contacts) = (0.3, 0.2, 1)
      $0.form.centrality = 0.9
    }
    stage.task.coverage = 0.3
    stage.task.received.support = 2
    stage.task.contacts = Contacts(
      .complete, actors: 4, stage.task.parameters.population, stage.task.contextStream(.contacts))
    stage.task.members[2].participates = false
    stage.task.participants = [0, 1, 3]
    (stage.actors[2].saving, stage.actors[2].quality, stage.actors[2].need) = (0, 1, 0)
    (stage.actors[2].hours, stage.actors[2].knowledge, stage.actors[2].isPoor) = (1e6, 1, true)
    (stage.task.members[2].fit, stage.task.members[2].trust) = (1, 1)
    (stage.task.members[2].believedOpenness, stage.task.members[2].voice) = (
      0, Member.initialVoice
    )
    let ceiling = Appeal(stage.task, stage.actors, stage.world).ceiling(of: stage.world.kinds[1])
    #expect(near(stage.utility(of: 2), ceiling))
  }

  private static func change(_ index: Int, _ stage: inout Stage, _ draws: inout Draws) {
    let motives = (draws.next(), draws.next(), draws.next())
    let sum = motives.0 + motives.1 + motives.2
    stage.actors[index].saving = motives.0 / sum
    stage.actors[index].quality = motives.1 / sum
    stage.actors[index].need = motives.2 / sum
    stage.actors[index].hours = 500 * draws.next() * draws.next()
    stage.actors[index].knowledge = draws.next()
    stage.actors[index].isPoor = draws.next() < 0.5
    stage.actors[index].fatigue = draws.next() < 0.5 ? 0 : draws.next()
    stage.actors[index].engagements = Int32(3 * draws.next())
    stage.task.members[index].everParticipated = false
    stage.task.members[index].voice = Member.initialVoice
    stage.task.members[index].isAffected = draws.next() < 0.5
    stage.task.members[index].fit = draws.next()
    stage.task.members[index].believedOpenness = draws.next()
    stage.task.members[index].initialTrust = draws.next()
    let disposition = stage.task.members[index].initialTrust + stage.task.reputation.shift
    stage.task.members[index].trust = min(1, max(0, disposition - 0.3 * draws.next()))
  }

  /// A process of two with forty outsiders; all that appeals is drawn, from nothing to its most.
  private static func stage(_ draws: inout Draws) throws -> Stage {
    var stage = try Stage(publicActors: 2, externalActors: 41) { parameters in
      let names = Parameters.everything.filter { $0.group == "join" && !$0.isInteger }.map(\.name)
      for name in names + ["openness", "centrality", "role_clarity", "documentation_base"] {
        guard let range = Parameters.entry(name)?.range else { continue }
        parameters[name] = range.lowerBound + draws.next() * (range.upperBound - range.lowerBound)
      }
      parameters.population.contacts = 2
    }
    stage.makeOutsiders(of: Array(2..<42))
    stage.task.contacts = Contacts(
      .random, actors: 43, stage.task.parameters.population, stage.task.contextStream(.contacts))
    stage.task.coverage = draws.next()
    stage.task.carriedOut = draws.next()
    stage.task.design = ChoiceSet(bits: UInt32(16 * draws.next()))
    stage.task.reputation.shift = 2 * draws.next() - 1
    stage.task.received = Offer(promisedBy: stage.task.parameters, share: draws.next())
    stage.world.fear = draws.next()
    stage.task.leader = draws.next() < 0.5 ? nil : 0
    stage.actors[0].legitimacy = draws.next()
    return stage
  }

  /// Uniform numbers that a number stands for.
  private struct Draws {
    private let stream: RandomStream
    private var count: UInt32 = 0

    init(_ number: Int) {
      stream = RandomSource.stream(run: RandomSource.runKey(5), mechanism: 0, round: number)
    }

    mutating func next() -> Double {
      var turn = Turn()
      count += 1
      return turn.draw(stream, count) { $0.uniform() }
    }
  }
}
