"""Month, Staff: in-house production, external work, facilitation and staff of the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .fund import deliver_hours, pay, spend
from .join import ambiguity, available
from .ledger import Use

if TYPE_CHECKING:
    from .model import CoCreationModel


def staff(model: CoCreationModel) -> None:
    """Demand, then claims on the budget in their order."""
    p, month = model.p, model.month
    month.demanded = p.demand * (1 + p.demand_growth) ** (month.number - 1)
    month.cocreated = p.cocreation_share * month.demanded
    unit_cost = model.landscape.unit_cost(model.task.design)
    in_house(model, unit_cost)
    if model.task.active:
        staff_process(model, unit_cost)


def in_house(model: CoCreationModel, unit_cost: float) -> None:
    """Authority and optimisation, which come first."""
    p, month, task = model.p, model.month, model.task
    authority, optimised = p.authority_share * month.demanded, p.optimisation_share * month.demanded
    learning = (1 + task.optimised / (12 * p.demand)) ** -p.learning_elasticity
    hours = authority * unit_cost * (1 + p.authority_premium) + optimised * unit_cost * learning
    funded = deliver_hours(model, hours) / hours if hours > 0 else 0.0
    month.authority_units, month.optimised_units = authority * funded, optimised * funded
    task.optimised += month.optimised_units


def staff_process(model: CoCreationModel, unit_cost: float) -> None:
    """The process: external work, facilitation, staff."""
    p, month, task, pop, members = model.p, model.month, model.task, model.population, model.members
    who = task.participants
    external, public = who[pop.external[who]], who[~pop.external[who]]
    external_maturity = model.organisation.maturity_external

    time = available(model)
    x = p.minimum_share + (1 - 2 * p.minimum_share) * task.form.centrality
    needed = month.cocreated * unit_cost / ((1 - p.planned_overhead) * (1 - p.design_share * task.form.openness))
    offers = members.contribution[external] * time[external]
    month.offered = float(offers.sum())
    knowledge = float(offers @ pop.knowledge[external]) / month.offered if month.offered > 0 else 0.0
    month.used = min((1 - ambiguity(model)) * month.offered, (1 + p.planned_overhead) * x * needed)
    usage = month.used / month.offered if month.offered > 0 else 0.0
    skill_gap = p.professional_requirement * (1 - knowledge) * (1 - external_maturity / 2)
    month.external_effort = month.used * (1 - skill_gap)

    per_actor = p.facilitation_hours * (1 + p.supervision * p.professional_requirement * (1 - external_maturity))
    support = p.support * p.support_hours * np.count_nonzero(pop.poor[external])
    spend(model, (per_actor * len(external) + support) * usage, Use.FACILITATION)

    month.staff_paid = pay(model, (1 - x) * needed)
    weights = time[public]
    total = float(weights.sum())
    mean_contribution = float(members.contribution[public] @ weights) / total if total > 0 else 0.0
    month.effort = p.effort_floor + (1 - p.effort_floor) * mean_contribution
    month.staff_effort = month.staff_paid * month.effort

    members.load[external] = members.contribution[external] * usage
    members.load[public] = members.contribution[public]
    effort = month.staff_effort + month.external_effort
    month.external_share = month.external_effort / effort if effort > 0 else 0.0
