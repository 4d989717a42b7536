"""SetUp, Idea, and the gain that an actor sees in a change (Month, Search, the vote)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .needs import fit_gain

if TYPE_CHECKING:
    from .model import CoCreationModel


def idea(order: np.ndarray, understands: np.ndarray, open_choices: int, boldness: float, rng: np.random.Generator) -> int:
    """What an actor thinks of changing, as a set of choices in bits."""
    n = len(order)
    position = int(rng.integers(n))
    flips = 0
    for _ in range(n):
        choice = int(order[position])
        position = (position + 1) % n
        if not open_choices >> choice & 1:
            continue
        if not understands[choice]:
            break
        flips |= 1 << choice
        if not rng.random() < boldness:
            break
    return flips


def perceived_quality_gain(model: CoCreationModel, who, design: int, flips: int, z) -> np.ndarray:
    """Q's change as `who` (a number or an array) sees it, without the error that all share."""
    quality, changed = model.landscape.quality, design ^ flips
    views = model.views.errors(changed)[who] - model.views.errors(design)[who]
    own = model.p.judgement_error * (1 - model.population.knowledge[who]) * z
    return quality[changed] - quality[design] + views + own


def gain(model: CoCreationModel, who, design: int, flips: int, z, common_error: float = 0.0, wishes=None) -> np.ndarray:
    """gain_i of a change of the design, for `who` (a number or an array), by the own preferences or by other wishes."""
    p, pop, cost = model.p, model.population, model.landscape.ln_cost
    own = model.members.preferences[who] if wishes is None else wishes
    return (
        pop.quality[who] * (perceived_quality_gain(model, who, design, flips, z) + common_error)
        + p.need_weight * pop.need[who] * fit_gain(own, design, flips)
        + p.cost_weight * pop.saving[who] * (cost[design] - cost[design ^ flips])
    )
