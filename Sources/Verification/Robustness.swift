internal import Analysis
internal import CoCreation
public import Experiments
internal import GSL
public import Tables

/// How claims fare when everything that is an assumption is changed at random.
public struct Robustness: Sendable {
  /// What became of one claim.
  public struct Row: Sendable {
    /// The name of the scenario.
    public let file: String
    /// The place of the claim in the file, from 1.
    public let number: Int
    /// The claim.
    public let text: String
    /// The points that were tried.
    public let points: Int
    /// The share of points in which the estimate is on the stated side.
    public let kept: Double
    /// The share of points in which the 95 % interval lies wholly on the other side.
    public let reversed: Double
  }

  /// A row for each claim that has a side.
  public let rows: [Row]

  /// The factors that assumptions are multiplied by.
  public static let factors = 0.6...1.4
  /// The fewest points that say something.
  public static let fewestPoints = 30

  private static let seed: UInt64 = 20161
  private static let mostTries = 100

  /// Tries scenarios under changed assumptions.
  ///
  /// Each point multiplies every parameter whose source says that it is an assumption by a factor
  /// of its own, clipped to its range. What strategies set stays, and so do the months of claims
  /// that name some. Where a point makes an impossible configuration it is drawn anew.
  ///
  /// - Parameters:
  ///   - scenarios: Scenarios; claims without a side are left out.
  ///   - points: The number of points.
  ///   - threads: How many runs are made at the same time.
  ///   - progress: Called with the number of scenarios done.
  /// - Throws: ``RunFault``, or ``ScenarioFaults`` where no possible point is found.
  public init(
    _ scenarios: [Scenario], points: Int, threads: Int, progress: (Int) -> Void = { _ in }
  ) async throws {
    var rows: [Row] = []
    let verifier = Verifier(.full, threads: threads)
    for (done, scenario) in scenarios.enumerated() {
      let sided = scenario.claims.indices.filter { scenario.claims[$0].expectation.hasSide }
      guard !sided.isEmpty else { continue }
      var (kept, reversed) = ([Int: Int](), [Int: Int]())
      for point in 0..<points {
        let findings = try await verifier.findings(of: Self.changed(scenario, point))
        for index in sided {
          guard let estimate = findings[index].estimate else { continue }
          let expectation = findings[index].expectation
          if expectation.isMet(by: estimate) { kept[index, default: 0] += 1 }
          if expectation.isContradicted(by: estimate, confidence: 0.95) {
            reversed[index, default: 0] += 1
          }
        }
      }
      rows += sided.map { index in
        Row(
          file: scenario.name, number: index + 1, text: scenario.claims[index].text,
          points: points, kept: Double(kept[index] ?? 0) / Double(points),
          reversed: Double(reversed[index] ?? 0) / Double(points))
      }
      progress(done + 1)
    }
    self.rows = rows
  }

  /// A scenario under the assumptions of a point.
  static func changed(_ scenario: Scenario, _ point: Int) throws -> Scenario {
    let all = scenario.replicates.contexts
    let contexts = min(all, max(40, all / 20))
    for attempt in 0..<mostTries {
      let settings = settings(for: scenario, point, attempt)
      if let changed = try? scenario.reduced(to: contexts, settings) { return changed }
    }
    return try scenario.reduced(to: contexts, settings(for: scenario, point, mostTries))
  }

  static func settings(for scenario: Scenario, _ point: Int, _ attempt: Int)
    -> [ScenarioOverrides.Setting]
  {
    var random = RandomSource()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(seed), mechanism: 0, round: point, step: attempt)
    let phases = scenario.strategies.flatMap(\.course)
    var untouched = Set(
      scenario.strategies.flatMap(\.settings.keys) + phases.flatMap(\.settings.keys))
    if scenario.claims.contains(where: \.namesMonths) || phases.contains(where: { $0.from > 1 }) {
      untouched.insert("rounds")
    }
    return Parameters.register.enumerated().compactMap { index, parameter in
      guard parameter.source.contains("assumption"), !untouched.contains(parameter.name) else {
        return nil
      }
      random.place(stream, item: UInt32(index))
      let (low, high) = (factors.lowerBound, factors.upperBound)
      let value = scenario.parameters[parameter.name] * (low + (high - low) * random.uniform())
      let whole = parameter.isInteger ? value.rounded() : value
      let clipped = min(max(whole, parameter.range.lowerBound), parameter.range.upperBound)
      return .init(key: parameter.name, value: short(clipped))
    }
  }
}

extension Robustness {
  /// The columns.
  public static let schema = TableSchema(
    name: "robustness",
    columns: [
      Column("file", .text, description: "Name of the scenario."),
      Column("number", .integer, description: "Place of the claim in the file, from 1."),
      Column("claim", .text, description: "The claim."),
      Column("points", .integer, description: "Random changes of all assumptions."),
      Column("kept", .number, description: "Share of them with the estimate on the stated side."),
      Column(
        "reversed", .number,
        description: "Share with the 95 % interval wholly on the other side."),
    ])

  /// The rows as a table, with the header line.
  public func encode() -> RowEncoder {
    var encoder = RowEncoder(schema: Self.schema)
    encoder.appendHeader()
    for row in rows {
      encoder.append(row.file)
      encoder.append(row.number)
      encoder.append(row.text)
      encoder.append(row.points)
      encoder.append(row.kept)
      encoder.append(row.reversed)
      encoder.endRow()
    }
    return encoder
  }

  /// The section of the page.
  var section: String {
    let (low, high) = (Self.factors.lowerBound, Self.factors.upperBound)
    return """
      ## Robustness

      Every parameter whose source is an assumption was multiplied by a random factor from \
      \(shortest(low)) to \(shortest(high)), all at once, \(rows.first?.points ?? 0) times. In how \
      many of these points the estimate keeps its side, and in how many its 95 % interval lies \
      wholly on the other side, with a twentieth of the contexts (40 at least):

      \(Markdown.table(
        ["file", "claim", "kept", "reversed"],
        rows.map { [$0.file, $0.text, percent($0.kept), percent($0.reversed)] }))
      """
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}
