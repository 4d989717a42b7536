"""Month, Staff: external work and its payment, and the staff of the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .ledger import Source, Use
from .mathematics import unit
from .purse import pay, pay_money
from .quantities import ambiguity, available, work

if TYPE_CHECKING:
    from .model import CoCreationModel


def staff(model: CoCreationModel) -> None:
    """What is used of what external participants offer, what they are paid, and what staff works beside them."""
    task, month = model.task, model.month
    if not task.active:
        return
    who, external = task.participants, model.population.external
    month.external_part, delivery, design, month.needed = work(model)
    month.design_asked = design
    month.design_part = design / (delivery + design) if delivery + design > 0 else 0.0
    work_outside(model, who[external[who]])
    pay_outside(model)
    work_inside(model, who[~external[who]])
    effort = month.staff_paid + month.external_effort
    month.external_share = month.external_effort / effort if effort > 0 else 0.0


def work_outside(model: CoCreationModel, external: np.ndarray) -> None:
    """Offers that are seen and wanted are used; knowledge that lacks costs effort."""
    p, month, members = model.p, model.month, model.members
    offers = members.contribution[external] * available(model)[external]
    month.offered = offered = float(offers.sum())
    knowledge = unit(float(offers @ model.population.knowledge[external]) / offered) if offered > 0 else 0.0
    wanted = (1 + p.planned_overhead) * month.external_part * month.needed
    month.used = min((1 - ambiguity(model)) * offered, wanted)
    members.load[external] = members.contribution[external] * (month.used / offered if offered > 0 else 0.0)
    gap = p.professional_requirement * (1 - knowledge) * (1 - model.organisation.maturity_external / 2)
    month.external_effort = month.used * (1 - gap)


def pay_outside(model: CoCreationModel) -> None:
    """Money for external hours; what was paid of it is what next month's Join looks at."""
    task, month = model.task, model.month
    price = task.levers.payment * month.used / model.p.public_wage
    paid = pay_money(model, price)
    month.ledger.book(Source.BUDGET, Use.PAYMENT, paid)
    task.paid.pay = task.levers.payment * paid / price if price > 0 else 0.0


def work_inside(model: CoCreationModel, public: np.ndarray) -> None:
    """The process has the hours of the public actors who take part, and no others."""
    month = model.month
    hours = float(available(model)[public].sum())
    month.staff_paid = pay(model, min((1 - month.external_part) * month.needed, hours))
    model.members.load[public] = month.staff_paid / hours if hours > 0 else 0.0
