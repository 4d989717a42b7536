internal import Foundation
internal import Tables

/// Takes the rows of a batch to the disk, in order, with a journal of how far they are.
struct RunRecorder: ~Copyable {
  let folder: ResultsFolder
  /// How far the rows are.
  private(set) var state: Journal.Checkpoint
  private var journal: Journal
  private let tables: [ResultTable: GrowingTable]
  private var pace = Pace()

  /// Begins in an empty folder.
  init(
    beginning folder: consuming ResultsFolder, _ manifest: Manifest, _ selection: TableSelection
  ) throws {
    let path = folder.partialPath
    var tables: [ResultTable: GrowingTable] = [:]
    for table in selection.tables {
      tables[table] = try GrowingTable(selection.schema(of: table), in: path)
    }
    var state = Journal.Checkpoint(bytes: Self.lengths(tables))
    var journal = try Journal(manifest, in: path)
    try Self.checkpoint(&state, tables, &journal)
    self.folder = consume folder
    self.tables = tables
    self.state = state
    self.journal = consume journal
  }

  /// Goes on where the journal of a folder says; what was written after that is made again.
  init(
    continuing folder: consuming ResultsFolder, _ content: Journal.Content,
    _ selection: TableSelection
  ) throws {
    let path = folder.partialPath
    var tables: [ResultTable: GrowingTable] = [:]
    let state = content.checkpoint
    for table in selection.tables {
      let schema = selection.schema(of: table)
      guard let length = state?.bytes[schema.fileName] else {
        // Not even the header lines are known to be on the disk.
        try? FileManager.default.removeItem(atPath: path + "/" + schema.fileName)
        tables[table] = try GrowingTable(schema, in: path)
        continue
      }
      let size =
        (try? FileManager.default.attributesOfItem(atPath: path + "/" + schema.fileName))?[
          .size] as? Int
      guard let size, size >= length else {
        throw ResultsFolderError(
          path: path,
          problem: .damaged(
            "\(schema.fileName) has \(size.map { "\($0) bytes" } ?? "gone"), the journal says \(length)"
          ))
      }
      tables[table] = try GrowingTable(continuing: schema.fileName, in: path, after: length)
    }
    let journal = try Journal(continuing: path, after: content.length)
    self.folder = consume folder
    self.tables = tables
    self.state = state ?? Journal.Checkpoint(bytes: Self.lengths(tables))
    self.journal = consume journal
  }

  private static func lengths(_ tables: [ResultTable: GrowingTable]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: tables.values.map { ($0.name, $0.bytes) })
  }

  /// Writes the rows of some runs and, when it is time, a checkpoint.
  mutating func write(_ chunk: Chunk) throws {
    for table in ResultTable.allCases {
      if let bytes = chunk.tables[table] { try tables[table]?.write(bytes) }
    }
    state.last = chunk.last
    state.runs += chunk.runs
    state.failures += chunk.failures
    if pace.isTime { try checkpoint() }
  }

  /// Brings the rows to the disk, and then the line that says so.
  mutating func checkpoint() throws {
    let start = pace.now
    try Self.checkpoint(&state, tables, &journal)
    pace.took(since: start)
  }

  private static func checkpoint(
    _ state: inout Journal.Checkpoint, _ tables: [ResultTable: GrowingTable],
    _ journal: inout Journal
  ) throws {
    for table in tables.values { try table.synchronize() }
    state.bytes = lengths(tables)
    try journal.note(state)
  }

  /// Ends the writing of rows after a checkpoint; the journal stays in the folder.
  ///
  /// - Parameter records: The tables as the manifest names them.
  /// - Throws: When the file system refuses.
  /// - Returns: The folder.
  consuming func close(_ records: inout [FileRecord]) throws -> ResultsFolder {
    for table in tables.values { records.append(try table.close()) }
    try journal.close()
    return folder
  }

  /// Waiting for the disk may take one part in fifty of the time, but is not put off for less than a
  /// quarter of a second's work.
  private struct Pace {
    private let clock = ContinuousClock()
    private var next: ContinuousClock.Instant

    init() { next = clock.now + .milliseconds(250) }

    var now: ContinuousClock.Instant { clock.now }
    var isTime: Bool { clock.now >= next }

    mutating func took(since start: ContinuousClock.Instant) {
      let end = clock.now
      next = end + max(.milliseconds(250), (end - start) * 50)
    }
  }
}
