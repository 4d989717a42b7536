internal import CoCreation
internal import Foundation

/// The actors of a run by name: their kind and their number in `actors.csv`.
struct Cast {
  private let kinds: [String]

  init(_ outcome: RunObservation) {
    let names = outcome.configuration.kinds.map(\.name)
    kinds = outcome.end.actors.map { names[$0.kind] }
  }

  func kind(of actor: Int) -> String { kinds[actor] }

  func name(of actor: Int) -> String { "\(kinds[actor]) \(actor)" }

  /// Some actors, each by name where a kind has few of them, else by number of heads.
  func names(of actors: [Int]) -> String {
    var order: [String] = []
    for actor in actors.sorted() where !order.contains(kinds[actor]) { order.append(kinds[actor]) }
    let parts = order.flatMap { kind in
      let some = actors.filter { kinds[$0] == kind }.sorted()
      return some.count > Self.few
        ? ["\(some.count) \(Self.plural(of: kind))"] : some.map(name)
    }
    return Self.list(parts)
  }

  /// Up to how many actors of a kind are named one by one.
  private static let few = 2

  /// Things in a row, as a sentence has them.
  static func list(_ parts: [String]) -> String {
    parts.count < 2
      ? parts.first ?? ""
      : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
  }

  static func plural(of kind: String) -> String {
    if ["s", "x", "z", "ch", "sh"].contains(where: kind.hasSuffix) { return kind + "es" }
    if kind.hasSuffix("y"), let before = kind.dropLast().last, !"aeiou".contains(before) {
      return kind.dropLast() + "ies"
    }
    return kind + "s"
  }
}
