public import Tables

/// The tables that are made from those of a results folder.
public enum AnalysisTables {
  /// Their columns.
  public static let schemas = [
    SummaryTable.schema, ComparisonTable.schema, RobustnessTable.schema, PlausibleTables.schema,
    PlausibleTables.turns, PlausibleTables.models, DriverTables.morris,
    DriverTables.sobol, DriverTables.second, DriverTables.regression, DriverTables.variance,
    DecisionMap.schema, DiscoveryTables.prim, DiscoveryTables.limits, DiscoveryTables.tree,
  ]
}
