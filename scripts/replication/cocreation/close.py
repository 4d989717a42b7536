"""Month, Close: a process may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ending import end_process, remember_month
from .mathematics import logit, sigmoid

if TYPE_CHECKING:
    from .model import CoCreationModel


def close(model: CoCreationModel) -> None:
    """By hazard, or for want of what external participants offer."""
    task = model.task
    if not task.active:
        return
    remember_month(model)
    count_below(model)
    if model.process.random() < hazard(model) or task.below >= model.p.patience:
        end_process(model)


def count_below(model: CoCreationModel) -> None:
    """Months in a row in which too little was offered of what was asked for."""
    month, task = model.month, model.task
    enough = model.p.viable_share * month.external_part * month.needed
    task.below = task.below + 1 if month.needed > 0 and month.offered < enough else 0


def hazard(model: CoCreationModel) -> float:
    p, task = model.p, model.task
    if p.closure_hazard == 0:
        return 0.0
    trust = float(model.members.trust[task.participants].mean())
    return float(sigmoid(logit(p.closure_hazard) + p.closure_trust * (0.6 - trust)))
