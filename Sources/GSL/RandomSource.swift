internal import CGSL
internal import CKeyedRandom

/// A generator that a ``RandomSource`` can draw from.
public enum Generator: String, CaseIterable, Sendable {
  /// SplitMix64, placed by a hash of the address. The default: as fast as a sequential generator.
  case splitmix
  /// Philox4x32-10, a counter-based generator. The conservative choice.
  case philox
  /// GSL's Mersenne twister, seeded anew at each address with 32 bits. Slow.
  case mt19937
  /// GSL's Tausworthe generator, seeded anew at each address with 32 bits.
  case taus2

  var type: UnsafePointer<gsl_rng_type>? {
    switch self {
    case .splitmix: unsafe keyed_random_splitmix()
    case .philox: unsafe keyed_random_philox()
    case .mt19937: unsafe keyed_random_mt19937()
    case .taus2: unsafe keyed_random_taus2()
    }
  }
}

/// A family of random numbers within a run: one use of one mechanism in one round.
///
/// Drawing from it takes an item as well, an actor say; see ``RandomSource/place(_:item:)``.
public struct RandomStream: BitwiseCopyable, Sendable {
  fileprivate let run: UInt64
  fileprivate let place: UInt64
  /// The hash of both, so that going to an item's address mixes once.
  fileprivate let hash: UInt64
}

#if DEBUG
  /// Who draws where, for tests.
  package struct DrawTrace: Sendable {
    /// An address without the item.
    package struct Place: Hashable, Sendable {
      package let mechanism: Int
      package let round: Int
      package let item: UInt32
    }

    /// Who is at work; whoever begins has not placed the source yet.
    package var drawer = "" {
      didSet { isPlaced = false }
    }
    /// Who drew at a place.
    package fileprivate(set) var visits: [Place: Set<String>] = [:]
    /// Who drew without placing the source first.
    package fileprivate(set) var unplaced: Set<String> = []
    fileprivate var isPlaced = false

    package init() {}
  }
#endif

/// The one door to random numbers: every draw is made at an address.
///
/// An address is (experiment seed, replicate, mechanism, round, step, item). The same address gives
/// the same numbers whatever else was drawn, so that strategies are compared on common random
/// numbers mechanism by mechanism and actor by actor, although rejection samplers consume a varying
/// number of uniforms.
///
/// Place the source, then draw; do not call another mechanism between the two.
@safe
public struct RandomSource: ~Copyable {
  private let rng: UnsafeMutablePointer<gsl_rng>

  #if DEBUG
    /// Follows draws; nothing is recorded while `nil`.
    package var trace: DrawTrace?
  #endif

  /// Creates a source over a generator.
  ///
  /// - Parameter generator: The generator that gives the numbers.
  public init(_ generator: Generator = .splitmix) {
    guard let rng = unsafe gsl_rng_alloc(generator.type) else {
      preconditionFailure("out of memory for a random generator")
    }
    unsafe self.rng = unsafe rng
  }

  deinit { unsafe gsl_rng_free(rng) }

  /// Hashes the parts that name a run into the run part of an address.
  ///
  /// - Parameter parts: The experiment seed and the indices that tell replicates apart.
  /// - Returns: A 64-bit key; equal parts in equal order give equal keys.
  public static func runKey(_ parts: UInt64...) -> UInt64 {
    parts.reduce(0x6a09_e667_f3bc_c908) { key, part in
      keyed_random_mix(key ^ keyed_random_mix(part &+ 0x9e37_79b9_7f4a_7c15)) &+ 1
    }
  }

  /// Names a stream.
  ///
  /// - Parameters:
  ///   - run: The run's key, from ``runKey(_:)``.
  ///   - mechanism: The mechanism's number, below 2^16.
  ///   - round: The round, below 2^24.
  ///   - step: A step within the round (a proposal, say), below 2^24.
  /// - Returns: The stream.
  public static func stream(run: UInt64, mechanism: Int, round: Int, step: Int = 0)
    -> RandomStream
  {
    assert((0..<1 << 16).contains(mechanism))
    assert((0..<1 << 24).contains(round) && (0..<1 << 24).contains(step))
    let place = UInt64(mechanism) << 48 | UInt64(round) << 24 | UInt64(step)
    return RandomStream(run: run, place: place, hash: keyed_random_stream(run, place))
  }

  /// Goes to an address; the next draws are the same each time it is visited.
  ///
  /// - Parameters:
  ///   - stream: Where in the run.
  ///   - item: Which of the things drawn for there, below 2^32.
  public mutating func place(_ stream: RandomStream, item: UInt32) {
    unsafe keyed_random_place_in(rng, stream.hash, stream.run, stream.place, UInt64(item))
    #if DEBUG
      guard let drawer = trace?.drawer else { return }
      let place = DrawTrace.Place(
        mechanism: Int(stream.place >> 48), round: Int(stream.place >> 24 & 0xff_ffff), item: item)
      trace?.visits[place, default: []].insert(drawer)
      trace?.isPlaced = true
    #endif
  }

  // Draws. GSL's names and parameters; arguments are trusted here and checked where a scenario
  // states a distribution.

  /// Draws uniformly from [0, 1).
  public mutating func uniform() -> Double { noted(unsafe keyed_random_uniform(rng)) }

  /// Draws uniformly from 0 ..< `count`.
  public mutating func integer(below count: Int) -> Int {
    precondition(count > 0)
    return noted(Int(unsafe gsl_rng_uniform_int(rng, UInt(count))))
  }

  /// Draws 64 random bits; 32 from GSL's own generators.
  public mutating func bits() -> UInt64 { noted(UInt64(unsafe gsl_rng_get(rng))) }

  /// Draws from a Gaussian of mean 0 by the ziggurat method.
  public mutating func gaussian(sigma: Double = 1) -> Double {
    noted(unsafe gsl_ran_gaussian_ziggurat(rng, sigma))
  }

  /// Draws from a gamma distribution.
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    noted(unsafe gsl_ran_gamma(rng, shape, scale))
  }

  /// Draws from a beta distribution.
  ///
  /// Where both shapes are so small that GSL's ratio of gammas underflows to 0/0, the limit is
  /// drawn: 1 with probability a/(a+b), else 0.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    let value = noted(unsafe gsl_ran_beta(rng, a, b))
    return value.isNaN ? (bernoulli(a / (a + b)) ? 1 : 0) : value
  }

  /// Draws from a Poisson distribution.
  public mutating func poisson(_ mean: Double) -> Int {
    noted(Int(unsafe gsl_ran_poisson(rng, mean)))
  }

  /// Draws 1 with a probability, else 0.
  public mutating func bernoulli(_ probability: Double) -> Bool {
    noted(unsafe gsl_ran_bernoulli(rng, probability)) == 1
  }

  /// Draws shares that sum to one from a Dirichlet distribution.
  ///
  /// - Parameter alpha: The concentration of each share.
  /// - Returns: The shares.
  public mutating func dirichlet(_ alpha: [Double]) -> [Double] {
    var theta = [Double](repeating: 0, count: alpha.count)
    unsafe gsl_ran_dirichlet(rng, alpha.count, alpha, &theta)
    return noted(theta)
  }

  /// Records a draw for tests; nothing in a release build.
  @inline(__always)
  private mutating func noted<Value>(_ value: Value) -> Value {
    #if DEBUG
      if let trace, !trace.isPlaced { self.trace?.unplaced.insert(trace.drawer) }
    #endif
    return value
  }

  /// Draws from any distribution a scenario may name.
  public mutating func draw(_ distribution: Distribution) -> Double {
    switch distribution.family {
    case .constant(let value): value
    // GSL's low (1 - u) + high u can round up to high.
    case .uniform(let low, let high): min(unsafe gsl_ran_flat(rng, low, high), high.nextDown)
    case .gaussian(let mean, let sigma): mean + gaussian(sigma: sigma)
    case .lognormal(let zeta, let sigma): unsafe gsl_ran_lognormal(rng, zeta, sigma)
    case .exponential(let mu): unsafe gsl_ran_exponential(rng, mu)
    case .gamma(let shape, let scale): gamma(shape: shape, scale: scale)
    case .beta(let a, let b): beta(a, b)
    case .pareto(let a, let b): unsafe gsl_ran_pareto(rng, a, b)
    case .weibull(let a, let b): unsafe gsl_ran_weibull(rng, a, b)
    case .poisson(let mu): Double(poisson(mu))
    case .bernoulli(let p): bernoulli(p) ? 1 : 0
    case .binomial(let p, let n): Double(unsafe gsl_ran_binomial(rng, p, UInt32(n)))
    }
  }
}
