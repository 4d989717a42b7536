"""Month, Learn: unfamiliarity, maturity, fatigue, legitimacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .mathematics import unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def learn(model: CoCreationModel) -> None:
    p, pop, members, task, organisation = model.p, model.population, model.members, model.task, model.organisation
    task.unfamiliarity *= 1 - p.familiarity * organisation.maturity

    practice = p.maturity_learning if task.active else 0.0
    neglect = 0.0 if task.active else p.maturity_forgetting
    lesson = p.failure_teaching * p.error_tolerance * model.month.severity if task.active else 0.0

    def learned(maturity: float) -> float:
        return unit(maturity + practice * (1 - maturity) - neglect * maturity + lesson)

    organisation.maturity_public = learned(organisation.maturity_public)
    organisation.maturity_external = learned(organisation.maturity_external)

    load = members.time * np.where(members.takes_part, members.load, 0)
    documentation = organisation.documentation(p)  # follows the fear that Fear has just set
    members.fatigue = unit(
        members.fatigue + p.fatigue_load * (1 + documentation) * load - p.fatigue_recovery * members.fatigue
    )
    members.legitimacy = unit(
        members.legitimacy + p.work_legitimacy * load
        + p.legitimacy_return * (pop.initial_legitimacy - members.legitimacy)
    )
