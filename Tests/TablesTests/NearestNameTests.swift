import Testing

@testable import Tables

struct NearestNameTests {
  @Test(arguments: [
    ("publik_cost", "public_cost"), ("sed", "seed"), ("seeds", "seed"), ("round", "rounds"),
    ("entirely_else", nil), ("", nil),
  ])
  func findsTheMostSimilar(name: String, nearest: String?) {
    #expect(nearestName(to: name, among: ["public_cost", "seed", "rounds"]) == nearest)
  }

  @Test func findsNothingAmongNothing() {
    #expect(nearestName(to: "a", among: []) == nil)
  }
}
