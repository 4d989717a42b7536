import Glibc
import GSL

/// An actor of the test kernel: plain data in an array, as in the engine.
struct Person: BitwiseCopyable {
  let id: UInt32
  var isActive = false
  var opinion: Double
  var trust: Double
  var effort = 0.0
  var fatigue = 0.0
}

/// The mechanisms that draw; each has a stream of its own.
enum Mechanism: Int {
  case start = 1
  case meet, join, work, learn
}

/// Where in an experiment a phase draws.
struct Moment {
  let run: UInt64
  let round: Int

  func stream(_ mechanism: Mechanism) -> RandomStream {
    RandomSource.stream(run: run, mechanism: mechanism.rawValue, round: round)
  }
}

/// A step of a round.
protocol Phase {
  func run(_ people: inout [Person], _ moment: Moment, _ random: inout RandomSource)
}

/// Opinions move towards that of a random other, if it is near.
struct Meet: Phase {
  func run(_ people: inout [Person], _ moment: Moment, _ random: inout RandomSource) {
    let stream = moment.stream(.meet)
    for index in people.indices {
      random.place(stream, item: people[index].id)
      let draw = random.integer(below: people.count - 1)
      let difference = people[draw < index ? draw : draw + 1].opinion - people[index].opinion
      if abs(difference) < 0.4 { people[index].opinion += 0.1 * difference }
    }
  }
}

/// People take part with a logistic probability.
struct Join: Phase {
  func run(_ people: inout [Person], _ moment: Moment, _ random: inout RandomSource) {
    let stream = moment.stream(.join)
    for index in people.indices {
      let person = people[index]
      let utility = 2 * (person.trust - 0.5) - 3 * person.fatigue + person.opinion - 0.5
      random.place(stream, item: person.id)
      people[index].isActive = random.uniform() < 1 / (1 + exp(-utility))
    }
  }
}

/// Everyone has a gamma-distributed amount to do, more if taking part.
struct Work: Phase {
  func run(_ people: inout [Person], _ moment: Moment, _ random: inout RandomSource) {
    let stream = moment.stream(.work)
    for index in people.indices {
      random.place(stream, item: people[index].id)
      people[index].effort = random.gamma(shape: 2, scale: people[index].isActive ? 0.5 : 0.1)
    }
  }
}

/// What the round leaves behind.
struct Learn: Phase {
  func run(_ people: inout [Person], _ moment: Moment, _ random: inout RandomSource) {
    let stream = moment.stream(.learn)
    for index in people.indices {
      var person = people[index]
      random.place(stream, item: person.id)
      let shock = random.gaussian()
      person.trust += 0.1 * (0.5 - person.trust) + 0.05 * shock
      person.trust = min(1, max(0, person.trust))
      person.opinion += 0.02 * shock
      person.opinion = min(1, max(0, person.opinion))
      person.fatigue += 0.05 * person.effort - 0.1 * person.fatigue
      people[index] = person
    }
  }
}

/// One run: means over people after the last round.
func run(people count: Int, rounds: Int, seed: UInt64, _ random: inout RandomSource) -> [Double] {
  let phases: [any Phase] = [Meet(), Join(), Work(), Learn()]
  let key = RandomSource.runKey(seed)
  let start = Moment(run: key, round: 0).stream(.start)
  var people = (0..<count).map { index in
    random.place(start, item: UInt32(index))
    return Person(id: UInt32(index), opinion: random.uniform(), trust: random.uniform())
  }
  for round in 1...rounds {
    for phase in phases { phase.run(&people, Moment(run: key, round: round), &random) }
  }
  var sums = [Double](repeating: 0, count: 5)
  for person in people {
    sums[0] += person.isActive ? 1 : 0
    sums[1] += person.opinion
    sums[2] += person.trust
    sums[3] += person.effort
    sums[4] += person.fatigue
  }
  return sums.map { $0 / Double(count) }
}
