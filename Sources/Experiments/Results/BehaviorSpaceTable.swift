internal import CoCreation
internal import Tables

/// The runs in the shape of the table that NetLogo's BehaviorSpace writes, for tools that read it.
///
/// Six lines stand before the names of columns, every field is quoted, runs are numbered from 1, and
/// there is one step a run: the last month. The time in the fourth line is always the same, because
/// the same results have the same bytes.
struct BehaviorSpaceTable {
  static let fileName = "table.csv"

  private let scenario: Scenario
  private let metrics: [String]

  init(_ scenario: Scenario, _ metrics: [String]) {
    self.scenario = scenario
    self.metrics = metrics
  }

  /// Writes the table from the runs.csv of a folder.
  func write(in folder: borrowing ResultsFolder) throws {
    var reader = try TableReader(
      path: folder.partialPath(of: ResultTable.runs.schema.fileName))
    let keys = try reader.indices(of: ["run", "point", "strategy", "replicate"])
    let columns = try reader.indices(of: metrics)
    var file = try TableFile(replacing: folder.partialPath(of: Self.fileName))
    let factors = scenario.design.factors.map(\.path)
    let months = String(Int(scenario.parameters["rounds"]))
    var bytes: [UInt8] = []
    func append(_ fields: [String]) {
      let quoted = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      bytes += Array((quoted.joined(separator: ",") + "\n").utf8)
    }
    append(["BehaviorSpace results (NetLogo 6.2.0)"])
    append(["cocreate \(Manifest.Program.currentVersion)"])
    append([scenario.name])
    append(["01/01/1970 00:00:00:000 +0000"])
    append(["min-pxcor", "max-pxcor", "min-pycor", "max-pycor"])
    append(["0", "0", "0", "0"])
    append(["[run number]"] + factors + ["strategy", "replicate", "[step]"] + metrics)
    while try reader.next() {
      let point = try reader.integer(keys[1]) ?? 0
      let values = scenario.design.isSingle ? [] : scenario.design.values(of: point).map(short)
      let outcomes = try columns.map { column throws(TableReaderError) in try reader.text(column) }
      append(
        ["\((try reader.integer(keys[0]) ?? 0) + 1)"] + values
          + [try reader.text(keys[2]), try reader.text(keys[3]), months] + outcomes)
      if bytes.count > 1 << 18 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
    try file.synchronize()
    try file.close()
  }
}
