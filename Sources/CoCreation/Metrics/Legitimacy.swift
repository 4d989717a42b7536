internal import Glibc

let legitimacyMetrics: [RunMetric] = [
  .init(
    "input_legitimacy", .legitimacy, "1", .higher, isOverLife: true,
    "Mean of representativeness and inclusion (Scharpf 1999: government by the people); missing "
      + "where either is."
  ) { $0.inputLegitimacy },
  .init(
    "throughput_legitimacy", .legitimacy, "1", .higher, isOverLife: true,
    "Mean of participants' voice and of the share of adopted proposals that were ratified "
      + "(Schmidt 2013); missing where either is."
  ) { $0.throughputLegitimacy },
  .init(
    "output_legitimacy", .legitimacy, "1", .higher,
    "Coverage times the mean of realised quality and relevance (Scharpf 1999: for the people)."
  ) { $0.outputLegitimacy },
  .init(
    "legitimacy_minimum", .legitimacy, "1", .higher, isOverLife: true,
    "The smallest of the three; missing where one is."
  ) { $0.legitimacies?.min() },
  .init(
    "legitimacy", .legitimacy, "1", .higher, isOverLife: true,
    "Geometric mean of the three; missing where one is."
  ) { observed in
    observed.legitimacies.map { cbrt($0.reduce(1, *)) }
  },
]

extension TaskObservation {
  var inputLegitimacy: Double? {
    guard let representativeness, let inclusion = inclusion(poor: nil) else { return nil }
    return (representativeness + inclusion) / 2
  }

  var throughputLegitimacy: Double? {
    guard let voice = mean(\.voice),
      let ratified = ratio(Double(count(\.implemented)), Double(count(\.adopted)))
    else { return nil }
    return (voice + ratified) / 2
  }

  var outputLegitimacy: Double? {
    guard let coverage = ratio(sum(\.delivered), sum(\.demanded)),
      let quality = mean(\.realisedQuality), let relevance = mean(\.relevance)
    else { return nil }
    return coverage * (quality + relevance) / 2
  }

  var legitimacies: [Double]? {
    guard let inputLegitimacy, let throughputLegitimacy, let outputLegitimacy else { return nil }
    return [inputLegitimacy, throughputLegitimacy, outputLegitimacy]
  }
}
