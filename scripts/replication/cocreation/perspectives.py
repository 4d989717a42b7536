"""SetUp, FormPerspectives: what actors understand, how they search, and what they believe of others at the start."""

from __future__ import annotations

import numpy as np

from .parameters import Parameters
from .population import Population
from .state import Members


def search_orders(actors: int, n: int, diversity: float, rng: np.random.Generator) -> np.ndarray:
    """Each actor's order of choices: the entries at a share of positions are shuffled among them."""
    positions = np.arange(n)
    chosen = rng.random((actors, n)) < diversity
    last = n + positions  # keys of the positions that stay, behind those of all that are chosen
    chosen_first = np.argsort(np.where(chosen, positions, last), axis=1)
    shuffled_first = np.argsort(np.where(chosen, rng.random((actors, n)), last), axis=1)
    orders = np.empty((actors, n), dtype=int)
    np.put_along_axis(orders, chosen_first, shuffled_first, axis=1)
    return orders


def form_members(
    p: Parameters, population: Population, affected: np.ndarray, expected: np.ndarray, preferences: np.ndarray,
    rng: np.random.Generator,
) -> Members:
    """All members at month 0, but for aspirations and beliefs of the form, which Frame sets."""
    actors, n = preferences.shape

    def whole() -> np.ndarray:
        return np.zeros(actors, dtype=int)

    return Members(
        external=population.external,
        affected=affected,
        understands=rng.random((actors, n)) < 0.25 + 0.75 * population.knowledge[:, None],
        order=search_orders(actors, n, p.diversity, rng),
        own_view=rng.random(actors) < p.diversity,
        expected=expected,
        drawn=preferences.copy(),
        preferences=preferences,
        initial_trust=population.initial_trust,
        trust=population.initial_trust.copy(),
        belief=np.clip(p.belief_mean + p.belief_deviation * rng.standard_normal(actors), 0, 20),
        generosity=rng.standard_normal(actors),
        usual_trust=np.array([k.trust[0] / sum(k.trust) for k in population.kinds])[population.kind],
        believed_openness=np.zeros(actors),
        believed_centrality=np.zeros(actors),
        voice=np.full(actors, 0.6),
        aspiration=np.zeros(actors),
        legitimacy=population.initial_legitimacy.copy(),
        fatigue=np.zeros(actors),
        engagements=whole(),
        takes_part=np.zeros(actors, dtype=bool),
        ever=np.zeros(actors, dtype=bool),
        tenure=whole(),
        contribution=np.zeros(actors),
        load=np.zeros(actors),
        decisions=whole(), agreed=np.zeros(actors),
        credit=np.zeros(actors),
    )
