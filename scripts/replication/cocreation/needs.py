"""SetUp, FormNeeds: preferences, the needs of those affected, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .parameters import Parameters
from .population import Population

if TYPE_CHECKING:
    from .state import Members


def expected_preferences(
    p: Parameters, population: Population, affected: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """m_ij for actors i and choices j: the same for all of a group."""
    n = p.choices
    need = rng.beta(1.5, 1.5, n)
    shift = rng.normal(0, p.need_gap, n)
    culture = rng.beta(1.5, 1.5, (2, n))  # public, external

    side = population.external.astype(int)
    sign = np.where(affected & population.strata, np.where(population.poor, 1.0, -1.0), 0.0)
    own = need + sign[:, None] * shift
    w = population.culture_weight[:, None]
    return np.clip((1 - w) * own + w * culture[side], 0.02, 0.98)


def form_preferences(p: Parameters, expected: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """p_ij around m_ij."""
    nu = p.need_concentration
    return rng.beta(expected * nu, (1 - expected) * nu)


def changed_by_talk(members: Members, who: np.ndarray) -> np.ndarray:
    """What talk has changed in the preferences of some, in sum, choice by choice."""
    return (members.preferences[who] - members.drawn[who]).sum(axis=0)


def needs(members: Members) -> np.ndarray:
    """n_j, the mean wish of those affected: what is expected of their groups, and what talk has changed."""
    affected = members.affected
    total = members.expected[affected].sum(axis=0) + changed_by_talk(members, affected & members.ever)
    return total / np.count_nonzero(affected)


def mean_fit(bits: np.ndarray, wishes: np.ndarray) -> float:
    """meanFit(d) for the needs of those affected."""
    return float(np.where(bits == 1, wishes, 1 - wishes).mean())


def relevance(bits: np.ndarray, wishes: np.ndarray) -> float:
    """How well a design meets the mean wishes of a group, between its worst and its best design."""
    value = np.where(bits == 1, wishes, 1 - wishes).sum()
    worst, best = np.minimum(wishes, 1 - wishes).sum(), np.maximum(wishes, 1 - wishes).sum()
    return 1.0 if best == worst else float(min(1, max(0, (value - worst) / (best - worst))))


def fit_gain(preferences: np.ndarray, design: int, flips: int) -> np.ndarray:
    """fitGain_i(flips): change of fit of each row of preferences if the flips were made."""
    n = preferences.shape[-1]
    chosen = [j for j in range(n) if flips >> j & 1]
    signs = np.array([-1.0 if design >> j & 1 else 1.0 for j in chosen])
    return (2 * preferences[..., chosen] - 1) @ signs / n
