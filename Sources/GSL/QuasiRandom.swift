internal import CGSL

/// A sequence of points that fill the unit cube evenly, by GSL.
@safe
public struct QuasiRandom: ~Copyable {
  /// A construction of such a sequence.
  public enum Sequence: String, CaseIterable, Sendable {
    /// Sobol' (1967) with the direction numbers of Bratley & Fox (1988); each coordinate is a
    /// multiple of 2^-30.
    case sobol
    /// Halton (1960): the radical inverses of 1, 2, 3, … in the first primes.
    case halton

    /// The most dimensions that GSL has it for.
    public var mostDimensions: Int {
      switch self {
      case .sobol: 40
      case .halton: 1229
      }
    }

    fileprivate var type: UnsafePointer<gsl_qrng_type>? {
      switch self {
      case .sobol: unsafe cgsl_qrng_sobol()
      case .halton: unsafe cgsl_qrng_halton()
      }
    }
  }

  /// The number of coordinates of a point.
  public let dimensions: Int
  private let generator: UnsafeMutablePointer<gsl_qrng>

  /// Starts a sequence at its first point after the origin.
  ///
  /// - Parameters:
  ///   - sequence: Which one.
  ///   - dimensions: From 1 to the sequence's most.
  public init(_ sequence: Sequence, dimensions: Int) {
    precondition((1...sequence.mostDimensions).contains(dimensions))
    guard let generator = unsafe gsl_qrng_alloc(sequence.type, UInt32(dimensions)) else {
      preconditionFailure("out of memory for a quasi-random sequence")
    }
    self.dimensions = dimensions
    unsafe self.generator = unsafe generator
  }

  deinit { unsafe gsl_qrng_free(generator) }

  /// Takes the next point.
  ///
  /// - Parameter point: Gets its coordinates, each above 0 and below 1; must have as many elements
  ///   as there are ``dimensions``.
  public mutating func next(into point: inout [Double]) {
    precondition(point.count == dimensions)
    _ = unsafe gsl_qrng_get(generator, &point)
  }
}
