"""Month, Deliver: units are produced, and gaps filled while the budget lasts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .fund import deliver_hours
from .ledger import Source, Use
from .mathematics import unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def realised_quality(model: CoCreationModel) -> float:
    """Q(design), less what unfamiliarity costs now (BuildTrust; observed as it is at delivery)."""
    task = model.task
    return float(model.landscape.quality[task.design]) * (1 - model.p.implementation_loss * task.unfamiliarity)


def deliver(model: CoCreationModel) -> None:
    """At the unit cost of the design after Search."""
    p, month, task = model.p, model.month, model.task
    unit_cost = model.landscape.unit_cost(task.design)
    hours = month.delivery_public + month.delivery_external
    possible = hours * task.joint_product / unit_cost
    produced = min(month.cocreated, possible)
    useful = unit(produced / possible) if possible > 0 else 0.0
    for source, given in ((Source.BUDGET, month.delivery_public), (Source.EXTERNAL, month.delivery_external)):
        month.ledger.book(source, Use.DELIVERY, given * useful)
        month.ledger.book(source, Use.SLACK, given * (1 - useful))

    premium = 1 + p.gap_premium if task.active else 1.0
    gap = max(0.0, month.demanded - month.authority_units - month.optimised_units - produced)
    filled = deliver_hours(model, gap * unit_cost * premium, month.effort) / (unit_cost * premium) if month.effort > 0 else 0.0
    noise = math.exp(p.output_noise * model.process.standard_normal() - p.output_noise**2 / 2)
    supply = month.authority_units + month.optimised_units + produced + filled
    month.delivered = min(month.demanded, supply * noise)
    month.quality_realised = realised_quality(model)
