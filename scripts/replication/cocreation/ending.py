"""Month, Ending and Disappoint: what happens when a process ends, in Close or in Course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .ledger import Source, Use
from .mathematics import distance, unit
from .state import Worked

if TYPE_CHECKING:
    from .model import CoCreationModel


def remember_month(model: CoCreationModel) -> None:
    """A month of the process is over; should it be the last, this is what is handed over."""
    task, month = model.task, model.month
    if task.active:
        uses = [Use.COORDINATION, Use.FACILITATION, Use.DESIGN]
        hours = float(month.ledger.booked[Source.BUDGET, uses].sum()) / model.p.public_wage
        task.last = Worked(task.codelivered, task.levers.openness, month.external_share, month.produced, hours)


def end_process(model: CoCreationModel) -> None:
    """The hand-over begins, and knowledge goes. What it costs in trust comes at the month's end."""
    p, task, members = model.p, model.task, model.members
    task.handover_months = p.handover_months
    task.unfamiliarity = min(
        1.0, task.unfamiliarity + p.handover_knowledge * distance(task.design, task.plan, p.choices)
    )
    task.disappointed = task.participants[model.population.external[task.participants]]
    members.engagements[task.participants] -= 1
    members.takes_part[task.participants] = False
    members.contribution[task.participants] = members.load[task.participants] = 0
    task.active, task.leader = False, None
    task.participants = np.empty(0, dtype=int)


def disappoint(model: CoCreationModel) -> None:
    """Disappoint: those who gave time lose trust, and tell others. Runs at the end of a month."""
    task, members, loss = model.task, model.members, model.p.ending_disappointment
    who = task.disappointed
    members.trust[who] = unit(members.trust[who] - loss)
    task.reputation -= loss * len(who) / int(np.count_nonzero(model.population.external))
    task.disappointed = np.empty(0, dtype=int)
