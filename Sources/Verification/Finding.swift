public import Analysis
public import Experiments

/// A claim with what was found of it, before it is judged.
public struct Finding: Sendable {
  /// The name of the scenario or of the file of cases.
  public let file: String
  /// The place in the file, from 1.
  public let number: Int
  /// Among what it is counted.
  public let kind: ClaimKind
  /// The claim in a sentence.
  public let text: String
  /// Who says so.
  public let source: String
  /// The metric or kernel.
  public let measure: String
  /// What is made of it over runs.
  public let statistic: String
  /// The contrast as text; empty for a case.
  public let contrast: String
  /// Where the number should lie.
  public let expectation: Expectation
  /// The smallest effect that is worth having.
  public let effect: Double?
  /// Why it does not appear, if it is said that it does not.
  public let unmet: String?
  /// What was found; `nil` where the number is not defined.
  public let estimate: Estimate?
  /// The contrast with the mechanism out of the model.
  public let control: Control?
  /// Whether the metric is taken over the months in which processes lived.
  public let isOverLife: Bool
  /// How long the processes of each strategy of the contrast lived; empty for a case.
  public let lives: [Life]
  /// What was published and used, for a number that was measured elsewhere or chosen by.
  public var provenance = Provenance()

  /// What was found with the mechanism out of the model.
  public struct Control: Sendable {
    /// The estimate; `nil` where the number is not defined.
    public let estimate: Estimate?
    /// Whether it must be zero in every context.
    public let isZero: Bool
    /// How long the processes of each of its strategies lived.
    public let lives: [Life]
  }

  /// Where a number comes from that the model is held against.
  public struct Provenance: Sendable {
    /// The number that was measured elsewhere.
    public var published: PublishedNumber?
    /// The parameters that were chosen with it in view.
    public var calibrated: [CalibratedParameter] = []
    /// What was found in each strategy of the contrast of a published number, if it has several.
    public var parts: [Part] = []

    /// Nothing of the kind.
    public init() {}
  }

  /// What was found in one strategy of a contrast.
  public struct Part: Sendable {
    /// The name of the strategy.
    public let strategy: String
    /// The statistic in it; `nil` where it is not defined.
    public let estimate: Estimate?
  }

  /// The p value of the claim against the hypothesis that it does not hold; `nil` where the
  /// expectation is agreement, of which a small p value would be evidence against, and for a number
  /// that was published, which an interval is held against.
  public var probability: Double? {
    guard provenance.published == nil else { return nil }
    guard let estimate else { return expectation.isAgreement ? nil : 1 }
    return expectation.probability(of: estimate)
  }

  /// Where the number should lie and how far from the bound at least, in words.
  var expected: String {
    let least = effect.map { ", by \(shortest($0)) at least" } ?? ""
    return expectation.description + least
  }

  /// Why the strategies are not to be compared, if they are not: a metric that is taken over months
  /// of life says nothing of a mechanism where it is taken over other months on the other side.
  public var incomparability: String? {
    guard isOverLife else { return nil }
    let words =
      Life.difference(among: lives)
      ?? control.flatMap { Life.difference(among: $0.lives).map { "in the control \($0)" } }
    return words.map { "\(measure) is taken over months of life, and \($0)" }
  }
}

extension Finding {
  /// Tests a claim on what was read off runs.
  init(
    _ claim: Claim, number: Int, of file: String, as kind: ClaimKind, in samples: RunSamples
  ) {
    self.init(
      file: file, number: number, kind: ClaimKind(of: claim, in: kind),
      text: claim.text, source: claim.source,
      measure: claim.quantity.description, statistic: claim.statistic.name,
      contrast: claim.contrast.description, expectation: claim.expectation, effect: claim.effect,
      unmet: claim.unmet, estimate: samples.estimate(of: claim, claim.contrast),
      control: claim.control.map {
        Control(
          estimate: samples.estimate(of: claim, $0), isZero: claim.controlIsZero,
          lives: samples.lives(of: claim, $0))
      },
      isOverLife: claim.quantity.isOverLife, lives: samples.lives(of: claim, claim.contrast))
    provenance.published = claim.published
    provenance.calibrated = claim.calibrated
    guard claim.published != nil, claim.contrast.terms.count > 1 else { return }
    provenance.parts = claim.contrast.strategiesAlone.map {
      Part(strategy: $0.strategy, estimate: samples.estimate(of: claim, $0.contrast))
    }
  }

  /// Tests a case on the values of its repeats.
  init(_ kernelCase: KernelCase, number: Int, of file: String, values: [Double]) {
    self.init(
      file: file, number: number, kind: .docking, text: kernelCase.text, source: kernelCase.source,
      measure: kernelCase.kernel.name, statistic: "mean", contrast: "",
      expectation: kernelCase.expectation, effect: nil, unmet: nil,
      // A measure of the whole sample has no error of its own.
      estimate: values.count == 1
        ? Estimate(value: values[0], standardError: 0, count: 1) : Estimate(meanOf: values),
      control: nil, isOverLife: false, lives: [])
  }
}

extension RunSamples {
  /// The statistic of a claim for a contrast.
  func estimate(of claim: Claim, _ contrast: Contrast) -> Estimate? {
    func terms(_ quantity: Quantity) -> [(sample: Sample, weight: Double)] {
      contrast.terms.map {
        (
          Sample(
            values: values(of: quantity, under: $0.strategy), contexts: contexts, points: points),
          $0.weight
        )
      }
    }
    return switch claim.statistic {
    case .mean: Estimate(meanOf: Sample.combination(terms(claim.quantity)))
    case .meanOfEach: Estimate(meansOf: terms(claim.quantity))
    case .geometricMean: Estimate(geometricMeanOf: terms(claim.quantity))
    case .logVarianceRatio: Estimate(logVarianceOf: terms(claim.quantity))
    case .rootMeanSquareError(let observed):
      Estimate(
        distanceOf: claim.quantities.map { Sample.combination(terms($0)) }, from: observed)
    }
  }
}

extension Quantity {
  var description: String {
    switch self {
    case .run(let name), .observable(let name): name
    case .month(let name, let round): "\(name), month \(round)"
    case .change(let name, let from, let to): "\(name), change a month, \(from) to \(to)"
    case .task(_, let name, let quantity): "\(quantity.description), \(name)"
    }
  }
}

extension Contrast {
  var description: String {
    terms.enumerated().map { index, term in
      let sign = term.weight < 0 ? "- " : index == 0 ? "" : "+ "
      let size = abs(term.weight) == 1 ? "" : "\(shortest(abs(term.weight))) "
      return sign + size + term.strategy
    }.joined(separator: " ")
  }
}
