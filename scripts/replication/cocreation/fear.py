"""Month, Fear: the organisation's fear moves by its tasks, of which there is one here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mathematics import unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def change_fear(model: CoCreationModel) -> None:
    p, month, organisation = model.p, model.month, model.organisation
    intolerance = 1 - p.error_tolerance
    resting = unit(p.fear_press * p.press_scrutiny * intolerance)
    shock = p.story_fear * intolerance * month.severity * month.stories
    organisation.fear = unit(organisation.fear + p.fear_decay * (resting - organisation.fear) + shock)
