"""Month, Overview: quantities that are recomputed wherever they are used."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from .model import CoCreationModel
    from .parameters import Parameters


def maturity_of_task(model: CoCreationModel) -> float:
    """μ: the experience of those who deliver."""
    codelivered = model.task.codelivered
    return (1 - codelivered) * model.task.operational + codelivered * model.organisation.maturity


def ambiguity(model: CoCreationModel) -> float:
    """What is unclear of roles, to those who take part now, after the facilitation that was paid last."""
    p = model.p
    return (1 - p.role_clarity * (1 - misunderstanding(model))) * math.exp(-p.facilitation_effect * model.task.paid.facilitation)


def misunderstanding(model: CoCreationModel) -> float:
    """How far participants are from knowing the form, the mean over both axes."""
    members, who, form = model.members, model.task.participants, model.task.levers.form
    if len(who) == 0:
        return 0.0
    off = np.abs(members.believed_openness[who] - form.openness) + np.abs(members.believed_centrality[who] - form.centrality)
    return float(off.mean()) / 2


def pooled(p: Parameters) -> float:
    """What talk takes away of the difference to those who know."""
    return 1 - (1 - p.pooling) ** p.deliberation


def listened(p: Parameters) -> float:
    """How far those who lose have been listened to."""
    return 1 - (1 - p.listening) ** p.deliberation


def leaders_legitimacy(model: CoCreationModel) -> float | None:
    """L, as it is now, of the leader there is."""
    leader = model.task.leader
    return None if leader is None else float(model.members.legitimacy[leader])


def visible(model: CoCreationModel, month: int | None = None) -> float:
    """What can be seen of the results: coverage as it is now, more of it early or late in the run."""
    p, coverage = model.p, model.task.coverage
    t = model.month.number if month is None else month
    if p.rounds == 1 or p.early_wins == 0:
        return coverage
    return coverage * (1 + p.early_wins * (1 - 2 * (t - 1) / (p.rounds - 1)))


def realised_quality(model: CoCreationModel) -> float:
    """Q(design), less what unfamiliarity costs now."""
    task = model.task
    return float(model.landscape.quality[task.design]) * (1 - model.p.implementation_loss * task.unfamiliarity)


def service_quality(model: CoCreationModel, quality: float) -> np.ndarray:
    """What each actor sees of the design: its fit if affected, else a quality common to all."""
    members = model.members
    return np.where(members.affected, members.fit(model.task.bits()), quality)


def available(model: CoCreationModel) -> np.ndarray:
    """available_i: the hours that each actor has for this process."""
    return model.population.hours * model.members.time


def unit_cost(model: CoCreationModel) -> float:
    """Hours per unit with the design as it is now."""
    return model.landscape.unit_cost(model.task.design)


class Work(NamedTuple):
    """Hours that a process asks for (Month, Staff)."""

    external_part: float  # x
    delivery: float  # D
    design: float  # G
    needed: float


def work(model: CoCreationModel) -> Work:
    """What the process has to do this month, at the design as it is now."""
    p, task = model.p, model.task
    x = p.minimum_share + (1 - 2 * p.minimum_share) * task.levers.centrality
    hours = model.month.demanded * unit_cost(model)
    delivery = task.codelivered * hours
    design = p.design_share * task.levers.openness * task.codesigned * hours
    return Work(x, delivery, design, (delivery + design) / (1 - p.planned_overhead))
