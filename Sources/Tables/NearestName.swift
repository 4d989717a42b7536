/// The known name that a person most likely meant.
///
/// - Parameters:
///   - name: What was written.
///   - known: The names that are known.
/// - Returns: The first of the nearest names, or `nil` if none is near: within one edit for three
///   letters, up to three edits from seven letters on.
package func nearestName(to name: String, among known: [String]) -> String? {
  guard name.utf8.count <= 64 else { return nil }
  let written = letters(name)
  let most = min(3, (written.count + 2) / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = edits(written, letters(candidate), most: (best?.distance ?? most + 1) - 1)
    if let distance { best = (candidate, distance) }
  }
  return best?.name
}

private func letters(_ name: String) -> [UInt8] {
  name.lowercased().replacing("-", with: "_").replacing(" ", with: "_").utf8.map { $0 }
}

/// The number of insertions, deletions, replacements and swaps of neighbours, if not above `most`.
private func edits(_ a: [UInt8], _ b: [UInt8], most: Int) -> Int? {
  guard most >= 0, abs(a.count - b.count) <= most else { return nil }
  var (before, last) = ([Int](), Array(0...b.count))
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    (before, last) = (last, row)
  }
  let distance = last[b.count]
  return distance <= most ? distance : nil
}
