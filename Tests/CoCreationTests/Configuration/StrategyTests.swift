import Testing

@testable import CoCreation

@Suite struct StrategyTests {
  @Test func presetsAreTheFourCornersOfTheAxes() {
    #expect(
      Set(Form.presets.map(\.name)) == ["guided", "empowering", "equal", "facilitating"])
    let corners = Form.presets.map { [$0.openness > 0.5, $0.centrality > 0.5] }
    #expect(Set(corners).count == 4)
    for form in Form.presets {
      #expect((0.1...0.9).contains(form.openness) && (0.1...0.9).contains(form.centrality))
    }
  }

  @Test(arguments: Form.presets) func aPresetSetsTheAxesAndNothingElse(form: Form) throws {
    let strategy = try #require(Strategy(form: form.name))
    let applied = strategy.applied(to: Parameters())
    #expect(strategy.name == form.name)
    #expect(applied.form.openness == form.openness && applied.form.centrality == form.centrality)
    for entry in Parameters.register where !["openness", "centrality"].contains(entry.name) {
      #expect(entry.get(applied) == entry.defaultValue)
    }
  }

  @Test func thereIsNoOtherForm() {
    #expect(Strategy(form: "in-house") == nil && Strategy(form: "") == nil)
  }

  @Test func settingsGoOverTheContext() {
    var context = Parameters()
    (context.form.openness, context.world.demand) = (0.1, 99)
    let applied = Strategy(name: "a", settings: ["openness": 0.7]).applied(to: context)
    #expect(applied.form.openness == 0.7 && applied.world.demand == 99)
    #expect(Strategy(name: "none").applied(to: context) == context)
  }

  @Test func aStrategyIsARuleAndACourseToo() {
    let plain = Strategy(name: "a", settings: ["openness": 0.7])
    #expect(plain.rule == .fixed && plain.course.isEmpty)
    var phased = plain
    phased.course = [StrategyPhase(from: 13, settings: ["codelivery_share": 0])]
    #expect(phased != plain && phased.applied(to: Parameters()) == plain.applied(to: Parameters()))
  }

  @Test func sizeMultipliesPeopleDemandAndBudgetAndNothingElse() {
    let large = Strategy(name: "a", settings: ["demand": 100, "openness": 0.7], size: 8)
    let small = Strategy(name: "a", settings: ["demand": 100, "openness": 0.7])
    let (many, few) = (large.applied(to: Parameters()), small.applied(to: Parameters()))
    for entry in Parameters.register {
      let times = ["demand", "budget_hours"].contains(entry.name) ? 8.0 : 1
      #expect(entry.get(many) == times * entry.get(few), "\(entry.name)")
    }
    let kinds = large.applied(to: ActorKind.municipality)
    #expect(kinds.map(\.count) == ActorKind.municipality.map { 8 * $0.count })
    #expect(kinds.map(\.name) == ActorKind.municipality.map(\.name))
    #expect(small.applied(to: ActorKind.municipality) == ActorKind.municipality)
  }
}
