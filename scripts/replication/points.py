"""Points of the parameter space at which the two implementations are compared.

Nothing here repeats a default: what is meant relative to one is computed from the register and the kinds of the program.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from cocreation.choose_form import Adaptive, Case, Contingent, Rule
from cocreation.course import Course, Phase
from cocreation.parameters import FORMS, Register
from cocreation.population import Kind

Kinds = tuple[Kind, ...]

INHOUSE = {"codesign_share": 0.0, "codelivery_share": 0.0}
LASTING = {"without": ("closure",)}  # a process that does not close

# Drawn uniformly from these ranges; whole numbers from both ends on.
RANGES: dict[str, tuple[float, float]] = {
    "rounds": (12, 48), "demand_growth": (-0.005, 0.005), "operational_maturity": (0, 1), "public_maturity": (0, 1),
    "external_maturity": (0, 1), "general_fear": (0, 0.8), "openness": (0.1, 1), "centrality": (0, 1), "authority_share": (0, 0.5),
    "codesign_share": (0, 1), "codelivery_share": (0, 1), "role_clarity": (0.2, 1), "shared_understanding": (0, 1),
    "error_tolerance": (0, 1), "responsiveness": (0, 1), "choices": (6, 13), "ruggedness": (0, 8),
    "legacy_trials": (0, 30), "poor_share": (0.1, 0.7), "resource_gap": (0, 1), "diversity": (0, 1), "perspective_error": (0, 0.4),
    "boldness": (0, 0.8), "plan_trials": (0, 30), "formulation": (0, 0.5), "initial_join_external": (0.003, 0.08),
    "initial_join_public": (0.05, 0.7), "monthly_leave": (0.002, 0.1), "handover_months": (0, 12), "team_size": (2, 20),
    "minimum_share": (0, 0.4), "ideas": (1, 5), "deliberation": (0, 2), "pooling": (0, 1), "convergence": (0, 0.5),
    "decision_threshold": (0.3, 0.8), "ratification_fear": (0, 8), "referral": (0, 40), "failure_base": (0.01, 0.15),
    "press_scrutiny": (0, 0.8), "political_stop": (0, 0.6), "compliance_need": (0, 2), "purpose_saving": (0.02, 5),
    "purpose_quality": (0.2, 5), "purpose_democracy": (0.2, 5), "electoral_voice": (0, 1), "strategic_competence": (0, 1),
    "review_months": (1, 12),
}
# Off in half of the points, else drawn from these ranges.
SOMETIMES: dict[str, tuple[float, float]] = {
    "lottery": (0, 1), "invitation_hours": (0, 6), "onboarding_limit": (1, 40), "recognition_hours": (0, 4), "support_hours": (0, 10),
    "payment": (0, 60), "stake": (0, 3), "urgency": (0, 4), "early_wins": (-1, 1), "trust_pulse": (-1, 1),
    "authority_lot": (0, 1), "affected_share": (0.01, 1), "contribution_rule": (0, 2), "coordination_rule": (0, 1),
    "press_rule": (0, 1), "ratification_rule": (0, 2), "performance_rule": (0, 2),
}
EXPONENTS = (1.0, 1.0, -2.0, 0.0, 0.5, 3.0)
NETWORKS = ("small_world", "small_world", "ring", "random", "complete", "none")
# All other parameters, and the numbers of actors, are drawn from half to one and a half of their default, within their bounds.
# Constants cannot be drawn, as no scenario sets them; mechanisms are taken out, and with them the constants that have a neutral value.
NOT_AT_BOUNDS = (
    "review_months", "rounds", "demand", "unit_hours", "budget_hours", "public_wage", "shadow_wage",
    "authority_share", "initial_join_external", "monthly_join_external", "deliberation",
)


@dataclass(frozen=True)
class Point:
    """A setting of the model: what differs from the register's defaults."""

    name: str
    changes: dict[str, float | int]
    network: str = "small_world"
    kinds: Kinds = ()  # the default ones, unless said
    rule: Rule = None
    course: Course = ()
    without: tuple[str, ...] = ()  # mechanisms that are taken out


def point_of(name: str, changes: dict, **others) -> Point:
    """A point whose changes may say, under `without`, which mechanisms are taken out."""
    changes = dict(changes)
    return Point(name, without=changes.pop("without", ()), changes=changes, **others)


def scaled(kinds: Kinds, external: float = 1.0, public: float = 1.0) -> Kinds:
    """More or fewer actors, at least one of each kind."""
    return tuple(replace(k, number=max(1, round(k.number * (external if k.external else public)))) for k in kinds)


def numbered(kinds: Kinds, **numbers: int) -> Kinds:
    """Other numbers of actors."""
    return tuple(replace(k, number=numbers.get(k.name, k.number)) for k in kinds)


def concerned(kinds: Kinds, *names: str) -> Kinds:
    """Other kinds may be affected."""
    return tuple(replace(k, may_be_affected=k.name in names) for k in kinds)


def above(quantity: str, bound: float) -> tuple[str, float, float]:
    return quantity, bound, math.inf


def below(quantity: str, bound: float) -> tuple[str, float, float]:
    return quantity, -math.inf, bound


def reference_points() -> list[Point]:
    """The strategies of the reference scenario, and shares at their ends."""
    points = [Point(name, dict(form)) for name, form in FORMS.items()] + [Point("in-house", dict(INHOUSE))]
    return points + [
        Point("design-only", dict(FORMS["equal"], codesign_share=1.0, codelivery_share=0.0)),
        Point("deliver-only", dict(FORMS["empowering"], codesign_share=0.0, codelivery_share=1.0)),
        Point("all-together", dict(FORMS["facilitating"], authority_share=0.0, codesign_share=1.0, codelivery_share=1.0)),
    ]


def course_points(register: Register) -> list[Point]:
    """Strategies with phases."""
    rule = Contingent((Case("guided", (below("month", 8.5),)), Case("facilitating")))
    return [point_of(name, changes, course=tuple(phases), rule=how) for name, how, changes, phases in (
        ("design-staff", None, dict(FORMS["equal"], codesign_share=1.0, codelivery_share=0.4, rounds=30),
         [Phase(9, levers={"codesign_share": 0.0}), Phase(16, levers={"codelivery_share": 0.0})]),
        ("design-end", None, dict(FORMS["facilitating"], codesign_share=1.0, codelivery_share=0.0, rounds=30, responsiveness=1.0,
                                  handover_months=3, implementation_loss=1.0, demand=0.6 * register["demand"],
                                  design_share=0.5),
         [Phase(12, end=True)]),
        ("pilot-widen", None, dict(FORMS["guided"], codesign_share=0.3, codelivery_share=0.1, onboarding_limit=3, rounds=30),
         [Phase(6, (above("external_maturity", 0.33),), {"codesign_share": 1.0, "codelivery_share": 0.9, "onboarding_limit": 50}),
          Phase(14, levers=FORMS["facilitating"])]),
        ("end-on-low", None, dict(FORMS["equal"], **LASTING, monthly_join_external=0.0, monthly_leave=0.1, handover_months=4,
                                  rounds=30),
         [Phase(3, (below("external_participants", 11.5),), end=True)]),
        ("end-by-month", None, dict(FORMS["empowering"], codelivery_share=1.0, handover_months=8,
                                    external_risk=6.0, professional_requirement=1.0, compliance_need=3.0,
                                    rounds=24),
         [Phase(10, end=True)]),
        ("late-start", None, dict(INHOUSE, openness=0.3, centrality=0.7, plan_trials=30, rounds=24),
         [Phase(7, (below("coverage", 0.99), above("operational_maturity", 0.3)),
                {"codesign_share": 0.8, "codelivery_share": 0.6, "openness": 0.9})]),
        ("late-choice", rule, dict(INHOUSE, review_months=3, strategic_competence=0.7, rounds=24, **LASTING),
         [Phase(5, levers={"codesign_share": 1.0, "codelivery_share": 0.5})]),
        ("late-learning", Adaptive("ucb", ("empowering", "facilitating", "guided")),
         dict(INHOUSE, review_months=2, strategic_competence=1.0, rounds=24, purpose_democracy=5.0, **LASTING),
         [Phase(4, levers={"codesign_share": 1.0, "codelivery_share": 0.7})]),
        ("form-by-hand", rule, dict(review_months=1, strategic_competence=1.0, rounds=24, **LASTING),
         [Phase(5, levers={"openness": 0.55}), Phase(15, (above("openness", 0.5),), {"centrality": 0.9})]),
        ("levers", None, dict(FORMS["facilitating"], rounds=30, payment_effect=4.0, recognition_effect=1.0, support_effect=0.6, **LASTING),
         [Phase(4, levers={"payment": 30.0, "recognition_hours": 2.0, "facilitation_hours": 0.0}),
          Phase(8, levers={"support_hours": 5.0, "invitation_hours": 3.0}),
          Phase(12, (above("external_participants", 30.5),), {"payment": 0.0, "onboarding_limit": 2}),
          Phase(16, levers={"lottery": 1.0, "invitation_hours": 0.0, "facilitation_hours": 3.0})]),
        ("still-born", None, dict(FORMS["equal"], rounds=12, handover_months=6, plan_trials=30, external_risk=6.0, compliance_need=3.0,
                                  codelivery_share=1.0),
         [Phase(1, end=True)]),
        ("begin-and-end", None, dict(INHOUSE, rounds=12, handover_months=4),
         [Phase(3, levers={"codelivery_share": 1.0, "openness": 0.9}), Phase(3, (above("coverage", 0.01),), end=True)]),
        ("distrust", None, dict(FORMS["equal"], rounds=24, **LASTING),
         [Phase(2, (below("trust", 0.55), above("month", 4.0)), {"openness": 0.4, "recognition_hours": 1.0}),
          Phase(2, (above("fear", 0.25),), {"codelivery_share": 0.1})]),
    )]


def amplified_points(register: Register, kinds: Kinds) -> list[Point]:
    """Settings in which rules that hardly show elsewhere have large effects."""
    budget = register["budget_hours"]
    offers = dict(payment=20.0, payment_effect=6.0, recognition_hours=2.0, recognition_effect=1.0, support_hours=6.0,
                  support_effect=0.5)
    return [point_of(name, changes, network=network, kinds=others) for name, network, others, changes in (
        ("bold-fear", "small_world", (), dict(general_fear=0.9, error_tolerance=0.3, without=("fear-of-proposing", "fear-of-joining"),
                                              boldness=0.9, proposal_rate=600.0, openness=0.9)),
        ("vetoes", "small_world", (), dict(responsiveness=0.1, ratification_fear=8.0, general_fear=0.5, proposal_rate=400.0, openness=0.9,
                                           motive_weight=6.0, efficacy_weight=12.0, deliberation=3.0)),
        ("fixed-chance", "small_world", (), dict(ratification_rule=1, responsiveness=0.4, proposal_rate=600.0, openness=0.9,
                                                 efficacy_weight=12.0)),
        ("all-passes", "small_world", (), dict(ratification_rule=2, responsiveness=0.0, proposal_rate=600.0, openness=0.9)),
        ("politics", "small_world", numbered(kinds, politician=15), dict(
            referral=50.0, stake=2.0, responsiveness=0.2, proposal_rate=600.0, openness=0.9, general_fear=0.1)),
        ("no-office", "small_world", numbered(kinds, manager=0, politician=0), dict(
            responsiveness=0.0, proposal_rate=400.0, openness=0.9, political_stop=1.0, press_scrutiny=1.0, failure_base=0.3)),
        ("managers-alone", "small_world", numbered(kinds, manager=6, politician=0), dict(
            responsiveness=0.3, proposal_rate=400.0, openness=0.9, initial_join_public=0.9)),
        ("core-task", "small_world", (), dict(formulation=1.0, openness=1.0, authority_share=0.0, responsiveness=0.0,
                                              ratification_fear=0.0, need_weight=20.0, need_concentration=30.0, proposal_rate=600.0)),
        ("talkative", "small_world", (), dict(deliberation=5.0, pooling=1.0, judgement_error=0.9, proposal_rate=800.0, openness=0.9)),
        ("silent", "small_world", (), dict(deliberation=0.0, pooling=1.0, judgement_error=0.9, proposal_rate=400.0, openness=0.9,
                                           without=("listening",))),
        ("heard", "small_world", (), dict(deliberation=4.0, pooling=0.0, convergence=0.0, proposal_rate=800.0, openness=1.0,
                                          trust_weight=6.0, decision_threshold=0.9)),
        ("misunderstood", "small_world", (), dict(shared_understanding=0.0, role_clarity=1.0, facilitation_hours=0.0, openness=0.9,
                                                  ambiguity_weight=6.0, ambiguity_loss=8.0, without=("form-talk",))),
        ("documented", "small_world", (), dict(documentation_base=0.4, output_gain=0.0, trust_weight=6.0, monthly_join_external=0.01)),
        ("stories", "small_world", (), dict(failure_base=0.3, press_scrutiny=1.0, openness=0.9, leadership_gain=2.0,
                                            coordination_loss=0.15, reinforcement=0.8, political_stop=0.1, trust_weight=5.0)),
        ("stopped", "small_world", (), dict(failure_base=0.2, press_scrutiny=1.0, political_stop=0.8, handover_months=12,
                                            codelivery_share=1.0, trust_weight=6.0)),
        ("press-tax", "small_world", (), dict(press_rule=1, press_scrutiny=0.7, failure_base=0.3, error_tolerance=0.2, general_fear=0.0,
                                              fear_weight=6.0)),
        ("hopes", "small_world", (), dict(output_gain=0.8, trust_weight=5.0, without=("loss-aversion",))),
        ("costs", "small_world", (), dict(cost_spread=0.2, proposal_rate=400.0, openness=0.9, familiarity=0.9, implementation_loss=1.0,
                                          failure_base=0.0, codelivery_share=0.9, without=("noise",))),
        ("debts", "small_world", (), dict(budget_hours=0.4 * budget, compliance_need=5.0, authority_share=0.0)),
        ("crowd", "complete", scaled(kinds, 0.25), dict(
            onboarding_limit=4, lottery=0.7, support_hours=8.0, support_effect=1.0, monthly_leave=0.1, poor_share=0.6, resource_gap=0.9,
            invitation_hours=2.0)),
        ("plan", "small_world", (), dict(plan_trials=60, need_weight=15.0, rounds=3, **INHOUSE)),
        ("stakes", "small_world", (), dict(stake=3.0, urgency=4.0, failure_base=0.2, compliance_need=2.0)),
        ("early", "small_world", (), dict(early_wins=1.0, reinforcement=0.6, output_gain=0.5, trust_weight=5.0)),
        ("late", "small_world", (), dict(early_wins=-1.0, reinforcement=0.6, output_gain=0.5, trust_pulse=-0.8)),
        ("weakest-link", "small_world", (), dict(production_exponent=-4.0, team_size=3, codelivery_share=1.0, centrality=0.9,
                                                 belief_mean=16.0)),
        ("best-shot", "small_world", (), dict(production_exponent=6.0, team_size=12, budget_hours=0.8 * budget, codelivery_share=1.0,
                                              professional_requirement=0.0)),
        ("geometric", "ring", scaled(kinds, 0.3), dict(
            production_exponent=0.0, team_size=2, budget_hours=0.4 * budget, authority_share=0.0, codelivery_share=1.0, failure_base=0.0,
            belief_mean=14.0, without=("closure", "noise", "individual-contributions"))),
        ("reciprocal", "small_world", (), dict(contribution_rule=2, team_size=3, reinforcement=0.6, free_rider_share=0.6)),
        ("same-always", "small_world", (), dict(contribution_rule=1, belief_mean=14.0, belief_deviation=8.0, reinforcement=0.8)),
        ("one-lump", "small_world", (), dict(coordination_rule=1, team_size=3, initial_join_external=0.05, coordination_loss=0.1)),
        ("no-pressure", "small_world", (), dict(performance_rule=1, budget_hours=0.5 * budget)),
        ("good-service", "small_world", (), dict(performance_rule=2, budget_hours=0.5 * budget, monthly_join_external=0.01)),
        ("few-affected", "small_world", concerned(kinds, "citizen", "professional", "volunteer"), dict(
            affected_share=0.02, invitation_hours=6.0, authority_lot=1.0, openness=0.6, proposal_rate=400.0)),
        ("staff-affected", "random", concerned(kinds, "association", "manager", "politician"), dict(
            budget_hours=0.6 * budget, deliberation=4.0, convergence=0.5, openness=0.9)),
        ("nothing-given", "small_world", (), dict(belief_mean=1.0, belief_deviation=1.0, reinforcement=0.0, free_rider_share=0.75)),
        ("no-spread", "small_world", (), dict(reinforcement=0.0, team_size=6, without=("individual-contributions",))),
        ("nothing-paid", "small_world", (), dict(budget_hours=0.05 * budget, **offers)),
        ("half-paid", "small_world", (), dict(budget_hours=0.45 * budget, codelivery_share=0.9, authority_share=0.4, **offers)),
        ("paid", "small_world", (), dict(budget_hours=1.5 * budget, centrality=0.9, codelivery_share=1.0, **offers)),
        ("supported", "small_world", (), dict(facilitation_hours=0.0, support_hours=10.0, support_effect=0.6, poor_share=0.3,
                                              initial_join_external=0.0, monthly_join_external=0.0005, **LASTING)),
        ("drafted", "small_world", (), dict(initial_join_external=0.0, monthly_join_external=0.0, monthly_leave=0.3, trust_weight=0.0,
                                            efficacy_weight=10.0, codelivery_share=0.1, without=("closure", "early-leaving"))),
        ("word-of-mouth", "small_world", (), dict(budget_hours=0.5 * budget, output_gain=0.08, trust_weight=0.5,
                                                  monthly_join_external=0.01, monthly_leave=0.1, rounds=24, **LASTING)),
        ("supervised", "small_world", (), dict(recognition_hours=3.0, recognition_effect=0.6, professional_requirement=1.0,
                                               external_maturity=0.0, facilitation_hours=0.5, budget_hours=2.0 * budget,
                                               without=("closure", "maturing"))),
        ("scarce", "small_world", scaled(kinds, 1.0, 0.5), dict(rounds=24, demand_growth=0.02)),
        ("bottleneck", "small_world", (), dict(initial_join_public=0.05, monthly_join_public=0.01, codelivery_share=1.0, centrality=0.1,
                                               without=("extra-premium",))),
        ("turnover", "small_world", (), dict(monthly_leave=0.15, maturity_relief=1.0, failure_base=0.1, monthly_join_external=0.006)),
        ("early-leaving", "small_world", (), dict(monthly_leave=0.03, trust_weight=0.0, **LASTING)),
        ("viable", "small_world", (), dict(initial_join_external=0.004, monthly_join_external=0.0, codelivery_share=1.0, centrality=0.8)),
        ("teams-of-teams", "small_world", (), dict(team_size=2, initial_join_external=0.1, coordination_loss=0.2, ambiguity_loss=6.0,
                                                   facilitation_hours=0.3, leadership_gain=2.0)),
        ("operations", "small_world", (), dict(INHOUSE, operational_maturity=0.1, failure_base=0.1)),
        ("all-poor", "small_world", (), dict(poor_share=1.0, resource_gap=1.0)),
    )]


def choosing_points() -> list[Point]:
    """Strategies that choose the form."""
    phased = Contingent((
        Case("guided", (below("external_maturity", 0.36), below("month", 24.5))), Case("empowering", (above("fear", 0.25),)),
        Case("equal", (above("coverage", 0.9), below("external_participants", 60.5))), Case("facilitating"),
    ))
    switch = Contingent((Case("guided", (below("coverage", 0.87),)), Case("facilitating")))
    by_month = Contingent((Case("guided", (below("month", 12.5),)), Case("facilitating")))
    learns = dict(review_months=4, proposal_rate=300.0, purpose_democracy=3.0, stake=0.5, urgency=1.0)
    influence = dict(purpose_democracy=1000.0, purpose_saving=0.001, purpose_quality=0.001, plan_trials=40, proposal_rate=400.0,
                     responsiveness=1.0, **LASTING)
    return [point_of(name, changes, rule=rule) for name, rule, changes in (
        ("phased", phased, dict(strategic_competence=0.8, review_months=6)),
        ("thompson", Adaptive("thompson", ("guided", "equal", "facilitating")),
         {**learns, "review_months": 1, "strategic_competence": 1.0}),
        ("ucb", Adaptive("ucb", ("empowering", "equal")), {**learns, "strategic_competence": 1.0, "review_months": 2}),
        ("restless", switch, dict(review_months=1, strategic_competence=0.6, proposal_rate=600.0, plan_trials=40, responsiveness=1.0,
                                  shared_understanding=1.0)),
        ("frames", switch, dict(review_months=1, strategic_competence=1.0, proposal_rate=0.0, plan_trials=100, rounds=24)),
        ("misjudged", Adaptive("ucb", ("guided", "facilitating")),
         {**influence, "strategic_competence": 0.25, "review_months": 2, "rounds": 30}),
        ("credits", Adaptive("ucb", ("empowering", "facilitating")),
         {**influence, "strategic_competence": 1.0, "review_months": 6, "rounds": 14}),
        ("unsure", Adaptive("thompson", ("guided", "equal", "facilitating")),
         dict(strategic_competence=0.5, review_months=2, rounds=24, **LASTING)),
        ("blurred", by_month, dict(strategic_competence=1.0, review_months=3, rounds=24, shared_understanding=0.1, **LASTING)),
    )]


def fixed_points(register: Register, kinds: Kinds) -> list[Point]:
    """All points that are not random."""
    points = reference_points() + course_points(register) + choosing_points() + amplified_points(register, kinds)
    return [point if point.kinds else replace(point, kinds=kinds) for point in points]


QUICK = (
    "guided", "facilitating", "pilot-widen", "end-by-month", "late-learning", "thompson", "vetoes", "politics", "talkative", "stopped",
    "half-paid", "scarce",
)

Bounds = dict[str, tuple[float, float]]
Mechanisms = dict[str, Register]


CONDITIONS = {
    "fear": (0.1, 0.5), "month": (5, 30), "coverage": (0.6, 0.95), "public_maturity": (0.2, 0.8), "operational_maturity": (0.3, 0.9),
    "external_participants": (5, 60), "trust": (0.4, 0.7), "responsiveness": (0.2, 0.8),
}


def random_rule(rng: np.random.Generator) -> Rule:
    """No rule in half of the cases, else one of the three kinds with forms in a random order."""
    forms = [str(f) for f in rng.permutation(list(FORMS))]
    kind, number = rng.integers(6), int(rng.integers(2, 5))
    if kind < 3:
        return None
    if kind > 3:
        return Adaptive(("thompson", "ucb")[kind - 4], tuple(forms[:number]))
    cases = [Case(form, (random_condition(rng),)) for form in forms[: number - 1]]
    return Contingent((*cases, Case(forms[-1])))


def random_condition(rng: np.random.Generator) -> tuple[str, float, float]:
    """A quantity above or below a value in its range."""
    quantity = str(rng.choice(list(CONDITIONS)))
    value = round(float(rng.uniform(*CONDITIONS[quantity])), 3)
    return above(quantity, value) if rng.random() < 0.5 else below(quantity, value)


def random_levers(rng: np.random.Generator) -> dict[str, float | int]:
    """One to three levers with values from their ranges."""
    ranges = {name: {**RANGES, **SOMETIMES}[name] for name in (
        "openness", "centrality", "codesign_share", "codelivery_share", "recognition_hours", "support_hours", "payment",
        "invitation_hours", "lottery", "onboarding_limit",
    )}
    levers: dict[str, float | int] = {}
    for name in rng.choice(list(ranges), int(rng.integers(1, 4)), replace=False):
        low, high = ranges[str(name)]
        value = rng.uniform(low, high)
        levers[str(name)] = int(value) if name == "onboarding_limit" else round(float(value), 4)
    return levers


def random_course(rng: np.random.Generator, rounds: int) -> Course:
    """No phase in half of the cases, else up to three, one in five of them an end."""
    if rng.random() < 0.5:
        return ()
    phases = []
    for _ in range(int(rng.integers(1, 4))):
        start = int(rng.integers(1, rounds))
        when = (random_condition(rng),) if rng.random() < 0.5 else ()
        ends = rng.random() < 0.2
        phases.append(Phase(start, when, {} if ends else random_levers(rng), ends))
    over = min((phase.start for phase in phases if phase.end and not phase.when), default=rounds + 1)
    return tuple(phase for phase in phases if phase.start < over or phase.end)  # the program takes no phase after an end for sure


def random_mechanisms(rng: np.random.Generator, mechanisms: Mechanisms) -> tuple[str, ...]:
    """Nothing taken out in four of ten cases, else up to four mechanisms."""
    if rng.random() < 0.4:
        return ()
    return tuple(str(name) for name in rng.choice(sorted(mechanisms), int(rng.integers(1, 5)), replace=False))


def taken_out(without: tuple[str, ...], mechanisms: Mechanisms) -> set[str]:
    """Parameters and constants that are neutral where some mechanisms are taken out; a scenario may not set them beside it."""
    return {name for mechanism in without for name in mechanisms[mechanism]}


def random_point(number: int, seed: int, register: Register, bounds: Bounds, kinds: Kinds, mechanisms: Mechanisms) -> Point:
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
            low, high = max(bounds[name][0], 0.5 * default), min(bounds[name][1], 1.5 * default)
        value = rng.integers(int(low), int(high) + 1) if isinstance(default, int) else rng.uniform(low, high)
        changes[name] = int(value) if isinstance(default, int) else round(float(value), 6)
    changes["ruggedness"] = min(changes["ruggedness"], changes["choices"] - 1)
    if rng.random() < 0.15:  # starts in-house
        changes.update(INHOUSE)
    number_of = {k.name: max(1, round(k.number * rng.uniform(0.5, 1.5) * (0.3 if k.external else 1))) for k in kinds}
    drawn = tuple(replace(k, number=number_of[k.name]) for k in kinds)
    network = str(rng.choice(NETWORKS))
    rule = random_rule(rng)
    course, without = random_course(rng, changes["rounds"]), random_mechanisms(rng, mechanisms)
    left = {name: value for name, value in changes.items() if name not in taken_out(without, mechanisms)}
    return Point(f"random-{number}", left, network, drawn, rule, course, without)


def edge_point(number: int, seed: int, register: Register, bounds: Bounds, kinds: Kinds, mechanisms: Mechanisms) -> Point:
    """A random point, of which one parameter in eight is moved to a bound of the register."""
    base = random_point(number, seed, register, bounds, kinds, mechanisms)
    rng = np.random.default_rng([seed, number, 1])
    changes = dict(base.changes)
    for name, default in register.items():
        if rng.random() < 1 / 8 and name in changes and name not in NOT_AT_BOUNDS:
            changes[name] = type(default)(bounds[name][int(rng.random() < 0.5)])
    if changes.get("free_rider_share", 0) > 0.7:  # the shares of types are a whole
        changes["free_rider_share"] = 0.7
    changes["ruggedness"] = min(changes["ruggedness"], changes["choices"] - 1)
    return replace(base, name=f"edge-{number}", changes=changes)
