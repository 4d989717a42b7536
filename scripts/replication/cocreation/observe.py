"""Month, Observe: the month is written down; nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .democracy import observe_who_decides
from .mathematics import distance
from .needs import needs, relevance
from .quantities import realised_quality

if TYPE_CHECKING:
    from .model import CoCreationModel


def observe(model: CoCreationModel) -> None:
    p, month, task, members = model.p, model.month, model.task, model.members
    if month.number == 0:
        month.quality_realised = realised_quality(model)
    month.openness, month.centrality = task.levers.form
    month.codesign_share, month.codelivery_share = task.codesigned, task.codelivered
    month.quality = float(model.landscape.quality[task.design])
    month.relevance = relevance(task.bits(), needs(members))
    month.novelty = distance(task.design, task.status_quo, p.choices)
    month.plan_distance = distance(task.design, task.plan, p.choices)
    month.unfamiliarity = task.unfamiliarity
    month.unit_cost = model.landscape.unit_cost(task.design)
    month.trust_affected = float(members.expected_trust_of(task.reputation)[members.affected].mean())
    observe_value(model)
    month.fear = model.organisation.fear
    month.public_maturity = model.organisation.maturity_public
    month.external_maturity = model.organisation.maturity_external
    month.operational_maturity = task.operational
    month.active = task.active
    observe_participants(model)
    observe_who_decides(model)
    model.months.append(month)


def timeliness(month: int, months: int, urgency: float) -> float:
    """Worth of a month's help relative to the mean month of a run."""
    if urgency == 0 or month == 0:
        return 1.0
    g = (1 + urgency) ** (-1 / 12)
    return g**month * months / sum(g**s for s in range(1, months + 1))


def observe_value(model: CoCreationModel) -> None:
    """Value, harm and promise of the month."""
    p, month, task = model.p, model.month, model.task

    def worth(quality: float, relevant: float) -> float:
        return p.quality_weight * quality + (1 - p.quality_weight) * relevant

    timely = timeliness(month.number, p.rounds, p.urgency)
    full = p.unit_value * month.demanded
    month.harm = p.stake * (month.severity + p.violation_loss * month.violations) * full * timely
    month.promised = full * worth(task.promised_quality, task.promised_relevance) * timely
    kept = max(0, 1 - p.violation_loss * month.violations)
    output = p.unit_value * month.delivered * worth(month.quality_realised, month.relevance) * kept
    month.value = output * timely - month.harm


def observe_participants(model: CoCreationModel) -> None:
    """Means over participants; missing without."""
    month, members, who = model.month, model.members, model.task.participants
    month.external_participants = int(np.count_nonzero(model.population.external[who]))
    month.public_participants = len(who) - month.external_participants
    if len(who) > 1:
        month.preference_spread = float(members.preferences[who].std(axis=0).mean())
    if len(who):
        for name in ("trust", "voice", "fatigue", "believed_openness"):
            setattr(month, name, float(getattr(members, name)[who].mean()))
