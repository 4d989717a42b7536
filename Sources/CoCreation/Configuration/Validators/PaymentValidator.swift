/// Hours that are paid for are worth something.
struct PaymentValidator: Validator {
  let joined: Set = ["payment", "shadow_wage"]

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let isPaid =
      configuration.tasks.contains { $0.parameters.join.payment > 0 }
      || configuration.course.contains { $0.settings["payment"] ?? 0 > 0 }
    guard isPaid, configuration.parameters.world.shadowWage == 0 else { return [] }
    return [
      ConfigurationFault(
        path: ["payment"], found: "a payment where an hour has no price (shadow_wage 0)",
        allowed: "a `shadow_wage` above 0, or no `payment`")
    ]
  }
}
