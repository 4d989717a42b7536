internal import GSL

/// Who knows whom, for the part that contacts play in joining.
///
/// Contacts are directed: each actor has its own, whom it watches. They are drawn when they are first
/// asked for, and kept.
package struct Contacts: Sendable {
  private enum Kind: Sendable { case none, all, ring }
  private var kind = Kind.none
  private var count = 0
  private var reach = 0
  private var rewiring = 0.0
  private var stream: RandomStream?
  /// Where the contacts of an actor begin in the list, or -1.
  private var starts: [Int32] = []
  private var list: [Int32] = []

  package init() {}

  init(
    _ network: Network, actors count: Int, _ parameters: PopulationParameters,
    _ stream: RandomStream
  ) {
    self.count = count
    self.stream = stream
    reach = Int(parameters.contacts)
    guard network != .none, reach > 0 else { return }
    kind = network == .complete || count <= 2 * reach ? .all : .ring
    rewiring = network == .ring ? 0 : network == .random ? 1 : parameters.rewiring
    if kind == .ring { starts = [Int32](repeating: -1, count: count) }
  }

  /// The contacts of an actor in a network that has places, nearest first.
  package mutating func neighbours(of index: Int, id: UInt32, _ turn: inout Turn) -> [Int] {
    guard kind == .ring else { return [] }
    meet(index, id: id, &turn)
    let start = Int(starts[index])
    return list[start..<start + 2 * reach].map { Int($0) }
  }

  private mutating func meet(_ index: Int, id: UInt32, _ turn: inout Turn) {
    guard starts[index] < 0, let stream else { return }
    starts[index] = Int32(list.count)
    turn.draw(stream, id) { random in
      for step in 1...reach {
        for neighbour in stride(from: index + step, through: index - step, by: -2 * step) {
          // Both are drawn always, so that rewiring less moves no other contact.
          let (rewired, other) = (random.uniform() < rewiring, random.integer(below: count - 1))
          list.append(
            Int32(rewired ? (other < index ? other : other + 1) : (neighbour + count) % count))
        }
      }
    }
  }

  /// Share of an actor's contacts that take part, or `nil` if it has none.
  mutating func participating(
    of index: Int, id: UInt32, _ members: [Member], participants: Int, _ turn: inout Turn
  ) -> Double? {
    switch kind {
    case .none: return nil
    case .all:
      let others = participants - (members[index].participates ? 1 : 0)
      return members.count > 1 ? Double(others) / Double(members.count - 1) : nil
    case .ring:
      guard participants > 0 else { return 0 }
      meet(index, id: id, &turn)
      var sum = 0
      for slot in Int(starts[index])..<Int(starts[index]) + 2 * reach
      where members[Int(list[slot])].participates {
        sum += 1
      }
      return Double(sum) / Double(2 * reach)
    }
  }
}
