extension ScenarioFaultTests {
  /// The whole population, so that both sides are there.
  private static let others =
    "context:\n  actors:\n    manager: {count: 2}\n    citizen: {count: 9}\n"

  static let actors: [BadScenario] = [
    .init(
      "misspelt preset", others + "    volunter: {count: 3}", at: [10, 5],
      "context.actors.volunter", "unknown kind", "| volunteer"),
    .init(
      "like nobody", others + "    x: {like: citizens}", at: [10, 15],
      "context.actors.x.like", "| citizen"),
    .init(
      "field", others + "    x: {like: citizen, cuont: 3}", at: [10, 24],
      "context.actors.x.cuont", "| count"),
    .init(
      "side", others + "    x: {like: citizen, side: outside}", at: [10, 30],
      "context.actors.x.side", "public, external"),
    .init(
      "half an actor", others + "    x: {like: citizen, count: 2.5}", at: [10, 31],
      "context.actors.x.count", "a whole number"),
    .init(
      "fewer than none", others + "    x: {like: citizen, count: -1}", at: [10, 24],
      "context.actors.x.count", "found -1", "from 0 to 16777216"),
    .init(
      "yes is text", others + "    x: {like: citizen, affected: yes}", at: [10, 34],
      "context.actors.x.affected", "the text \"yes\"", "true or false"),
    .init(
      "capital truth", others + "    x: {like: citizen, strata: True}", at: [10, 32],
      "context.actors.x.strata", "true or false"),
    .init(
      "weight", others + "    x: {like: citizen, culture_weight: 2}", at: [10, 24],
      "context.actors.x.culture_weight", "found 2", "0 to 1"),
    .init(
      "unknown family", others + "    x: {like: citizen, hours: {gama: [1, 2]}}",
      at: [10, 32], "context.actors.x.hours.gama", "| gamma"),
    .init(
      "impossible shape",
      others + "    x: {like: citizen, hours: {gamma: {shape: -1, "
        + "scale: 2}}}", at: [10, 40], "context.actors.x.hours.gamma.shape", "-1", "above 0"),
    .init(
      "no scale", others + "    x: {like: citizen, hours: {gamma: {shape: 1}}}",
      at: [10, 32], "context.actors.x.hours.gamma.scale", "missing"),
    .init(
      "one of two", others + "    x: {like: citizen, hours: {gamma: [1]}}", at: [10, 32],
      "context.actors.x.hours.gamma", "a list of 1", "[shape, scale]"),
    .init(
      "no parameters", others + "    x: {like: citizen, hours: {poisson: 3}}", at: [10, 41],
      "context.actors.x.hours.poisson", "found 3", "[mu]"),
    .init(
      "two families", others + "    x: {like: citizen, hours: {poisson: [1], beta: [1, 2]}}",
      at: [10, 24], "context.actors.x.hours", "2 distributions", "one"),
    .init(
      "no family", others + "    x: {like: citizen, hours: {}}", at: [10, 24],
      "context.actors.x.hours", "0 distributions"),
    .init(
      "text for a number", others + "    x: {like: citizen, hours: many}", at: [10, 31],
      "context.actors.x.hours", "the text \"many\"", "{gamma: [2, 4]}"),
    .init(
      "uniform upside down", others + "    x: {like: citizen, trust: {uniform: [1, 0]}}",
      at: [10, 32], "context.actors.x.trust.uniform.high", "found 0", "above low"),
    .init(
      "values outside", others + "    x: {like: citizen, trust: {uniform: [0, 2]}}",
      at: [10, 24], "context.actors.x.trust", "from 0 to 2", "from 0 to 1"),
    .init(
      "negative hours", others + "    x: {like: citizen, hours: -3}", at: [10, 24],
      "context.actors.x.hours", "-3", "from 0 to infinity"),
    .init(
      "infinite mean", others + "    x: {like: citizen, hours: {pareto: [1, 2]}}",
      at: [10, 24], "context.actors.x.hours", "an infinite mean"),
    .init(
      "motive of nothing", others + "    x: {like: citizen, motives: {saving: 0}}",
      at: [10, 34], "context.actors.x.motives.saving", "found 0", "above 0"),
    .init(
      "unknown motive", others + "    x: {like: citizen, motives: {saving: 1, ned: 2}}",
      at: [10, 45], "context.actors.x.motives.ned", "| need"),
    .init(
      "new kind with a gap",
      others + "    x: {side: public, count: 1, hours: 1, authority: 0, "
        + "legitimacy: 0, knowledge: 0, motives: {saving: 1, quality: 1, need: 1}}", at: [10, 5],
      "context.actors.x.trust", "missing", "like"),
    .init(
      "one side only", "context: {actors: {citizen: {count: 3}}}", at: [6, 11],
      "context.actors", "no public actor", "each side"),
    .init(
      "nobody affected", "context: {actors: {manager: {count: 3}, business: {count: 3}}}",
      at: [6, 11], "context.actors", "whom the task concerns", "affected: true"),
  ]

  static let syntax: [BadScenario] = [
    .init("unclosed list", "seed: [1,", at: [7, 1], "", "syntax", "in line 7"),
    .init("tab", "context:\n\tdemand: 3", at: [7, 1], "", "syntax", "cannot start any token"),
    .init("bad indent", "   b: {}", at: [6, 4], "", "syntax"),
    .init("two documents", "---\na: 1", at: [6, 1], "", "another document", "one document"),
    .init(
      "key twice", "seed: 1\nseed: 2", at: [7, 1], "seed", "the key again, after line 6",
      "each key once"),
    .init(
      "strategy twice", "  a: {form: equal}", at: [6, 3], "strategies.a", "again, after line 5"),
    .init("undefined alias", "seed: *x", at: [6, 7], "", "undefined alias"),
    .init("tag", "seed: !!binary aGk=", at: [6, 7], "seed", "the tag !!binary", "no tags"),
    .init("tag of a number", "seed: !!int \"3\"", at: [6, 7], "seed", "the tag !!int"),
    .init("tag of a mapping", "context: !own {demand: 3}", at: [6, 10], "context", "the tag !own"),
    .init("list as a key", "? [a, b]\n: 1", at: [6, 3], "", "a key that is not plain text"),
    .init("alias as a key", "seed: &s 3\n*s : 4", at: [7, 1], "", "aliases as values only"),
    .init(
      "control character", "description: \"a\u{7}\"", at: [6, 16], "", "control character (7)"),
    .init("later control character", "description: \"a\u{90}\"", at: [6, 16], "", "control"),
    .init(
      "escaped control character", #"description: "a\e""#, at: [6, 14], "description",
      "\u{FFFD}", "without control"),
    .init("only comments", whole: "# nothing\n\n", at: [], "", "nothing but", "a scenario"),
    .init("only a mark", whole: "---\n", at: [1, 1], "", "found nothing"),
  ]
}
