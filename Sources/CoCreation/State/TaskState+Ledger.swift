/// Paying from the budget and booking hours, for all phases that do.
extension TaskState {
  /// Takes public hours from what is left of the budget, as far as it goes.
  mutating func pay(_ hours: Double) -> Double {
    let paid = min(max(0, hours), hoursLeft)
    hoursLeft -= paid
    return paid
  }

  /// Takes public hours from the budget and books them; returns the hours paid.
  @discardableResult
  mutating func spend(_ hours: Double, on use: Ledger.Use) -> Double {
    let paid = pay(hours)
    book(hours: paid, from: .publicBudget, to: use)
    return paid
  }

  /// Pays public hours of delivery, as far as the budget goes, with the effort that is withheld and
  /// the documentation that comes with them; returns the hours of delivery.
  mutating func deliver(_ hours: Double, documentation: Double, effort: Double = 1) -> Double {
    let paid = pay(hours / ((1 - documentation) * effort))
    let worked = paid * effort
    book(hours: paid - worked, from: .publicBudget, to: .slack)
    book(hours: worked * documentation, from: .publicBudget, to: .documentation)
    book(hours: worked * (1 - documentation), from: .publicBudget, to: .delivery)
    return worked * (1 - documentation)
  }

  /// Books hours at the wage of their source.
  mutating func book(hours: Double, from source: Ledger.Source, to use: Ledger.Use) {
    let world = parameters.world
    let wage = source == .externalTime ? world.shadowWage : world.publicWage
    month.ledger.book(hours * wage, from: source, to: use)
    ledger.book(hours * wage, from: source, to: use)
  }

  /// Books hours received from a source, which uses must use up.
  mutating func receive(hours: Double, from source: Ledger.Source) {
    let world = parameters.world
    let wage = source == .externalTime ? world.shadowWage : world.publicWage
    month.ledger.receive(hours * wage, from: source)
    ledger.receive(hours * wage, from: source)
  }
}
