internal import GSL

/// A task and the process that co-creates it.
package struct TaskState: Sendable {
  /// Every parameter as it holds for the task now: strategies change form, shares and incentives.
  package var parameters: Parameters
  package let index: Int
  /// Random streams of the context and of the process.
  let contextKey: UInt64
  let processKey: UInt64

  // The strategy's part.
  /// The form that the strategy last found fitting.
  package var fittingForm: FormPoint?
  /// Whether a phase has set the form, so that no rule chooses it any more.
  package var formIsSet = false
  /// Whether beliefs of the form are to be formed: at the start, when the process has begun and when
  /// the form has changed.
  package var isToBeFramed = true
  /// The month in which they were last formed.
  package var framedRound = 0
  /// What the form brought since it was chosen.
  package var review = Review()
  /// The phases that have begun, by their number.
  package var begunPhases: Set<Int> = []

  // The task.
  package var landscape = Landscape()
  package var needs = Needs()
  /// Preferences, `choices` of them for each actor: how much it wants each choice taken.
  package var preferences: [Double] = []
  package var contacts = Contacts()
  /// How people give around the rule.
  package let contributions: Contributions

  // The design.
  package var plan = ChoiceSet()
  package var design = ChoiceSet()
  /// The core task: which needs count, as a wish for each choice.
  package var mission: [Double] = []
  /// The choices that are open to the process.
  package var openChoices = ChoiceSet()
  /// Share of the choices that is open, on average over contexts.
  package var openShare = 0.0
  package var promisedQuality = 0.0
  package var promisedRelevance = 0.0
  package var unfamiliarity = 0.0

  // The process.
  package var isActive: Bool
  /// The month in which the process began, 1 if it did so in the set-up; `nil` before.
  package var startRound: Int?
  /// Whether its beginning has been told.
  package var isBegun = false
  package var members: [Member] = []
  /// Indices of participants, public ones first, each side in the order of actors.
  package var participants: [Int] = []
  package var publicParticipants = 0
  package var leader: Int?
  package var monthsBelowViable = 0
  /// Credit for the parts of the plan that were fixed.
  package var plannedCredit = 0.0
  /// The work that is being handed back, since the process ended or delivers less.
  package var handover: Handover?
  /// Whether its strategy ended it in a month that was set from the start.
  package var endedAsPlanned = false

  // Carried from month to month.
  /// What politicians give the task, relative to its need.
  package var priority = 1.0
  package var purse = Purse()
  /// Hours beyond the staff that this month used.
  package var extraUsed = 0.0
  /// Sanctions, in hours, that the next budgets pay first.
  package var hoursOwed = 0.0
  /// Share of hours that documentation takes since there were stories.
  package var exposure = 0.0
  package var coverage = Self.initialCoverage
  package var failedLastMonth = false
  package var inHouseUnits = 0.0
  package var operationalMaturity: Double
  /// Share of decisions that are carried out, as people see it.
  package var carriedOut = 0.5
  /// The changes carried out that a kind of actors furthered.
  package var furthered: [Int] = []
  /// How those who stay outside see the service.
  package var reputation = Reputation()
  /// What external participants got of what was offered to them, last.
  package var received = Offer()
  package var work = Workload()
  /// What teams make of their members' contributions, relative to their sum.
  package var jointProduct = 1.0
  package var month = MonthRecord()
  package var ledger = Ledger()
  /// Whether this month's budget is opened and not yet booked to the last euro.
  package var booksAreOpen = false

  /// Share of demand that was met before the run.
  static let initialCoverage = 0.8

  package init(parameters: Parameters, index: Int, key: RunKey) {
    self.parameters = parameters
    self.index = index
    contextKey = key.contextKey(task: index)
    processKey = key.processKey(task: index)
    operationalMaturity = parameters.world.operationalMaturity
    contributions = Contributions(spread: parameters.contribute.spread)
    isActive = parameters.form.isCocreated
    startRound = isActive ? 1 : nil
  }

  package var choices: Int { landscape.choices }
  package var externalParticipants: Int { participants.count - publicParticipants }
  /// Whether there is, or was, a process.
  package var isCocreated: Bool { startRound != nil }
}

/// What is offered to external participants, an hour of work or a month, as far as it is paid.
package struct Offer: BitwiseCopyable, Sendable, Equatable {
  /// Hours for each external participant a month.
  package var facilitation = 0.0
  package var recognition = 0.0
  /// Hours for each resource-poor external participant a month.
  package var support = 0.0
  /// Hours for each hundred of those affected a month.
  package var invitation = 0.0
  /// Euros for an hour that is used.
  package var payment = 0.0

  package init() {}

  /// What a strategy promises, of which a share can be paid.
  init(promisedBy parameters: Parameters, share: Double) {
    facilitation = parameters.coordinate.facilitationHours * share
    recognition = parameters.join.recognitionHours * share
    support = parameters.join.supportHours * share
    invitation = parameters.join.invitationHours * share
    payment = parameters.join.payment * share
  }

  /// The same, but no more than another.
  func upTo(_ other: Offer) -> Offer {
    var least = self
    least.facilitation = min(facilitation, other.facilitation)
    least.recognition = min(recognition, other.recognition)
    least.support = min(support, other.support)
    least.invitation = min(invitation, other.invitation)
    least.payment = min(payment, other.payment)
    return least
  }
}

/// What those who have never taken part think of the service, relative to their disposition.
package struct Reputation: BitwiseCopyable, Sendable {
  /// What it adds to their trust.
  package var shift = 0.0
  /// The satisfaction that they expect.
  package var aspiration = 0.0
}

/// Work of a process that is being handed back to staff.
package struct Handover: BitwiseCopyable, Sendable, Equatable {
  /// Months of handing over that are not paid yet.
  package var monthsLeft: Double
  /// Units a month that the process produced of it at last.
  package var units: Double
  /// Public hours a month that it took for coordination, facilitation and design.
  package var hours: Double
  /// Share of the task, how open the process was, and the external share of its effort.
  package var share: Double
  package let openness: Double
  package let externalShare: Double

  /// The same of a part of the work.
  package func part(_ part: Double) -> Handover {
    var handover = self
    handover.units *= part
    handover.hours *= part
    handover.share *= part
    return handover
  }
}

/// The hours of a month, from what was asked to what was left for delivery.
package struct Workload: BitwiseCopyable, Sendable {
  package var demandedUnits = 0.0
  package var authorityUnits = 0.0
  package var inHouseUnits = 0.0
  /// Units that the process is to deliver.
  package var cocreatedDemand = 0.0
  /// Hours that delivery and design of the process need by its plan, and those asked of external
  /// actors.
  package var plannedDelivery = 0.0
  package var plannedDesign = 0.0
  package var externalAsked = 0.0
  /// Public hours that were paid for the process.
  package var staffPaid = 0.0
  /// External hours offered, used, and worth a professional's.
  package var externalOffered = 0.0
  package var externalUsed = 0.0
  package var externalEffort = 0.0
  /// Share of the offered hours that was used.
  package var usage = 0.0
  package var publicDelivery = 0.0
  package var externalDelivery = 0.0
  package var designHours = 0.0
  /// Public hours for coordination, facilitation and design.
  package var publicOverhead = 0.0
  /// Units that were being handed back, that the process produced, and that staff filled in.
  package var handedUnits = 0.0
  package var producedUnits = 0.0
  package var filledUnits = 0.0

  /// Share of the effort that external actors gave.
  package var externalShare: Double {
    let effort = staffPaid + externalEffort
    return effort > 0 ? externalEffort / effort : 0
  }

  /// Units of all kinds.
  package var units: Double {
    authorityUnits + inHouseUnits + handedUnits + producedUnits + filledUnits
  }
}
