internal import CoCreation

/// What the keys of a strategy that are no parameters mean.
enum StrategyKeys {
  /// The explanation of a key, or `nil` if there is none of the name.
  static func explanation(of name: String) -> String? {
    switch name {
    case "form": form
    case "phases": phases
    case "choose", "adapt": rules
    case "size": size
    case "without": without
    default: nil
    }
  }

  private static var form: String {
    let rows = Form.presets.map { preset in
      [preset.name, short(preset.point.openness), short(preset.point.centrality)]
    }
    return """
      form

      A corner of the two axes: how open the outcome is, and how central external actors are. In-house \
      is no form, but a strategy with codesign_share: 0 and codelivery_share: 0.

      \(Console.table([["form", "openness", "centrality"]] + rows))
      """
  }

  private static var phases: String {
    """
    phases

    A list of changes of course. Each begins once for each task, in the first month in which all its \
    conditions hold; what a later one sets wins.

      phases:
        - {from: 13, codelivery_share: 0}                              # a lever, from a month on
        - {when: {external_participants: {below: 5}}, end: true}       # or the end, for good

    levers      form, \(StrategyPhase.levers.joined(separator: ", "))
    conditions  from (a month); when: a parameter, or \(Situation.states.joined(separator: ", ")), \
    above or below a number; external_participants and trust only hold of a process that has worked

    What the process delivers no more is handed back to staff: see handover_months.
    """
  }

  private static let size = """
    size

    How many times the municipality the strategy is tried in, from 1: actors of every kind, demand and \
    budget, so that everything per head is the same. It asks what size does, and is nothing that a \
    planner can choose.
    """

  private static let without = """
    without

    A list of mechanisms that are taken out of the model, of a context or of a strategy alone:

      without: [press, fear]

    cocreate params --neutral lists the mechanisms. As an option, --without takes them out of all.
    """

  private static let rules = """
    choose, adapt

    How a strategy chooses the form at the start and every review_months, in place of form: the first \
    case that holds, or what its own outcomes have taught it.

      choose: [{when: {professional_requirement: {above: 0.5}}, form: guided}, {form: empowering}]
      adapt: {policy: thompson}        # or ucb

    strategic_competence says how often it takes the form that its rule finds fitting.
    """
}
