"""FormulateTask: the core task, which says which needs count (SetUp; Month)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lead import shares

if TYPE_CHECKING:
    from .model import CoCreationModel


def set_core_task(model: CoCreationModel) -> None:
    """The set-up: what public actors want, by their authority."""
    public = ~model.population.external
    wishes, authority = model.members.preferences[public], model.population.authority[public]
    total = authority.sum()
    model.task.core_task = authority @ wishes / total if total > 0 else wishes.mean(axis=0)


def formulate_task(model: CoCreationModel) -> None:
    """The month: an open process formulates it anew, as far as the hours of design were worked."""
    task, month = model.task, model.month
    if not task.active:
        return
    worked = min(1.0, month.design_hours / month.design_asked) if month.design_asked > 0 else 0.0
    rate = model.p.formulation * task.share_to_open * worked
    if rate > 0:
        wishes = shares(model) @ model.members.preferences[task.participants]
        task.core_task = task.core_task + rate * (wishes - task.core_task)
