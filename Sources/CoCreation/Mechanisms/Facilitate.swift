internal import Glibc

/// Public hours for those who take part, or might.
///
/// Facilitation, recognition, support of the resource-poor, and asking those affected. What is not
/// paid for does not act.
///
/// Source: article, competence 1; Jakobsen 2013; numbers are assumptions.
struct Facilitate: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.isActive else { return }
    let external = task.participants[task.publicParticipants...]
    let asked = task.hoursPromised(
      to: Double(external.count), poor: Double(external.count { actors[$0].isPoor }), world)
    let paid = task.spend(asked, on: .facilitation)
    task.work.publicOverhead += paid
    let payable = task.purse.payable(premium: task.parameters.staff.extraPremium)
    // Where nobody is there to be paid for, what could be paid is promised.
    let share = ratio(paid, asked) ?? (payable > 0 ? 1 : 0)
    var received = Offer(promisedBy: task.parameters, share: share)
    // Money follows the hours that are used; until then last month's counts.
    received.payment = task.received.payment
    task.received = received
  }
}

extension TaskState {
  /// Public hours that a strategy promises external participants in a month.
  func hoursPromised(to external: Double, poor: Double, _ world: World) -> Double {
    let coordinate = parameters.coordinate
    let supervision =
      1 + coordinate.supervision * parameters.staff.professionalRequirement
      * (1 - world.externalMaturity)
    return external
      * (coordinate.facilitationHours * supervision + parameters.join.recognitionHours)
      + poor * parameters.join.supportHours
      + Double(needs.affectedCount) / 100 * parameters.join.invitationHours
  }

  /// What a process that begins can promise: as far as the budget can pay it for those expected.
  func credibleOffer(_ world: World) -> Offer {
    let join = parameters.join
    // As many as the promise draws, as far as there are any.
    let drawn = exp(
      join.recognitionEffect * join.recognitionHours
        + join.pull(payment: join.payment, publicWage: parameters.world.publicWage))
    let chance = min(1, join.initialExternal * drawn)
    let hours = hoursPromised(
      to: chance * Double(world.population.externalCount),
      poor: chance * parameters.population.poorShare * Double(world.population.stratifiedCount),
      world)
    let money =
      join.payment / parameters.world.publicWage * externalPart
      * plannedHours(round: max(1, startRound ?? 1)).total
    let payable = purse.payable(premium: parameters.staff.extraPremium)
    let asked = hours + money
    return Offer(promisedBy: parameters, share: asked > 0 ? min(1, payable / asked) : 0)
  }
}
