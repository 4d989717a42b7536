/// A number that was measured elsewhere, and how near to it the model should come.
public struct PublishedNumber: Equatable, Sendable {
  /// The number, in the unit of what is read off runs; `nil` where only a range or a sign is known.
  public let value: Double?
  /// Where the model's number should lie.
  public let tolerance: Expectation
}

/// A parameter that was chosen with a published number in view.
public struct CalibratedParameter: Equatable, Sendable {
  /// The name in the register.
  public let parameter: String
  /// How the number was used.
  public let how: String
}
