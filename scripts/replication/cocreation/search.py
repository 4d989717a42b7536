"""Month, Search: proposals one after the other, each with idea, talk, vote and what participants saw; `ratify` has the line of command."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .idea import gain, idea, perceived_quality_gain
from .lead import shares
from .mathematics import round_half_away, unit
from .quantities import available, listened, pooled
from .ratify import ratified

if TYPE_CHECKING:
    from .model import CoCreationModel


def search(model: CoCreationModel) -> None:
    """All proposals of a month."""
    p, members, task, month, rng = model.p, model.members, model.task, model.month, model.process
    for counts in (members.decisions, members.agreed):
        counts[:] = 0
    if not task.active or task.open_choices == 0:
        return
    share_of_design = month.design_hours / (month.demanded * p.unit_hours)
    expected = p.proposal_rate * share_of_design * math.exp(-p.fear_proposals * model.organisation.fear)
    expected /= 1 + p.talk_cost * p.deliberation
    count = min(p.proposal_limit, int(rng.poisson(min(expected, 1e6))))
    share = shares(model) if count else None
    for _ in range(count):
        proposer = draw_proposer(model)
        flips = best_idea(model, proposer)
        if flips:
            month.proposals += 1
            talk(model, flips)
            decide(model, proposer, flips, share)
    if month.adopted:
        task.carried += p.experience_rate * (month.implemented / month.adopted - task.carried)


def draw_proposer(model: CoCreationModel) -> int:
    """1. The proposer: its side by centrality, within the side by hours offered, or worked by staff."""
    pop, members, who, rng = model.population, model.members, model.task.participants, model.process
    external = pop.external[who]
    u, within = rng.random(), rng.random()
    from_outside = external.any() and (u < min(0.95, max(0.05, model.task.levers.centrality)) or external.all())
    side = who[external] if from_outside else who[~external]
    weight = members.contribution if from_outside else members.load
    sums = np.cumsum(weight[side] * available(model)[side])
    if sums[-1] == 0:
        return int(side[int(within * len(side))])
    return int(side[min(int(np.searchsorted(sums, within * sums[-1], side="right")), len(side) - 1)])


def best_idea(model: CoCreationModel, proposer: int) -> int:
    """2. The idea with the largest gain above 0 in the proposer's eyes; empty if there is none."""
    p, members, task, rng = model.p, model.members, model.task, model.process
    bold = p.boldness * (1 - model.organisation.fear)
    best, chosen = 0.0, 0
    for _ in range(p.ideas):
        flips = idea(members.order[proposer], members.understands[proposer], task.open_choices, bold, rng)
        z = rng.standard_normal()
        if flips:
            worth = float(gain(model, proposer, task.design, flips, z))
            if worth > best:
                best, chosen = worth, flips
    return chosen


def talk(model: CoCreationModel, flips: int) -> None:
    """3. Talk: pairs of participants draw nearer, if near enough (bounded confidence)."""
    p, who, preferences, rng = model.p, model.task.participants, model.members.preferences, model.process
    m = len(who)
    pairs = int(round_half_away(m / 2 * p.deliberation))
    if m == 1 or pairs == 0 or p.convergence == 0:
        return
    bound, rate = p.confidence_bound, p.convergence
    for choice in range(p.choices):
        if not flips >> choice & 1:
            continue
        first = rng.integers(m, size=pairs)
        second = rng.integers(m - 1, size=pairs)
        second += second >= first
        values = preferences[who, choice].tolist()
        for a, b in zip(first.tolist(), second.tolist()):
            delta = values[b] - values[a]
            if abs(delta) < bound:
                values[a] += rate * delta
                values[b] -= rate * delta
        preferences[who, choice] = values


def learnt(model: CoCreationModel, flips: int, z: np.ndarray, error: float) -> np.ndarray:
    """What talk adds to each participant's gain: it sees the quality in part as those do who know."""
    pop, who = model.population, model.task.participants
    seen, knowledge = perceived_quality_gain(model, who, model.task.design, flips, z) + error, pop.knowledge[who]
    if knowledge.sum() == 0:
        return np.zeros(len(who))
    common = float(knowledge @ seen / knowledge.sum())
    return pooled(model.p) * pop.quality[who] * (common - seen)


def decide(model: CoCreationModel, proposer: int, flips: int, share: np.ndarray) -> None:
    """4. to 8.: vote, decision, ratification, what participants saw, and the change."""
    p, pop, members, task, month, rng = (
        model.p, model.population, model.members, model.task, model.month, model.process,
    )
    who, size = task.participants, flips.bit_count()
    knowledge = unit(float(share @ pop.knowledge[who]))
    knowledge += pooled(p) * (max(knowledge, float(pop.knowledge[who].max())) - knowledge)
    relief = 1 - p.maturity_relief * model.organisation.maturity
    error = p.judgement_error * (1 - knowledge) * relief * rng.standard_normal()
    z = rng.standard_normal(len(who))
    seen = gain(model, who, task.design, flips, z, error) + learnt(model, flips, z, error)
    supports = seen > p.status_quo_bias
    support = float(share[supports].sum())

    adopted = support > 0 and support >= p.decision_threshold - 1e-12
    carried_out = adopted and ratified(model, flips, error)
    members.decisions[who] += 1
    members.agreed[who] += np.where(supports == carried_out, 1.0, listened(p))
    if adopted:
        month.adopted += 1
        month.support += support
    if carried_out:
        month.implemented += 1
        task.design ^= flips
        task.unfamiliarity = min(1.0, task.unfamiliarity + size / p.choices)
        members.credit[proposer] += size / 2
        members.credit[who[supports]] += size / 2 * share[supports] / support
