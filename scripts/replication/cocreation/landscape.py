"""SetUp, BuildLandscape: technical quality, cost and status quo; and the views' lasting errors about designs."""

from __future__ import annotations

import math

import numpy as np

from .parameters import Parameters


def nk_quality(n: int, k: int, rng: np.random.Generator) -> np.ndarray:
    """Q of all 2^N designs, from 0 to 1."""
    designs = np.arange(1 << n)
    total = np.zeros(1 << n)
    for j in range(n):
        others = np.delete(np.arange(n), j)
        neighbours = rng.permutation(others)[:k]
        index = (designs >> j) & 1
        for i, neighbour in enumerate(neighbours):
            index = index + (((designs >> neighbour) & 1) << (i + 1))
        total += rng.random(1 << (k + 1))[index]
    return normalise(total / n)


def normalise(f: np.ndarray) -> np.ndarray:
    """To 0 … 1 over all designs; 1 for all if all are equal."""
    low, high = f.min(), f.max()
    return (f - low) / (high - low) if high > low else np.ones_like(f)


class Landscape:
    """Quality and cost of all designs, and the status quo."""

    def __init__(self, p: Parameters, rng: np.random.Generator):
        self.n = p.choices
        self.unit_hours = p.unit_hours
        self.quality = nk_quality(p.choices, p.ruggedness, rng)
        self.cost_effect = rng.normal(0, p.cost_spread, p.choices)
        self.status_quo = self._status_quo(p.legacy_trials, rng)
        differs = (np.arange(1 << self.n) ^ self.status_quo)[:, None] >> np.arange(self.n) & 1
        self.ln_cost = differs @ self.cost_effect

    def _status_quo(self, trials: int, rng: np.random.Generator) -> int:
        design = int(rng.integers(1 << self.n))
        for choice in rng.integers(self.n, size=trials):
            changed = design ^ (1 << int(choice))
            if self.quality[changed] > self.quality[design]:
                design = changed
        return design

    def unit_cost(self, design: int) -> float:
        """Hours per unit."""
        return self.unit_hours * math.exp(self.ln_cost[design])


class Views:
    """z(view, d): the same number whenever the same view judges the same design (SetUp, FormPerspectives).

    Its generator is placed by the design, so that all processes of a context meet the same errors.
    """

    def __init__(self, p: Parameters, own_view: np.ndarray, seed: int):
        self.deviation = p.perspective_error * math.sqrt(p.ruggedness / (p.choices - 1))
        self.own = own_view
        self.seed = seed
        self.drawn: dict[int, np.ndarray] = {}

    def errors(self, design: int) -> np.ndarray:
        """The error about a design of every actor's view."""
        known = self.drawn.get(design)
        if known is None:
            if self.deviation == 0:
                known = np.zeros(len(self.own))
            else:
                rng = np.random.default_rng([self.seed, 2, design])
                common = rng.normal(0, self.deviation)
                known = np.where(self.own, rng.normal(0, self.deviation, len(self.own)), common)
            self.drawn[design] = known
        return known
