@testable import CoCreation

/// What everybody gave in every period of some experiments.
struct ContributionPanel {
  /// Somebody's contributions in points of 20, and how far each is from the published equation.
  struct Person {
    var given: [Double] = []
    var residuals: [Double] = []
  }

  private(set) var people: [Person] = []
  let periods: Int

  init(_ scenario: DockingScenario, replicates: Int, periods: Int = 10) {
    self.periods = periods
    var people: [Person] = []
    var places: [Int: Int] = [:]
    scenario.followContributions(replicates: replicates) { before, after, round in
      guard round > 0 else { return }
      if round == 1 { places = [:] }
      let (task, known) = (after.tasks[0], before.tasks[0].members)
      for index in task.participants[task.publicParticipants...] {
        let place = places[index] ?? people.count
        if place == people.count { people.append(Person()) }
        places[index] = place
        let (points, belief) = (20 * task.members[index].contribution, known[index].belief)
        // −0.473 + 0.242 preferred + 0.666 belief.
        let preferred = after.actors[index].socialType.preferredContribution(others: belief)
        people[place].given.append(points)
        people[place].residuals.append(points - (-0.473 + 0.242 * preferred + 0.666 * belief))
      }
    }
    self.people = people
  }

  /// The share of people of whose contribution in a period something is true.
  func share(in period: Int, _ isTrue: (Double) -> Bool) -> Double {
    Double(people.count { isTrue($0.given[period - 1]) }) / Double(people.count)
  }

  /// The same, period by period.
  func shares(_ isTrue: (Double) -> Bool) -> [Double] {
    (1...periods).map { share(in: $0, isTrue) }
  }

  /// Mean contributions, period by period.
  var means: [Double] {
    (0..<periods).map { period in
      people.reduce(0) { $0 + $1.given[period] } / Double(people.count)
    }
  }

  /// The chance to give nothing after a period in which something was true of the contribution.
  func nothing(after isTrue: (Double) -> Bool) -> Double {
    var (hits, cases) = (0, 0)
    for person in people {
      for (last, next) in zip(person.given, person.given.dropFirst()) where isTrue(last) {
        cases += 1
        hits += next == 0 ? 1 : 0
      }
    }
    return Double(hits) / Double(cases)
  }

  /// Standard deviation of what is left of contributions by the published equation.
  var residualDeviation: Double { Self.deviation(people.flatMap(\.residuals)) }

  /// Standard deviation of people's own means of it: how far they differ lastingly.
  var lastingDeviation: Double {
    Self.deviation(people.map { $0.residuals.reduce(0, +) / Double($0.residuals.count) })
  }

  /// Correlation of it with that of the period before.
  var residualPersistence: Double {
    let pairs = people.flatMap { zip($0.residuals, $0.residuals.dropFirst()).map { ($0, $1) } }
    let count = Double(pairs.count)
    let means = (
      pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
    )
    let covariance = pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) } / count
    return covariance / Self.deviation(pairs.map(\.0)) / Self.deviation(pairs.map(\.1))
  }

  private static func deviation(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }
}

/// Root of the mean square of the differences.
func rootMeanSquareError(_ values: [Double], _ others: [Double]) -> Double {
  let squares = zip(values, others).map { ($0 - $1) * ($0 - $1) }
  return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
}
