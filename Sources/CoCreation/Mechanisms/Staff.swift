/// Shares the work of the process between public staff and external actors.
///
/// Staff works the hours it is paid for, and there are as many as those who take part have. What
/// external actors offer is used as far as it is seen and asked for.
struct Staff: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.isActive else { return }
    let staff = task.parameters.staff
    let external = task.participants[task.publicParticipants...]
    let planned = task.plannedHours(round: turn.round)
    (task.work.plannedDelivery, task.work.plannedDesign) = (planned.delivery, planned.design)
    task.work.externalAsked = task.externalPart * planned.total

    var (offered, knowledge) = (0.0, 0.0)
    for index in external {
      let hours = task.members[index].contribution * actors[index].available
      offered += hours
      knowledge += hours * actors[index].knowledge
    }
    knowledge = offered > 0 ? unitClamped(knowledge / offered) : 0
    let used = min(
      (1 - task.ambiguity) * offered, (1 + staff.plannedOverhead) * task.work.externalAsked)
    let skillGap =
      staff.professionalRequirement * (1 - knowledge) * (1 - world.externalMaturity / 2)
    task.work.externalOffered = offered
    task.work.externalUsed = used
    task.work.externalEffort = used * (1 - skillGap)
    task.work.usage = offered > 0 ? used / offered : 0
    payMoney(&task)

    let available = task.participants[..<task.publicParticipants].reduce(0) {
      $0 + actors[$1].available
    }
    task.work.staffPaid = task.pay(
      min((1 - task.externalPart) * planned.total, available))
    let load = available > 0 ? min(1, task.work.staffPaid / available) : 0
    for (slot, index) in task.participants.enumerated() {
      if slot < task.publicParticipants { task.members[index].contribution = load }
      task.members[index].load =
        slot < task.publicParticipants
        ? load : task.members[index].contribution * task.work.usage
    }
  }

  /// Pays external participants for their hours, as far as the money goes.
  private func payMoney(_ task: inout TaskState) {
    let payment = task.parameters.join.payment
    let asked = payment * task.work.externalUsed / task.parameters.world.publicWage
    let paid = task.spendMoney(asked, on: .payment)
    task.received.payment = payment * (ratio(paid, asked) ?? 0)
  }
}

extension TaskState {
  /// Hours that delivery and design of the process need by its plan, with what it sets aside for
  /// working together.
  func plannedHours(round: Int) -> (delivery: Double, design: Double, total: Double) {
    let hours = demandedUnits(round: round) * unitCost
    let delivery = codelivered * hours
    let design = parameters.coordinate.designShare * openness * codesigned * hours
    return (delivery, design, (delivery + design) / (1 - parameters.staff.plannedOverhead))
  }
}
