import Analysis
import Foundation

/// Reads a table of runs from a text, by way of a file that is gone afterwards.
func runTable(_ text: String, metrics: [String]) throws -> RunTable {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
  try Data(text.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try RunTable(path: file.path, metrics: metrics)
}

/// A table of runs with the metric `m`: for each strategy its values in order of replicates.
func runTable(_ strategies: KeyValuePairs<String, [Double?]>) throws -> RunTable {
  var lines = ["experiment,point,strategy,replicate,m"]
  for replicate in 0..<(strategies.map(\.value.count).max() ?? 0) {
    for (strategy, values) in strategies where replicate < values.count {
      let value = values[replicate].map { "\($0)" } ?? ""
      lines.append("e,0,\(strategy),\(replicate),\(value)")
    }
  }
  return try runTable(lines.map { $0 + "\n" }.joined(), metrics: ["m"])
}
