"""Month, Close: the process may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .mathematics import logit, sigmoid

if TYPE_CHECKING:
    from .model import CoCreationModel


def close(model: CoCreationModel) -> None:
    """By hazard, or for want of external participants. A closed process never opens again."""
    p, task, members = model.p, model.task, model.members
    if not task.active:
        return
    who = task.participants
    external = int(np.count_nonzero(model.population.external[who]))
    task.below = 0 if external >= p.viable_external else task.below + 1
    hazard = 0.0
    if p.closure_hazard > 0:
        hazard = float(sigmoid(logit(p.closure_hazard) + p.closure_trust * (0.6 - float(members.trust[who].mean()))))
    if model.process.random() < hazard or task.below >= p.patience:
        task.active, task.leader = False, None
        task.participants = np.empty(0, dtype=int)
        members.takes_part = np.zeros_like(members.takes_part)
