/// Chooses the form by what the task and the municipality are like: the first case that holds.
///
/// With conditions on states that change, such as maturity, the choice changes at a review: a
/// phased strategy.
///
/// Source: the article, competence 3 (field, maturity, purpose).
public struct ContingentRule: Equatable, Sendable {
  /// A form and when it fits.
  public struct Case: Equatable, Sendable {
    /// All must hold; the case always holds if there are none.
    public var conditions: [Condition]
    /// The form that fits.
    public var form: FormPoint

    /// Creates a case.
    public init(when conditions: [Condition] = [], form: FormPoint) {
      self.conditions = conditions
      self.form = form
    }
  }

  /// The cases in order of precedence; the last one without conditions.
  public var cases: [Case]

  /// Creates a rule.
  public init(cases: [Case]) { self.cases = cases }

  var forms: [FormPoint] {
    cases.reduce(into: []) { if !$0.contains($1.form) { $0.append($1.form) } }
  }

  func choose(in situation: Situation) -> FormPoint? {
    cases.first { $0.conditions.allSatisfy { $0.holds(in: situation) } }?.form
  }
}
