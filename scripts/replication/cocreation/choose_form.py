"""Month, ChooseForm: a strategy with a rule reviews the form of a process and may change it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Sequence

import numpy as np

from .mathematics import unit
from .parameters import FORMS, Form, Parameters

if TYPE_CHECKING:
    from .model import CoCreationModel

STATES = ("month", "fear", "public_maturity", "external_maturity", "coverage")


@dataclass(frozen=True)
class Case:
    """A form and the conditions under which it fits: quantity, above, below."""

    form: str
    when: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True)
class Contingent:
    """The form of the first case whose conditions hold; the last always does."""

    cases: tuple[Case, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(case.form for case in self.cases))


@dataclass(frozen=True)
class Adaptive:
    """A bandit over forms; `policy` is thompson or ucb."""

    policy: str
    forms: tuple[str, ...]


Rule = Contingent | Adaptive | None


def attainment(p: Parameters, value_per_euro: float, quality: float, influence: float) -> float:
    """Attainment of the purpose: the three ambitions by their weights."""
    x = max(0.0, value_per_euro)
    weights = (p.purpose_saving, p.purpose_quality, p.purpose_democracy)
    parts = (x / (1 + x), quality, influence)
    return unit(sum(w * part for w, part in zip(weights, parts)) / sum(weights))


@dataclass
class Record:
    """Rewards of a form: their number, mean and sum of squared deviations."""

    n: int = 0
    mean: float = 0.0
    squares: float = 0.0

    def add(self, reward: float) -> None:
        self.n += 1
        delta = reward - self.mean
        self.mean += delta / self.n
        self.squares += delta * (reward - self.mean)


def best_arm(policy: str, records: Sequence[Record], rng: np.random.Generator) -> int:
    """Place of the form that looks best."""
    z = rng.standard_normal(len(records))
    if any(r.n == 0 for r in records):
        return int(np.argmax([x if r.n == 0 else -math.inf for x, r in zip(z, records)]))
    freedom = sum(r.n - 1 for r in records)
    means, counts = np.array([r.mean for r in records]), np.array([r.n for r in records])
    s = math.sqrt(sum(r.squares for r in records) / freedom) if freedom else float(means.std(ddof=1))
    width = z / np.sqrt(counts) if policy == "thompson" else np.sqrt(2 * math.log(counts.sum()) / counts)
    return int(np.argmax(means + s * width))


@dataclass
class Choice:
    """State of a strategy that chooses: its records, the form found fitting, and the review under way."""

    rule: Contingent | Adaptive
    in_use: str | None = None
    fitting: str | None = None
    records: dict[str, Record] = field(default_factory=dict)
    value: float = 0.0
    cost: float = 0.0
    quality: float = 0.0
    months: int = 0
    external_credit: float = 0.0
    all_credit: float = 0.0


def credits(model: CoCreationModel, month: int) -> tuple[float, float]:
    """Credit of external actors, and of all with the plan's; none in the set-up, before the first plan."""
    if month == 0:
        return 0.0, 0.0
    credit = model.members.credit
    return float(credit[model.population.external].sum()), float(model.task.planned_credit + credit.sum())


def holds(model: CoCreationModel, month: int, case: Case) -> bool:
    organisation = model.organisation
    states = (month, organisation.fear, organisation.maturity_public, organisation.maturity_external, model.task.coverage)
    known = dict(zip(STATES, states))
    values = [(known[name] if name in known else getattr(model.p, name), a, b) for name, a, b in case.when]
    return all(above < value < below for value, above, below in values)


def fitting_form(model: CoCreationModel, month: int, choice: Choice) -> str:
    """The form that the rule finds; an adaptive one first adds the reward since the last review."""
    rule = choice.rule
    if isinstance(rule, Contingent):
        return next(case.form for case in rule.cases if holds(model, month, case))
    if month > 0:
        external, everything = credits(model, month)
        grown = everything - choice.all_credit
        influence = (external - choice.external_credit) / grown if grown > 0 else 0.0
        worth = choice.value / choice.cost if choice.cost > 0 else 0.0
        choice.records[choice.in_use].add(attainment(model.p, worth, choice.quality / choice.months, influence))
    return rule.forms[best_arm(rule.policy, [choice.records[f] for f in rule.forms], model.process)]


def choose(model: CoCreationModel, month: int, choice: Choice) -> None:
    """A choice: month 0 is the set-up."""
    task, rng, forms = model.task, model.process, choice.rule.forms
    fitting = fitting_form(model, month, choice)
    if isinstance(choice.rule, Contingent) and fitting == choice.fitting:
        return  # who misjudged a situation does not judge anew while nothing changes
    choice.value = choice.cost = choice.quality = 0.0
    choice.months = 0
    choice.external_credit, choice.all_credit = credits(model, month)
    choice.fitting = fitting
    u, lot = rng.random(2)
    others = [f for f in forms if f != fitting]
    taken = fitting if u < model.p.strategic_competence or not others else others[int(lot * len(others))]
    if taken != choice.in_use:
        choice.in_use = taken
        task.form = Form(**FORMS[taken])
        task.form_changed = True


def begin(model: CoCreationModel, rule: Rule) -> Choice | None:
    """The first choice, in the set-up, for a co-created task."""
    if rule is None or not model.task.active:
        return None
    choice = Choice(rule, records={f: Record() for f in rule.forms})
    choose(model, 0, choice)
    return choice


def choose_form(model: CoCreationModel) -> None:
    """The phase: takes in last month, and chooses at a review."""
    choice, t = model.choice, model.month.number
    if choice is None or not model.task.active or t < 2:
        return
    last = model.months[t - 1]
    choice.value += last.value
    choice.cost += last.ledger.public_cost()
    choice.quality += last.quality_realised
    choice.months += 1
    if (t - 1) % model.p.review_months == 0:
        choose(model, t, choice)
