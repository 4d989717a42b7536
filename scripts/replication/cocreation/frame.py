"""SetUp, Frame: beliefs of the form, the plan, what is left open, and the design; later beliefs and what is left open alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .idea import gain, idea, perceived_quality_gain
from .mathematics import bits_of, distance, unit
from .needs import mean_fit, needs, relevance
from .quantities import service_quality

if TYPE_CHECKING:
    from .model import CoCreationModel


def form_beliefs(model: CoCreationModel, rng: np.random.Generator) -> None:
    """What every actor believes of the form in use, those outside the process too."""
    p, form, members, actors = model.p, model.task.levers.form, model.members, model.population.size
    blur = p.form_belief_noise * (1 - p.shared_understanding)
    members.believed_openness = unit(form.openness + blur * rng.standard_normal(actors))
    members.believed_centrality = unit(form.centrality + blur * rng.standard_normal(actors))


def make_plan(model: CoCreationModel, plan: int, rng: np.random.Generator) -> tuple[int, float]:
    """The plan and the quality it promises, made by staff alone on the whole design space."""
    p, members, planners = model.p, model.members, np.flatnonzero(model.population.staff)
    everything = (1 << p.choices) - 1
    promised = float(model.landscape.quality[plan])
    for _ in range(p.plan_trials):
        planner = int(rng.choice(planners))
        flips = idea(members.order[planner], members.understands[planner], everything, p.boldness, rng)
        z = rng.standard_normal()
        if flips == 0:
            continue
        if gain(model, planner, plan, flips, z) > p.status_quo_bias:
            promised += float(perceived_quality_gain(model, planner, plan, flips, z))
            plan ^= flips
    return plan, unit(promised)


def draw_open(n: int, share: float, rng: np.random.Generator) -> int:
    """The set of choices left open; the share times N of them are expected."""
    count = min(n, int(share * n + rng.random()))
    return sum(1 << int(j) for j in rng.permutation(n)[:count])


def open_choices(model: CoCreationModel) -> None:
    """What is left open: the same draw at each framing, so a larger share adds choices."""
    task = model.task
    task.open_share = task.share_to_open
    task.open_choices = draw_open(task.choices, task.open_share, np.random.default_rng([model.number, 4]))


def reframe(model: CoCreationModel) -> None:
    """The phase of a month: beliefs where a process has just begun or its form has changed; another share to open opens others."""
    task = model.task
    if task.active:
        if task.reframe:
            form_beliefs(model, np.random.default_rng([model.number, 5, model.month.number]))
        if task.share_to_open != task.open_share:
            open_choices(model)
    task.reframe = False


def frame(model: CoCreationModel) -> None:
    """The set-up: beliefs, the plan, and as much of it as is not left open; draws of the context."""
    p, task, members, n = model.p, model.task, model.members, model.p.choices
    before = task.design
    form_beliefs(model, np.random.default_rng([model.number, 5, 0]))
    plan, promised = make_plan(model, before, np.random.default_rng([model.number, 3]))
    task.plan, task.promised_quality = plan, promised
    wishes = members.preferences[model.population.staff].mean(axis=0)
    task.promised_relevance = relevance(bits_of(plan, n), wishes)
    open_choices(model)
    task.design = (plan & ~task.open_choices) | (before & task.open_choices)
    task.planned_credit = (task.design ^ before).bit_count()
    task.unfamiliarity = distance(task.design, before, n)


def first_aspirations(model: CoCreationModel) -> None:
    """What the service gave before month 1: the status quo at a coverage of 0.8. It is the design when this is called."""
    task, members = model.task, model.members
    quality = float(model.landscape.quality[task.design])
    members.aspiration = task.coverage * service_quality(model, quality)
    task.public_aspiration = task.coverage * mean_fit(task.bits(), needs(members))
