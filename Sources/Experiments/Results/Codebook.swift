internal import CoCreation
public import Tables

/// The codebook: every parameter and every column of every table, as Markdown.
///
/// `docs/codebook.md` is its text; a test compares them.
public enum Codebook {
  /// The text.
  ///
  /// - Parameter made: Tables that are made from those of a run.
  /// - Returns: Markdown.
  public static func markdown(with made: [TableSchema]) -> String {
    """
    # Codebook

    Every parameter and every column of the result tables, generated from the register and the lists
    of metrics by `cocreate params --codebook`. "1" is a number without a unit. Missing values are
    empty fields.

    ## Parameters

    \(parameters)
    ## What a planner fills in

    \(main)
    ## Switches for experiments

    \(switches)
    ## Plausible ranges

    What `--plausible` draws from, and why; [designs](designs.md#plausible-models).

    \(plausible)
    ## Constants

    Numbers of the model that no scenario sets. Taking their mechanism out takes them out.

    \(constants)
    ## Mechanisms that can be taken out

    \(table(["mechanism", "neutral values", "without it", "disputed"], ablations))
    \(tables)
    \(made.map { described($0, $0.columns, note: "") }.joined(separator: "\n"))
    """
  }

  private static var parameters: String {
    var groups: [String] = []
    for parameter in Parameters.register where !groups.contains(parameter.group) {
      groups.append(parameter.group)
    }
    return groups.map { group in
      let rows = Parameters.register.filter { $0.group == group }.map { parameter in
        [
          "`\(parameter.name)`", parameter.unit,
          "\(short(parameter.range.lowerBound)) to \(short(parameter.range.upperBound))",
          short(parameter.defaultValue), parameter.neutral.map(short) ?? "",
          parameter.summary, parameter.source,
        ]
      }
      let head = ["parameter", "unit", "range", "default", "neutral", "what it does", "source"]
      return "### \(group)\n\n\(table(head, rows))\n"
    }.joined()
  }

  private static var main: String { list(of: .main) }
  private static var switches: String { list(of: .experiment) }

  private static func list(of role: ParameterRole) -> String {
    table(
      ["parameter", "default", "what it does"],
      Parameters.register.filter { $0.role == role }.map {
        ["`\($0.name)`", short($0.defaultValue), $0.summary]
      })
  }

  private static var plausible: String {
    table(
      ["parameter", "default", "plausible", "why"],
      Parameters.register.compactMap { parameter in
        parameter.plausibleInWords.map {
          ["`\(parameter.name)`", short(parameter.defaultValue), $0, parameter.because]
        }
      })
  }

  private static var constants: String {
    let rows = Parameters.constants.map { constant in
      [
        "`\(constant.name)`", constant.group, constant.unit, short(constant.defaultValue),
        constant.neutral.map(short) ?? "", constant.summary, constant.source,
      ]
    }
    return table(
      ["constant", "mechanism", "unit", "value", "neutral", "what it does", "source"], rows)
  }

  private static var ablations: [[String]] {
    Ablation.all.map { ablation in
      let settings = ablation.parameters.map {
        "`\($0)` \(ablation.settings[$0].map(short) ?? "")"
      }
      return [
        "`\(ablation.name)`", settings.joined(separator: ", "), ablation.summary,
        ablation.dispute ?? "",
      ]
    }
  }

  private static var tables: String {
    let parameters = Set(Parameters.register.map(\.name))
    return ResultTable.allCases.map { result in
      // Parameters stand above.
      let columns = result.schema.columns.filter {
        !parameters.contains($0.name) || result == .rounds
      }
      let note =
        columns.count < result.schema.columns.count ? "The parameters above, and:\n\n" : ""
      return described(result.schema, columns, note: note)
    }.joined(separator: "\n")
  }

  private static func described(_ schema: TableSchema, _ columns: [Column], note: String) -> String
  {
    let rows = columns.map { column in
      ["`\(column.name)`", column.kind.rawValue, column.unit, column.description]
    }
    return "## \(schema.fileName)\n\n\(note)"
      + table(["column", "type", "unit", "what it is"], rows)
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { cells in
      "| "
        + cells.map {
          $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        }
        .joined(separator: " | ") + " |\n"
    }.joined()
  }
}
