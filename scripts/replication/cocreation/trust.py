"""Month, BuildTrust: voice, aspiration and trust of all actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .contribute import visible
from .deliver import realised_quality
from .mathematics import unit

if TYPE_CHECKING:
    from .model import CoCreationModel


def build_trust(model: CoCreationModel) -> None:
    """Each actor's change depends on its own state only."""
    p, pop, members, task = model.p, model.population, model.members, model.task

    def loss_averse(x: np.ndarray) -> np.ndarray:
        return np.where(x >= 0, x, p.loss_aversion * x)

    satisfaction = visible(model) * np.where(
        members.affected, members.fit(task.bits()), realised_quality(model)
    )
    change = p.trust_return * (pop.initial_trust - members.trust)
    change += p.output_gain * loss_averse(satisfaction - members.aspiration)
    members.aspiration = members.aspiration + p.experience_rate * (satisfaction - members.aspiration)

    who = np.flatnonzero(members.takes_part & (members.decisions > 0))
    voice = members.voice[who]
    voice = unit(voice + p.experience_rate * (members.agreed[who] / members.decisions[who] - voice))
    members.voice[who] = voice
    change[who] += p.throughput_gain * loss_averse(voice - members.believed_openness[who])
    if model.month.number == p.rounds // 2:
        change[members.takes_part] += p.throughput_gain * float(loss_averse(p.trust_pulse))
    members.trust = unit(members.trust + change)
