"""Month, Money and people: the rules by which public hours are paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ledger import Source, Use

if TYPE_CHECKING:
    from .model import CoCreationModel


def payable(model: CoCreationModel) -> tuple[float, float]:
    """Regular and extra hours that could be paid now, if all of them were asked for."""
    purse = model.task.purse
    regular = min(purse.staff, purse.money)
    return regular, min(purse.extra, (purse.money - regular) / (1 + model.p.extra_premium))


def pay(model: CoCreationModel, hours: float) -> float:
    """pay(h): hours of people; the caller books them, but for what extra hours cost more."""
    purse, month, premium = model.task.purse, model.month, model.p.extra_premium
    hours = max(0.0, hours)
    regular = min(hours, purse.staff, purse.money)
    extra = min(hours - regular, purse.extra, (purse.money - regular) / (1 + premium))
    purse.money = max(0.0, purse.money - regular - extra * (1 + premium))
    purse.staff = max(0.0, purse.staff - regular)
    purse.extra = max(0.0, purse.extra - extra)
    month.ledger.book(Source.BUDGET, Use.SLACK, extra * premium)
    month.staff_hours += regular + extra
    month.extra_hours += extra
    return regular + extra


def pay_money(model: CoCreationModel, hours: float) -> float:
    """payMoney(h): what needs no people, in hours at the public wage."""
    paid = min(max(0.0, hours), model.task.purse.money)
    model.task.purse.money -= paid
    return paid


def spend(model: CoCreationModel, hours: float, use: Use) -> float:
    """Spend h on a use: pay and book."""
    paid = pay(model, hours)
    model.month.ledger.book(Source.BUDGET, use, paid)
    return paid


def deliver_hours(model: CoCreationModel, hours: float) -> float:
    """deliver(h): public work outside the process, of which documentation takes its share."""
    documentation, ledger = model.documentation, model.month.ledger
    paid = pay(model, hours / (1 - documentation))
    ledger.book(Source.BUDGET, Use.DOCUMENTATION, paid * documentation)
    ledger.book(Source.BUDGET, Use.DELIVERY, paid * (1 - documentation))
    return paid * (1 - documentation)
