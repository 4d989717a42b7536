/// What is made of a batch's tables in the end.
public struct Finish: Codable, Equatable, Sendable {
  /// Whether tables are compressed with gzip.
  public var compresses = false
  /// Whether `table.csv` is written: the runs in the shape of NetLogo's BehaviorSpace.
  public var writesBehaviorSpaceTable = false

  /// Whether tables are made from the others, such as `summary.csv`.
  public internal(set) var summarises = false

  enum CodingKeys: String, CodingKey {
    case compresses = "gzip"
    case summarises = "summaries"
    case writesBehaviorSpaceTable = "behaviorspace_table"
  }

  /// Nothing more.
  public init() {}
}
