/// What is left of a month for one task: money, and the hours of people that it can buy.
///
/// Money is counted in hours at the public wage. The hours of the staff that exists cost one each;
/// hours beyond them (overtime, agencies) cost a premium, and only as many are there as have been
/// found so far.
package struct Purse: BitwiseCopyable, Sendable {
  package var money = 0.0
  package var staff = 0.0
  package var extra = 0.0

  package init(money: Double = 0, staff: Double = 0, extra: Double = 0) {
    (self.money, self.staff, self.extra) = (money, staff, extra)
  }

  /// What several purses hold together.
  static func sum(_ purses: [Purse]) -> Purse {
    purses.reduce(into: Purse()) {
      $0.money += $1.money
      $0.staff += $1.staff
      $0.extra += $1.extra
    }
  }

  /// A share of it.
  func part(_ share: Double) -> Purse {
    Purse(money: money * share, staff: staff * share, extra: extra * share)
  }

  /// Hours of people that can still be paid, at some premium on those beyond the staff.
  func payable(premium: Double) -> Double {
    let regular = min(staff, money)
    return regular + min(extra, (money - regular) / (1 + premium))
  }

  /// Takes hours of people as far as they go; returns those of the staff and those beyond.
  mutating func take(_ hours: Double, premium: Double) -> (regular: Double, extra: Double) {
    let asked = max(0, hours)
    let regular = min(asked, min(staff, money))
    staff -= regular
    money -= regular
    let beyond = min(asked - regular, money / (1 + premium), extra)
    extra -= beyond
    money = max(0, money - beyond * (1 + premium))
    return (regular, beyond)
  }
}

/// Paying and booking, for all phases that do.
extension TaskState {
  /// Gives its purse away for another.
  mutating func take(over other: Purse) {
    receive(hours: other.money - purse.money, from: .publicBudget)
    purse = other
  }

  /// Pays hours of people as far as money and people go, and books what those beyond the staff cost
  /// more; returns the hours.
  mutating func pay(_ hours: Double) -> Double {
    let premium = parameters.staff.extraPremium
    let paid = purse.take(hours, premium: premium)
    month.staffHours += paid.regular + paid.extra
    extraUsed += paid.extra
    book(hours: paid.extra * premium, from: .publicBudget, to: .slack)
    return paid.regular + paid.extra
  }

  /// Pays hours of people and books them; returns the hours paid.
  @discardableResult
  mutating func spend(_ hours: Double, on use: Ledger.Use) -> Double {
    let paid = pay(hours)
    book(hours: paid, from: .publicBudget, to: use)
    return paid
  }

  /// Pays money, in hours at the public wage, for what is no public work; returns what was paid.
  @discardableResult
  mutating func spendMoney(_ hours: Double, on use: Ledger.Use) -> Double {
    let paid = min(max(0, hours), purse.money)
    purse.money -= paid
    book(hours: paid, from: .publicBudget, to: use)
    return paid
  }

  /// Pays staff for delivery, with the documentation that comes with it; returns the hours of
  /// delivery.
  mutating func deliver(_ hours: Double, documentation: Double) -> Double {
    let paid = pay(hours / (1 - documentation))
    book(hours: paid * documentation, from: .publicBudget, to: .documentation)
    book(hours: paid * (1 - documentation), from: .publicBudget, to: .delivery)
    return paid * (1 - documentation)
  }

  /// Books hours at the wage of their source.
  mutating func book(hours: Double, from source: Ledger.Source, to use: Ledger.Use) {
    let euros = hours * wage(of: source)
    month.ledger.book(euros, from: source, to: use)
    ledger.book(euros, from: source, to: use)
  }

  /// Books hours received from a source, which uses must use up.
  mutating func receive(hours: Double, from source: Ledger.Source) {
    let euros = hours * wage(of: source)
    month.ledger.receive(euros, from: source)
    ledger.receive(euros, from: source)
  }

  private func wage(of source: Ledger.Source) -> Double {
    source == .externalTime ? parameters.world.shadowWage : parameters.world.publicWage
  }
}
