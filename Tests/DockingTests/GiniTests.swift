import CoCreation
import Testing

/// The ends of the Gini coefficient; what is known of distributions is a case of scenarios/docking.
@Suite struct GiniTests {
  @Test func equalityAndMonopolyAreTheEnds() {
    #expect(Inequality.gini([2, 2, 2, 2]) == 0)
    #expect(Inequality.gini([0, 0, 5]) == 1)
    #expect(Inequality.gini([5, 0, 0]) == 1)
    #expect(Inequality.gini([1, 3]) == 0.5)
    #expect(Inequality.gini([]) == nil)
    #expect(Inequality.gini([1]) == nil)
    #expect(Inequality.gini([0, 0]) == nil)
  }
}
