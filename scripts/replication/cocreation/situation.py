"""Month, Course: the quantities that conditions of phases and of contingent rules ask for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Sequence

from .parameters import LEVERS

if TYPE_CHECKING:
    from .model import CoCreationModel

Condition = tuple[str, float, float]  # quantity, above, below


def states(model: CoCreationModel, month: int) -> dict[str, float]:
    """States by the name that conditions have for them."""
    organisation, task, who = model.organisation, model.task, model.task.participants
    worked = task.active and len(who) > 0
    return {
        "month": month,
        "fear": organisation.fear,
        "public_maturity": organisation.maturity_public,
        "external_maturity": organisation.maturity_external,
        "operational_maturity": task.operational,
        "coverage": task.coverage,
        "external_participants": int(model.population.external[who].sum()) if worked else math.nan,
        "trust": float(model.members.trust[who].mean()) if worked else math.nan,
    }


def all_hold(model: CoCreationModel, month: int, conditions: Sequence[Condition]) -> bool:
    """Whether each quantity lies strictly between its bounds: a state, else a lever in force, else a parameter."""
    known = states(model, month) if conditions else {}

    def value(name: str) -> float:
        if name in known:
            return known[name]
        return getattr(model.task.levers if name in LEVERS else model.p, name)

    return all(above < value(name) < below for name, above, below in conditions)
