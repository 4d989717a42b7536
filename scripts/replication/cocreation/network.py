"""SetUp, MeetContacts: whom each actor watches."""

from __future__ import annotations

import numpy as np

from .parameters import Parameters


class Network:
    """Directed contacts; everybody knows everybody if `complete`."""

    def __init__(self, p: Parameters, actors: int, rng: np.random.Generator):
        reach = p.contacts
        self.none = p.network == "none" or reach == 0
        self.complete = not self.none and (p.network == "complete" or actors <= 2 * reach)
        self.contacts = np.empty((actors, 0), dtype=int)
        if self.none or self.complete:
            return
        steps = np.repeat(np.arange(1, reach + 1), 2) * np.tile([1, -1], reach)
        me = np.arange(actors)[:, None]
        ring = (me + steps) % actors
        q = {"ring": 0.0, "small_world": p.rewiring, "random": 1.0}[p.network]
        other = rng.integers(actors - 1, size=ring.shape)
        other += other >= me
        self.contacts = np.where(rng.random(ring.shape) < q, other, ring)

    def active_share(self, takes_part: np.ndarray) -> np.ndarray | None:
        """s_i: share of i's contacts who take part; None if nobody has contacts."""
        if self.none:
            return None
        if self.complete:
            return (takes_part.sum() - takes_part) / (len(takes_part) - 1)
        return takes_part[self.contacts].mean(axis=1)
