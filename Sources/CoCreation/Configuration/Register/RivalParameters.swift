/// Rival submodels of mechanisms on which the literature disagrees: which of them is in force.
package struct RivalParameters: ParameterGroup {
  package var contribution = 0.0
  package var coordination = 0.0
  package var press = 0.0
  package var ratification = 0.0
  package var performance = 0.0

  static let definitions: [Definition<Self>] = [
    .init(
      \.contribution, "contribution_rule", "1", 0...2, integer: true, role: .experiment,
      "How external participants give: 0 by type and belief (Fischbacher & Gächter), 1 always the same, "
        + "2 as much as they believe others give.",
      source: "Fischbacher & Gächter 2010; 2 is Sugden 1984, reciprocity"),
    .init(
      \.coordination, "coordination_rule", "1", 0...1, integer: true, role: .experiment,
      "How coordination grows with people: 0 in teams of teams, 1 with the root of all in one lump.",
      source: "Mao et al. 2016; 1 is the first edition's"),
    .init(
      \.press, "press_rule", "1", 0...1, integer: true, role: .experiment,
      "What the press does: 0 a story strikes its process, 1 scrutiny is a constant tax of fear.",
      source: "article, competence 4; 1 is the first edition's"),
    .init(
      \.ratification, "ratification_rule", "1", 0...2, integer: true, role: .experiment,
      "Who ratifies: 0 a line of command of people, 1 a fixed chance, the responsiveness, 2 nobody.",
      source: "article, competence 5; 1 is close to the first edition's"),
    .init(
      \.performance, "performance_rule", "1", 0...2, integer: true, role: .experiment,
      "What performance does to participation: 0 unmet demand presses those affected, 1 nothing, "
        + "2 a good service draws people in.",
      source: "Parrado et al. 2013; 2 is the first edition's"),
  ]
}
