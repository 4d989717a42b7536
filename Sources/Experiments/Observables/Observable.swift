internal import CoCreation

/// A number of a whole run that published numbers are held against and no table has.
///
/// It may look at what tables do not tell: the events of a run, and every actor at its end.
public struct Observable: Sendable {
  /// The name in a claim.
  public let name: String
  /// The unit, "1" where it has none.
  public let unit: String
  /// What it is, and when it is missing.
  public let summary: String
  /// Whether it is taken over the months in which the process lived, so that processes that lived
  /// differently long are not to be compared by it.
  public let isOverLife: Bool
  /// What must be recorded of a run for it, besides its months.
  let needs: Observation
  private let read: @Sendable (RunObservation, inout Turn) -> Double?

  init(
    _ name: String, _ unit: String, isOverLife: Bool = false, events: Bool = false,
    actors: Bool = false, _ summary: String,
    _ read: @escaping @Sendable (RunObservation, inout Turn) -> Double?
  ) {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.isOverLife = isOverLife
    var needs = Observation()
    (needs.events, needs.actors) = (events, actors)
    self.needs = needs
    self.read = read
  }

  /// The number of a run.
  func value(of run: RunObservation, _ turn: inout Turn) -> Double? { read(run, &turn) }
}

/// The list of observables.
public enum Observables {
  /// Every observable, in no order that matters.
  public static let all: [Observable] =
    [
      .hoursPerParticipant, .participationInAYear, .participationInATask, .joinedAtFirst,
      .retention,
      .oddsOfThePoor, .qualityRose, .unitCostFell, .savingWeight,
    ] + furthered + drivers

  /// The observable of a name.
  public static func observable(_ name: String) -> Observable? { all.first { $0.name == name } }
}

extension RunObservation {
  /// Indices of all external actors.
  var externalPool: [Int] { end.actors.indices.filter { end.actors[$0].isExternal } }

  /// Whether an actor ever took part in anything.
  func everTookPart(_ actor: Int) -> Bool {
    end.tasks.contains { $0.members[actor].everParticipated }
  }

  /// Whether there was a process.
  var isCocreated: Bool { end.tasks.contains(where: \.isCocreated) }
}
