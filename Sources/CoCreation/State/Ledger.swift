/// Where every euro comes from and where it goes.
///
/// Time is booked in euros: public hours at the public wage, external hours at the shadow wage.
/// Each source's inflow equals the sum of its uses.
package struct Ledger: BitwiseCopyable, Sendable, Equatable {
  package enum Source: Int, CaseIterable, Sendable {
    /// The month's public budget.
    case publicBudget
    /// Sanctions beyond what was left of the budget; paid out of next month's.
    case publicLiability
    /// Hours that external participants offered.
    case externalTime
  }

  package enum Use: Int, CaseIterable, Sendable {
    case delivery, design, coordination, facilitation, documentation
    /// Money paid to external participants for their hours.
    case payment
    /// Hours of handing work back to staff, when a process has ended or delivers less.
    case handover
    case sanction
    /// What was paid or given and produced nothing: the premium of extra hours, knowledge lacking,
    /// demand met.
    case slack
    case unused
  }

  // Inline: a month's record makes a ledger, and must not ask for memory.
  private var received = InlineArray<3, Double>(repeating: 0)
  private var booked = InlineArray<30, Double>(repeating: 0)

  package init() {}

  /// What each source gave, in the order of ``Source``.
  package var inflow: [Double] { received.indices.map { received[$0] } }

  package mutating func receive(_ amount: Double, from source: Source) {
    received[source.rawValue] += amount
  }

  package mutating func book(_ amount: Double, from source: Source, to use: Use) {
    booked[source.rawValue * Use.allCases.count + use.rawValue] += amount
  }

  package subscript(_ source: Source, _ use: Use) -> Double {
    booked[source.rawValue * Use.allCases.count + use.rawValue]
  }

  /// What was spent or given of a source: everything but the unused.
  package func spent(_ source: Source) -> Double {
    Use.allCases.reduce(0) { $1 == .unused ? $0 : $0 + self[source, $1] }
  }

  /// What went to a use from all sources.
  package func total(_ use: Use) -> Double {
    Source.allCases.reduce(0) { $0 + self[$1, use] }
  }

  package var publicCost: Double { spent(.publicBudget) + spent(.publicLiability) }
  package var externalValue: Double { spent(.externalTime) }

  /// How far inflows and uses are apart, over all sources and relative to all inflow; not a number
  /// if an entry is none.
  package var imbalance: Double {
    let inflow = inflow
    let differences = Source.allCases.map { source in
      abs(inflow[source.rawValue] - Use.allCases.reduce(0) { $0 + self[source, $1] })
    }
    // Not by the largest: that would pass over what is not a number.
    return differences.reduce(0, +) / max(1, inflow.reduce(0, +))
  }

  package static func += (sum: inout Ledger, other: Ledger) {
    for i in sum.received.indices { sum.received[i] += other.received[i] }
    for i in sum.booked.indices { sum.booked[i] += other.booked[i] }
  }

  package static func == (a: Ledger, b: Ledger) -> Bool {
    a.inflow == b.inflow
      && a.booked.indices.allSatisfy { a.booked[$0] == b.booked[$0] }
  }
}
