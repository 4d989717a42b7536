internal import Analysis
internal import Experiments
internal import Foundation

/// What a pilot says of the replicates that comparisons need.
struct PowerReport {
  /// Two strategies to compare.
  struct Pair {
    let first: String
    let second: String

    /// Each with each that follows.
    static func all(_ names: [String]) -> [Pair] {
      names.indices.flatMap { index in
        names[(index + 1)...].map { Pair(first: names[index], second: $0) }
      }
    }
  }

  /// A pair with its pilot; `nil` where too few contexts have the metric.
  struct Row {
    let pair: Pair
    let pilot: Pilot?
  }

  private let scenario: Scenario
  /// The file and what is set over it, as on a command line.
  private let command: String
  private let source: String
  private let power: Double
  private let level: Double
  private let alpha: Double
  private let isFamily: Bool
  private var parts: [String] = []
  private var needs: [Pilot.Need] = []
  private var missing = 0

  init(
    _ scenario: Scenario, command: String, source: String, power: Double, level: Double,
    alpha: Double, isFamily: Bool
  ) {
    self.scenario = scenario
    self.command = command
    self.source = source
    self.power = power
    self.level = level
    self.alpha = alpha
    self.isFamily = isFamily
  }

  /// Adds the comparisons of a metric.
  mutating func add(_ metric: String, _ difference: Double, _ rows: [Row]) {
    let own = scenario.replicates.contexts
    let headings = [
      "", "contexts", "difference", "sd", "correlation", "replicates", "with the sd's limit",
      "unpaired", "power with \(own)",
    ]
    let cells = rows.map { row -> [String] in
      let name = "\(row.pair.first) - \(row.pair.second)"
      guard let pilot = row.pilot else {
        missing += 1
        return [name, "too few contexts have it"]
      }
      let need = pilot.need(difference, power: power, level: level)
      needs.append(need)
      let halfWidth = pilot.difference.interval(0.95).map { $0.upperBound - pilot.difference.value }
      return [
        name, "\(pilot.count)",
        "\(number(pilot.difference.value)) ± \(number(halfWidth ?? 0))", number(pilot.deviation),
        pilot.correlation.map { String(format: "%.2f", $0) } ?? "–", text(need.replicates),
        text(need.safeReplicates), text(need.unpairedReplicates),
        pilot.power(difference, count: own, level: level).map { String(format: "%.3f", $0) } ?? "–",
      ]
    }
    parts.append(
      """
      To show a difference of \(short(difference)) in \(metric) with power \(short(power)) \
      at alpha \(alphaText):
      \(Console.table([headings] + cells))
      """)
  }

  private var alphaText: String {
    isFamily
      ? "\(short(alpha)) of all comparisons together (\(short(level)) of each)"
      : "\(short(alpha)) of each comparison"
  }

  /// What is printed.
  var text: String {
    """
    Pilot: \(source).

    \(parts.joined(separator: "\n\n"))

    Two-sided paired t test on the same random numbers; the unit is the context\(processes).
    sd: standard deviation of paired differences; its limit: the upper 95 % one, by chi-square.
    unpaired: what each strategy would need if they shared no contexts.

    \(answer)
    """
  }

  private var processes: String {
    let processes = scenario.replicates.processes
    return processes == 1 ? "" : ", the mean of \(processes) processes"
  }

  private var answer: String {
    guard !needs.isEmpty else { return "No answer: too few contexts have the metric." }
    let left = missing == 0 ? "" : " Left out: \(missing) comparisons with too few values."
    let replicates = needs.map(\.replicates), safe = needs.map(\.safeReplicates)
    guard let most = largest(safe), let least = largest(replicates), most <= Replicates.most else {
      return
        "Answer: more than \(Replicates.most) replicates, which is more than a run may have.\(left)"
    }
    let count =
      scenario.replicates.processes == 1 ? "\(most)" : "\(most)x\(scenario.replicates.processes)"
    return """
      Answer: \(most) \(unit) of each strategy are enough for \(comparisons), \
      even if standard deviations are at their limits; \(least) if they are the pilot's.\(left)
      Next: cocreate run \(command) --replicates \(count)
      """
  }

  private var unit: String { scenario.replicates.processes == 1 ? "replicates" : "contexts" }

  private var comparisons: String {
    needs.count == 1 ? "the comparison" : "all \(needs.count) comparisons"
  }

  /// The largest; `nil` if one is out of reach.
  private func largest(_ numbers: [Int?]) -> Int? {
    numbers.contains { $0 == nil } ? nil : numbers.compactMap(\.self).max()
  }

  private func text(_ count: Int?) -> String { count.map(String.init) ?? "out of reach" }

  private func number(_ value: Double) -> String { String(format: "%.4g", value) }

  private func short(_ value: Double) -> String { String(format: "%.6g", value) }
}
