"""Month, Join: actors join and leave by utility."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .mathematics import logit, sigmoid

if TYPE_CHECKING:
    from .model import CoCreationModel


def ambiguity(model: CoCreationModel) -> float:
    """Month, quantities of the organisation."""
    p = model.p
    return (1 - p.role_clarity) * math.exp(-p.facilitation_effect * p.facilitation_hours)


def match(model: CoCreationModel) -> np.ndarray:
    """match_i: what the process gives to an actor's own motives."""
    pop, members, task = model.population, model.members, model.task
    good = np.where(members.affected, members.fit(task.bits()), model.landscape.quality[task.design])
    return (
        pop.saving * (0.5 + task.coverage - 0.8)
        + pop.quality * good
        + pop.need * (members.believed_openness + members.voice) / 2
    )


def utility(model: CoCreationModel) -> np.ndarray:
    """U_i of every actor, from the state before anybody joins or leaves."""
    p, pop, members = model.p, model.population, model.members
    chosen = p.motive_weight * (match(model) - 0.5) - p.stratum_weight * pop.poor
    share = model.network.active_share(members.takes_part)
    if share is not None:
        chosen += p.contact_weight * (share - 0.3)
    if p.resource_weight > 0:
        elsewhere = members.engagements - members.takes_part
        chosen += np.where(pop.external, p.resource_weight * (np.log(np.maximum(pop.hours, 1e-6) / 30) - np.log1p(elsewhere)), 0)

    dread = p.fear_weight * (model.organisation.fear * members.believed_openness - 0.1)
    pull = p.centrality_weight * (model.task.form.centrality - 0.5)
    return (
        p.incentive_weight * (p.incentive - 0.5)
        - p.documentation_weight * (model.documentation - 0.1)
        - p.ambiguity_weight * (ambiguity(model) - 0.2)
        + (1 - p.lottery) * chosen
        + p.trust_weight * (members.trust - 0.6) - p.fatigue_weight * members.fatigue
        + np.where(pop.external, -dread / 2 + pull, -dread - pull)
        + p.support * pop.poor + p.invitation * members.affected
    )


def join(model: CoCreationModel) -> None:
    """All decide on the state before; then the limit, the drafting, and the changes."""
    if not model.task.active:
        return
    p, pop, members, rng = model.p, model.population, model.members, model.process
    wish = utility(model)
    u = rng.random(pop.size)
    inside = members.takes_part
    first = model.month.number == 1
    external, public = (
        (p.initial_join_external, p.initial_join_public) if first else (p.monthly_join_external, p.monthly_join_public)
    )
    base = np.where(pop.external, logit(external), logit(public))
    leaves = inside & (u >= 1 - sigmoid(logit(p.monthly_leave) - wish))
    joins = ~inside & (u < sigmoid(base + wish))

    newcomers = np.flatnonzero(joins)
    if len(newcomers) > p.onboarding_limit:
        joins[:] = False
        joins[rng.choice(newcomers, p.onboarding_limit, replace=False)] = True

    for side in (~pop.external, pop.external):
        if not np.any(side & ((inside & ~leaves) | joins)):
            drafted = int(np.argmax(np.where(side, wish, -np.inf)))
            if inside[drafted]:
                leaves[drafted] = False
            else:
                joins[drafted] = True

    members.takes_part = (inside & ~leaves) | joins
    members.contribution[leaves] = members.load[leaves] = 0
    members.ever |= joins
    model.task.participants = np.flatnonzero(members.takes_part)
    model.month.joined, model.month.left = int(joins.sum()), int(leaves.sum())


def share_time(model: CoCreationModel) -> None:
    """ShareTime: with one task an actor has one engagement at most."""
    model.members.engagements = model.members.takes_part.astype(int)


def available(model: CoCreationModel) -> np.ndarray:
    """available_i: the hours that each actor has for this process."""
    return model.population.hours * model.members.time
