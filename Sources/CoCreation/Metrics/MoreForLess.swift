internal import Glibc

let moreForLessMetrics: [RunMetric] = [
  .init(
    "public_cost", .moreForLess, "EUR", .lower, across: .sum,
    "Public money spent over the run: delivery, design, coordination, facilitation, documentation, "
      + "payments, handing back, sanctions and what was paid for nothing."
  ) { $0.end.ledger.publicCost },
  .init(
    "external_value", .moreForLess, "EUR", .higher, across: .sum,
    "External hours that were used, at the shadow wage."
  ) { $0.end.ledger.externalValue },
  .init(
    "leverage", .moreForLess, "1", .higher, across: .mean { $0.end.ledger.publicCost },
    "external_value / public_cost; missing when nothing public was spent."
  ) { ratio($0.end.ledger.externalValue, $0.end.ledger.publicCost) },
  .init(
    "value", .moreForLess, "EUR", .higher, across: .sum,
    "Value of what was delivered, each unit worth its realised quality and relevance, less what "
      + "violations take away and the harm that is done; the sooner, the more where it is urgent."
  ) { $0.sum(\.value) },
  .init(
    "value_per_public_euro", .moreForLess, "1", .higher, across: .mean { $0.end.ledger.publicCost },
    "value / public_cost; missing when nothing public was spent."
  ) { ratio($0.sum(\.value), $0.end.ledger.publicCost) },
  .init(
    "value_per_euro", .moreForLess, "1", .higher, across: .mean { $0.allCost },
    "value / (public_cost + external_value - payments), so that shifting the burden is no saving "
      + "and what external actors are paid counts once; missing when nothing was spent."
  ) { ratio($0.sum(\.value), $0.allCost) },
  .init(
    "public_cost_per_unit", .moreForLess, "EUR/unit", .lower, across: .mean { $0.sum(\.delivered) },
    "public_cost / units delivered; missing when none was."
  ) { ratio($0.end.ledger.publicCost, $0.sum(\.delivered)) },
  .init(
    "transaction_share", .moreForLess, "1", .lower, across: .mean { $0.allCost },
    "Share of all cost that went to coordination, facilitation, documentation and handing back; "
      + "missing when nothing was spent."
  ) { observed in
    let uses: [Ledger.Use] = [.coordination, .facilitation, .documentation, .handover]
    return ratio(uses.reduce(0) { $0 + observed.end.ledger.total($1) }, observed.allCost)
  },
  .init(
    "harm", .moreForLess, "EUR", .lower, across: .sum,
    "Harm of failures and violations beside the output they destroy, which the value is less by: "
      + "stake x (severity + violation_loss x violations) x the value of the month's demand at full "
      + "quality; the sooner, the more where it is urgent."
  ) { $0.sum(\.harm) },
  .init(
    "net_present_value", .moreForLess, "EUR", .higher, across: .sum,
    "Sum over months t of (value - public cost) / (1 + discount_rate)^(t/12)."
  ) { observed in
    let rate = observed.parameters.world.discountRate
    return observed.sum { month in
      (month.value - month.ledger.publicCost) / pow(1 + rate, Double(month.round) / 12)
    }
  },
]

extension TaskObservation {
  /// Public cost and the value of external hours, less what is paid for them.
  var allCost: Double {
    max(0, end.ledger.publicCost + end.ledger.externalValue - end.ledger.total(.payment))
  }
}
