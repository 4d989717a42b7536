/// A set of choices of a design space, one bit each: a design, the choices that are open, a change.
///
/// A design is the set of choices that it takes.
package struct ChoiceSet: BitwiseCopyable, Hashable, Sendable {
  package var bits: UInt32

  package init(bits: UInt32 = 0) { self.bits = bits }

  /// The first choices of a design space, all of them.
  package init(first count: Int) { bits = count >= 32 ? ~0 : 1 << UInt32(count) - 1 }

  package var isEmpty: Bool { bits == 0 }
  package var count: Int { bits.nonzeroBitCount }
  /// Its place among all designs.
  package var index: Int { Int(bits) }
  /// The numbers of its choices, from 1, as people count.
  package var numbers: [Int] { (0..<32).filter { contains($0) }.map { $0 + 1 } }

  @inline(__always)
  package func contains(_ choice: Int) -> Bool { bits >> UInt32(choice) & 1 == 1 }

  package mutating func insert(_ choice: Int) { bits |= 1 << UInt32(choice) }

  /// The choices of one set but not of both: a design with some choices changed, or where two
  /// designs differ.
  package static func ^ (a: ChoiceSet, b: ChoiceSet) -> ChoiceSet {
    ChoiceSet(bits: a.bits ^ b.bits)
  }

  package static func ^= (a: inout ChoiceSet, b: ChoiceSet) { a.bits ^= b.bits }

  /// One set where a mask has a choice, another where it has not.
  package static func select(_ mask: ChoiceSet, _ inside: ChoiceSet, else outside: ChoiceSet)
    -> ChoiceSet
  {
    ChoiceSet(bits: inside.bits & mask.bits | outside.bits & ~mask.bits)
  }

  /// Calls a function for each of its choices, in ascending order.
  @inline(__always)
  package func forEach(_ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}
