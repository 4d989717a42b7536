"""Month, Course: phases of a strategy change levers, begin the process or end it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Mapping, Sequence

from .ending import end_process, hand_over
from .situation import Condition, all_hold
from .state import Paid

if TYPE_CHECKING:
    from .model import CoCreationModel


@dataclass(frozen=True)
class Phase:
    """Conditions, and levers with their new values or an end."""

    start: int = 0  # `from`: the month is at least this
    when: tuple[Condition, ...] = ()
    levers: Mapping[str, float | int] = field(default_factory=dict)
    end: bool = False


Course = tuple[Phase, ...]


def begin_process(model: CoCreationModel, first_month: int) -> None:
    """The process is active from here on."""
    task = model.task
    task.active, task.first_month = True, first_month


def follow_course(model: CoCreationModel) -> None:
    """Conditions are looked at before anything is changed; an end then comes before all else, the others follow in order."""
    task, month = model.task, model.month.number
    beginning = {
        number: phase
        for number, phase in enumerate(model.course)
        if number not in task.begun and month >= phase.start and all_hold(model, month, phase.when)
    }
    task.begun |= set(beginning)
    ends = [phase for phase in beginning.values() if phase.end]
    if ends:
        end_by_strategy(model, ends)
    if beginning:
        set_levers(model, [phase for phase in beginning.values() if not phase.end])


def end_by_strategy(model: CoCreationModel, phases: Sequence[Phase]) -> None:
    """It goes as planned if the phases that end it have no conditions but a month."""
    if model.task.active:
        model.task.ended_as_planned = not any(quantity != "month" for phase in phases for quantity, _, _ in phase.when)
        end_process(model)


def set_levers(model: CoCreationModel, phases: Sequence[Phase]) -> None:
    """Phases that are no end: their levers, the later one's last, and what follows from them for the process."""
    task = model.task
    before, delivered = task.levers.form, task.codelivered
    after = replace(task.levers)
    for phase in phases:
        for name, value in phase.levers.items():
            setattr(after, name, value)
            task.form_set |= name in ("openness", "centrality")
    if task.active and not after.any_share:
        end_by_strategy(model, [phase for phase in phases if {"codesign_share", "codelivery_share"} & set(phase.levers)])
    if task.active:
        shift_delivery(model, (1 - task.authority_share) * after.codelivery_share, delivered)
    task.levers = after
    cap_what_is_paid(model)
    if not task.active and task.may_begin:
        begin_process(model, model.month.number)
        task.reframe = True
    elif task.active and task.levers.form != before:
        task.reframe = True


def shift_delivery(model: CoCreationModel, share: float, before: float) -> None:
    """What the process delivers less is handed back, and disappoints; what it delivers more is handed back no more."""
    task = model.task
    if share < before:
        part = 1 - share / before
        hand_over(model, part)
        task.disappointed.append((part, task.participants[model.population.external[task.participants]]))
    elif task.handover is not None and task.handover.share > 0:
        part = max(0.0, 1 - (share - before) / task.handover.share)
        task.handover.share *= part
        task.handover.units *= part
        task.handover.hours *= part


def cap_what_is_paid(model: CoCreationModel) -> None:
    """What was paid last month counts as far as it is still offered."""
    paid, levers = model.task.paid, model.task.levers
    model.task.paid = Paid(
        min(paid.facilitation, levers.facilitation_hours), min(paid.support, levers.support_hours),
        min(paid.recognition, levers.recognition_hours), min(paid.pay, levers.payment), min(paid.invitation, levers.invitation_hours),
    )
