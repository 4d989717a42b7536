"""Month, Close: a process may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .ending import end_process, remember_month
from .mathematics import logit, sigmoid

if TYPE_CHECKING:
    from .model import CoCreationModel


def close(model: CoCreationModel) -> None:
    """By hazard, for want of what external participants offer, or as politicians stop it."""
    task = model.task
    if not task.active:
        return
    remember_month(model)
    count_below(model)
    distrusted, stopped = model.process.random() < hazard(model), is_stopped(model)
    if distrusted or stopped or task.below >= model.p.patience:
        end_process(model)


def count_below(model: CoCreationModel) -> None:
    """Months in a row in which too little was offered of what was asked for."""
    month, task = model.month, model.task
    enough = model.p.viable_share * month.external_part * month.needed
    task.below = task.below + 1 if month.needed > 0 and month.offered < enough else 0


def is_stopped(model: CoCreationModel) -> bool:
    """Whether more than half of the politicians want to stop the process after a story."""
    p, politicians = model.p, np.flatnonzero(model.population.politician)
    if not model.month.stories or p.political_stop == 0 or len(politicians) == 0:
        return False
    wish = sigmoid(logit(p.political_stop) + p.closure_trust * (0.6 - model.members.trust[politicians]))
    return 2 * np.count_nonzero(model.process.random(len(politicians)) < wish) > len(politicians)


def hazard(model: CoCreationModel) -> float:
    p, task = model.p, model.task
    if p.closure_hazard == 0:
        return 0.0
    trust = float(model.members.trust[task.participants].mean())
    return float(sigmoid(logit(p.closure_hazard) + p.closure_trust * (0.6 - trust)))
