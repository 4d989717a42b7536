import Testing

@testable import CoCreation

@Suite struct RegisterTests {
  @Test func namesAreUniqueAndSnakeCase() {
    let names = Parameters.everything.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil) }
  }

  @Test func noParameterHasTheNameOfAMetricOfARun() {
    let shared = Set(Parameters.everything.map(\.name)).intersection(Metrics.run.map(\.name))
    #expect(shared == [])
  }

  @Test(arguments: Parameters.everything.map(\.name)) func entriesAreSound(name: String) throws {
    let entry = try #require(Parameters.entry(name))
    #expect(entry.allows(entry.defaultValue))
    #expect(entry.neutral.map(entry.allows) ?? true)
    #expect(!entry.allows(entry.range.lowerBound - 1) && !entry.allows(.nan))
    #expect(!entry.allows(entry.range.upperBound.nextUp) && !entry.allows(.infinity))
    #expect(entry.allows(entry.range.lowerBound) && entry.allows(entry.range.upperBound))
    if entry.isInteger { #expect(!entry.allows(entry.range.lowerBound + 0.5)) }
    #expect(!entry.unit.isEmpty && !entry.source.isEmpty && entry.summary.hasSuffix("."))
  }

  @Test(arguments: Parameters.everything.map(\.name))
  func settingChangesThatValueOnly(name: String) {
    var parameters = Parameters()
    #expect(parameters[name] == Parameters.entry(name)?.defaultValue)
    parameters[name] = 0.123456
    #expect(parameters[name] == 0.123456)
    for other in Parameters.everything where other.name != name {
      #expect(parameters[other.name] == other.defaultValue, "\(other.name)")
    }
  }

  @Test func everyFieldOfEveryGroupHasExactlyOneEntry() {
    var fields = 0
    for group in Mirror(reflecting: Parameters()).children {
      let label = group.label ?? ""
      let entries = Parameters.everything.filter { $0.group == label }
      let values = Mirror(reflecting: group.value).children
      #expect(entries.count == values.count, "\(label)")
      // Marks each entry's value: all fields of the group, and no other, must be marked.
      var marked = Parameters()
      for (number, entry) in entries.enumerated() { entry.set(&marked, 5e8 + Double(number)) }
      for other in Mirror(reflecting: marked).children {
        let marks = Mirror(reflecting: other.value).children.compactMap { $0.value as? Double }
          .filter { $0 >= 5e8 }
        #expect(Set(marks).count == (other.label == label ? values.count : 0), "\(label)")
      }
      fields += values.count
    }
    #expect(Parameters.everything.count == fields)
  }

  @Test func unknownNamesHaveNoEntry() {
    #expect(Parameters.parameter("no_such_parameter") == nil)
    #expect(Parameters.parameter("openness")?.group == "form")
  }

  @Test func allowedValuesInWords() throws {
    #expect(
      try #require(Parameters.parameter("choices")).allowed == "a whole number from 4 to 14")
    #expect(
      try #require(Parameters.parameter("demand_growth")).allowed == "a number from -0.01 to 0.02")
  }

  @Test(
    arguments: [
      (3, "3"), (-2, "-2"), (0.25, "0.25"), (1e6, "1000000"), (.infinity, "infinity"),
      (-.infinity, "minus infinity"), (.nan, "nan"),
    ] as [(Double, String)])
  func numbersWithoutASuperfluousZero(value: Double, text: String) {
    #expect(short(value) == text)
  }

  /// Of what duties leave.
  @Test(
    arguments: [
      (0.0, 1.0, 0.5, 1.0, 0.5), (0.2, 1, 0.5, 0.8, 0.4), (0.25, 0.4, 0, 0.3, 0),
      (0.25, 0, 0.8, 0, 0.6), (1, 1, 1, 0, 0), (0.2, 0, 0, 0, 0),
    ] as [(Double, Double, Double, Double, Double)])
  func sharesAreOfWhatDutiesLeave(
    duties: Double, codesign: Double, codelivery: Double, design: Double, delivery: Double
  ) {
    var form = FormParameters()
    form.authorityShare = duties
    (form.codesignShare, form.codeliveryShare) = (codesign, codelivery)
    #expect(near(form.codesigned, design) && near(form.codelivered, delivery))
    #expect(form.isCocreated == (design + delivery > 0))
  }

  /// What strategies can change on the way is in the register, and each municipality has one of it.
  @Test func leversAreParametersOfTasks() throws {
    for lever in StrategyPhase.levers {
      #expect(try !#require(Parameters.parameter(lever)).isMunicipal, "\(lever)")
    }
    #expect(Set(StrategyPhase.levers).count == StrategyPhase.levers.count)
  }
}
