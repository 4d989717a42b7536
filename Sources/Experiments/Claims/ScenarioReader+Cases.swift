internal import CoCreation
internal import GSL

/// Files of cases, read as strictly as scenarios.
extension ScenarioReader {
  private static let caseFileKeys = ["format", "name", "question", "description", "cases"]
  private static let caseKeys = ["case", "source", "kernel", "repeats", "seed", "expect"]
  private static let mostRepeats = 1_000_000

  /// What each kernel takes.
  private static let kernels: [(name: String, inputs: [String])] = [
    ("bounded_confidence", ["actors", "bound", "convergence"]),
    ("nk_landscape", ["choices", "ruggedness", "measure"]),
    ("gini", ["distribution", "size"]),
    ("weighted_voting", ["voters", "weights", "competence", "threshold"]),
    ("distribution", ["distribution", "measure"]),
  ]

  /// Whether a text is a file of cases; texts that are no YAML are left to the other reader.
  static func isOfCases(_ text: String) -> Bool {
    var faults = ScenarioFaultList()
    guard case .mapping(let entries) = ScenarioDocument.read(text, faults: &faults)?.content
    else { return false }
    return entries.contains { $0.key == "cases" }
  }

  mutating func readCaseFile(_ text: String) -> CaseFile? {
    guard let root = ScenarioDocument.read(text, faults: &faults) else { return nil }
    let expected = "a mapping with the keys format, name, question and cases"
    guard let fields = fields(of: root, Self.caseFileKeys, expected: expected) else { return nil }
    readFormat(fields)
    let name = readName(fields)
    let question = required("question", in: fields, "text").flatMap { self.text($0.value) }
    if let description = fields["description"] { _ = self.text(description.value) }
    guard let entry = required("cases", in: fields, "a list of cases") else { return nil }
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      wrong(entry.value, allowed: "a list of cases, each {case: ..., kernel: ..., expect: ...}")
      return nil
    }
    let cases = items.compactMap { readCase($0) }
    guard let name, let question else { return nil }
    return CaseFile(name: name, question: question, cases: cases)
  }

  private mutating func readCase(_ item: ScenarioItem) -> KernelCase? {
    let expected = "{case: ..., kernel: ..., repeats: ..., expect: ...}"
    let known = Self.kernels.first { $0.name == Self.kernelName(of: item) }
    let inputs = known?.inputs ?? Self.kernels.flatMap(\.inputs)
    guard let fields = fields(of: item, Self.caseKeys + inputs, expected: expected) else {
      return nil
    }
    let text = required("case", in: fields, "a sentence").flatMap { self.text($0.value) }
    let source = required("source", in: fields, "text").flatMap { self.text($0.value) }
    let names = Self.kernels.map(\.name)
    let name = required("kernel", in: fields, names.joined(separator: ", "))
      .flatMap { choice($0.value, of: names) }
    let kernel = name.flatMap { readKernel($0, fields) }
    let repeats = required("repeats", in: fields, "a whole number from 1 to \(Self.mostRepeats)")
      .flatMap { whole($0.value, in: 1...Self.mostRepeats) }
    let seed = fields["seed"].map { whole($0.value, in: 0...Int.max) } ?? 1
    let expectation = required("expect", in: fields, Self.expectationRule)
      .flatMap { readExpectation($0.value) }
    guard let text, let source, let kernel, let repeats, let seed, let expectation else {
      return nil
    }
    return KernelCase(
      text: text, source: source, kernel: kernel, repeats: repeats, seed: UInt64(seed),
      expectation: expectation)
  }

  private static func kernelName(of item: ScenarioItem) -> String? {
    guard case .mapping(let entries) = item.content,
      case .scalar(let name, _) = entries.first(where: { $0.key == "kernel" })?.value.content
    else { return nil }
    return name
  }

  private mutating func readKernel(_ name: String, _ fields: ScenarioFields) -> Kernel? {
    switch name {
    case "bounded_confidence":
      let actors = wholeInput("actors", fields, in: 2...100_000)
      let bound = share("bound", fields)
      let convergence = share("convergence", fields)
      guard let actors, let bound, let convergence else { return nil }
      return .boundedConfidence(actors: actors, bound: bound, convergence: convergence)
    case "nk_landscape":
      let choices = wholeInput("choices", fields, in: 1...16)
      let ruggedness = wholeInput("ruggedness", fields, in: 0...(choices ?? 16) - 1)
      let measure: LandscapeMeasure? = measure(fields)
      guard let choices, let ruggedness, let measure else { return nil }
      return .landscape(choices: choices, ruggedness: ruggedness, measure: measure)
    case "gini":
      let distribution = distributionInput(fields)
      let size = wholeInput("size", fields, in: 2...1_000_000)
      guard let distribution, let size else { return nil }
      return .gini(distribution, size: size)
    case "weighted_voting":
      let weights = readWeights(fields)
      let competence = share("competence", fields)
      let threshold = share("threshold", fields)
      guard let weights, let competence, let threshold else { return nil }
      return .weightedVoting(weights: weights, competence: competence, threshold: threshold)
    default:
      let distribution = distributionInput(fields)
      let measure: DistributionMeasure? = measure(fields)
      guard let distribution, let measure else { return nil }
      return .distribution(distribution, measure: measure)
    }
  }

  /// Equal weights for a number of voters, or a weight for each.
  private mutating func readWeights(_ fields: ScenarioFields) -> [Double]? {
    guard let entry = fields["weights"] else {
      return wholeInput("voters", fields, in: 1...10_000).map {
        [Double](repeating: 1 / Double($0), count: $0)
      }
    }
    if let other = fields["voters"] {
      fault(other.place, "found `voters` beside `weights`", allowed: "one of them")
    }
    let expected = "a list of numbers above 0 with the sum 1"
    guard case .list(let items) = entry.value.content else {
      wrong(entry.value, allowed: expected)
      return nil
    }
    let weights = items.compactMap { number($0) }
    guard weights.count == items.count else { return nil }
    guard weights.allSatisfy({ $0 > 0 }), abs(weights.reduce(0, +) - 1) < 1e-9 else {
      fault(
        entry.place, "found weights with the sum \(short(weights.reduce(0, +)))",
        allowed: expected)
      return nil
    }
    return weights
  }

  private mutating func wholeInput(
    _ key: String, _ fields: ScenarioFields, in range: ClosedRange<Int>
  ) -> Int? {
    required(key, in: fields, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      .flatMap { whole($0.value, in: range) }
  }

  private mutating func share(_ key: String, _ fields: ScenarioFields) -> Double? {
    let allowed = "a number from 0 to 1"
    guard let item = required(key, in: fields, allowed)?.value,
      let value = number(item, allowed: allowed)
    else { return nil }
    guard (0...1).contains(value) else {
      wrong(item, allowed: allowed)
      return nil
    }
    return value
  }

  private mutating func distributionInput(_ fields: ScenarioFields) -> Distribution? {
    required("distribution", in: fields, "a distribution").flatMap { distribution($0.value) }
  }

  private mutating func measure<Measure: RawRepresentable<String> & CaseIterable>(
    _ fields: ScenarioFields
  ) -> Measure? {
    let all = Array(Measure.allCases)
    return required("measure", in: fields, all.map(\.rawValue).joined(separator: ", "))
      .flatMap { choice($0.value, of: all) }
  }
}
