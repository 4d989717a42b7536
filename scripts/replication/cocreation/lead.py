"""Month, Lead: weights and shares of participants, and the leader."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .mathematics import unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def shares(model: CoCreationModel) -> np.ndarray:
    """share_i of each participant, in their order."""
    who, openness = model.task.participants, model.task.levers.openness
    weight = (1 - openness) * model.population.authority[who] + openness * model.members.legitimacy[who]
    total = weight.sum()
    return weight / total if total > 0 else np.full(len(who), 1 / len(who))


def leader_entropy(share: np.ndarray) -> float:
    """Entropy of the draw of a leader, from 0 to 1; missing with one participant."""
    if len(share) == 1:
        return math.nan
    positive = share[share > 0]
    return unit(float(-(positive * np.log(positive)).sum()) / math.log(len(share)))


def lead(model: CoCreationModel) -> None:
    """One leader, drawn anew every month."""
    if not model.task.active:
        return
    share = shares(model)
    place = int(np.searchsorted(np.cumsum(share), model.process.random(), side="right"))
    model.task.leader = int(model.task.participants[min(place, len(share) - 1)])
    model.month.leader_external = float(model.population.external[model.task.leader])
    model.month.leader_entropy = leader_entropy(share)
