internal import Tables
internal import CoCreation

/// The keys at the top of a file.
extension ScenarioReader {
  private static let fileNameRule = "1 to 64 of the characters a-z, 0-9 and -"

  mutating func readFormat(_ fields: ScenarioFields) {
    guard let format = required("format", in: fields, "1")?.value else { return }
    guard case .scalar("1", isPlain: true) = format.content else {
      wrong(format, allowed: "1, the only format of this version")
      return
    }
  }

  mutating func readName(_ fields: ScenarioFields) -> String? {
    guard let item = required("name", in: fields, Self.fileNameRule)?.value else { return nil }
    guard let name = text(item, allowed: Self.fileNameRule) else { return nil }
    guard Self.isName(name), !name.utf8.contains(where: isOutside) else {
      wrong(item, allowed: Self.fileNameRule)
      return nil
    }
    return name
  }

  private func isOutside(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  mutating func readSeed(_ fields: ScenarioFields, _ overrides: ScenarioOverrides) -> UInt64 {
    let read = fields["seed"].flatMap { whole($0.value, in: 0...Int.max) }
    if let seed = overrides.seed, seed > UInt64(Int.max) {
      fault(
        .init(keys: ["--seed"]), "found \(seed)", allowed: "a whole number from 0 to \(Int.max)")
    }
    return overrides.seed ?? read.map(UInt64.init) ?? 1
  }

  mutating func readBaseline(_ fields: ScenarioFields) -> String? {
    guard let item = fields["baseline"]?.value else { return nil }
    // A strategy with a fault is a strategy still.
    let names: [String] =
      if case .mapping(let entries) = fields["strategies"]?.value.content {
        entries.map(\.key)
      } else { [] }
    guard !names.isEmpty else { return text(item, allowed: "the name of a strategy") }
    guard case .scalar(let name, _) = item.content, names.contains(name) else {
      let written = if case .scalar(let text, _) = item.content { text } else { "" }
      wrong(
        item, allowed: "the name of a strategy of this file",
        suggestion: nearestName(to: written, among: names))
      return nil
    }
    return name
  }
}
