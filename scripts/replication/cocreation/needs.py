"""SetUp, FormNeeds: preferences, and relevance, which follows from them."""

from __future__ import annotations

import numpy as np

from .parameters import Parameters
from .population import Population


def form_preferences(
    p: Parameters, population: Population, affected: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """p_ij for actors i and choices j."""
    n = p.choices
    need = rng.beta(1.5, 1.5, n)
    shift = rng.normal(0, p.need_gap, n)
    culture = rng.beta(1.5, 1.5, (2, n))  # public, external

    side = population.external.astype(int)
    sign = np.where(affected & population.strata, np.where(population.poor, 1.0, -1.0), 0.0)
    own = need + sign[:, None] * shift
    w = population.culture_weight[:, None]
    mean = np.clip((1 - w) * own + w * culture[side], 0.02, 0.98)
    nu = p.need_concentration
    return rng.beta(mean * nu, (1 - mean) * nu)


def relevance(bits: np.ndarray, preferences: np.ndarray) -> float:
    """How well a design meets the mean preferences of a group, between its worst and its best design."""
    n = preferences.mean(axis=0)
    value = np.where(bits == 1, n, 1 - n).sum()
    worst, best = np.minimum(n, 1 - n).sum(), np.maximum(n, 1 - n).sum()
    return 1.0 if best == worst else float(min(1, max(0, (value - worst) / (best - worst))))


def fit_gain(preferences: np.ndarray, design: int, flips: int) -> np.ndarray:
    """fitGain_i(flips): change of fit of each row of preferences if the flips were made."""
    n = preferences.shape[-1]
    chosen = [j for j in range(n) if flips >> j & 1]
    signs = np.array([-1.0 if design >> j & 1 else 1.0 for j in chosen])
    return (2 * preferences[..., chosen] - 1) @ signs / n
