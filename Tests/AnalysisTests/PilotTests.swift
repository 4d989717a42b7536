import Analysis
import Testing

/// Pilots against NumPy 2 and SciPy 1.17.
@Suite("Pilot")
struct PilotTests {
  static let first = Sample(values: [3, 1.5, 4.25, -2, 7.125, 0.5, nil, 4])
  static let second = Sample(values: [2, 1, 3.5, -2.25, 5, 1, 9, nil])

  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-9 * abs(expected) } ?? false
  }

  @Test("Replicates count where both strategies have a value")
  func pilot() throws {
    let pilot = try #require(Pilot(Self.first, minus: Self.second))
    #expect(pilot.count == 6)
    #expect(near(pilot.difference.value, 0.6875))
    #expect(near(pilot.deviation, 0.8723173161183951))
    #expect(near(pilot.correlation, 0.9806765565438599))
    #expect(near(pilot.unpairedDeviation, 4.01721555724028))
    #expect(near(pilot.deviationLimit(0.95), 1.8224954627711014))
  }

  @Test("It says how many replicates show a difference")
  func need() throws {
    let pilot = try #require(Pilot(Self.first, minus: Self.second))
    let need = pilot.need(0.5, power: 0.9, level: 0.05)
    // 34, 142 and 680 that have both values: three in four of all.
    #expect(pilot.definedShare == 0.75)
    #expect(need.replicates == 46)
    #expect(need.safeReplicates == 190)
    #expect(need.unpairedReplicates == 907)
    // By SciPy's noncentral t, of the 15 in 20 that have both.
    #expect(near(pilot.power(0.5, count: 20, level: 0.05), 0.5424823187065642))
    #expect(pilot.power(0.5, count: 2, level: 0.05) == nil)
  }

  @Test("The context is the unit")
  func contexts() throws {
    let contexts = [0, 0, 1, 1, 2, 2]
    let pilot = try #require(
      Pilot(
        Sample(values: [5, 7, 1, 3, nil, 2], contexts: contexts),
        minus: Sample(values: [1, 3, 1, 1, 0, 0], contexts: contexts)))
    #expect(pilot.count == 3)
    #expect(near(pilot.difference.value, 7.0 / 3))
  }

  @Test("The same difference everywhere needs two contexts to be seen")
  func same() throws {
    let pilot = try #require(Pilot(Sample(values: [1, 2, 4]), minus: Sample(values: [0, 1, 3])))
    #expect(pilot.deviation == 0)
    #expect(near(pilot.correlation, 1))
    #expect(pilot.need(0.1, power: 0.95, level: 0.01).replicates == 2)
    #expect(pilot.power(0.1, count: 2, level: 0.01) == 1)
  }

  @Test("One context says nothing of a standard deviation")
  func few() {
    #expect(Pilot(Sample(values: [1, nil]), minus: Sample(values: [0, 1])) == nil)
    let contexts = [3, 3]
    let pilot = Pilot(
      Sample(values: [1, 2], contexts: contexts), minus: Sample(values: [0, 1], contexts: contexts))
    #expect(pilot == nil)
  }

  @Test("Without any spread of one strategy there is no correlation")
  func constant() throws {
    let pilot = try #require(Pilot(Sample(values: [1, 2, 4]), minus: Sample(values: [1, 1, 1])))
    #expect(pilot.correlation == nil)
    #expect(near(pilot.unpairedDeviation, pilot.deviation))
  }
}
