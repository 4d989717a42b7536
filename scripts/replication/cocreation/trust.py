"""Month, BuildTrust: voice, aspiration and trust of members, and reputation among outsiders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .mathematics import unit
from .needs import mean_fit, needs
from .quantities import realised_quality, service_quality, visible

if TYPE_CHECKING:
    from .model import CoCreationModel


def loss_averse(x, aversion: float):
    """w(x): a bad experience weighs more."""
    return np.where(x >= 0, x, aversion * x)


def build_trust(model: CoCreationModel) -> None:
    """Each member's change depends on its own state only."""
    move_trust(model)
    move_reputation(model)


def move_trust(model: CoCreationModel) -> None:
    """Those with personal trust; what is computed for outsiders is replaced when they join."""
    p, members = model.p, model.members
    satisfaction = visible(model) * service_quality(model, realised_quality(model))
    change = p.trust_return * (members.initial_trust - members.trust)
    change += p.output_gain * loss_averse(satisfaction - members.aspiration, p.loss_aversion)
    members.aspiration = members.aspiration + p.experience_rate * (satisfaction - members.aspiration)

    who = np.flatnonzero(members.takes_part & (members.decisions > 0))
    voice = members.voice[who]
    voice = unit(voice + p.experience_rate * (members.agreed[who] / members.decisions[who] - voice))
    members.voice[who] = voice
    openness = model.task.levers.openness
    heard = openness * (voice - 0.6) - (members.believed_openness[who] - openness) / 2
    change[who] += p.throughput_gain * loss_averse(heard, p.loss_aversion)
    if model.month.number == p.rounds // 2:
        change[members.takes_part] += p.throughput_gain * float(loss_averse(p.trust_pulse, p.loss_aversion))
    members.trust = unit(members.trust + change)


def move_reputation(model: CoCreationModel) -> None:
    """What outsiders go by: what those affected have on average."""
    p, task = model.p, model.task
    satisfaction = visible(model) * mean_fit(task.bits(), needs(model.members))
    gained = float(loss_averse(satisfaction - task.public_aspiration, p.loss_aversion))
    seen = p.transparency_trust * (model.documentation - 0.1)
    moved = task.reputation + p.trust_return * (seen - task.reputation) + p.output_gain * gained
    task.reputation = min(1.0, max(-1.0, moved))
    task.public_aspiration += p.experience_rate * (satisfaction - task.public_aspiration)
