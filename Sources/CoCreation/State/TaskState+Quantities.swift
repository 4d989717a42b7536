internal import Glibc

/// Quantities that several mechanisms read; each has this one place.
extension TaskState {
  /// The form in use.
  package var form: FormPoint {
    get {
      FormPoint(openness: parameters.form.openness, centrality: parameters.form.centrality)
    }
    set {
      (parameters.form.openness, parameters.form.centrality) = (
        newValue.openness, newValue.centrality
      )
    }
  }
  package var openness: Double { parameters.form.openness }
  package var centrality: Double { parameters.form.centrality }

  /// Share of the task's delivery that the process has; 0 without one.
  var codelivered: Double { isActive ? parameters.form.codelivered : 0 }

  /// Share of the task's design that the process has; 0 without one.
  var codesigned: Double { isActive ? parameters.form.codesigned : 0 }

  /// Share of the work that is not staff's alone, while the process lives or is handed back.
  var sharedWork: (share: Double, openness: Double, externalShare: Double) {
    let (own, handed) = (codelivered, handover?.share ?? 0)
    guard own + handed > 0 else { return (0, 0, 0) }
    let external = own * work.externalShare + handed * (handover?.externalShare ?? 0)
    return (
      own + handed, isActive ? openness : handover?.openness ?? 0, external / (own + handed)
    )
  }

  /// External part of the work of a process.
  var externalPart: Double {
    let least = parameters.staff.minimumShare
    return least + (1 - 2 * least) * centrality
  }

  /// Units of welfare that are needed in a month.
  func demandedUnits(round: Int) -> Double {
    parameters.world.demand * pow(1 + parameters.world.demandGrowth, Double(round - 1))
  }

  /// Hours that a unit costs with the current design.
  package var unitCost: Double { parameters.world.unitHours * exp(landscape.logCost(of: design)) }

  /// Hours that a unit costs staff in-house: the longer it has produced, the fewer.
  var inHouseCost: Double {
    let years = inHouseUnits / (12 * parameters.world.demand)
    return unitCost * pow(1 + years, -parameters.deliver.learningElasticity)
  }

  /// Experience with producing what this task is now: staff's with its part, both sides' with the rest.
  func maturity(_ world: World) -> Double {
    (1 - codelivered) * operationalMaturity + codelivered * world.cocreationMaturity
  }

  /// How far participants are from knowing what kind of co-creation this is: the mean distance of
  /// their beliefs from the form, over both axes; 0 without participants.
  var misunderstanding: Double {
    let distance = participants.reduce(0.0) {
      $0 + abs(members[$1].believedOpenness - openness)
        + abs(members[$1].believedCentrality - centrality)
    }
    return ratio(distance, Double(2 * participants.count)) ?? 0
  }

  /// Ambiguity of roles: (1 − role clarity (1 − misunderstanding)) exp(−effect · hours of facilitation
  /// that are paid).
  package var ambiguity: Double {
    (1 - parameters.competences.roleClarity * (1 - misunderstanding))
      * exp(-parameters.coordinate.facilitationEffect * received.facilitation)
  }

  /// How little the organisation lives with failure: 1 in a zero-defect culture.
  var intolerance: Double { 1 - parameters.competences.errorTolerance }

  /// Mean trust of participants; 0 without.
  var participantTrust: Double {
    ratio(participants.reduce(0) { $0 + members[$1].trust }, Double(participants.count)) ?? 0
  }

  /// Technical quality less what an unfamiliar design loses in practice.
  var realisedQuality: Double {
    landscape.quality(of: design) * (1 - parameters.deliver.implementationLoss * unfamiliarity)
  }

  /// Fit of the design with the mean needs of those affected, as a share of the attainable.
  var relevance: Double { Needs.relevance(of: design, needs.affectedMean) }

  /// What a unit of some quality and relevance is worth, from 0 to 1.
  func worth(quality: Double, relevance: Double) -> Double {
    let share = parameters.world.qualityWeight
    return share * quality + (1 - share) * relevance
  }

  /// Coverage as actors see it: early wins show more at first and as much less later.
  func visibleCoverage(round: Int) -> Double {
    let wins = parameters.contribute.earlyWins
    let rounds = parameters.world.rounds
    guard wins != 0, rounds > 1 else { return coverage }
    return coverage * (1 + wins * (1 - 2 * Double(round - 1) / (rounds - 1)))
  }

  /// Value of a month in euros: units delivered, each worth its quality and relevance, less what
  /// violations take away and the harm that a failure does; the sooner, the more where it is urgent.
  func value(of month: MonthRecord) -> Double {
    let kept = max(0, 1 - parameters.account.violationLoss * Double(month.violations))
    let worth = worth(quality: month.realisedQuality, relevance: month.relevance)
    let served = parameters.world.unitValue * month.delivered * worth * kept
    return served * timeliness(round: month.round) - harm(of: month)
  }

  /// Harm of a month's failure and violations in euros: stake x (severity + loss x violations) x the
  /// value of a month's demand at full quality, the sooner the more where it is urgent.
  func harm(of month: MonthRecord) -> Double {
    let events =
      month.severity + parameters.account.violationLoss * Double(month.violations)
    return parameters.fail.stake * events * parameters.world.unitValue * month.demanded
      * timeliness(round: month.round)
  }

  /// What help in a month is worth relative to the run's mean month: (1 + urgency)^(-t/12), scaled to
  /// a mean of 1.
  func timeliness(round: Int) -> Double {
    let urgency = parameters.world.urgency
    guard urgency > 0, round > 0 else { return 1 }
    let (rounds, decay) = (parameters.world.rounds, pow(1 + urgency, -1.0 / 12))
    // So little urgency is none.
    guard decay < 1 else { return 1 }
    let sum = decay * (1 - pow(decay, rounds)) / (1 - decay)
    return pow(decay, Double(round)) * rounds / sum
  }
}

/// The logistic function.
@inline(__always)
func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// The logarithm of the odds of a probability; infinite at 0 and 1.
@inline(__always)
func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

/// A value moved into [0, 1].
@inline(__always)
func unitClamped(_ value: Double) -> Double { min(1, max(0, value)) }
