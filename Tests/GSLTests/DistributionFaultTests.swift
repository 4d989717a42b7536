import GSL
import Testing

/// Parameters out of range are refused by name.
@Suite struct DistributionFaultTests {
  typealias Refused = (name: String, values: [Double], parameter: String)

  static let outOfRange: [Refused] = [
    ("uniform", [1, 1], "high"), ("uniform", [2, 1], "high"),
    ("gaussian", [0, -1], "sigma"), ("lognormal", [0, -0.1], "sigma"),
    ("exponential", [0], "mu"), ("exponential", [-1], "mu"),
    ("gamma", [0, 1], "shape"), ("gamma", [-1, 1], "shape"), ("gamma", [1, 0], "scale"),
    ("gamma", [-1, -1], "shape"), ("beta", [-0.5, 1], "a"), ("beta", [1, 0], "b"),
    ("pareto", [0, 1], "a"), ("pareto", [1, -1], "b"),
    ("weibull", [-1, 1], "a"), ("weibull", [1, 0], "b"),
    ("poisson", [0], "mu"), ("poisson", [-1], "mu"), ("poisson", [2e9], "mu"),
    ("bernoulli", [-0.1], "p"), ("bernoulli", [1.5], "p"),
    ("binomial", [1.5, 3], "p"), ("binomial", [0.5, 0], "n"), ("binomial", [0.5, 2.5], "n"),
    ("binomial", [0.5, -2], "n"), ("binomial", [0.5, 2e9], "n"),
  ]

  static let notFinite: [Refused] = Distribution.parameterNames.sorted { $0.key < $1.key }
    .flatMap { name, parameters in
      parameters.indices.flatMap { index in
        [Double.nan, .infinity, -.infinity].map { value in
          // 0.5, 1 suits every family.
          var values = Array([0.5, 1].prefix(parameters.count))
          values[index] = value
          return (name, values, parameters[index])
        }
      }
    }

  @Test(arguments: outOfRange + notFinite) func namesTheParameter(_ refused: Refused) throws {
    let fault = try #require(throws: DistributionFault.self) {
      try Distribution(name: refused.name, values: refused.values)
    }
    #expect(fault.parameter == refused.parameter)
    let names = try #require(Distribution.parameterNames[refused.name])
    let index = try #require(names.firstIndex(of: refused.parameter))
    let value = refused.values[index]
    #expect(fault.found == value || fault.found.isNaN && value.isNaN)
    #expect(!fault.allowed.isEmpty)
  }

  @Test(
    arguments: Distribution.parameterNames.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  func namesAndValuesRoundTrip(_ name: String, _ parameters: [String]) throws {
    let values = Array([0.5, 1].prefix(parameters.count))
    let distribution = try #require(try Distribution(name: name, values: values))
    #expect(distribution.name == name)
    #expect(distribution.values == values)
  }

  @Test func unknownNamesAndOtherCountsGiveNil() throws {
    #expect(try Distribution(name: "cauchy", values: [1]) == nil)
    #expect(try Distribution(name: "gaussian", values: [1]) == nil)
    #expect(try Distribution(name: "poisson", values: [1, 2]) == nil)
    #expect(try Distribution(name: "poisson", values: []) == nil)
  }
}
