import Experiments
import GSL
import Testing

@testable import CoCreation

/// Kauffman 1993, The Origins of Order, chapter 2; contributions are uniform on [0, 1).
@Suite struct KauffmanTests {
  /// Mean contributions over all designs of some landscapes.
  private func landscapes(_ count: Int, choices: Int, ruggedness: Int) -> [[Double]] {
    var random = RandomSource()
    return (0..<count).map { number in
      let (neighbours, tables) = Landscape.tables(
        choices: choices, ruggedness: ruggedness, neighbourStream: dockingStream(number),
        tableStream: dockingStream(count + number), &random)
      return Landscape.contributions(neighbours: neighbours, tables: tables)
    }
  }

  /// Designs that no change of a single choice improves.
  private func localOptima(_ values: [Double]) -> Int {
    let choices = values.count.trailingZeroBitCount
    return values.indices.count { design in
      (0..<choices).allSatisfy { values[design ^ 1 << $0] < values[design] }
    }
  }

  @Test(arguments: [4, 8, 12])
  func withoutInterplayThereIsOneOptimumOfTwoThirds(choices: Int) {
    let landscapes = landscapes(150, choices: choices, ruggedness: 0)
    #expect(landscapes.allSatisfy { localOptima($0) == 1 })
    // Each choice has the better of two uniform draws, of mean 2/3.
    let maxima = Estimate(landscapes.compactMap { $0.max() })
    #expect(maxima.agrees(with: 2.0 / 3), "\(maxima)")
  }

  @Test(arguments: [6, 8, 10])
  func withFullInterplayOneDesignInItsNeighbourhoodIsAnOptimum(choices: Int) {
    let landscapes = landscapes(150, choices: choices, ruggedness: choices - 1)
    let optima = Estimate(landscapes.map { Double(localOptima($0)) })
    #expect(optima.agrees(with: Double(1 << choices) / Double(choices + 1)), "\(optima)")
  }

  @Test func interplayMakesOptima() {
    let counts = [0, 2, 4, 7].map { ruggedness in
      landscapes(60, choices: 8, ruggedness: ruggedness).reduce(0) { $0 + localOptima($1) }
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts).count == counts.count)
  }

  /// As a run of the model: single improvements find the best design of a smooth task, and get
  /// stuck on a rugged one.
  @Test func stepByStepImprovementFindsTheBestDesignOfASmoothTask() throws {
    let quality = try #require(Metrics.run.first { $0.name == "quality" })
    let smooth = try DockingScenario("kauffman-1993-smooth").run()
    #expect(smooth.allSatisfy { quality.value($0.task(0)) == 1 })
    let rugged = try DockingScenario(
      "kauffman-1993-smooth", [.init(key: "ruggedness", value: "11")]
    ).run()
    let best = rugged.count { quality.value($0.task(0)) == 1 }
    #expect(best < rugged.count / 2, "\(best) of \(rugged.count)")
  }
}
