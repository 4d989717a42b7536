"""SetUp, Frame: beliefs of the form, the plan, what is left open, and the design from now on; again when the form changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .idea import gain, idea, perceived_quality_gain
from .mathematics import bits_of, distance, unit
from .needs import relevance

if TYPE_CHECKING:
    from .model import CoCreationModel


def form_beliefs(model: CoCreationModel, rng: np.random.Generator) -> None:
    """What every actor believes of the form in use, those outside the process too."""
    p, form, members, actors = model.p, model.task.form, model.members, model.population.size
    blur = p.form_belief_noise * (1 - p.shared_understanding)
    members.believed_openness = unit(form.openness + blur * rng.standard_normal(actors))
    members.believed_centrality = unit(form.centrality + blur * rng.standard_normal(actors))


def make_plan(model: CoCreationModel, plan: int, rng: np.random.Generator) -> tuple[int, float]:
    """The plan and the quality it promises, made by public actors alone on the whole design space."""
    p, members = model.p, model.members
    everything = (1 << p.choices) - 1
    promised = float(model.landscape.quality[plan])
    for _ in range(p.plan_trials):
        planner = int(rng.integers(model.population.publics))
        flips = idea(members.order[planner], members.understands[planner], everything, p.boldness, rng)
        z = rng.standard_normal()
        if flips == 0:
            continue
        if gain(model, planner, plan, flips, z) > p.status_quo_bias:
            promised += float(perceived_quality_gain(model, planner, plan, flips, z))
            plan ^= flips
    return plan, unit(promised)


def draw_open(n: int, openness: float, rng: np.random.Generator) -> int:
    """The set of choices left open; openness · N of them are expected."""
    count = min(n, int(openness * n + rng.random()))
    return sum(1 << int(j) for j in rng.permutation(n)[:count])


def reframe(model: CoCreationModel) -> None:
    """The phase of a month: only for a task whose form has just changed."""
    if model.task.form_changed:
        frame(model, model.month.number)


def frame(model: CoCreationModel, month: int) -> None:
    """Beliefs and plan are draws of the context and the month; which choices are open the same draw at each framing."""
    p, task, members, n = model.p, model.task, model.members, model.p.choices
    before = task.design
    form_beliefs(model, np.random.default_rng([model.number, 5, month]))
    plan, promised = make_plan(model, before, np.random.default_rng([model.number, 3, month]))
    task.plan, task.promised_quality = plan, promised
    task.promised_relevance = relevance(bits_of(plan, n), members.preferences[~model.population.external])
    task.open_choices = draw_open(n, task.form.openness, np.random.default_rng([model.number, 4]))
    task.design = (plan & ~task.open_choices) | (before & task.open_choices) if task.active else plan
    task.planned_credit += (task.design ^ before).bit_count()
    task.unfamiliarity = min(1.0, task.unfamiliarity + distance(task.design, before, n))
    task.form_changed = False


def first_aspirations(model: CoCreationModel) -> np.ndarray:
    """What the service gave before month 1: the status quo at a coverage of 0.8."""
    task, members = model.task, model.members
    quality = model.landscape.quality[task.status_quo]
    return 0.8 * np.where(members.affected, members.fit(bits_of(task.status_quo, task.choices)), quality)
