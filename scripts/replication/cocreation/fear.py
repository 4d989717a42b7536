"""Month, Fear: the organisation's fear moves by its tasks, of which there is one here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mathematics import unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def change_fear(model: CoCreationModel) -> None:
    p, month, organisation = model.p, model.month, model.organisation
    intolerance = 1 - p.error_tolerance
    resting = unit((1.5 * p.press_scrutiny if p.press_rule == 1 else 2 * p.general_fear) * intolerance)
    shock = p.story_fear * intolerance * month.severity * month.stories
    organisation.fear = unit(organisation.fear + p.fear_decay * (resting - organisation.fear) + shock)
    model.task.exposure *= 1 - p.fear_decay
