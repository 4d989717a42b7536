"""Month, Fail: a failure destroys part of the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mathematics import logit, sigmoid, unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def chance_of_failure(model: CoCreationModel) -> float:
    p, month = model.p, model.month
    if p.failure_base == 0:
        return 0.0
    return float(sigmoid(
        logit(p.failure_base)
        + p.failure_novelty * model.task.unfamiliarity
        + p.failure_ruggedness * (p.ruggedness / (p.choices - 1) - 4 / 11)
        + p.failure_shortfall * (1 - min(1, month.delivered / month.demanded))
        - p.failure_maturity * (model.organisation.maturity - 0.35)
        + p.tolerance_slack * (p.error_tolerance - 0.5)
        + p.external_risk * p.professional_requirement * p.cocreation_share * month.external_share
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
