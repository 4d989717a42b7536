"""Month, Fund, and the rules of paying public hours (Money and hours)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ledger import Source, Use

if TYPE_CHECKING:
    from .model import CoCreationModel


def fund(model: CoCreationModel) -> None:
    """The month's budget opens, less what is owed."""
    task, budget = model.task, model.p.budget_hours
    task.hours_left = max(0.0, budget - task.hours_owed)
    task.hours_owed = max(0.0, task.hours_owed - budget)
    model.month.ledger.receive(Source.BUDGET, task.hours_left)


def pay(model: CoCreationModel, hours: float) -> float:
    """pay(h): hours paid out of what is left of the budget; the caller books them."""
    paid = min(max(0.0, hours), model.task.hours_left)
    model.task.hours_left -= paid
    return paid


def spend(model: CoCreationModel, hours: float, use: Use) -> float:
    """Spend h on a use: pay and book."""
    paid = pay(model, hours)
    model.month.ledger.book(Source.BUDGET, use, paid)
    return paid


def deliver_hours(model: CoCreationModel, hours: float, effort: float = 1.0) -> float:
    """deliver(h, effort): public work outside the process, of which documentation takes its share."""
    documentation, ledger = model.documentation, model.month.ledger
    paid = pay(model, hours / ((1 - documentation) * effort))
    worked = paid * effort
    ledger.book(Source.BUDGET, Use.SLACK, paid - worked)
    ledger.book(Source.BUDGET, Use.DOCUMENTATION, worked * documentation)
    ledger.book(Source.BUDGET, Use.DELIVERY, worked * (1 - documentation))
    return worked * (1 - documentation)
