"""Month, ProduceInHouse: what duties ask for, what is not co-delivered, and what a process hands back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ledger import Use
from .purse import deliver_hours, spend
from .quantities import unit_cost

if TYPE_CHECKING:
    from .model import CoCreationModel
    from .state import Handover


def produce_in_house(model: CoCreationModel) -> None:
    """First claim on money and people, with or without a process."""
    p, month, task = model.p, model.month, model.task
    cost, handover = unit_cost(model), task.handover
    elsewhere = task.codelivered + (0.0 if handover is None else handover.share)
    authority = p.authority_share * month.demanded
    in_house = max(0.0, 1 - p.authority_share - elsewhere) * month.demanded
    learning = (1 + task.produced_in_house / (12 * p.demand)) ** -p.learning_elasticity
    hours = authority * cost * (1 + p.authority_premium) + in_house * cost * learning
    funded = deliver_hours(model, hours) / hours if hours > 0 else 0.0
    month.authority_units, month.in_house_units = authority * funded, in_house * funded
    task.produced_in_house += month.in_house_units
    if handover is not None:
        take_over(model, handover, cost)


def take_over(model: CoCreationModel, handover: Handover, cost: float) -> None:
    """Hours of handing over; then the part handed back, at a reduced output."""
    month = model.month
    left = min(1.0, handover.months)
    paid = spend(model, handover.hours * left, Use.HANDOVER)
    handed = min(handover.share * month.demanded, handover.units)
    worked = deliver_hours(model, handed * cost) / cost
    month.handed_back_units = worked * (1 - model.p.handover_loss)
    handover.months -= paid / handover.hours if handover.hours > 0 else left
