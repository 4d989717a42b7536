"""Month, Fail: a failure destroys part of the output."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .mathematics import logit, sigmoid, unit
from .quantities import maturity_of_task

if TYPE_CHECKING:
    from .model import CoCreationModel


class Exposure(NamedTuple):
    """γ′, openness′ and externalShare′: by whom, and how openly, the task is delivered."""

    codelivered: float
    openness: float
    external_share: float


def exposure(model: CoCreationModel) -> Exposure:
    """By the process as it is now, and by what is being handed back as it was."""
    task, handover = model.task, model.task.handover
    handed = 0.0 if handover is None else handover.share
    together = task.codelivered + handed
    if together == 0:
        return Exposure(0.0, 0.0, 0.0)
    external = task.codelivered * model.month.external_share + (0.0 if handover is None else handed * handover.external_share)
    openness = task.levers.openness if task.active or handover is None else handover.openness
    return Exposure(together, openness, external / together)


def chance_of_failure(model: CoCreationModel) -> float:
    p, month, exposed = model.p, model.month, exposure(model)
    if p.failure_base == 0:
        return 0.0
    return float(sigmoid(
        logit(p.failure_base)
        + p.failure_novelty * model.task.unfamiliarity
        + p.failure_ruggedness * (p.ruggedness / (p.choices - 1) - 4 / 11)
        + p.failure_shortfall * (1 - min(1, month.delivered / month.demanded))
        - p.failure_maturity * (maturity_of_task(model) - 0.35)
        + p.tolerance_slack * (p.error_tolerance - 0.5)
        + p.external_risk * p.professional_requirement * exposed.codelivered * exposed.external_share
    ))


def fail(model: CoCreationModel) -> None:
    """At most one failure a month."""
    p, month, task, rng = model.p, model.month, model.task, model.process
    task.failed = bool(rng.random() < chance_of_failure(model))
    month.failed = int(task.failed)
    if task.failed:
        month.severity = rng.gamma(p.severity_shape, 1 / p.severity_shape)
        month.delivered *= 1 - min(1, p.failure_loss * month.severity)
    task.coverage = unit(month.delivered / month.demanded)
