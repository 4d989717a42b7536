"""Month, Contribute: contributions from beliefs, teams, and beliefs from what others gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .mathematics import round_half_away
from .population import Social

if TYPE_CHECKING:
    from .model import CoCreationModel


def points(social: np.ndarray, belief: np.ndarray) -> np.ndarray:
    """Contribution in points of 20, after Fischbacher & Gächter (2010)."""
    preferred = np.select(
        [social == Social.CONDITIONAL, social == Social.FREE_RIDER, social == Social.TRIANGLE],
        [0.74 * belief, 0.0, np.minimum(0.5 * belief, 0.5 * (20 - belief))],
        8.5,
    )
    return np.clip(round_half_away(-0.473 + 0.242 * preferred + 0.666 * belief), 0, 20)


def generalised_mean(c: np.ndarray, rho: float) -> np.ndarray:
    """M of the last axis: the generalised mean, clipped to 0 … 1."""
    if rho == 1:
        mean = c.mean(axis=-1)
    elif abs(rho) < 1e-6:
        mean = np.exp(np.log(np.maximum(0.01, c)).mean(axis=-1))
    elif rho < 0:
        mean = (np.maximum(0.01, c) ** rho).mean(axis=-1) ** (1 / rho)
    else:
        mean = (c**rho).mean(axis=-1) ** (1 / rho)
    return np.clip(mean, 0, 1)


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


def visible(model: CoCreationModel) -> float:
    """What can be seen of the results: coverage as it is now, more of it early or late (Month, Overview)."""
    p, coverage = model.p, model.task.coverage
    if p.rounds == 1 or p.early_wins == 0:
        return coverage
    return coverage * (1 + p.early_wins * (1 - 2 * (model.month.number - 1) / (p.rounds - 1)))


def contribute(model: CoCreationModel) -> None:
    """First all contributions, then all beliefs."""
    if not model.task.active:
        return
    p, members, task = model.p, model.members, model.task
    who = task.participants
    given = points(model.population.social[who], members.belief[who])
    members.contribution[who] = given / 20
    model.month.contribution = float(given.mean())

    mixed = model.process.permutation(who)
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
