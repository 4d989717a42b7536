import Testing

@testable import CoCreation

@Suite struct ChoiceSetTests {
  @Test func itHoldsWhatWasPutIn() {
    var set = ChoiceSet()
    #expect(set.isEmpty && set.count == 0 && set.index == 0)
    set.insert(0)
    set.insert(13)
    set.insert(0)
    #expect(!set.isEmpty && set.count == 2 && set.index == 1 + 1 << 13)
    #expect(set.contains(0) && set.contains(13) && !set.contains(1))
    // As people count.
    #expect(set.numbers == [1, 14])
  }

  @Test(arguments: [0, 1, 4, 14, 31, 32]) func theFirstChoices(count: Int) {
    let set = ChoiceSet(first: count)
    #expect(set.count == count)
    #expect(set.numbers == (0..<count).map { $0 + 1 })
  }

  @Test func differencesAreWhatOneHasAndTheOtherNot() {
    let (one, other): (ChoiceSet, ChoiceSet) = (0b0110, 0b0011)
    #expect(one ^ other == 0b0101 && one ^ one == ChoiceSet())
    var changed = one
    changed ^= 0b1000
    #expect(changed == 0b1110)
    changed ^= 0b1000
    #expect(changed == one)
  }

  /// Open choices as they were before, the others as planned.
  @Test func aMaskSelectsFromTwoSets() {
    #expect(ChoiceSet.select(0b1100, 0b1010, else: 0b0101) == 0b1001)
    #expect(ChoiceSet.select(ChoiceSet(), 0b1010, else: 0b0101) == 0b0101)
    #expect(ChoiceSet.select(ChoiceSet(first: 4), 0b1010, else: 0b0101) == 0b1010)
  }

  @Test func choicesAreGoneThroughInOrder() {
    var seen: [Int] = []
    ChoiceSet(bits: 0b1001_0010).forEach { seen.append($0) }
    #expect(seen == [1, 4, 7])
    ChoiceSet().forEach { _ in Issue.record("an empty set has a choice") }
  }
}
