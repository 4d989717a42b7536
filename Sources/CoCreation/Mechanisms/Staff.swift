internal import Glibc
internal import GSL

/// Shares the work between authority, optimisation and the process, and within the process between
/// public staff and external actors.
struct Staff: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let parameters = task.parameters
    let (form, staff) = (parameters.form, parameters.staff)
    var work = Workload()
    work.demandedUnits = task.demandedUnits(round: round)
    work.cocreatedDemand = form.cocreationShare * work.demandedUnits
    produceInHouse(&task, &work, documentation: world.documentation)

    if task.isActive {
      let coordinate = parameters.coordinate
      let externalPart = staff.minimumShare + (1 - 2 * staff.minimumShare) * task.centrality
      let needed =
        work.cocreatedDemand * task.unitCost
        / ((1 - staff.plannedOverhead) * (1 - coordinate.designShare * task.openness))
      var offer = ExternalOffer()
      for index in task.participants[task.publicParticipants...] {
        offer.add(actors[index], contribution: task.members[index].contribution)
      }
      work.externalOffered = offer.hours
      // What nobody sees that it is there is not used.
      let seen = offer.hours * (1 - task.ambiguity)
      work.externalUsed = min(seen, (1 + staff.plannedOverhead) * externalPart * needed)
      work.usage = offer.hours > 0 ? work.externalUsed / offer.hours : 0
      let skillGap =
        staff.professionalRequirement * (1 - offer.knowledge) * (1 - world.externalMaturity / 2)
      work.externalEffort = work.externalUsed * (1 - skillGap)

      let supervision =
        1 + coordinate.supervision * staff.professionalRequirement * (1 - world.externalMaturity)
      let facilitation =
        coordinate.facilitationHours * supervision * Double(task.externalParticipants)
        + parameters.join.support * coordinate.supportHours * Double(offer.poor)
      task.spend(facilitation * work.usage, on: .facilitation)

      work.staffPaid = task.pay((1 - externalPart) * needed)
      work.staffEffortShare =
        staff.effortFloor + (1 - staff.effortFloor) * task.staffContribution(actors)
      work.staffEffort = work.staffPaid * work.staffEffortShare
      for index in task.participants {
        let used = actors[index].isExternal ? work.usage : 1
        task.members[index].load = task.members[index].contribution * used
      }
    }
    task.work = work
  }

  /// Authority and optimisation come first: they are not the process's to neglect.
  private func produceInHouse(
    _ task: inout TaskState, _ work: inout Workload, documentation: Double
  ) {
    let (form, deliver) = (task.parameters.form, task.parameters.deliver)
    let authority = form.authorityShare * work.demandedUnits
    let optimised = form.optimisationShare * work.demandedUnits
    let authorityHours = authority * task.unitCost * (1 + deliver.authorityPremium)
    let yearsOfDemand = task.optimisedUnits / (12 * task.parameters.world.demand)
    let optimisedHours =
      optimised * task.unitCost * pow(1 + yearsOfDemand, -deliver.learningElasticity)
    let hours = authorityHours + optimisedHours
    let funded = hours > 0 ? task.deliver(hours, documentation: documentation) / hours : 0
    work.authorityUnits = authority * funded
    work.optimisedUnits = optimised * funded
    task.optimisedUnits += work.optimisedUnits
  }
}

/// What external participants offer together.
private struct ExternalOffer {
  var hours = 0.0
  var poor = 0
  private var knowledgeHours = 0.0

  mutating func add(_ actor: Actor, contribution: Double) {
    let offered = contribution * actor.hours * actor.shareOfTime
    hours += offered
    knowledgeHours += offered * actor.knowledge
    if actor.isPoor { poor += 1 }
  }

  /// Mean knowledge, by hours.
  var knowledge: Double { hours > 0 ? unitClamped(knowledgeHours / hours) : 0 }
}

extension TaskState {
  /// Hours that a unit costs with the current design.
  var unitCost: Double { parameters.world.unitHours * exp(landscape.logCost(of: design)) }

  /// Mean contribution of public participants, by hours.
  func staffContribution(_ actors: [Actor]) -> Double {
    var (given, hours) = (0.0, 0.0)
    for index in participants[..<publicParticipants] {
      let available = actors[index].hours * actors[index].shareOfTime
      given += members[index].contribution * available
      hours += available
    }
    return hours > 0 ? unitClamped(given / hours) : 0
  }
}
