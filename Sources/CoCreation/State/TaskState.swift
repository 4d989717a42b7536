internal import GSL

/// A task and the process that co-creates it.
package struct TaskState: Sendable {
  package let parameters: Parameters
  package let index: Int
  /// Random streams of the context and of the process.
  let contextKey: UInt64
  let processKey: UInt64
  /// The two axes as they are now.
  package var form: FormPoint
  /// The form that the strategy last found fitting.
  package var fittingForm: FormPoint?
  /// Whether the public side has to make a plan: at the start and when the form has changed.
  package var isToBeFramed = true
  /// What the form brought since it was chosen.
  package var review = Review()

  // The task.
  package var landscape = Landscape()
  /// Preferences, `choices` of them for each actor: how much it wants each choice taken.
  package var preferences: [Double] = []
  /// Sum over those affected of their preference for each choice.
  package var affectedNeed: [Double] = []
  package var affectedCount = 0
  package var contacts = Contacts()

  // The design.
  package var plan: UInt32 = 0
  package var design: UInt32 = 0
  /// The choices that are open to the process, one bit each.
  package var openChoices: UInt32 = 0
  package var promisedQuality = 0.0
  package var promisedRelevance = 0.0
  package var unfamiliarity = 0.0

  // The process.
  package var isActive: Bool
  package var members: [Member] = []
  /// Indices of participants, public ones first, each side in the order of actors.
  package var participants: [Int] = []
  package var publicParticipants = 0
  package var leader: Int?
  package var monthsBelowViable = 0
  /// Credit for the parts of the plan that were fixed.
  package var plannedCredit = 0.0

  // Carried from month to month.
  /// Public hours left of this month's budget.
  package var hoursLeft = 0.0
  /// Sanctions, in hours, that the next budgets pay first.
  package var hoursOwed = 0.0
  package var coverage = 0.8
  package var failedLastMonth = false
  package var optimisedUnits = 0.0
  package var work = Workload()
  /// What teams make of their members' contributions, relative to their sum.
  package var jointProduct = 1.0
  package var month = MonthRecord()
  package var ledger = Ledger()
  /// Whether this month's budget is opened and not yet booked to the last euro.
  package var booksAreOpen = false

  package init(parameters: Parameters, index: Int, key: RunKey) {
    self.parameters = parameters
    self.index = index
    contextKey = key.contextKey(task: index)
    processKey = key.processKey(task: index)
    form = FormPoint(
      openness: parameters.form.openness, centrality: parameters.form.centrality)
    isActive = parameters.form.cocreationShare > 0
  }

  package var openness: Double { form.openness }
  package var centrality: Double { form.centrality }
  package var choices: Int { landscape.choices }
  package var externalParticipants: Int { participants.count - publicParticipants }

  /// A stream that is the same in every process of the context.
  func contextStream(_ mechanism: Mechanism, round: Int = 0, step: Int = 0) -> RandomStream {
    RandomSource.stream(
      run: contextKey, mechanism: mechanism.rawValue, round: round, step: step)
  }

  /// A stream of this process.
  func stream(_ mechanism: Mechanism, round: Int, step: Int = 0) -> RandomStream {
    RandomSource.stream(
      run: processKey, mechanism: mechanism.rawValue, round: round, step: step)
  }
}

/// The hours of a month, from what was asked to what was left for delivery.
package struct Workload: BitwiseCopyable, Sendable {
  package var demandedUnits = 0.0
  package var authorityUnits = 0.0
  package var optimisedUnits = 0.0
  package var cocreatedDemand = 0.0
  /// Public hours that were paid and that produced effort.
  package var staffPaid = 0.0
  package var staffEffort = 0.0
  /// Effort of an hour that is paid.
  package var staffEffortShare = 1.0
  /// External hours offered, used, and worth a professional's.
  package var externalOffered = 0.0
  package var externalUsed = 0.0
  package var externalEffort = 0.0
  /// Share of the offered hours that was used.
  package var usage = 0.0
  package var publicDelivery = 0.0
  package var externalDelivery = 0.0
  package var designHours = 0.0
  /// Units that the process produced, and those that were filled in.
  package var producedUnits = 0.0

  /// Hours left for delivery, from both sides.
  package var deliveryHours: Double { publicDelivery + externalDelivery }

  /// Share of the effort that external actors gave.
  package var externalShare: Double {
    let effort = staffEffort + externalEffort
    return effort > 0 ? externalEffort / effort : 0
  }
}
