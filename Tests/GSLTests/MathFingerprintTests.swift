import GSL
import Testing

@Suite struct MathFingerprintTests {
  @Test func isTheSameEachTime() {
    let first = MathFingerprint.taken()
    #expect(first == MathFingerprint.taken())
    #expect(first == MathFingerprint.current)
    #expect(first.wholeMatch(of: /[0-9a-f]{16}/) != nil)
  }
}
