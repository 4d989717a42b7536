import Testing

@testable import CoCreation

@Suite struct LegitimacyTests {
  @Test func theThreeAndWhatSumsThemUp() throws {
    // Of four affected, half of them poor, one poor took part: representativeness ½, inclusion ¼.
    // Voice 0.6, three of four ratified. Coverage 0.8, quality 0.4, relevance 0.7.
    let observed = try Self.stage().observed(Self.twoMonths)
    let (input, throughput, output) = (0.375, 0.675, 0.44)
    #expect(near(try observed("input_legitimacy"), input))
    #expect(near(try observed("throughput_legitimacy"), throughput))
    #expect(near(try observed("output_legitimacy"), output))
    #expect(near(try observed("legitimacy_minimum"), input))
    let mean = try #require(try observed("legitimacy"))
    #expect(near(mean * mean * mean, input * throughput * output))
  }

  @Test func withoutParticipationThereIsNoInput() throws {
    var stage = try Self.stage()
    for index in 2..<6 { stage.task.members[index].everParticipated = false }
    let observed = stage.observed(Self.twoMonths)
    #expect(try observed("input_legitimacy") == nil && observed("legitimacy") == nil)
    #expect(try observed("legitimacy_minimum") == nil && observed("output_legitimacy") != nil)
  }

  @Test func withoutDecisionsOrVoiceThereIsNoThroughput() throws {
    let undecided = Self.twoMonths.map { month in
      var month = month
      (month.adopted, month.implemented) = (0, 0)
      return month
    }
    let voiceless = Self.twoMonths.map { month in
      var month = month
      month.voice = nil
      return month
    }
    for months in [undecided, voiceless] {
      let observed = try Self.stage().observed(months)
      #expect(try observed("throughput_legitimacy") == nil)
      #expect(try observed("legitimacy") == nil && observed("input_legitimacy") != nil)
    }
  }

  @Test func aMonthWithoutParticipantsDoesNotCountForVoice() throws {
    var months = Self.twoMonths
    months[0].voice = nil
    // Only the second month's 0.7.
    #expect(near(try Self.stage().observed(months)("throughput_legitimacy"), (0.7 + 0.75) / 2))
  }

  private static let twoMonths = months(2) { round, month in
    month.voice = round == 1 ? 0.5 : 0.7
    (month.adopted, month.implemented) = (2, round == 1 ? 2 : 1)
    (month.demanded, month.delivered) = (100, round == 1 ? 100 : 60)
    month.realisedQuality = round == 1 ? 0.3 : 0.5
    month.relevance = 0.7
  }

  private static func stage() throws -> Stage {
    var stage = try Stage(externalActors: 4)
    for index in 2..<6 {
      stage.actors[index].isPoor = index < 4
      stage.task.members[index].everParticipated = index == 2
    }
    stage.task.countAffected(stage.actors, stage.world)
    return stage
  }
}
