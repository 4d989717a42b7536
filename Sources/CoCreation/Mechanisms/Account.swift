internal import Glibc
internal import GSL

/// The organisation is held to account: violations are sanctioned, failures become stories.
struct Account: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let account = task.parameters.account
    let expected = expectedViolations(task, world)
    let violations =
      expected > 0
      ? turn.draw(turn.stream(.violations, of: task), 0) { $0.poisson(min(expected, 1e6)) } : 0
    if violations > 0 { sanction(violations, &task, &world, round: turn.round) }

    let severity = task.month.severity
    if task.month.failures > 0 {
      let lot = turn.draw(turn.stream(.press, of: task), 0) { $0.uniform() }
      if lot < account.pressScrutiny {
        task.month.stories = 1
        blame(severity: severity, task, &actors, account)
        if task.parameters.rivals.press == 0 { tell(severity: severity, &task, actors, world) }
        world.events.note(
          .story, task: task.index, round: turn.round, actor: task.leader, value: severity)
      }
    }
    closeBooks(&task)
  }

  /// Expected violations: need · exp(−control (duties + d·documentation)) · how loose the
  /// production is · how loose error tolerance makes it · external work on professional tasks.
  private func expectedViolations(_ task: TaskState, _ world: World) -> Double {
    let (account, fail) = (task.parameters.account, task.parameters.fail)
    let shared = task.sharedWork
    // Duties control as far as they are paid, documentation as a share of all hours that are worked.
    let control =
      (ratio(task.work.authorityUnits, task.work.demandedUnits) ?? 0)
      + account.documentationControl * task.documentation(world)
    let looseness = 0.5 + shared.share * shared.openness
    return account.complianceNeed * exp(-account.complianceControl * control) * looseness
      * exp(fail.slack * (task.parameters.competences.errorTolerance - Fail.Reference.tolerance))
      * (1 + fail.external * task.parameters.staff.professionalRequirement
        * shared.share * shared.externalShare)
  }

  /// A sanction takes what is left of the budget; the rest is owed by the next.
  private func sanction(
    _ violations: Int, _ task: inout TaskState, _ world: inout World, round: Int
  ) {
    let demand = task.month.demanded * task.parameters.world.unitHours
    let hours = Double(violations) * task.parameters.account.sanctionShare * demand
    let owed = hours - task.spendMoney(hours, on: .sanction)
    task.hoursOwed += owed
    task.receive(hours: owed, from: .publicLiability)
    task.book(hours: owed, from: .publicLiability, to: .sanction)
    task.month.violations = violations
    world.events.note(.sanction, task: task.index, round: round, value: Double(violations))
  }

  /// A story costs the leader legitimacy; the rest of the public participants share as much.
  private func blame(
    severity: Double, _ task: TaskState, _ actors: inout [Actor], _ account: AccountParameters
  ) {
    let loss = account.storyLegitimacy * severity
    if let leader = task.leader {
      actors[leader].legitimacy = unitClamped(actors[leader].legitimacy - loss)
    }
    let others = task.participants[..<task.publicParticipants].filter { $0 != task.leader }
    for index in others {
      actors[index].legitimacy = unitClamped(
        actors[index].legitimacy - loss / Double(others.count))
    }
  }

  /// A story is told of its task: those who take part, those who ratify and those outside trust it
  /// less, and documentation is asked for.
  private func tell(
    severity: Double, _ task: inout TaskState, _ actors: [Actor], _ world: World
  ) {
    let account = task.parameters.account
    let loss = account.storyTrust * severity
    let ratifiers = (world.managers + world.politicians).filter {
      !task.members[$0].participates
    }
    for index in task.participants + ratifiers {
      task.members[index].trust = unitClamped(task.members[index].trust - loss)
    }
    task.reputation.shift = max(-1, task.reputation.shift - loss)
    task.exposure = min(1, task.exposure + account.storyDocumentation * severity)
  }

  /// What is left of the month's budget is not spent.
  private func closeBooks(_ task: inout TaskState) {
    task.book(hours: task.purse.money, from: .publicBudget, to: .unused)
    task.purse.money = 0
    task.booksAreOpen = false
  }
}
