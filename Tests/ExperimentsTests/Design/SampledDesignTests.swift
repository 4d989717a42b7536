import CoCreation
import GSL
import Testing

@testable import Experiments

/// Values drawn from what is uncertain.
@Suite("Sampled designs")
struct SampledDesignTests {
  private static let uncertain = """
    uncertain:
      press_scrutiny: {uniform: [0.05, 0.5]}
      stake: {beta: [2, 5]}
      choices: {uniform: [5.5, 8.5]}
      actors.citizen.count: [10, 20, 40, 80]
      strategies.strict.openness: {beta: {a: 0.5, b: 0.5}}

    """

  private static let paths = [
    "press_scrutiny", "stake", "choices", "actors.citizen.count", "strategies.strict.openness",
  ]

  @Test(
    "Each kind has its number of points, and all values are allowed",
    arguments: [
      ("sobol: 64", 64), ("sobol: {points: 64, shift: false}", 64), ("halton: 60", 60),
      ("halton: {points: 60, shift: false}", 60), ("lhs: 50", 50), ("lhs: {points: 50}", 50),
      ("monte_carlo: 50", 50), ("morris: 6", 36), ("morris: {trajectories: 6, levels: 8}", 36),
      ("saltelli: 8", 96), ("saltelli: {points: 8, second_order: false}", 56),
      ("saltelli: {points: 8, shift: false}", 96),
    ])
  func kinds(kind: String, count: Int) throws {
    let design = try Designed.design(Self.uncertain + "design: {\(kind)}")
    #expect(design.count == count)
    #expect(design.factors.map(\.path) == Self.paths)
    #expect(Set(Designed.column(2, design)).isSubset(of: [6, 7, 8]))
    #expect(Set(Designed.column(3, design)).isSubset(of: [10, 20, 40, 80]))
    #expect(Designed.column(0, design).allSatisfy { (0.05...0.5).contains($0) })
    #expect(Set(Designed.column(0, design)).count > 3)
  }

  @Test("Values are quantiles of what the sampler gives; whole numbers the nearest")
  func quantiles() throws {
    let design = try Designed.design(Self.uncertain + "design: {halton: 40}", seed: 5)
    let coordinates = UnitCube(seed: 5, generator: .splitmix, axes: Self.paths)
      .points(.halton(points: 40, isShifted: true))
    let beta = try Distribution(.beta(a: 2, b: 5))
    for point in 0..<40 {
      let (u, values) = (
        Array(coordinates[point * 5..<point * 5 + 5]), Array(design.values(of: point))
      )
      #expect(abs(values[0] - (0.05 + 0.45 * u[0])) < 1e-15)
      #expect(abs(beta.cumulative(values[1]) - u[1]) < 1e-9)
      #expect(values[2] == (5.5 + 3 * u[2]).rounded())
      #expect(values[3] == [10, 20, 40, 80][Int(u[3] * 4)])
    }
  }

  @Test("Equally likely whole numbers are as often there")
  func levels() throws {
    let design = try Designed.design(Self.uncertain + "design: {lhs: 120}")
    for (column, count) in [(2, 40), (3, 30)] {
      let values = Dictionary(grouping: Designed.column(column, design), by: \.self)
      #expect(values.values.allSatisfy { $0.count == count })
    }
  }

  @Test("The seed gives the points; the same seed the same, whatever else the scenario says")
  func seeds() throws {
    let text = Self.uncertain + "design: {sobol: 16}"
    let first = try Designed.design(text, seed: 1)
    #expect(first == (try Designed.design(text, seed: 1)))
    #expect(first != (try Designed.design(text, seed: 2)))
    #expect(
      first
        == (try Designed.scenario(
          text, .init(settings: [.init(key: "demand", value: "77")], seed: 1)
        ).design))
    let raw = Self.uncertain + "design: {sobol: {points: 16, shift: false}}"
    #expect(try Designed.design(raw, seed: 1) == Designed.design(raw, seed: 2))
  }

  @Test("A strategy's factor is drawn over its form, and every configuration is checked")
  func configurations() throws {
    let scenario = try Designed.scenario(Self.uncertain + "design: {lhs: 12}")
    for point in 0..<12 {
      let values = Array(scenario.design.values(of: point))
      for (index, strategy) in scenario.strategies.enumerated() {
        let configuration = try scenario.configuration(for: strategy, at: point)
        #expect(configuration == scenario.configuration(ofStrategy: index, at: point))
        #expect(configuration.parameters["stake"] == values[1])
        #expect(configuration.parameters["openness"] == (index == 1 ? values[4] : 0.2))
        #expect(configuration.parameters["press_scrutiny"] == (index == 1 ? 0.9 : values[0]))
      }
    }
  }
}
