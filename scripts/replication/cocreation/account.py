"""Month, Account: violations, sanctions, stories; the books are closed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .fail import exposure
from .ledger import Source, Use
from .mathematics import unit
from .purse import pay_money

if TYPE_CHECKING:
    from .model import CoCreationModel


def account(model: CoCreationModel) -> None:
    violate(model)
    tell_story(model)
    model.month.ledger.book(Source.BUDGET, Use.UNUSED, model.task.purse.money)


def expected_violations(model: CoCreationModel) -> float:
    p, exposed = model.p, exposure(model)
    control = model.month.authority_units / model.month.demanded + p.documentation_control * model.documentation
    looseness = 0.5 + exposed.codelivered * exposed.openness
    return (
        p.compliance_need * math.exp(-p.compliance_control * control) * looseness
        * math.exp(p.tolerance_slack * (p.error_tolerance - 0.5))
        * (1 + p.external_risk * p.professional_requirement * exposed.codelivered * exposed.external_share)
    )


def violate(model: CoCreationModel) -> None:
    """Violations and what they cost; what cannot be paid is owed."""
    p, month, task = model.p, model.month, model.task
    month.violations = int(model.process.poisson(min(expected_violations(model), 1e6)))
    if month.violations > 0:
        hours = month.violations * p.sanction_share * month.demanded * p.unit_hours
        paid = pay_money(model, hours)
        task.hours_owed += hours - paid
        month.ledger.receive(Source.LIABILITY, hours - paid)
        month.ledger.book(Source.BUDGET, Use.SANCTION, paid)
        month.ledger.book(Source.LIABILITY, Use.SANCTION, hours - paid)


def tell_story(model: CoCreationModel) -> None:
    """The press; it costs the leader and other public participants legitimacy, and the process trust."""
    p, month, task, members = model.p, model.month, model.task, model.members
    if not task.failed or not model.process.random() < p.press_scrutiny:
        return
    month.stories = 1
    loss = p.story_legitimacy * month.severity
    leader = [] if task.leader is None else [task.leader]
    others = np.setdiff1d(task.participants[~model.population.external[task.participants]], leader)
    for group, each in ((leader, loss), (others, loss / max(1, len(others)))):
        members.legitimacy[group] = unit(members.legitimacy[group] - each)
    if p.press_rule == 0:
        strike(model)


def strike(model: CoCreationModel) -> None:
    """A story is about its process: who takes part, ratifies or stays outside trusts it less, and documentation is asked for."""
    p, task, members, pop = model.p, model.task, model.members, model.population
    loss = p.story_trust * model.month.severity
    struck = np.flatnonzero(members.takes_part | pop.manager | pop.politician)
    members.trust[struck] = unit(members.trust[struck] - loss)
    task.reputation = max(-1.0, task.reputation - loss)
    task.exposure = min(1.0, task.exposure + p.story_documentation * model.month.severity)
