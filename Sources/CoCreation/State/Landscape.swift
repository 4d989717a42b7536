/// An NK landscape (Kauffman 1993) over all designs, and what each choice does to the cost.
package struct Landscape: Sendable {
  package private(set) var choices = 0
  /// Technical quality of each design, from 0 (the worst there is) to 1 (the best).
  package private(set) var quality: [Double] = []
  /// What deviating from the status quo in a choice adds to the logarithm of the unit cost.
  package private(set) var costEffect: [Double] = []
  /// The design before co-creation.
  package var statusQuo = ChoiceSet()

  package init() {}

  /// Makes a landscape from the contribution tables of its choices.
  ///
  /// - Parameters:
  ///   - neighbours: For each choice, the other choices its contribution depends on.
  ///   - tables: For each choice, the contribution of each setting of itself (lowest bit) and its
  ///     neighbours.
  ///   - costEffect: For each choice, its effect on the logarithm of the unit cost.
  package init(neighbours: [[Int]], tables: [[Double]], costEffect: [Double]) {
    choices = neighbours.count
    self.costEffect = costEffect
    quality = Self.normalised(Self.contributions(neighbours: neighbours, tables: tables))
  }

  /// Mean contribution of the choices, for each design.
  package static func contributions(neighbours: [[Int]], tables: [[Double]]) -> [Double] {
    let choices = neighbours.count
    var sums = [Double](repeating: 0, count: 1 << choices)
    let middle = choices / 2
    for choice in 0..<choices {
      // The index into the table is made of what the lower and the upper bits of a design set.
      let lower = settings(of: 0..<middle, for: choice, neighbours[choice])
      let upper = settings(of: middle..<choices, for: choice, neighbours[choice])
      let table = tables[choice]
      var design = 0
      for high in upper {
        for low in lower {
          sums[design] += table[high | low]
          design += 1
        }
      }
    }
    return sums.map { $0 / Double(choices) }
  }

  /// For each combination of some bits of a design, the bits of a choice's table index they set.
  private static func settings(
    of bits: Range<Int>, for choice: Int, _ neighbours: [Int]
  ) -> [Int] {
    var settings = [0]
    settings.reserveCapacity(1 << bits.count)
    for bit in bits {
      let input = bit == choice ? 0 : neighbours.firstIndex(of: bit).map { $0 + 1 }
      let mask = input.map { 1 << $0 } ?? 0
      for index in settings.indices { settings.append(settings[index] | mask) }
    }
    return settings
  }

  private static func normalised(_ values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(), high > low else {
      return values.map { _ in 1 }
    }
    return values.map { ($0 - low) / (high - low) }
  }

  @inline(__always)
  package func quality(of design: ChoiceSet) -> Double { quality[design.index] }

  /// The logarithm of the unit cost relative to the status quo's.
  package func logCost(of design: ChoiceSet) -> Double {
    var sum = 0.0
    (design ^ statusQuo).forEach { sum += costEffect[$0] }
    return sum
  }

  /// Share of choices in which two designs differ.
  package func distance(_ a: ChoiceSet, _ b: ChoiceSet) -> Double {
    Double((a ^ b).count) / Double(choices)
  }
}
