/// What is made of a batch's tables in the end.
public struct Finish: Codable, Equatable, Sendable {
  /// Whether tables are compressed with gzip.
  public var compresses = false
  /// Whether `table.csv` is written: the runs in the shape of NetLogo's BehaviorSpace.
  public var writesBehaviorSpaceTable = false

  enum CodingKeys: String, CodingKey {
    case compresses = "gzip"
    case writesBehaviorSpaceTable = "behaviorspace_table"
  }

  /// Nothing more.
  public init() {}
}
