"""Month, Fund: the month's demand, and the money and people there are for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ledger import Source
from .state import Purse

if TYPE_CHECKING:
    from .model import CoCreationModel


def fund(model: CoCreationModel) -> None:
    """A single task has the whole budget, less what is owed, and all people."""
    p, task, month, organisation = model.p, model.task, model.month, model.organisation
    month.demanded = p.demand * (1 + p.demand_growth) ** (month.number - 1)
    money = max(0.0, p.budget_hours - task.hours_owed)
    task.hours_owed = max(0.0, task.hours_owed - p.budget_hours)
    task.purse = Purse(money, organisation.staff, organisation.extra)
    month.ledger.receive(Source.BUDGET, money)
