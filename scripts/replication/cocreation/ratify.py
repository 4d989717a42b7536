"""Month, Search, 6: the line of command, a manager and, for what is far from the plan, politicians."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .idea import gain
from .mathematics import distance, logit, sigmoid
from .quantities import leaders_legitimacy

if TYPE_CHECKING:
    from .model import CoCreationModel


def ratified(model: CoCreationModel, flips: int, error: float) -> bool:
    """Whether an adopted change is carried out, by the rule in force."""
    p, rng = model.p, model.process
    if p.ratification_rule == 2:
        return True
    if p.ratification_rule == 1:
        return bool(rng.random() < p.responsiveness)
    managers, politicians = (np.flatnonzero(who) for who in (model.population.manager, model.population.politician))
    if len(managers) and not agree(model, rng.choice(managers, 1), flips, error)[0]:
        return False
    if not len(politicians) or not rng.random() < chance_of_referral(model, flips):
        return True
    model.month.referred += 1
    return bool(agree(model, politicians, flips, error).mean() >= 0.5 - 1e-12)


def distance_from_plan(model: CoCreationModel, flips: int) -> float:
    return distance(model.task.design ^ flips, model.task.plan, model.p.choices)


def chance_of_referral(model: CoCreationModel, flips: int) -> float:
    return 1 - math.exp(-model.p.referral * distance_from_plan(model, flips) * (1 + model.p.stake))


def agree(model: CoCreationModel, who: np.ndarray, flips: int, error: float) -> np.ndarray:
    """Who of those asked leaves the decision to the process, or judges it well enough."""
    p, task, rng = model.p, model.task, model.process
    leaves = rng.random(len(who)) < sigmoid(logit(p.responsiveness) + model.population.readiness[who])
    judged = gain(model, who, task.design, flips, rng.standard_normal(len(who)), error, wishes=task.core_task)
    heard = p.leader_hearing * model.members.trust[who] * (leaders_legitimacy(model) or 0.0)
    dread = distance_from_plan(model, flips) * (p.ratification_distance + p.ratification_fear * model.organisation.fear)
    return leaves | (judged + heard > dread)
