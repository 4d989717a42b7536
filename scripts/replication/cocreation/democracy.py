"""MetricDefinitions, the democracy index: who takes part, how they decide, and what it changes (Fung 2006)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, Sequence

import numpy as np

from .lead import shares
from .mathematics import gini, unit
from .needs import needs

if TYPE_CHECKING:
    from .model import CoCreationModel
    from .state import Month


class Dimensions(NamedTuple):
    """The edges of the cube."""

    who: float
    how: float
    what: float

    @property
    def democracy(self) -> float:
        return float(np.cbrt(self.who * self.how * self.what))


def likeness(wishes: np.ndarray, affected: np.ndarray) -> float:
    """Share of what those affected want, against indifference, that some wishes have right (SetUp, FormulateTask)."""
    variation = float(((affected - 0.5) ** 2).sum())
    return unit(1 - float(((wishes - affected) ** 2).sum()) / variation) if variation > 0 else 1.0


def equality(weights: np.ndarray) -> float:
    """One minus the Gini coefficient of weights, which is 0 where it is undefined."""
    unequal = gini(weights)
    return 1.0 if math.isnan(unequal) else 1 - unequal


def observe_who_decides(model: CoCreationModel) -> None:
    """The month's parts of the index: of the process by its share of the design, of the public side by the rest."""
    month, task, members, affected = model.month, model.task, model.members, needs(model.members)
    public = likeness(task.core_task, affected), equality(model.population.authority[~model.population.external])
    month.together = task.share_to_open if task.active and len(task.participants) else 0.0
    month.likeness, month.equality = public
    if month.together > 0:
        share = shares(model)
        process = likeness(share @ members.preferences[task.participants], affected), equality(share)
        month.likeness, month.equality = (
            month.together * own + (1 - month.together) * other for own, other in zip(process, public)
        )


def dimensions(model: CoCreationModel, months: Sequence[Month]) -> Dimensions:
    """The index over some months, with who has ever taken part as it is now."""
    members, adopted = model.members, sum(m.adopted for m in months)

    def mean(values: list[float]) -> float:
        return sum(values) / len(months)

    together = mean([m.together for m in months])
    carried = sum(m.implemented for m in months) / adopted if adopted else 0.0
    referred = sum(m.referred for m in months) / adopted if adopted else 0.0
    included = float((members.affected & members.ever).sum() / members.affected.sum())
    elected = 1 - together * (1 - referred)
    say = included + (1 - included) * model.p.electoral_voice * elected
    return Dimensions(
        who=(say + mean([m.likeness for m in months])) / 2,
        how=mean([m.equality for m in months]),
        what=(together * carried + 1 - together + mean([m.relevance for m in months])) / 2,
    )
