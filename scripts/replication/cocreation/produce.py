"""Month, ProduceInHouse: what duties ask for, what is not co-delivered, and what an ended process hands back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ledger import Use
from .purse import deliver_hours, spend
from .quantities import unit_cost

if TYPE_CHECKING:
    from .model import CoCreationModel


def produce_in_house(model: CoCreationModel) -> None:
    """First claim on money and people, with or without a process."""
    p, month, task = model.p, model.month, model.task
    cost, handing_over = unit_cost(model), task.handover_months > 0
    elsewhere = task.last.codelivered if handing_over else task.codelivered
    authority = p.authority_share * month.demanded
    in_house = max(0.0, 1 - p.authority_share - elsewhere) * month.demanded
    learning = (1 + task.produced_in_house / (12 * p.demand)) ** -p.learning_elasticity
    hours = authority * cost * (1 + p.authority_premium) + in_house * cost * learning
    funded = deliver_hours(model, hours) / hours if hours > 0 else 0.0
    month.authority_units, month.in_house_units = authority * funded, in_house * funded
    task.produced_in_house += month.in_house_units
    if handing_over:
        hand_over(model, cost)


def hand_over(model: CoCreationModel, cost: float) -> None:
    """Hours of handing over; then the part handed back, at a reduced output."""
    month, last = model.month, model.task.last
    spend(model, last.hours, Use.HANDOVER)
    handed = min(last.codelivered * month.demanded, last.units)
    worked = deliver_hours(model, handed * cost) / cost
    month.handed_back_units = worked * (1 - model.p.handover_loss)
