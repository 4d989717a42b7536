"""Month, Ending and Disappoint: what happens when a process ends, in Close or in Course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .ledger import Source, Use
from .mathematics import distance, unit
from .state import Handover, Worked

if TYPE_CHECKING:
    from .model import CoCreationModel


def remember_month(model: CoCreationModel) -> None:
    """A month of the process is over; this is what would be handed over."""
    task, month = model.task, model.month
    task.last = None
    if task.active and month.needed > 0:
        uses = [Use.COORDINATION, Use.FACILITATION, Use.DESIGN]
        hours = float(month.ledger.booked[Source.BUDGET, uses].sum()) / model.p.public_wage
        task.last = Worked(month.external_share, month.produced, hours)


def end_process(model: CoCreationModel) -> None:
    """The hand-over begins, and knowledge goes. What it costs in trust comes at the month's end."""
    p, task, members = model.p, model.task, model.members
    hand_over(model, 1.0)
    task.unfamiliarity = min(
        1.0, task.unfamiliarity + p.handover_knowledge * distance(task.design, task.plan, p.choices)
    )
    task.disappointed.append((1.0, task.participants[model.population.external[task.participants]]))
    members.engagements[task.participants] -= 1
    members.takes_part[task.participants] = False
    members.contribution[task.participants] = members.load[task.participants] = 0
    task.active, task.leader = False, None
    task.participants = np.empty(0, dtype=int)


def hand_over(model: CoCreationModel, part: float) -> None:
    """A part of what the process delivers goes back to staff, with what is going back already."""
    task, going = model.task, model.task.handover
    if model.p.handover_months == 0 or task.last is None:
        return
    share, units, hours = (0.0, 0.0, 0.0) if going is None else (going.share, going.units, going.hours)
    together = task.codelivered + share
    external = 0.0 if going is None else share * going.external_share
    task.handover = Handover(
        part * task.codelivered + share, task.levers.openness,
        (task.codelivered * task.last.external_share + external) / together if together > 0 else 0.0,
        part * task.last.units + units, part * task.last.hours + hours, model.p.handover_months,
    )


def disappoint(model: CoCreationModel) -> None:
    """Disappoint: those who gave time lose trust, and tell others. Runs at the end of a month."""
    task, members, loss = model.task, model.members, model.p.ending_disappointment
    for part, who in task.disappointed:
        members.trust[who] = unit(members.trust[who] - part * loss)
        told = part * loss * len(who) / int(np.count_nonzero(model.population.external))
        task.reputation = max(-1.0, task.reputation - told)
    task.disappointed = []
