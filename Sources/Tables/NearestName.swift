/// The candidate closest to a name by edit distance; `nil` where none is close.
///
/// Close means that at most a third of the letters were changed, added or left out.
func nearestName(to name: String, among candidates: [String]) -> String? {
  let distances = candidates.map { (candidate: $0, distance: editDistance(name, $0)) }
  guard let best = distances.min(by: { $0.distance < $1.distance }),
    best.distance * 3 <= max(name.count, best.candidate.count)
  else { return nil }
  return best.candidate
}

/// The number of letters to change, add or leave out to get from one word to another.
private func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (i, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in second.indices {
      let change = diagonal + (letter == second[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(change, row[j] + 1, diagonal + 1)
    }
  }
  return row[second.count]
}
