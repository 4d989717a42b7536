internal import CoCreation
internal import GSL

extension Observables {
  /// How much more an actor's sense that it can make a difference decides whether it takes part than
  /// another driver does.
  static let drivers: [Observable] = [
    lead("efficacy_over_trust", of: .trust, "trust, as it was before taking part"),
    lead(
      "efficacy_over_contacts", of: .contacts, "the share of contacts who ever took part"),
    lead("efficacy_over_time", of: .time, "the logarithm of hours"),
  ]

  private static func lead(
    _ name: String, of other: JoiningDrivers.Driver, _ described: String
  ) -> Observable {
    Observable(
      name, "1", actors: true,
      "How much stronger efficacy drives external actors to ever take part than \(described): "
        + "difference of standardised coefficients of one regression on efficacy, trust, contacts "
        + "and time over all external actors, mean over tasks. Before they take part people differ "
        + "in efficacy by what they know alone. Missing without co-creation, or where all or none "
        + "take part."
    ) { run, turn in
      var leads: [Double] = []
      for task in run.end.tasks.indices where run.end.tasks[task].isCocreated {
        guard let drivers = JoiningDrivers(of: task, in: run, &turn) else { continue }
        leads.append(drivers[.efficacy] - drivers[other])
      }
      return ratio(leads.reduce(0, +), Double(leads.count))
    }
  }
}

/// What decides which external actors take part: standardised coefficients of ordinary least squares.
struct JoiningDrivers {
  /// What people differ in.
  enum Driver: Int, CaseIterable {
    case efficacy, trust, contacts, time
  }

  private let strengths: [Double]

  /// The change of the chance to take part, in standard deviations, for one of a driver's; 0 where
  /// nobody differs in it.
  subscript(_ driver: Driver) -> Double { strengths[driver.rawValue] }

  /// Fits a task of a run; `nil` where all or none take part, or too few are there.
  init?(of index: Int, in run: RunObservation, _ turn: inout Turn) {
    let (task, actors) = (run.end.tasks[index], run.end.actors)
    let pool = run.externalPool
    var contacts = task.contacts
    var known: [Double] = []
    for actor in pool {
      let others = contacts.neighbours(of: actor, id: actors[actor].id, &turn)
      let joined = others.count { task.members[$0].everParticipated }
      known.append(ratio(Double(joined), Double(others.count)) ?? 0)
    }
    self.init(
      [
        pool.map { actors[$0].knowledge }, pool.map { task.members[$0].initialTrust }, known,
        pool.map { actors[$0].logHours },
      ], joined: pool.map { task.members[$0].everParticipated ? 1 : 0 })
  }

  /// Fits whether actors joined to columns in the order of the drivers.
  init?(_ columns: [[Double]], joined: [Double]) {
    guard let response = Self.standardised(joined) else { return nil }
    let drivers = columns.map(Self.standardised)
    let varying = drivers.compactMap(\.self)
    guard response.count > varying.count + 1, !varying.isEmpty,
      let fit = try? LeastSquares(varying, response: response)
    else { return nil }
    var coefficients = fit.coefficients.dropFirst()
    strengths = drivers.map { $0 == nil ? 0 : coefficients.removeFirst() }
  }

  /// Values with mean 0 and standard deviation 1; `nil` if they are all the same.
  private static func standardised(_ values: [Double]) -> [Double]? {
    guard let mean = Statistics.mean(values),
      let deviation = Statistics.standardDeviation(values), deviation > 0
    else { return nil }
    return values.map { ($0 - mean) / deviation }
  }
}
