"""SetUp, FormPerspectives: what actors understand, how they search, and what they believe of others at the start."""

from __future__ import annotations

import numpy as np

from .mathematics import unit
from .parameters import Parameters
from .population import Population
from .state import Members


def search_orders(actors: int, n: int, diversity: float, rng: np.random.Generator) -> np.ndarray:
    """Each actor's order of choices: the entries at a share of positions are shuffled among them."""
    orders = np.tile(np.arange(n), (actors, 1))
    chosen = rng.random((actors, n)) < diversity
    for order, mask in zip(orders, chosen):
        order[mask] = rng.permutation(order[mask])
    return orders


def form_members(
    p: Parameters, population: Population, affected: np.ndarray, preferences: np.ndarray, rng: np.random.Generator
) -> Members:
    """All members at month 0, but for aspirations and beliefs of the form, which Frame sets."""
    actors, n = preferences.shape
    whole = lambda: np.zeros(actors, dtype=int)  # noqa: E731
    return Members(
        affected=affected,
        understands=rng.random((actors, n)) < 0.25 + 0.75 * population.knowledge[:, None],
        order=search_orders(actors, n, p.diversity, rng),
        own_view=rng.random(actors) < p.diversity,
        preferences=preferences,
        trust=population.initial_trust.copy(),
        belief=np.clip(p.belief_mean + p.belief_deviation * rng.standard_normal(actors), 0, 20),
        believed_openness=np.zeros(actors),
        believed_centrality=np.zeros(actors),
        voice=np.full(actors, 0.65),
        aspiration=np.zeros(actors),
        legitimacy=population.initial_legitimacy.copy(),
        fatigue=np.zeros(actors),
        engagements=whole(),
        takes_part=np.zeros(actors, dtype=bool),
        ever=np.zeros(actors, dtype=bool),
        contribution=np.zeros(actors),
        load=np.zeros(actors),
        decisions=whole(), agreed=whole(),
        credit=np.zeros(actors),
    )
