import Testing

@testable import CoCreation

/// How much coordination grows with the number of people.
@Suite struct CoordinateMeetingsTests {
  /// √(m − 1) in a team of eight, and teams of teams above it.
  @Test(
    arguments: [
      (0.0, 0.0), (1, 0), (2, 1), (5, 2), (8, 2.6457513110645907),
      // Two teams: √7 + H(2) / 8; eight: √7 + √7 / 8; 64: √7 + (√7 + √7 / 8) / 8.
      (16, 2.6457513110645907 + 0.125), (64, 2.6457513110645907 * 1.125),
      (512, 2.6457513110645907 * 1.140625),
      // One and a half teams: √7 + √½ / 8.
      (12, 2.6457513110645907 + 0.08838834764831845),
    ] as [(Double, Double)])
  func meetingsByHand(people: Double, expected: Double) {
    #expect(near(Coordinate.meetings(of: people, teamSize: 8), expected))
  }

  /// It rises without a step, and no further than √(s − 1) · s / (s − 1).
  @Test(arguments: [2.0, 4, 8, 60]) func theyLevelOff(teamSize: Double) {
    var last = 0.0
    for step in 4...4000 {
      let people = Double(step) / 4
      let meetings = Coordinate.meetings(of: people, teamSize: teamSize)
      // A quarter of a head more is half a meeting at most, where a second head joins a first.
      #expect(meetings >= last && meetings <= last + 0.5)
      last = meetings
    }
    #expect(last < (teamSize - 1).squareRoot() * teamSize / (teamSize - 1))
  }

  /// x = 0.05 · H(12), of twelve in teams of eight.
  @Test func coordinationGrowsByMeetings() throws {
    var stage = try Stage(publicActors: 4, externalActors: 8) {
      ($0.coordinate.loss, $0.contribute.teamSize) = (0.05, 8)
    }
    stage.run(Coordinate())
    let x = 0.05 * (2.6457513110645907 + 0.08838834764831845)
    #expect(near(stage.task.month.coordinationShare, x / (1 + x)))
  }
}
