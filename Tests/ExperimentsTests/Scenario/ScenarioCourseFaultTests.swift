/// Faults of phases, of money without a price, and of names that are gone.
extension ScenarioFaultTests {
  private static let levers =
    "openness, centrality, codesign_share, codelivery_share, facilitation_hours, support_hours, "
    + "recognition_hours, payment, invitation_hours, lottery, onboarding_limit"
  private static let months = "a whole number from 1 to 48, the months of a run"
  private static let list =
    "a list of phases, each {from: <month>, <lever>: ...} or {from: <month>, end: true}, with "
    + "`when: {<quantity>: {above: ..., below: ...}}` beside `from` or instead of it"

  /// A strategy `b` in line 6 with phases; the first begins in column 16, its keys in 17.
  private static func phased(
    _ name: String, _ phases: String, more: String = "", at place: [Int], _ path: String,
    _ message: String
  ) -> BadScenario {
    .init(
      name, "  b: {phases: \(phases)}\(more)", at: place, "strategies.b.phases\(path)", message)
  }

  static let phases: [BadScenario] = [
    phased(
      "unknown key of a phase", "[{from: 13, lottry: 0}]", at: [6, 27], "[0].lottry",
      "unknown key | from, when, end, form, \(levers) | lottery"),
    phased(
      "parameter for the whole run", "[{from: 13, error_tolerance: 0}]", at: [6, 27],
      "[0].error_tolerance", "| error_tolerance of the strategy itself, for the whole run"),
    phased(
      "rule in a phase", "[{from: 13, choose: []}]", at: [6, 27], "[0].choose",
      "| choose of the strategy itself"),
    phased("month for from", "[{month: 13, end: true}]", at: [6, 17], "[0].month", "| from"),
    phased(
      "gone name in a phase", "[{from: 13, support: 1}]", at: [6, 27], "[0].support",
      "| support_hours"),
    phased(
      "no beginning", "[{codelivery_share: 0}]", at: [6, 16], "[0]",
      "found neither `from` nor `when` | `from: <month>`, "
        + "`when: {<quantity>: {above: ..., below: ...}}` or both | "),
    phased(
      "nothing to change", "[{from: 13}]", at: [6, 16], "[0]",
      "found a phase that changes nothing | `end: true`, form, \(levers) | "),
    phased(
      "end beside a lever", "[{from: 13, end: true, lottery: 1}]", at: [6, 27], "[0].end",
      "found `end` beside `lottery` | one of them | "),
    phased(
      "end beside a form", "[{from: 13, form: equal, end: true}]", at: [6, 40], "[0].end",
      "found `end` beside `form` | one of them | "),
    phased(
      "no end", "[{from: 13, end: false}]", at: [6, 32], "[0].end",
      "found false | true, or no `end` | "),
    phased(
      "end as text", "[{from: 13, end: yes}]", at: [6, 32], "[0].end",
      "found the text \"yes\" | true, or no `end` | "),
    phased(
      "start after the end", "[{from: 13, end: true}, {from: 14, lottery: 1}]", at: [6, 40],
      "[1].from",
      "found month 14, when the process has ended in month 13 | a month before the end; what has "
        + "ended does not begin again | "),
    phased(
      "start after an end that stands below",
      "[{from: 14, lottery: 1}, {from: 13, end: true}]", at: [6, 17], "[0].from",
      "found month 14, when the process has ended in month 13 | a month before the end"),
    phased(
      "beyond the run", "[{from: 49, end: true}]", at: [6, 23], "[0].from",
      "found 49 | \(months) | "),
    phased(
      "beyond a short run", "[{from: 13, end: true}]", more: "\nrounds: 12", at: [6, 23],
      "[0].from", "found 13 | a whole number from 1 to 12, the months of a run | "),
    phased(
      "before the run", "[{from: 0, end: true}]", at: [6, 23], "[0].from", "found 0 | \(months) | "),
    phased(
      "half a month", "[{from: 2.5, end: true}]", at: [6, 23], "[0].from",
      "found 2.5 | \(months) | "),
    phased(
      "month as text", "[{from: \"13\", end: true}]", at: [6, 23], "[0].from",
      "found the text \"13\" | \(months) | "),
    phased(
      "lever out of range", "[{from: 13, lottery: 1.5}]", at: [6, 36], "[0].lottery",
      "found 1.5 | a number from 0 to 1 | "),
    phased("no phase", "[]", at: [6, 7], "", "no phase | \(list) | "),
    phased(
      "one phase without a list", "{from: 13, end: true}", at: [6, 7], "",
      "found a mapping | \(list) | "),
    phased("month alone", "13", at: [6, 15], "", "found 13 | \(list) | "),
    phased(
      "month as a phase", "[13]", at: [6, 16], "[0]",
      "found 13 | {from: <month>, <lever>: ...} or {from: <month>, end: true} | "),
    phased(
      "form beside an axis", "[{from: 13, form: equal, openness: 1}]", at: [6, 40], "[0].openness",
      "found `openness` beside `form`, which sets it | one of them | "),
    phased(
      "form of a phase", "[{from: 13, form: equals}]", at: [6, 33], "[0].form",
      "found the text \"equals\" | guided, empowering, equal, facilitating (in-house is no form: "
        + "codesign_share: 0 and codelivery_share: 0) | equal"),
    phased(
      "unknown quantity", "[{when: {external_participant: {below: 5}}, end: true}]", at: [6, 24],
      "[0].when.external_participant", "| external_participants"),
    phased(
      "no condition", "[{when: {}, end: true}]", at: [6, 17], "[0].when", "no condition"),
    phased(
      "no bound", "[{when: {trust: {}}, end: true}]", at: [6, 24], "[0].when.trust", "no bound"),
    phased(
      "nothing between bounds", "[{when: {trust: {above: 0.5, below: 0.5}}, end: true}]",
      at: [6, 24], "[0].when.trust", "found above 0.5 and below 0.5"),
    phased(
      "trust that nobody can have", "[{when: {trust: {below: 0}}, end: true}]", at: [6, 24],
      "[0].when.trust", "found trust below 0, which it never is | bounds within 0 to 1 | "),
    phased(
      "a month after the last", "[{when: {month: {above: 48}}, end: true}]", at: [6, 24],
      "[0].when.month", "found month above 48, which it never is | bounds within 0 to 48 | "),
    phased(
      "a second end", "[{from: 13, end: true}, {from: 25, end: true}]", at: [6, 40], "[1].from",
      "found month 25, when the process has ended in month 13 | "),
    .init(
      "the end of what never begins",
      "  b: {codesign_share: 0, codelivery_share: 0, phases: [{from: 3, end: true}]}", at: [6, 66],
      "strategies.b.phases[0].end",
      "found the end of a process that never begins | a share above 0 before it | "),
    .init(
      "a case that never holds",
      "  b: {choose: [{when: {coverage: {above: 1}}, form: equal}, {form: guided}]}", at: [6, 24],
      "strategies.b.choose[0].when.coverage", "found coverage above 1, which it never is"),
    .init(
      "phase of a strategy that chooses",
      "  b: {choose: [{form: equal}], phases: [{from: 99, end: true}]}", at: [6, 48],
      "strategies.b.phases[0].from", "found 99 | \(months) | "),
    .init(
      "phase of a strategy that learns", "  b: {adapt: {}, phases: [{from: 99, end: true}]}",
      at: [6, 34], "strategies.b.phases[0].from", "found 99 | \(months) | "),
    .init(
      "phases in a context", "context: {phases: []}", at: [6, 11], "context.phases",
      "unknown key", "| strategies"),
  ]

  private static let price =
    "found a payment where an hour has no price (shadow_wage 0) | a `shadow_wage` above 0, or no "
    + "`payment` | "

  static let payments: [BadScenario] = [
    .init(
      "payment of a strategy", "  b: {payment: 10}\ncontext: {shadow_wage: 0}", at: [6, 7],
      "strategies.b.payment", price),
    .init(
      "payment of a phase",
      "  b: {payment: 0, lottery: 1, phases: [{from: 3, lottery: 0}, {from: 13, payment: 10}]}\n"
        + "context: {shadow_wage: 0}", at: [6, 74], "strategies.b.phases[1].payment", price),
    .init(
      "no price under a strategy", "  b: {shadow_wage: 0}\ncontext: {payment: 10}", at: [6, 7],
      "strategies.b.shadow_wage", price),
    .init(
      "payment of a context", "  b: {}\ncontext: {shadow_wage: 0, payment: 10}", at: [7, 27],
      "context.payment", price),
    .init(
      "payment of a task",
      "context: {shadow_wage: 0, tasks: [{name: t, payment: 0}, {name: u, payment: 10}]}",
      at: [6, 68], "context.tasks[1].payment", price),
  ]

  private static let incentive =
    "recognition_hours or payment (need acts by itself)"

  static let former: [BadScenario] =
    [
      ("incentive", incentive),
      (
        "incentive_weight",
        "recognition_effect or payment_effect (need acts by itself)"
      ),
      ("support", "support_hours"),
      ("viable_external", "to leave it out (a process too small to live ends by itself)"),
      ("sanction_hours", "to leave it out (sanctions take a share of the staff's hours)"),
      ("gap_premium", "to leave it out (hours beyond the staff's cost more by themselves)"),
      ("stratum_weight", "resource_gap"), ("effort_floor", "to leave it out (paid staff works)"),
      (
        "optimisation_share",
        "codelivery_share (staff delivers what duties and co-delivery leave)"
      ),
    ].flatMap { name, word in
      [
        BadScenario(
          "\(name) in a context", "context: {\(name): 1}", at: [6, 11], "context.\(name)",
          "unknown key |", "| \(word)"),
        BadScenario(
          "\(name) in a strategy", "  b: {\(name): 1}", at: [6, 7], "strategies.b.\(name)",
          "unknown key |", "| \(word)"),
      ]
    } + [
      .init("incentive at the top", "incentive: 1", at: [6, 1], "incentive", "| \(incentive)"),
      .init(
        "incentive of a task", "context: {tasks: [{name: t, incentive: 1}]}", at: [6, 29],
        "context.tasks[0].incentive", "| \(incentive)"),
      .init(
        "incentive in a condition",
        "  b: {choose: [{when: {incentive: {above: 1}}, form: equal}, {form: guided}]}",
        at: [6, 24], "strategies.b.choose[0].when.incentive", "| \(incentive)"),
      .init(
        "incentive as a factor", "design: {grid: {incentive: [0, 1]}}", at: [6, 17],
        "design.grid.incentive", "unknown factor", "| \(incentive)"),
      .init(
        "support as a factor of a strategy", "design: {grid: {strategies.a.support: [0, 1]}}",
        at: [6, 17], "design.grid.strategies.a.support", "unknown factor", "| support_hours"),
      .init(
        "mix", "  b: {mix: {authority: 0.5, optimisation: 0.5, cocreation: 0}}", at: [6, 7],
        "strategies.b.mix",
        "found `mix` | `codesign_share` and `codelivery_share` (both 0 is in-house); what rules "
          + "decide is the task's `authority_share` | "),
      .init(
        "mix in a context", "context: {mix: {authority: 1}}", at: [6, 11], "context.mix",
        "unknown key", "| codesign_share and codelivery_share of a strategy"),
    ]
}
