internal import CoCreation

extension Observable {
  /// How much co-creation is there to save money, of what it is said to be for.
  static let savingWeight = Observable(
    "saving_weight", "1",
    "Share of more for less in the weights of the purpose, mean over tasks. It is no outcome of a "
      + "run, but what the run was given."
  ) { run, _ in
    let shares = run.configuration.tasks.map { task in
      let saving = task.parameters["purpose_saving"]
      return saving
        / (saving + task.parameters["purpose_quality"] + task.parameters["purpose_democracy"])
    }
    return ratio(shares.reduce(0, +), Double(shares.count))
  }
}
