"""Month, Learn: unfamiliarity, maturities, fatigue, legitimacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .mathematics import unit
from .quantities import maturity_of_task

if TYPE_CHECKING:
    from .model import CoCreationModel


def learn(model: CoCreationModel) -> None:
    """All maturities on the right are those before learning."""
    learned = learn_operations(model), *(learn_cocreation(model, side) for side in (0, 1))
    task, organisation = model.task, model.organisation
    handing_over = task.handover is not None
    if handing_over and task.handover.months < 1e-9:
        task.handover = None
    if task.active or not handing_over:
        task.unfamiliarity *= 1 - model.p.familiarity * maturity_of_task(model)
    task.operational, organisation.maturity_public, organisation.maturity_external = learned
    tire(model)


def lesson(model: CoCreationModel) -> float:
    return model.p.failure_teaching * model.p.error_tolerance * model.month.severity


def learn_operations(model: CoCreationModel) -> float:
    """Staff learns from what it produces by itself."""
    p, maturity, alone = model.p, model.task.operational, 1 - model.task.codelivered
    lost = p.maturity_forgetting * (1 - alone) + p.staff_turnover * p.turnover_loss
    return unit(maturity + p.maturity_learning * alone * (1 - maturity) - lost * maturity + lesson(model))


def learn_cocreation(model: CoCreationModel, side: int) -> float:
    """With one task the means over tasks are its values, whether it is co-created or not."""
    p, month, organisation = model.p, model.month, model.organisation
    maturity = (organisation.maturity_public, organisation.maturity_external)[side]
    if not model.task.active:
        return unit(maturity - p.maturity_forgetting * maturity)
    before, left = month.before[side], month.left_by_side[side]
    turnover = p.turnover_loss * left / before if before > 0 else 0.0
    return unit(maturity + p.maturity_learning * (1 - maturity) - turnover * maturity + lesson(model))


def tire(model: CoCreationModel) -> None:
    """Fatigue and legitimacy of every actor, by its load."""
    p, members = model.p, model.members
    load = members.time * np.where(members.takes_part, members.load, 0)
    documentation = model.documentation  # follows the fear that Fear has just set
    members.fatigue = unit(
        members.fatigue + p.fatigue_load * (1 + documentation) * load - p.fatigue_recovery * members.fatigue
    )
    members.legitimacy = unit(
        members.legitimacy + p.work_legitimacy * load
        + p.legitimacy_return * (model.population.initial_legitimacy - members.legitimacy)
    )
