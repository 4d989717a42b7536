internal import GSL

/// Who knows whom, for the part that contacts play in joining.
package struct Contacts: Sendable {
  private var degree = 0
  private var neighbours: [UInt32] = []
  private var knowsAll = false

  package init() {}

  init(degree: Int, neighbours: [UInt32], knowsAll: Bool) {
    self.degree = degree
    self.neighbours = neighbours
    self.knowsAll = knowsAll
  }

  /// Share of an actor's contacts that take part, or `nil` if it has none.
  @inline(__always)
  func participating(of actor: Int, _ members: [Member], count: Int) -> Double? {
    if knowsAll {
      let others = count - (members[actor].participates ? 1 : 0)
      return members.count > 1 ? Double(others) / Double(members.count - 1) : nil
    }
    guard degree > 0 else { return nil }
    var sum = 0
    for slot in actor * degree..<(actor + 1) * degree
    where members[Int(neighbours[slot])].participates {
      sum += 1
    }
    return Double(sum) / Double(degree)
  }
}

/// Builds the contact network.
///
/// Contacts are directed: each actor has its own, whom it watches.
struct MeetContacts: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let count = actors.count
    let reach = Int(task.parameters.population.contacts)
    let rewiring: Double
    switch world.network {
    case .none: return
    case .complete:
      task.contacts = Contacts(degree: 0, neighbours: [], knowsAll: reach > 0)
      return
    case .ring: rewiring = 0
    case .smallWorld: rewiring = task.parameters.population.rewiring
    case .random: rewiring = 1
    }
    guard count > 2 * reach, reach > 0 else {
      task.contacts = Contacts(degree: 0, neighbours: [], knowsAll: reach > 0)
      return
    }
    let stream = task.contextStream(.contacts)
    var neighbours: [UInt32] = []
    neighbours.reserveCapacity(count * 2 * reach)
    for index in 0..<count {
      random.place(stream, item: actors[index].id)
      for step in 1...reach {
        for neighbour in stride(from: index + step, through: index - step, by: -2 * step) {
          // Both are drawn always, so that rewiring less moves no other contact.
          let (rewired, other) = (random.uniform() < rewiring, random.integer(below: count - 1))
          neighbours.append(
            UInt32(
              rewired ? (other < index ? other : other + 1) : (neighbour + count) % count))
        }
      }
    }
    task.contacts = Contacts(degree: 2 * reach, neighbours: neighbours, knowsAll: false)
  }
}
