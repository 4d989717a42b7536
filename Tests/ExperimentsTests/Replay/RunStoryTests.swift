import CoCreation
import Foundation
import GSL
import Testing

@testable import Experiments

/// A story is held against the events of its run, not against itself.
@Suite("The story of a run")
struct RunStoryTests {
  static let one = try? Town(tasks: nil)
  static let two = try? Town(tasks: "[{name: care}, {name: parks, demand: 90}]")

  /// Runs of three forms in which everything happens that can.
  struct Town {
    let plan: RunPlan
    let generator: Generator

    init(tasks: String?, guided: String = "form: guided") throws {
      let scenario = try Scenario(
        text: """
          format: 1
          name: town
          question: What happens?
          rounds: 30
          replicates: 2
          seed: 7
          context:
            failure_base: 0.2
            press_scrutiny: 0.7
            compliance_need: 3
            review_months: 6
            responsiveness: 0.1
            proposal_rate: 300
            initial_join_external: 0.5
            monthly_join_external: 0.05
            budget_hours: 700
            \(tasks.map { "tasks: \($0)" } ?? "demand: 170")
            actors:
              professional: {count: 6}
              manager: {count: 1}
              politician: {count: 3}
              citizen: {count: 20}
              business: {count: 5}
          strategies:
            guided: {\(guided)}
            facilitating: {form: facilitating}
            in-house: {codesign_share: 0, codelivery_share: 0}
          """, name: "town.yaml")
      plan = try RunPlan(scenario)
      generator = scenario.generator
    }

    func outcome(_ run: Int) -> RunObservation {
      var observation = Observation()
      observation.events = true
      var turn = Turn(RandomSource(generator))
      return Simulation.run(
        plan[run].arm.configuration, key: plan[run].key, turn: &turn,
        observation: observation)
    }
  }

  private static func sentences(_ story: RunStory, _ round: Int) -> [String] {
    story.months.first { $0.round == round }?.sentences ?? []
  }

  /// Words by which the sentence of an event is known.
  static let words: [(Event.Kind, String)] = [
    (.begin, "the public side plans alone"), (.lead, " leads"), (.reject, ": rejected with "),
    (.implement, " and ratified"), (.veto, ", vetoed by the line of command"),
    (.refer, "the decision goes to the politicians"),
    (.failure, "the service fails, severity "), (.story, "the press writes about the failure"),
    (.sanction, " sanctioned"), (.close, "the process ends: "),
  ]

  @Test("Every event has its sentence in its month, and every sentence its event", arguments: 0..<6)
  func complete(run: Int) throws {
    let outcome = try #require(Self.one).outcome(run)
    let story = RunStory(outcome)
    let cast = Cast(outcome)
    for round in 0...30 {
      let events = outcome.events.filter { $0.round == round }
      let sentences = Self.sentences(story, round)
      for (kind, words) in Self.words {
        let own = events.filter { $0.kind == kind }
        let told = sentences.filter { $0.contains(words) }.filter {
          kind != .lead || !$0.contains("blames")
        }
        #expect(told.count == own.count, "\(kind) in month \(round)")
        for (event, sentence) in zip(own, told) {
          // Whose proposal is referred is told before it.
          if kind != .refer, let actor = event.actor {
            #expect(sentence.contains(cast.name(of: actor)))
          }
        }
      }
      for (kind, verb) in [(Event.Kind.join, "joins?"), (.leave, "leaves?")] {
        let actors = events.filter { $0.kind == kind }.compactMap(\.actor)
        let names = cast.names(of: actors)
        let told =
          kind == .join && round == 1
          ? sentences.filter { $0.hasPrefix("\(actors.count) take part from the start: \(names)") }
          : try sentences.filter { $0.contains(try Regex("^\(names) \(verb)$")) }
        #expect(told.count == (actors.isEmpty ? 0 : 1), "\(kind) in month \(round)")
      }
    }
  }

  @Test("Few of a kind are named one by one, more by their number")
  func names() throws {
    let cast = Cast(try #require(Self.one).outcome(0))
    #expect(cast.names(of: [3]) == "professional 3")
    #expect(cast.names(of: [30, 4, 3]) == "professional 3, professional 4 and business 30")
    #expect(cast.names(of: [34, 10, 11, 12]) == "3 citizens and business 34")
  }

  @Test("All that can happen does happen in these runs")
  func coverage() throws {
    let town = try #require(Self.one)
    let kinds = Set((0..<6).flatMap { town.outcome($0).events.map(\.kind) })
    #expect(kinds == Set(Event.Kind.allCases).subtracting([.form, .phase]))
  }

  @Test("A proposal is told with its choices, qualities and support in per cent")
  func proposals() throws {
    var proposals = 0
    for run in 0..<6 {
      let outcome = try #require(Self.one).outcome(run)
      let story = RunStory(outcome)
      var design: [Int: Double] = [:]
      for event in outcome.events {
        guard case .change(let choices, let before, let after) = event.detail else { continue }
        proposals += 1
        #expect(!choices.isEmpty && choices.allSatisfy { (1...16).contains($0) })
        // The quality of the design is known from the months as well.
        let last = outcome.months[0][event.round - 1].quality
        #expect(before == design[event.round] ?? last)
        if event.kind == .implement { design[event.round] = after }
        let percent = Int(((event.value ?? .nan) * 100).rounded())
        let sentence = try #require(
          Self.sentences(story, event.round).first {
            $0.contains(String(format: "%.2f to %.2f", before, after))
              && $0.contains("\(percent) % support")
          })
        for choice in choices { #expect(sentence.contains(" \(choice)")) }
      }
      for (round, quality) in design { #expect(outcome.months[0][round].quality == quality) }
    }
    #expect(proposals > 5)
  }

  @Test("A strategy that ends the process is told to do so, in the month of the phase")
  func ended() throws {
    let town = try Town(
      tasks: nil, guided: "form: guided, without: [closure], phases: [{from: 13, end: true}]")
    let story = RunStory(town.outcome(0))
    #expect(Self.sentences(story, 13).contains("the strategy ends the process"))
    #expect(story.ending.contains { $0.hasSuffix("the process ended in month 13") })
  }

  @Test("A process that begins later is told to begin with the design as it is")
  func begunLater() throws {
    let town = try Town(
      tasks: nil,
      guided:
        "form: guided, codesign_share: 0, codelivery_share: 0, phases: [{from: 13, codesign_share: 1}]"
    )
    let story = RunStory(town.outcome(0))
    #expect(
      Self.sentences(story, 13).contains {
        $0.hasPrefix("the process begins with the design as it is (quality ")
      })
    #expect(!story.months.flatMap(\.sentences).contains { $0.contains("plans alone") })
  }

  @Test("Months in which nothing happens are told together")
  func quiet() throws {
    let outcome = try #require(Self.one).outcome(2)
    let story = RunStory(outcome)
    let lines = story.text.split(separator: "\n")
    var told: Set<Int> = []
    for line in lines where !line.hasPrefix(" ") {
      guard let match = line.firstMatch(of: /^Months? (\d+)(?: to (\d+))?(: nothing happens)?$/)
      else { continue }
      let first = try #require(Int(match.1))
      let last = match.2.flatMap { Int($0) } ?? first
      for round in first...last {
        #expect(told.insert(round).inserted)
        #expect(Self.sentences(story, round).isEmpty == (match.3 != nil), "month \(round)")
      }
    }
    #expect(told == Set(1...30))
  }

  @Test("With several tasks the name of the task stands before each sentence", arguments: 0..<6)
  func severalTasks(run: Int) throws {
    let outcome = try #require(Self.two).outcome(run)
    let story = RunStory(outcome)
    for month in story.months {
      for sentence in month.sentences {
        #expect(sentence.hasPrefix("care: ") || sentence.hasPrefix("parks: "))
      }
      for (index, name) in ["care", "parks"].enumerated() where month.round > 0 {
        let own = outcome.events.filter { $0.task == index && $0.round == month.round }
        #expect(own.isEmpty == !month.sentences.contains { $0.hasPrefix(name) })
      }
    }
    #expect(story.ending.count { $0.contains(": ") } == 5)
  }

  @Test("The end tells the headline of each ambition as the row of the run has it")
  func ending() throws {
    let outcome = try #require(Self.one).outcome(0)
    let story = RunStory(outcome)
    for (headline, line) in zip(Metrics.headlines, story.ending) {
      let metric = try #require(Metrics.run.first { $0.name == headline.name })
      let value = try #require(metric.value(over: [outcome.task(0)]))
      #expect(
        line == "\(headline.family.rawValue): \(headline.name) " + String(format: "%.2f", value))
    }
  }

  private struct Line: Decodable {
    let run, round: Int
    let event, task: String
    let actor: Int?
    let value, quality_before, quality_after: Double?
    let choices: [Int]?
  }

  @Test("Each event is a line of JSON with all that the table has of it")
  func eventLines() throws {
    let outcome = try #require(Self.two).outcome(1)
    let lines = try EventLines(outcome, run: 1).lines
    #expect(lines.count == outcome.events.count && !lines.isEmpty)
    for (text, event) in zip(lines, outcome.events) {
      let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
      #expect(line.run == 1 && line.round == event.round)
      #expect(line.event == event.kind.rawValue && line.task == ["care", "parks"][event.task])
      #expect(line.actor == event.actor && line.value == event.value)
      if case .change(let choices, let before, let after) = event.detail {
        #expect(line.choices == choices)
        #expect(line.quality_before == before && line.quality_after == after)
      } else if event.kind != .begin {
        #expect(line.choices == nil)
      }
    }
  }

  @Test(
    "Kinds in the plural",
    arguments: [
      ("citizen", "citizens"), ("business", "businesses"), ("charity", "charities"),
      ("survey", "surveys"), ("church", "churches"),
    ])
  func plurals(kind: String, kinds: String) { #expect(Cast.plural(of: kind) == kinds) }
}
