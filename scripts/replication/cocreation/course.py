"""Month, Course: phases of a strategy change levers, begin the process or end it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Mapping

from .ending import end_process
from .situation import Condition, all_hold
from .state import Worked

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
    remember_start(model)


def remember_start(model: CoCreationModel) -> None:
    """What an end before the first month's work would look back on."""
    task = model.task
    task.last = Worked(task.codelivered, task.levers.openness)


def follow_course(model: CoCreationModel) -> None:
    """Conditions are looked at before anything is changed; an end then comes before all else, the others follow in order."""
    task, month = model.task, model.month.number
    beginning = {
        number: phase
        for number, phase in enumerate(model.course)
        if number not in task.begun and month >= phase.start and all_hold(model, month, phase.when)
    }
    task.begun |= set(beginning)
    if any(phase.end for phase in beginning.values()):
        end_by_strategy(model)
    for phase in beginning.values():
        if not phase.end:
            set_levers(model, phase.levers)


def end_by_strategy(model: CoCreationModel) -> None:
    if model.task.active:
        model.task.ended_by_strategy = True
        end_process(model)


def set_levers(model: CoCreationModel, levers: Mapping[str, float | int]) -> None:
    """A phase that is no end: its levers, and what follows from them for the process."""
    task = model.task
    before = task.levers.form
    for name, value in levers.items():
        setattr(task.levers, name, value)
    task.form_set |= "openness" in levers or "centrality" in levers
    if task.active and not task.levers.any_share:
        end_by_strategy(model)
    elif task.may_begin:
        begin_process(model, model.month.number)
        task.reframe = True
    elif task.active and task.levers.form != before:
        task.reframe = True
