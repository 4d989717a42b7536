"""Month, ChooseForm: a strategy with a rule reviews the form of a process and may change it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Sequence

import numpy as np

from .democracy import dimensions
from .mathematics import unit
from .parameters import FORMS, Parameters
from .situation import Condition, all_hold

if TYPE_CHECKING:
    from .model import CoCreationModel
    from .state import Month


@dataclass(frozen=True)
class Case:
    """A form and the conditions under which it fits."""

    form: str
    when: tuple[Condition, ...] = ()


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


def attainment(p: Parameters, value_per_euro: float, quality: float, democracy: float) -> float:
    """Attainment of the purpose: the three ambitions by their weights."""
    x = max(0.0, value_per_euro)
    weights = (p.purpose_saving, p.purpose_quality, p.purpose_democracy)
    parts = (x / (1 + x), quality, democracy)
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
    months: list[Month] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.records = {form: Record() for form in self.rule.forms}


def fitting_form(model: CoCreationModel, month: int, choice: Choice) -> str:
    """The form that the rule finds; an adaptive one first adds the reward since the last review, if there was one."""
    rule = choice.rule
    if isinstance(rule, Contingent):
        return next(case.form for case in rule.cases if all_hold(model, month, case.when))
    if choice.in_use is not None and choice.months:
        worth = choice.value / choice.cost if choice.cost > 0 else 0.0
        democracy = dimensions(model, choice.months).democracy
        choice.records[choice.in_use].add(attainment(model.p, worth, choice.quality / len(choice.months), democracy))
    return rule.forms[best_arm(rule.policy, [choice.records[f] for f in rule.forms], model.process)]


def choose(model: CoCreationModel, month: int) -> None:
    """A choice: month 0 is the set-up."""
    choice, task, rng = model.choice, model.task, model.process
    fitting = fitting_form(model, month, choice)
    if isinstance(choice.rule, Contingent) and fitting == choice.fitting:
        return  # who misjudged a situation does not judge anew while nothing changes
    choice.value = choice.cost = choice.quality = 0.0
    choice.months = []
    choice.fitting = fitting
    u, lot = rng.random(2)
    others = [f for f in choice.rule.forms if f != fitting]
    taken = fitting if u < model.p.strategic_competence or not others else others[int(lot * len(others))]
    choice.in_use = taken
    if task.levers.form != tuple(FORMS[taken].values()):
        task.levers.openness, task.levers.centrality = FORMS[taken].values()
        task.reframe = True


def choose_form(model: CoCreationModel) -> None:
    """The phase: takes in last month, and chooses when the process begins and at a review."""
    choice, task, t = model.choice, model.task, model.month.number
    if choice is None or not task.active or task.form_set:
        return
    if t == task.first_month and choice.in_use is None:
        choose(model, t)
        return
    last = model.months[t - 1]
    if t >= 2 and last.active:
        choice.value += last.value
        choice.cost += last.ledger.public_cost()
        choice.quality += last.quality_realised
        choice.months.append(last)
    if t > 1 and (t - 1) % model.p.review_months == 0:
        choose(model, t)
