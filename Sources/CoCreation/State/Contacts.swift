internal import GSL

/// Who knows whom, for the part that contacts play in joining.
///
/// Contacts are directed: each actor has its own, whom it watches. They are found when they are asked
/// for: the same draws at the same address give the same contacts.
package struct Contacts: Sendable {
  private enum Kind: Sendable { case none, all, ring }
  private var kind = Kind.none
  private var count = 0
  private var reach = 0
  private var rewiring = 0.0
  private var stream: RandomStream?

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
  }

  /// The contacts of an actor in a network that has places, nearest first.
  package func neighbours(of index: Int, id: UInt32, _ turn: inout Turn) -> [Int] {
    guard kind == .ring, let stream else { return [] }
    var neighbours: [Int] = []
    turn.draw(stream, id) { eachContact(of: index, &$0) { neighbours.append($0) } }
    return neighbours
  }

  @inline(__always)
  private func eachContact(
    of index: Int, _ random: inout RandomSource, _ body: (Int) -> Void
  ) {
    for step in 1...reach {
      for neighbour in stride(from: index + step, through: index - step, by: -2 * step) {
        // Both are drawn always, so that rewiring less moves no other contact.
        let (rewired, other) = (random.uniform() < rewiring, random.integer(below: count - 1))
        body(rewired ? (other < index ? other : other + 1) : (neighbour + count) % count)
      }
    }
  }

  /// Share of an actor's contacts that take part, or `nil` if it has none.
  func participating(
    of index: Int, id: UInt32, _ members: [Member], participants: Int, _ turn: inout Turn
  ) -> Double? {
    switch kind {
    case .none: return nil
    case .all:
      let others = participants - (members[index].participates ? 1 : 0)
      return members.count > 1 ? Double(others) / Double(members.count - 1) : nil
    case .ring:
      guard participants > 0, let stream else { return 0 }
      var sum = 0
      turn.draw(stream, id) {
        eachContact(of: index, &$0) { if members[$0].participates { sum += 1 } }
      }
      return Double(sum) / Double(2 * reach)
    }
  }
}
