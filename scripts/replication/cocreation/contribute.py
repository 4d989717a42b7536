"""Month, Contribute: contributions of external participants from beliefs, teams, and beliefs from what others gave."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr

from .mathematics import round_half_away
from .population import Social
from .quantities import visible

if TYPE_CHECKING:
    from .model import CoCreationModel
    from .parameters import Parameters


def mean_points(social: np.ndarray, belief: np.ndarray) -> np.ndarray:
    """m_i: the mean contribution in points of 20, after Fischbacher & Gächter (2010)."""
    preferred = np.select(
        [social == Social.CONDITIONAL, social == Social.TRIANGLE],
        [0.74 * belief, np.minimum(0.5 * belief, 0.5 * (20 - belief))],
        8.5,
    )
    m = np.clip(140 / 108 * (-0.473 + 0.666 * belief) + 0.242 * preferred, 0, 20)
    return np.where(social == Social.FREE_RIDER, 0, m)


def mean_by_rule(p: Parameters, social: np.ndarray, belief: np.ndarray) -> np.ndarray:
    """m_i by the rule in force: by belief and type, always the same, or as much as others are believed to give."""
    if p.contribution_rule == 2:
        return np.clip(belief, 0, 20)
    return mean_points(social, np.full(len(belief), p.belief_mean) if p.contribution_rule == 1 else belief)


def clipped_mean(level: np.ndarray, spread: float) -> np.ndarray:
    """Mean of a Gaussian around a level, clipped to 0 … 20."""

    def g(x: np.ndarray) -> np.ndarray:
        return x * ndtr(x) + np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)

    return spread * (g(level / spread) - g((level - 20) / spread))


@lru_cache(maxsize=16)
def levels(spread: float) -> tuple[np.ndarray, np.ndarray]:
    """Mean contributions and the levels that make them, close enough together to interpolate."""
    level = np.linspace(-8 * spread, 20 + 8 * spread, 20_001)
    return np.maximum.accumulate(clipped_mean(level, spread)), level


def points(m: np.ndarray, spread: float, epsilon: np.ndarray) -> np.ndarray:
    """Contributions that scatter around their means m."""
    if spread == 0:
        return round_half_away(m)
    level = np.interp(m, *levels(spread))
    scattered = np.clip(round_half_away(level + spread * epsilon), 0, 20)
    return np.where(m == 0, 0, np.where(m == 20, 20, scattered))


def generalised_mean(c: np.ndarray, rho: float) -> np.ndarray:
    """M of the last axis: the generalised mean, clipped to 0 … 1."""
    if rho == 1:
        return np.clip(c.mean(axis=-1), 0, 1)
    nothing = (c == 0).any(axis=-1) & (rho <= 0 or abs(rho) < 1e-6)
    safe = np.where(nothing[..., None], 1.0, c)
    if abs(rho) < 1e-6:
        mean = np.exp(np.log(safe).mean(axis=-1))
    else:
        mean = (safe**rho).mean(axis=-1) ** (1 / rho)
    return np.clip(np.where(nothing, 0, mean), 0, 1)


def others_mean(c: np.ndarray, rho: float) -> np.ndarray:
    """M(c of the other members) for each member of a team."""
    n = len(c) - 1
    return generalised_mean(np.broadcast_to(c, (n + 1, n + 1))[~np.eye(n + 1, dtype=bool)].reshape(n + 1, n), rho)


def joint_product(teams: list[np.ndarray], rho: float) -> float:
    """φ: what teams make of their members' contributions, relative to the sum."""
    total = sum(float(c.sum()) for c in teams)
    if rho == 1 or total == 0:
        return 1.0
    return sum(float(generalised_mean(c, rho)) * len(c) for c in teams) / total


def contribute(model: CoCreationModel) -> None:
    """First all contributions, then all beliefs."""
    if not model.task.active:
        return
    p, members, task, rng = model.p, model.members, model.task, model.process
    who = task.participants[model.population.external[task.participants]]
    lasting = p.contribution_persistence
    epsilon = math.sqrt(lasting) * members.generosity[who] + math.sqrt(1 - lasting) * rng.standard_normal(len(who))
    given = points(mean_by_rule(p, model.population.social[who], members.belief[who]), p.contribution_spread, epsilon)
    members.contribution[who] = given / 20
    model.month.contribution = float(given.mean())

    mixed = rng.permutation(who)
    teams = [mixed[start : start + p.team_size] for start in range(0, len(mixed), p.team_size)]
    task.joint_product = joint_product([members.contribution[team] for team in teams], p.production_exponent)
    for team in teams:
        if len(team) > 1:
            members.belief[team] = new_beliefs(model, team)


def new_beliefs(model: CoCreationModel, team: np.ndarray) -> np.ndarray:
    """b_i of a team after it has seen what its members gave."""
    p, members, task = model.p, model.members, model.task
    others = others_mean(members.contribution[team], p.production_exponent)
    seen = visible(model) * (0.5 if task.failed else 1.0) * (0.5 + 0.5 * np.minimum(1, 2 * others))
    b = members.belief[team]
    return np.clip(
        0.118 + 0.415 * 20 * others + 0.569 * b
        + p.reinforcement * members.trust[team] * seen * (20 - b),
        0, 20,
    )
