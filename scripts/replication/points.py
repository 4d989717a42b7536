"""Points of the parameter space at which the two implementations are compared."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from cocreation.choose_form import Adaptive, Case, Contingent, Rule
from cocreation.parameters import FORMS, Register
from cocreation.population import KINDS, Kind

INHOUSE = {"authority_share": 0.5, "optimisation_share": 0.5}

# Drawn uniformly from these ranges; whole numbers from both ends on.
RANGES: dict[str, tuple[float, float]] = {
    "rounds": (12, 48), "demand_growth": (-0.005, 0.005), "public_maturity": (0, 1), "external_maturity": (0, 1),
    "initial_fear": (0, 0.8), "openness": (0.1, 1), "centrality": (0, 1), "authority_share": (0, 0.4),
    "optimisation_share": (0, 0.4), "role_clarity": (0.2, 1), "shared_understanding": (0, 1),
    "error_tolerance": (0, 1), "responsiveness": (0, 1), "choices": (6, 13), "ruggedness": (0, 8),
    "legacy_trials": (0, 30), "poor_share": (0.1, 0.7), "resource_gap": (0, 1), "contacts": (0, 8),
    "rewiring": (0, 0.5), "diversity": (0, 1), "perspective_error": (0, 0.4), "boldness": (0, 0.8),
    "plan_trials": (0, 30), "incentive": (0.35, 0.75), "initial_join_external": (0.05, 0.5),
    "initial_join_public": (0.05, 0.7), "viable_external": (0, 12), "patience": (1, 5),
    "closure_hazard": (0.001, 0.03), "team_size": (2, 20), "minimum_share": (0, 0.4), "proposal_limit": (2, 12),
    "ideas": (1, 5), "deliberation": (0, 3), "confidence_bound": (0.1, 0.9), "convergence": (0, 0.5),
    "decision_threshold": (0.3, 0.8), "output_noise": (0, 0.2), "failure_base": (0.01, 0.15),
    "press_scrutiny": (0, 0.8), "compliance_need": (0, 2), "sanction_hours": (0, 300), "loss_aversion": (1, 3),
    "invitation": (-2, 2), "purpose_saving": (0.2, 5), "purpose_quality": (0.2, 5), "purpose_democracy": (0.2, 5),
    "strategic_competence": (0, 1), "review_months": (1, 12),
}
# Off in half of the points, else drawn from these ranges.
SOMETIMES: dict[str, tuple[float, float]] = {
    "lottery": (0, 1), "support": (0, 1), "onboarding_limit": (1, 8), "stake": (0, 3), "urgency": (0, 4), "early_wins": (-1, 1),
    "trust_pulse": (-1, 1), "authority_lot": (0, 1), "affected_share": (0.01, 1),
}
EXPONENTS = (1.0, 1.0, -2.0, 0.0, 0.5, 3.0)
NETWORKS = ("small_world", "small_world", "ring", "random", "complete", "none")
COUNTS = {"professional": (4, 20), "manager": (1, 6), "politician": (0, 2), "citizen": (15, 70),
          "volunteer": (3, 25), "association": (0, 12), "business": (0, 10)}
# All other parameters are drawn from half to one and a half of their default, within their bounds.
NOT_AT_BOUNDS = ("review_months", "rounds", "demand", "unit_hours", "budget_hours", "public_wage", "patience")
AT_MOST = {"responsiveness": 1, "effort_floor": 1, "monthly_leave": 1, "maturity_relief": 1}


@dataclass(frozen=True)
class Point:
    """A setting of the model: what differs from the register's defaults."""

    name: str
    changes: dict[str, float | int]
    network: str = "small_world"
    kinds: tuple[Kind, ...] = field(default=KINDS)
    rule: Rule = None


def edge_point(number: int, seed: int, register: Register, bounds: dict[str, tuple[float, float]]) -> Point:
    """A random point, of which one parameter in eight is moved to a bound of the register."""
    base = random_point(number, seed, register)
    rng = np.random.default_rng([seed, number, 1])
    changes = dict(base.changes)
    for name, default in register.items():
        if rng.random() < 1 / 8 and name not in NOT_AT_BOUNDS:
            changes[name] = type(default)(bounds[name][int(rng.random() < 0.5)])
    if changes["authority_share"] + changes["optimisation_share"] > 1:
        changes["optimisation_share"] = 0.0
    if changes["free_rider_share"] + changes["triangle_share"] + changes["other_share"] > 1:
        changes.update(free_rider_share=0.2, triangle_share=0.0, other_share=0.1)
    changes["ruggedness"] = min(changes["ruggedness"], changes["choices"] - 1)
    return replace(base, name=f"edge-{number}", changes=changes)


def reference_points() -> list[Point]:
    """The strategies of the reference scenario."""
    return [Point(name, dict(form)) for name, form in FORMS.items()] + [Point("in-house", dict(INHOUSE))]


def amplified_points() -> list[Point]:
    """Settings in which rules that hardly show elsewhere have large effects."""
    return [Point(name, dict(changes), network) for name, network, changes in (
        ("bold-fear", "small_world", dict(initial_fear=0.7, fear_decay=0.0, fear_proposals=0.0, fear_weight=0.0,
                                          boldness=0.9, proposal_rate=0.6, openness=0.9)),
        ("vetoes", "small_world", dict(responsiveness=0.1, ratification_distance=8.0, proposal_rate=0.5, openness=0.9,
                                       throughput_gain=0.3, experience_rate=0.5, motive_weight=6.0)),
        ("stories", "small_world", dict(failure_base=0.3, press_scrutiny=1.0, story_legitimacy=0.8, openness=0.9,
                                        legitimacy_return=0.0, leadership_gain=2.0,
                                        coordination_loss=0.15, story_fear=0.05, reinforcement=0.8)),
        ("hopes", "small_world", dict(output_gain=0.8, experience_rate=0.7, loss_aversion=4.0, output_noise=0.4,
                                      trust_return=0.1, closure_hazard=0.02, trust_weight=5.0)),
        ("costs", "small_world", dict(cost_spread=0.2, cost_weight=10.0, proposal_rate=0.5, openness=0.9, output_noise=0.0,
                                      familiarity=0.9, implementation_loss=1.0, failure_base=0.0)),
        ("debts", "small_world", dict(budget_hours=400, sanction_hours=600, compliance_need=3.0, authority_share=0.1)),
        ("crowd", "complete", dict(onboarding_limit=2, lottery=0.7, support=1.0, contact_weight=5.0, monthly_leave=0.1,
                                   poor_share=0.6, resource_gap=0.9, invitation=1.0, support_hours=10.0)),
        ("plan", "small_world", dict(plan_trials=60, need_weight=15.0, rounds=3, **INHOUSE)),
        ("stakes", "small_world", dict(stake=3.0, urgency=4.0, failure_base=0.2, compliance_need=2.0, violation_loss=0.3)),
        ("early", "small_world", dict(early_wins=1.0, reinforcement=0.6, output_gain=0.5, trust_weight=5.0)),
        ("late", "small_world", dict(early_wins=-1.0, reinforcement=0.6, output_gain=0.5, trust_pulse=-0.8,
                                     throughput_gain=0.4, loss_aversion=4.0)),
        ("weakest-link", "small_world", dict(production_exponent=-4.0, team_size=4, effort_floor=0.2, gap_premium=0.8,
                                             budget_hours=2000)),
        ("best-shot", "small_world", dict(production_exponent=6.0, team_size=12, budget_hours=800, professional_requirement=0.0)),
        ("pairs", "small_world", dict(production_exponent=-2.0, team_size=2, budget_hours=400, authority_share=0.0,
                                      optimisation_share=0.0, output_noise=0.0, failure_base=0.0, viable_external=0,
                                      initial_join_external=0.02, initial_join_public=0.1)),
        ("few-affected", "small_world", dict(affected_share=0.02, invitation=3.0, authority_lot=1.0, openness=0.1,
                                             proposal_rate=0.6)),
        ("no-effort", "small_world", dict(effort_floor=0.0, belief_mean=1.0, belief_deviation=1.0, reinforcement=0.0,
                                          free_rider_share=0.9, triangle_share=0.0, other_share=0.0)),
    )]


def choosing_points() -> list[Point]:
    """Strategies that choose the form."""
    phased = Contingent((
        Case("guided", (("external_maturity", -math.inf, 0.36), ("month", -math.inf, 24.5))),
        Case("empowering", (("fear", 0.25, math.inf),)), Case("equal", (("coverage", 0.9, math.inf),)),
        Case("facilitating"),
    ))
    learns = dict(review_months=4, proposal_rate=0.4, purpose_democracy=3.0, stake=0.5, urgency=1.0)
    influence = dict(purpose_democracy=1000.0, purpose_saving=0.001, purpose_quality=0.001, closure_hazard=0.0,
                     viable_external=0, plan_trials=40, proposal_rate=0.5, responsiveness=1.0)
    return [
        Point("phased", dict(strategic_competence=0.8, review_months=6), rule=phased),
        Point("thompson", {**learns, "review_months": 1, "strategic_competence": 1.0}, rule=Adaptive("thompson", ("guided", "equal", "facilitating"))),
        Point("ucb", {**learns, "strategic_competence": 1.0, "review_months": 2},
              rule=Adaptive("ucb", ("empowering", "equal"))),
        Point("restless", dict(review_months=1, strategic_competence=0.6, proposal_rate=0.8, plan_trials=40,
                               responsiveness=1.0, form_belief_talk=0.6, shared_understanding=1.0),
              rule=Contingent((Case("guided", (("coverage", -math.inf, 0.87),)), Case("facilitating")))),
        Point("frames", dict(review_months=1, strategic_competence=1.0, proposal_rate=0.0, plan_trials=100, rounds=24,
                             output_noise=0.3),
              rule=Contingent((Case("guided", (("coverage", -math.inf, 0.87),)), Case("facilitating")))),
        Point("misjudged", {**influence, "strategic_competence": 0.25, "review_months": 2, "rounds": 30},
              rule=Adaptive("ucb", ("guided", "facilitating"))),
        Point("credits", {**influence, "strategic_competence": 1.0, "review_months": 6, "rounds": 14},
              rule=Adaptive("ucb", ("empowering", "facilitating"))),
        Point("unsure", dict(strategic_competence=0.5, review_months=2, rounds=24, closure_hazard=0.0, viable_external=0),
              rule=Adaptive("thompson", ("guided", "equal", "facilitating"))),
        Point("blurred", dict(strategic_competence=1.0, review_months=3, rounds=24, closure_hazard=0.0, viable_external=0,
                              shared_understanding=0.1, form_belief_noise=0.4, form_belief_talk=0.3, misalignment_loss=6.0),
              rule=Contingent((Case("guided", (("month", -math.inf, 12.5),)), Case("facilitating")))),
    ]


def random_rule(rng: np.random.Generator) -> Rule:
    """No rule in half of the cases, else one of the three kinds with forms in a random order."""
    forms = [str(f) for f in rng.permutation(list(FORMS))]
    kind, number = rng.integers(6), int(rng.integers(2, 5))
    if kind < 3:
        return None
    if kind > 3:
        return Adaptive(("thompson", "ucb")[kind - 4], tuple(forms[:number]))
    conditions = (("fear", rng.uniform(0.1, 0.5)), ("month", rng.uniform(5, 30)), ("coverage", rng.uniform(0.7, 0.95)),
                  ("public_maturity", rng.uniform(0.2, 0.8)), ("responsiveness", 0.5))
    cases = []
    for form in forms[: number - 1]:
        quantity, bound = conditions[int(rng.integers(len(conditions)))]
        bound = round(float(bound), 3)
        cases.append(Case(form, ((quantity, bound, math.inf) if rng.random() < 0.5 else (quantity, -math.inf, bound),)))
    return Contingent((*cases, Case(forms[-1])))


def random_point(number: int, seed: int, register: Register) -> Point:
    """Every parameter drawn; the same for the same number and seed."""
    rng = np.random.default_rng([seed, number])
    changes: dict[str, float | int] = {}
    for name, default in register.items():
        if name in RANGES:
            low, high = RANGES[name]
        elif name in SOMETIMES:
            low, high = SOMETIMES[name] if rng.random() < 0.5 else (default, default)
        elif name == "production_exponent":
            low = high = float(rng.choice(EXPONENTS))
        else:
            low, high = 0.5 * default, min(1.5 * default, AT_MOST.get(name, np.inf))
        value = rng.integers(int(low), int(high) + 1) if isinstance(default, int) else rng.uniform(low, high)
        changes[name] = int(value) if isinstance(default, int) else round(float(value), 6)
    changes["ruggedness"] = min(changes["ruggedness"], changes["choices"] - 1)
    kinds = tuple(replace(k, number=int(rng.integers(COUNTS[k.name][0], COUNTS[k.name][1] + 1))) for k in KINDS)
    return Point(f"random-{number}", changes, str(rng.choice(NETWORKS)), kinds, random_rule(rng))
