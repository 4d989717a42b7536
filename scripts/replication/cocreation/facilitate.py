"""Month, Facilitate: public hours for facilitation, support and recognition; they act as far as they are paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .ledger import Use
from .purse import payable, spend

if TYPE_CHECKING:
    from .model import CoCreationModel


def hours_asked(model: CoCreationModel, external: float, poor: float) -> float:
    """What so many external participants, so many of them poor, ask for."""
    p, levers = model.p, model.task.levers
    supervised = 1 + p.supervision * p.professional_requirement * (1 - model.organisation.maturity_external)
    return (
        levers.facilitation_hours * supervised * external
        + levers.support_hours * poor
        + levers.recognition_hours * external
        + levers.invitation_hours * int(np.count_nonzero(model.members.affected)) / 100
    )


def facilitate(model: CoCreationModel) -> None:
    task, pop = model.task, model.population
    if not task.active:
        return
    who = task.participants[pop.external[task.participants]]
    asked = hours_asked(model, len(who), int(np.count_nonzero(pop.poor[who])))
    if asked > 0:
        share = spend(model, asked, Use.FACILITATION) / asked
    else:  # nobody is there to be paid for: what could be paid is promised
        share = float(sum(payable(model)) > 0)
    task.paid.facilitation = share * task.levers.facilitation_hours
    task.paid.support = share * task.levers.support_hours
    task.paid.recognition = share * task.levers.recognition_hours
    task.paid.invitation = share * task.levers.invitation_hours
