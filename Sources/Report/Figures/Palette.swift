internal import Foundation

/// The colours of figures and pages, in light and dark.
///
/// Every colour of a strategy has a contrast of 3 and more to the ground in its mode, text one of 4.5;
/// strategies have symbols too, so that nothing depends on colour alone.
enum Palette {
  /// Strategies after so many begin again with the first colour, but another symbol.
  static let colours = 6

  private static let light = [
    "#0b67b2", "#b5480a", "#007a55", "#a2337a", "#6d6300", "#5a4fcf",
  ]
  private static let dark = [
    "#6cb8f6", "#ff9e64", "#48cfa2", "#f08fc8", "#d9cf5a", "#b0a8ff",
  ]

  /// The colour channel of a Vega-Lite specification, with the colours of the figures.
  static func channel(_ field: String, _ strategies: [String], legend: Bool = true) -> [String: Any]
  {
    var channel: [String: Any] = [
      "field": field, "type": "nominal",
      "scale": [
        "domain": strategies, "range": strategies.indices.map { light[$0 % colours] },
      ],
    ]
    if !legend { channel["legend"] = NSNull() }
    return channel
  }

  /// The variables of a mode.
  private static func variables(_ series: [String], _ others: [(String, String)]) -> String {
    (series.enumerated().map { ("s\($0)", $1) } + others).map { "--\($0):\($1)" }
      .joined(separator: ";")
  }

  static let lightVariables = variables(
    light,
    [
      ("ground", "#ffffff"), ("panel", "#f4f6f8"), ("ink", "#1b2430"), ("muted", "#55606e"),
      ("grid", "#dde2e8"), ("line", "#8c97a5"), ("accent", "#0b57a0"), ("on", "#ffffff"),
    ])

  static let darkVariables = variables(
    dark,
    [
      ("ground", "#12171e"), ("panel", "#1b222c"), ("ink", "#e8edf3"), ("muted", "#a9b4c2"),
      ("grid", "#2c3643"), ("line", "#66727f"), ("accent", "#8cc4ff"), ("on", "#12171e"),
    ])

  /// What the classes of marks look like.
  static let marks: String = {
    let series = (0..<colours).map { place in
      """
      .s\(place).solid{fill:var(--s\(place));stroke:var(--s\(place))}\
      .s\(place).hollow{fill:var(--ground);stroke:var(--s\(place));stroke-width:2}\
      .s\(place).stroke{stroke:var(--s\(place));stroke-width:2;fill:none}\
      .s\(place).outer{fill:var(--s\(place));fill-opacity:.18;stroke:none}\
      .s\(place).inner{fill:var(--s\(place));fill-opacity:.4;stroke:none}\
      .s\(place).cell{fill:var(--s\(place));stroke:var(--ground)}\
      .s\(place).pale{fill:var(--ground);stroke:var(--s\(place));stroke-width:2}
      """
    }
    return """
      svg text{font:12px Arial,"Liberation Sans",Helvetica,sans-serif}\
      text.ink{fill:var(--ink)}text.muted{fill:var(--muted)}.on{fill:var(--on)}\
      text.strong{fill:var(--ink);font-weight:600}text.quiet{fill:var(--muted);font-style:italic}\
      .grid{stroke:var(--grid);stroke-width:1}.axis{stroke:var(--line);stroke-width:1;fill:none}\
      .leader{stroke:var(--line);stroke-width:1}.empty{fill:var(--panel);stroke:var(--ground)}\
      .field{fill:var(--panel);stroke:var(--line)}\(series.joined())
      """
  }()

  /// The style of a drawing that stands alone.
  static let alone =
    "svg{\(lightVariables);background:var(--ground)}"
    + "@media (prefers-color-scheme:dark){svg{\(darkVariables)}}" + marks
}
