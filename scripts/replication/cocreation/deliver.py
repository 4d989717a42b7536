"""Month, Deliver: units are produced, gaps filled while money and people last, and extra hours looked for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .ledger import Source, Use
from .mathematics import unit
from .purse import deliver_hours
from .quantities import realised_quality, unit_cost

if TYPE_CHECKING:
    from .model import CoCreationModel


def deliver(model: CoCreationModel) -> None:
    """At the unit cost of the design after Search."""
    p, month = model.p, model.month
    cost = unit_cost(model)
    produce(model, cost)
    before = month.authority_units + month.in_house_units + month.handed_back_units + month.produced
    gap = max(0.0, month.demanded - before)
    filled = deliver_hours(model, gap * cost) / cost
    noise = math.exp(p.output_noise * model.process.standard_normal() - p.output_noise**2 / 2)
    month.delivered = min(month.demanded, (before + filled) * noise)
    month.quality_realised = realised_quality(model)
    hire(model, (gap - filled) * cost)


def produce(model: CoCreationModel, cost: float) -> None:
    """What the process makes; hours that the target does not need are slack."""
    month, task = model.month, model.task
    possible = (month.delivery_public + task.joint_product * month.delivery_external) / cost
    month.produced = min(task.codelivered * month.demanded, possible)
    useful = unit(month.produced / possible) if possible > 0 else 0.0
    for source, given in ((Source.BUDGET, month.delivery_public), (Source.EXTERNAL, month.delivery_external)):
        month.ledger.book(source, Use.DELIVERY, given * useful)
        month.ledger.book(source, Use.SLACK, given * (1 - useful))


def hire(model: CoCreationModel, missing: float) -> None:
    """Extra hours for next month: those used, and those that were missing and could have been paid."""
    p, organisation = model.p, model.organisation
    affordable = model.task.purse.money / (1 + p.extra_premium)
    wanted = model.month.extra_hours + min(missing / (1 - model.documentation), affordable)
    organisation.extra += p.hiring_rate * (wanted - organisation.extra)
