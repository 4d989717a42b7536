import Testing

@testable import CoCreation

@Suite struct PaymentValidatorTests {
  @Test(
    arguments: [
      (0.0, 0.0, true), (25, 0, true), (25, 200, true), (0.01, 5, true), (0, 5, false),
    ] as [(Double, Double, Bool)])
  func aPaymentNeedsAPriceOfAnHour(price: Double, payment: Double, isSound: Bool) {
    #expect(Self.faults(price, payment: payment).isEmpty == isSound)
    #expect(Self.faults(price, phase: payment).isEmpty == isSound)
    #expect(Self.faults(price, task: payment).isEmpty == isSound)
  }

  @Test func theFaultSaysWhatItNeeds() {
    let faults = Self.faults(0, payment: 5)
    #expect(faults.map(\.path) == [["payment"]])
    #expect(faults.first?.allowed == "a `shadow_wage` above 0, or no `payment`")
  }

  @Test func itIsJoinedWithBothItsParameters() {
    for name in ["payment", "shadow_wage"] {
      #expect(ModelConfiguration.rules(joining: [name]).count == 1, "\(name)")
    }
  }

  private static func faults(
    _ price: Double, payment: Double = 0, phase: Double = 0, task: Double = 0
  ) -> [ConfigurationFault] {
    var parameters = Parameters()
    (parameters.world.shadowWage, parameters.join.payment) = (price, payment)
    var other = parameters
    other.join.payment = task
    let tasks = [parameters, other].enumerated().map {
      TaskConfiguration(name: "task \($0.offset)", parameters: $0.element)
    }
    do throws(ConfigurationFaults) {
      _ = try ModelConfiguration(
        parameters: parameters, tasks: tasks,
        course: [StrategyPhase(settings: ["payment": phase])])
      return []
    } catch {
      return error.faults
    }
  }
}
