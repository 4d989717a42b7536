import CoCreation
import Testing

/// A meeting under bounded confidence.
///
/// Deffuant, Neau, Amblard & Weisbuch 2000, Advances in Complex Systems 3, 87-98. How many opinions
/// survive is a case of scenarios/docking.
@Suite struct BoundedConfidenceTests {
  @Test func aMeetingKeepsTheMeanAndTheOrder() {
    for convergence in [0, 0.1, 0.3, 0.5] {
      var (a, b) = (0.3, 0.55)
      Deliberate.meet(&a, &b, confidence: 0.3, convergence: convergence)
      #expect(abs(a + b - 0.85) < 1e-15)
      #expect(abs(b - a - 0.25 * (1 - 2 * convergence)) < 1e-15)
    }
  }

  @Test func whoIsTooFarApartDoesNotListen() {
    var (a, b) = (0.25, 0.5)
    Deliberate.meet(&a, &b, confidence: 0.25, convergence: 0.5)
    #expect(a == 0.25 && b == 0.5)
    Deliberate.meet(&a, &b, confidence: 0.2500001, convergence: 0.5)
    #expect(a == 0.375 && b == 0.375)
  }
}
