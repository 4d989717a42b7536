import Analysis
import Foundation

/// Reads a table of runs from a text, by way of a file that is gone afterwards.
func runTable(_ text: String, metrics: [String]) throws -> RunTable {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
  try Data(withContexts(text).utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try RunTable(path: file.path, metrics: metrics)
}

/// Adds the column `context`, each replicate one of its own, unless the text has it.
private func withContexts(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let header = lines.first, !header.contains("context"), header.contains("replicate") else {
    return text
  }
  return lines.enumerated().map { number, line in
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    // The last is empty, or cut off and to stay so.
    guard fields.count > 3, number < lines.count - 1 else { return String(line) }
    return number == 0 ? line + ",context" : line + "," + fields[3]
  }.joined(separator: "\n")
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
