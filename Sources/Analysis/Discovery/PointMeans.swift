internal import GSL

/// The means of strategies at the points of a design.
public struct PointMeans {
  /// The points.
  public let design: DesignPoints
  let response: Response
  private let table: RunTable
  /// By strategy and point; `nil` without values.
  private let means: [[Double?]]

  /// Finds the means.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - response: What the means are of.
  ///   - design: The points of the design, in the order of their numbers.
  public init(_ table: RunTable, of response: Response, _ design: DesignPoints) {
    self.design = design
    self.response = response
    self.table = table
    means = table.strategies.indices.map { strategy in
      Self.means(table, design) { index in
        table.values(in: response.column, at: index, strategy)
      }
    }
  }

  private static func means(
    _ table: RunTable, _ design: DesignPoints, _ values: (Int) -> [Double]
  ) -> [Double?] {
    var means = [Double?](repeating: nil, count: design.values.count)
    for (index, point) in table.points.enumerated() where point < means.count {
      means[point] = Statistics.mean(values(index))
    }
    return means
  }

  /// The strategies with the best mean at each point, all of equals; none without values.
  public var best: [[String]] {
    design.values.indices.map { point in
      let values = means.map { $0[point].map(response.oriented) }
      guard let most = values.compactMap(\.self).max() else { return [] }
      return values.indices.filter { values[$0] == most }.map { table.strategies[$0] }
    }
  }

  /// What each point is called: the strategy if it is among the best, else the best one, or `several equally` if
  /// there are several; the one that is ahead; or whether one fails.
  ///
  /// - Parameters:
  ///   - strategy: The name of a strategy of the table.
  ///   - interest: What makes a point one of interest.
  /// - Returns: The name for each point; `nil` without a response.
  public func classes(_ strategy: String, _ interest: ScenarioDiscovery.Interest) -> [String?] {
    let place = place(of: strategy)
    switch interest {
    case .best:
      return best.map { names in
        names.contains(strategy) ? strategy : names.count > 1 ? "several equally" : names.first
      }
    case .ahead(let other):
      let second = self.place(of: other)
      let differences = Self.means(table, design) { index in
        table.differences(in: response.column, at: index, place, minus: second).map(\.value)
          .filter { !$0.isNaN }
      }
      return differences.map { $0.map { response.oriented($0) > 0 ? strategy : other } }
    case .worse(let number):
      let limit = response.oriented(number)
      return means[place].map { mean in
        mean.map { response.oriented($0) < limit ? interest.name(of: strategy) : "good enough" }
      }
    }
  }

  private func place(of strategy: String) -> Int {
    guard let place = table.strategies.firstIndex(of: strategy) else {
      preconditionFailure("the table has no strategy \(strategy)")
    }
    return place
  }
}
