/// The municipality: horizon, demand, money and where its organisation starts.
package struct WorldParameters: ParameterGroup {
  package var rounds = 48.0
  package var demand = 685.0
  package var demandGrowth = 0.001
  package var unitHours = 4.0
  package var budgetHours = 2740.0
  package var publicWage = 45.0
  package var shadowWage = 25.0
  package var unitValue = 400.0
  package var qualityWeight = 0.5
  package var discountRate = 0.035
  package var urgency = 0.0
  package var operationalMaturity = 0.6
  package var publicMaturity = 0.4
  package var externalMaturity = 0.3
  package var generalFear = 0.2

  static let definitions: [Definition<Self>] = [
    .init(
      \.rounds, "rounds", "months", 1...1200, integer: true, municipal: true,
      "Length of a run; 48 months is a council's term."),
    .init(
      \.demand, "demand", "units/month", 1...1_000_000, role: .main,
      "Units of welfare that are needed each month."),
    .init(
      \.demandGrowth, "demand_growth", "1/month", -0.01...0.02, neutral: 0, role: .main,
      plausible: 0...0.003,
      "Growth of demand.", source: "article: the demand for welfare is increasing; assumption",
      because: "from no growth to 4 % a year, as where the old grow many"),
    .init(
      \.unitHours, "unit_hours", "hours/unit", 0.1...20, role: .main,
      "Hours that one unit costs with the status quo design."),
    .init(
      \.budgetHours, "budget_hours", "hours/month", 10...10_000_000, municipal: true, role: .main,
      "Public budget, in hours at the public wage; it buys the hours of staff that exists, and others "
        + "at a premium."),
    .init(
      \.publicWage, "public_wage", "EUR/hour", 1...2000, municipal: true, role: .main,
      "Cost of an hour of public staff."),
    .init(
      \.shadowWage, "shadow_wage", "EUR/hour", 0...2000, municipal: true, plausible: 15...45,
      "Value set on an hour that an external actor gives.",
      because: "from what a helper without training earns to the public wage"),
    .init(
      \.unitValue, "unit_value", "EUR/unit", 1...50_000, role: .main,
      "Value of a unit of perfect quality and relevance."),
    .init(
      \.qualityWeight, "quality_weight", "1", 0...1, plausible: 0.3...0.7,
      "Share of quality in a unit's value; relevance has the rest.",
      because: "neither technical quality nor fit to needs is worth less than three tenths"),
    .init(
      \.discountRate, "discount_rate", "1/year", 0...0.2, neutral: 0,
      "Rate of the net present value.",
      source: "Danish Ministry of Finance, social discount rate 3.5 %"),
    .init(
      \.urgency, "urgency", "1/year", 0...20, neutral: 0, role: .main,
      "How fast help loses worth with time: help a year later is worth 1 / (1 + urgency) as much.",
      source: "Ansell & Gash 2008: collaboration takes time that urgent tasks do not have; off by "
        + "default"),
    .init(
      \.operationalMaturity, "operational_maturity", "1", 0...1, neutral: 1, role: .main,
      plausible: 0.4...0.8,
      "Experience of staff with producing the task itself, in-house, at the start.",
      because: "a service that runs, by people who still learn"),
    .init(
      \.publicMaturity, "public_maturity", "1", 0...1, neutral: 1, municipal: true, role: .main,
      plausible: 0.2...0.6,
      "Experience of the public side with co-creation at the start.",
      source: "article: is the work with co-creation new?; assumption",
      because: "some departments have tried it, few have made it a habit"),
    .init(
      \.externalMaturity, "external_maturity", "1", 0...1, neutral: 1, municipal: true, role: .main,
      plausible: 0.1...0.5,
      "Experience of the external side with co-creation at the start.",
      source: "article: maturity of the actors; assumption",
      because: "most citizens have never done it, associations have"),
    .init(
      \.generalFear, "general_fear", "1", 0...1, neutral: 0, municipal: true, plausible: 0.05...0.4,
      "Fear of being exposed in the organisation without a story, where errors are half tolerated.",
      source: "article: general fear of being exposed in the press; assumption",
      because: "from an office that forgives to one that fears the front page"),
  ]
}
