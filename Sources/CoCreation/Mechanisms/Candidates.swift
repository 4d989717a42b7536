internal import Glibc
internal import GSL

/// Finds those of a kind whose lot for joining may be low enough, without asking everybody.
///
/// Each person of a pool has a lot, uniform on [0, 1), and joins if it lies below the chance of
/// joining. Lots are drawn in layers between rising bounds. Whether a lot lies in a layer, given that
/// it lies in none below, is a Bernoulli trial with the same chance for everybody, so the next person
/// of whom it is true is found by a geometric waiting time. Layers beyond the largest chance that
/// anybody can have are not drawn at all. All lots are independent and uniform, as if drawn one by
/// one; and a layer is the same whatever the strategy.
struct Candidates {
  private let kind: UInt32
  private let bound: Double
  private let stream: RandomStream
  private var layer = -1
  private var found: [(number: Int, lot: Double)] = []
  private var position = 0

  /// Bounds of layers: 0, 2⁻¹⁰, 2⁻⁹, … 1.
  private static func lower(_ layer: Int) -> Double {
    layer == 0 ? 0 : exp2(Double(layer - 11))
  }
  private static let layers = 11

  init(of kind: Int, below bound: Double, _ stream: RandomStream) {
    self.kind = UInt32(kind)
    self.bound = bound
    self.stream = stream
  }

  /// The next candidate, layer by layer and within a layer in the order of persons.
  mutating func next(_ pool: Range<Int>, _ members: inout [Member], _ turn: inout Turn) -> (
    index: Int, lot: Double
  )? {
    while true {
      while position < found.count {
        let (number, lot) = found[position]
        position += 1
        let index = pool.lowerBound + number
        // Its lot lies in a layer below.
        guard members[index].lotRound != Int32(turn.round) else { continue }
        members[index].lotRound = Int32(turn.round)
        if lot < bound { return (index, lot) }
      }
      layer += 1
      guard layer < Self.layers, Self.lower(layer) < bound else { return nil }
      draw(pool.count, &turn)
    }
  }

  private mutating func draw(_ count: Int, _ turn: inout Turn) {
    let (low, high) = (Self.lower(layer), Self.lower(layer + 1))
    let chance = (high - low) / (1 - low)
    let odds = chance < 1 ? log1p(-chance) : 0
    found.removeAll(keepingCapacity: true)
    position = 0
    let address = kind << 8 | UInt32(layer)
    turn.draw(stream, address) { random in
      var number = 0
      while true {
        // A waiting time of at least the pool's size ends the layer, however long it is.
        let wait = chance < 1 ? log1p(-random.uniform()) / odds : 0
        guard wait < Double(count - number) else { return }
        number += Int(wait)
        found.append((number, low + random.uniform() * (high - low)))
        number += 1
        guard number < count else { return }
      }
    }
  }
}
