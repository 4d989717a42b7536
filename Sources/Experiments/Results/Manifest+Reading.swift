internal import CoCreation
internal import Foundation
internal import Tables

/// Manifests of folders that are there.
extension Manifest {
  /// Reads the manifest of a folder.
  ///
  /// - Parameter folder: A results folder, finished, partial or a shard.
  /// - Throws: ``ResultsFolderError`` when there is none, or none that this version reads.
  /// - Returns: The manifest; of a partial folder from its journal, without files.
  public static func read(folder: String) throws -> Manifest {
    let url = URL(filePath: folder + "/" + fileName)
    guard let text = try? Data(contentsOf: url) else {
      if let journal = try Journal.read(in: folder) { return journal.manifest }
      throw ResultsFolderError(path: folder, problem: .notResults("there is no \(fileName)"))
    }
    do {
      return try JSONDecoder().decode(Manifest.self, from: text)
    } catch {
      throw ResultsFolderError(
        path: folder, problem: .damaged("\(fileName) cannot be read, or is of another version"))
    }
  }

  /// What it takes to tell whether two batches are the same: all but what became of them.
  var recipe: Manifest {
    var recipe = self
    (recipe.made, recipe.failures, recipe.files) = (0, 0, [])
    return recipe
  }

  /// What differs between two manifests of batches to be made, a line each; empty if they are the
  /// same.
  ///
  /// - Parameters:
  ///   - other: The manifest of what is there.
  ///   - ignoring: Keys at the top to pass over.
  /// - Throws: What the encoder throws; never for a manifest.
  /// - Returns: The differences, by their keys.
  func differences(from other: Manifest, ignoring: Set<String> = []) throws -> [String] {
    func object(_ manifest: Manifest) throws -> Any {
      try JSONSerialization.jsonObject(with: Data(try manifest.recipe.json()))
    }
    let (now, then) = (try object(self), try object(other))
    var lines: [String] = []
    Self.compare(then, now, at: [], ignoring, &lines)
    return lines.sorted()
  }

  /// What differs in what is asked of the model: the context and the strategies, at the points of the
  /// design, whatever the seed and the number of replicates.
  ///
  /// - Parameter other: The manifest of what is there.
  /// - Throws: What the encoder throws; never for a manifest.
  /// - Returns: The differences, a line each.
  public func contextDifferences(from other: Manifest) throws -> [String] {
    let keys = ["parameters", "actors", "network", "design", "strategies"]
    return try differences(from: other).filter { line in
      keys.contains { line.hasPrefix($0 + ".") || line.hasPrefix($0 + ":") }
    }
  }

  private static func compare(
    _ then: Any?, _ now: Any?, at keys: [String], _ ignoring: Set<String>, _ lines: inout [String]
  ) {
    if keys.count == 1, ignoring.contains(keys[0]) { return }
    if let then = then as? [String: Any], let now = now as? [String: Any] {
      for key in Set(then.keys).union(now.keys) {
        compare(then[key], now[key], at: keys + [key], ignoring, &lines)
      }
      return
    }
    let (was, isNow) = (described(then), described(now))
    guard was != isNow else { return }
    let path = keys.joined(separator: ".")
    if keys == ["scenario", "text"] {
      lines.append("\(path): \(firstDifference(was, isNow))")
    } else if keys == ["design", "sha256"] {
      lines.append("design: other values at its points")
    } else if keys != ["scenario", "sha256"] {
      lines.append("\(path): was \(shown(was, most: 80)), is \(shown(isNow, most: 80))")
    }
  }

  private static func described(_ value: Any?) -> String {
    switch value {
    case nil: "nothing"
    case let list as [Any]: "[" + list.map { described($0) }.joined(separator: ", ") + "]"
    case let value?: "\(value)"
    }
  }

  private static func firstDifference(_ was: String, _ isNow: String) -> String {
    let (old, new) = (
      was.split(separator: "\n", omittingEmptySubsequences: false),
      isNow.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).prefix { $0 == $1 }.count
    func text(_ lines: [Substring]) -> String {
      line < lines.count ? "\"\(shown(String(lines[line]), most: 60))\"" : "nothing"
    }
    return "from line \(line + 1) on: was \(text(old)), is \(text(new))"
  }

  /// The scenario that made the folder, read again from its text and what was set from outside.
  ///
  /// - Parameter folder: The folder of the manifest, for its design.
  /// - Throws: ``ScenarioFaults`` when this version of the program reads the text otherwise.
  /// - Returns: The scenario.
  public func scenario(folder: String) throws -> Scenario {
    var overrides = ScenarioOverrides(
      settings: scenario.settings.compactMap { setting in
        let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? .init(key: String(parts[0]), value: String(parts[1])) : nil
      }, seed: seed, ablations: scenario.without.compactMap(Ablation.named),
      design: design.map { _ in .file(folder + "/" + Design.fileName) })
    if replicatesFromOutside {
      overrides.replicates = Replicates(
        contexts: replicates["contexts"] ?? 0, processes: replicates["processes"] ?? 0)
    }
    return try Scenario(
      text: scenario.text, name: "\(folder)/\(Self.fileName)", overrides: overrides)
  }
}
