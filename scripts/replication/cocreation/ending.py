"""Month, Ending: what happens when a process ends, in Close or in Course."""

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
    """The hand-over begins; knowledge goes, and those who gave time are disappointed."""
    p, task, members = model.p, model.task, model.members
    task.handover_months = p.handover_months
    task.unfamiliarity = min(
        1.0, task.unfamiliarity + p.handover_knowledge * distance(task.design, task.plan, p.choices)
    )
    external = model.population.external
    who = task.participants[external[task.participants]]
    members.trust[who] = unit(members.trust[who] - p.ending_disappointment)
    task.reputation -= p.ending_disappointment * len(who) / int(np.count_nonzero(external))

    members.engagements[task.participants] -= 1
    members.takes_part[task.participants] = False
    members.contribution[task.participants] = members.load[task.participants] = 0
    task.active, task.leader = False, None
    task.participants = np.empty(0, dtype=int)
