import Testing

@testable import CoCreation

@Suite("Plausible ranges and roles")
struct PlausibleRangeTests {
  @Test(
    "A plausible range lies in the hard range, is narrower, holds the default and has a reason",
    arguments: Parameters.register.filter { $0.plausible != nil })
  func ranges(parameter: Parameter) throws {
    let range = try #require(parameter.plausible)
    #expect(range.lowerBound < range.upperBound)
    #expect(range.clamped(to: parameter.range) == range)
    #expect(range != parameter.range)
    #expect(range.contains(parameter.defaultValue))
    #expect(parameter.allows(range.lowerBound) && parameter.allows(range.upperBound))
    #expect(!parameter.because.isEmpty && !parameter.because.hasSuffix("."))
    #expect(parameter.role != .experiment && parameter.role != .constant)
  }

  @Test(
    "What is assumed has a plausible range, but switches, what a place has and what it decides",
    arguments: Parameters.register.filter {
      $0.isAssumed && $0.role != .experiment && !isGivenOrDecided($0.name)
    })
  func assumptions(parameter: Parameter) {
    #expect(parameter.plausible != nil)
  }

  /// Size and prices of a place, and levers that a strategy pulls: known, not assumed.
  private static func isGivenOrDecided(_ name: String) -> Bool {
    [
      "rounds", "demand", "unit_hours", "budget_hours", "public_wage", "unit_value",
      "review_months", "recognition_hours", "payment", "lottery", "support_hours",
      "invitation_hours", "facilitation_hours",
    ].contains(name)
  }

  @Test("Without a range there is no reason for one")
  func reasons() {
    for parameter in Parameters.register where parameter.plausible == nil {
      #expect(parameter.because.isEmpty, "\(parameter.name)")
      #expect(parameter.plausibleInWords == nil)
    }
    let ruggedness = Parameters.parameter("ruggedness")
    #expect(ruggedness?.plausibleInWords?.contains(#/^[0-9]+ to [0-9]+$/#) == true)
  }

  @Test("There are parameters of each role", arguments: ParameterRole.allCases)
  func roles(role: ParameterRole) {
    #expect(Parameters.everything.contains { $0.role == role })
  }

  @Test("A disputed mechanism says who disputes it, with a year")
  func disputes() throws {
    #expect(!Ablation.disputed.isEmpty)
    for ablation in Ablation.disputed {
      let dispute = try #require(ablation.dispute)
      #expect(dispute.hasSuffix(".") && dispute.contains(#/[0-9]{4}: /#), "\(ablation.name)")
    }
    #expect(Ablation.named("search")?.dispute == nil)
  }
}
