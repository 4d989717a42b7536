/// Scenarios that run in a moment.
enum Sample {
  static let strategies = ["guided", "empowering", "in-house"]
  static let rounds = 5
  static let actors = 14

  /// Three strategies, four replicates, and enough going wrong for every table to have rows.
  static let scenario = """
    # Small, but of everything something.
    format: 1
    name: small
    question: Which form suits a village?
    rounds: 5
    replicates: 4
    seed: 42
    context:
      demand: 40
      failure_base: 0.4
      press_scrutiny: 0.9
      actors:
        professional: {count: 4}
        citizen: {count: 10}
    strategies:
      guided: {form: guided}
      empowering: {form: empowering}
      in-house: {codesign_share: 0, codelivery_share: 0}
    baseline: in-house

    """

  /// Faults in four lines: an unknown key, a value out of range, a wrong type and a slip.
  static let faulty = """
    format: 1
    name: faulty
    question: Does anyone notice?
    replicats: 3
    seed: many
    context:
      press_scrutiny: 1.5
    strategies:
      guided: {form: gided}
    """
}
