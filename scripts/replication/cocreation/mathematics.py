"""Signs of the ODD's notation (SetUp, Notation) and the Gini coefficient (MetricDefinitions)."""

from __future__ import annotations

import math

import numpy as np


def logit(p: float) -> float:
    """lo(p): minus infinity at 0, plus infinity at 1."""
    if p <= 0:
        return -math.inf
    if p >= 1:
        return math.inf
    return math.log(p / (1 - p))


def sigmoid(x):
    """σ(x), for numbers and arrays."""
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x))


def unit(x):
    """[x]: clipped to 0 … 1, for numbers and arrays."""
    if isinstance(x, np.ndarray):
        return np.clip(x, 0, 1)
    return min(1.0, max(0.0, x))


def round_half_away(x):
    """round(x): to the nearest whole number, halves away from zero."""
    return np.sign(x) * np.floor(np.abs(x) + 0.5)


def bits_of(design: int, n: int) -> np.ndarray:
    """Choice j is bit j of the design."""
    return (design >> np.arange(n)) & 1


def distance(a: int, b: int, n: int) -> float:
    """dist(a, b)."""
    return (a ^ b).bit_count() / n


def gini(values: np.ndarray) -> float:
    """Gini coefficient with the correction for small samples; NaN where undefined."""
    n, total = len(values), float(np.sum(values))
    if n < 2 or total == 0:
        return math.nan
    x = np.sort(values)
    ranks = 2 * np.arange(1, n + 1) - n - 1
    return unit(float(ranks @ x) / (n * total) * n / (n - 1))
