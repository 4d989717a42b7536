"""Month, Join: actors join and leave by utility; ShareTime."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .mathematics import logit, sigmoid, unit
from .facilitate import hours_asked
from .purse import payable
from .quantities import ambiguity, leaders_legitimacy, realised_quality, service_quality, visible, work
from .state import Paid

if TYPE_CHECKING:
    from .model import CoCreationModel


def promise(model: CoCreationModel) -> None:
    """In the first month nothing has been paid yet: levers count as far as money and people reach now."""
    p, levers, pop = model.p, model.task.levers, model.population
    drawn = p.recognition_effect * levers.recognition_hours
    drawn += p.payment_effect * max(0.0, levers.payment / p.public_wage - p.payment_threshold)
    chance = min(1.0, p.initial_join_external * math.exp(drawn))
    external = chance * int(np.count_nonzero(pop.external))
    poor = chance * p.poor_share * int(np.count_nonzero(pop.external & pop.strata))
    x, _, _, needed = work(model)
    asked = hours_asked(model, external, poor) + levers.payment * x * needed / p.public_wage
    reach = min(1.0, sum(payable(model)) / asked) if asked > 0 else 0.0
    model.task.paid = Paid(
        reach * levers.facilitation_hours, reach * levers.support_hours, reach * levers.recognition_hours, reach * levers.payment,
        reach * levers.invitation_hours,
    )


def match(model: CoCreationModel) -> np.ndarray:
    """match_i: what the process gives to an actor's own motives."""
    pop, members, task = model.population, model.members, model.task
    return (
        pop.saving * 0.5
        + pop.quality * service_quality(model, float(model.landscape.quality[task.design]))
        + pop.need * (members.believed_openness + members.voice) / 2
    )


def chosen_part(model: CoCreationModel) -> np.ndarray:
    """chosen_i: the part of utility that a lottery takes away."""
    p, pop, members = model.p, model.population, model.members
    efficacy = (2 * pop.knowledge + members.voice + model.task.carried) / 4
    chosen = p.motive_weight * (match(model) - 0.5) + p.efficacy_weight * (efficacy - 0.5)
    share = model.network.active_share(members.takes_part)
    if share is not None:
        chosen += p.contact_weight * (share - 0.05)
    if p.resource_weight > 0:
        elsewhere = members.engagements - members.takes_part
        hours = np.log(np.minimum(8, np.maximum(1e-6, pop.hours / 42)))
        chosen += np.where(pop.external, p.resource_weight * (hours - np.log1p(elsewhere)), 0)
    return chosen


def what_is_paid(model: CoCreationModel) -> np.ndarray:
    """The terms of recognition, payment and support."""
    p, pop, paid = model.p, model.population, model.task.paid
    common = p.recognition_effect * paid.recognition
    if paid.pay > 0:
        common += p.payment_effect * max(0.0, paid.pay / p.public_wage - p.payment_threshold)
    return np.where(pop.external, common + p.support_effect * paid.support * pop.poor, 0)


def utility(model: CoCreationModel) -> np.ndarray:
    """U_i of every actor, from the state before anybody joins or leaves."""
    p, pop, members, task = model.p, model.population, model.members, model.task
    levers = task.levers
    dread = p.fear_weight * (model.organisation.fear * members.believed_openness - 0.1)
    pull = p.centrality_weight * (levers.centrality - 0.5)
    legitimacy = leaders_legitimacy(model)
    led = 0.0 if legitimacy is None else p.leader_weight * (legitimacy - 0.5)
    pressed = (1, 0, -1)[p.performance_rule] * p.pressure_weight * ((1 - task.coverage) - 0.2) + p.invitation_effect * task.paid.invitation
    return (
        (1 - levers.lottery) * chosen_part(model)
        - p.documentation_weight * (model.documentation - 0.1)
        - p.ambiguity_weight * (ambiguity(model) - 0.2)
        + led
        + p.trust_weight * (members.trust_of(task.reputation) - 0.6) - p.fatigue_weight * members.fatigue
        + np.where(members.affected, pressed, 0)
        + what_is_paid(model)
        + np.where(pop.external, -dread / 2 + pull, -dread - pull)
    )


def decide(model: CoCreationModel, wish: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Who would leave and who would join; everybody by a chance of its own."""
    p, pop, members, rng = model.p, model.population, model.members, model.process
    inside, u = members.takes_part, rng.random(model.population.size)
    first = model.month.number == model.task.first_month
    external, public = (
        (p.initial_join_external, p.initial_join_public) if first else (p.monthly_join_external, p.monthly_join_public)
    )
    new = np.where(pop.external, p.early_leaving / np.maximum(1, members.tenure), 0)
    leaves = inside & (u < sigmoid(logit(p.monthly_leave) + new - wish))
    joins = ~inside & ~pop.politician & (u < sigmoid(np.where(pop.external, logit(external), logit(public)) + wish))
    return leaves, joins


def limit_newcomers(model: CoCreationModel, joins: np.ndarray) -> None:
    newcomers = np.flatnonzero(joins)
    limit = model.task.levers.onboarding_limit
    if len(newcomers) > limit:
        joins[:] = False
        joins[model.process.choice(newcomers, limit, replace=False)] = True


def keep_both_sides(model: CoCreationModel, wish: np.ndarray, leaves: np.ndarray, joins: np.ndarray) -> None:
    """If a side would be empty, one of it stays or joins in any case."""
    external, inside = model.population.external, model.members.takes_part
    for side in (model.population.staff, external):
        if np.any(side & ((inside & ~leaves) | joins)):
            continue
        leavers = side & leaves
        if side is external and not leavers.any():
            joins[model.process.choice(np.flatnonzero(external))] = True
            continue
        among = leavers if side is external else side
        drafted = int(np.argmax(np.where(among, wish, -np.inf)))
        if inside[drafted]:
            leaves[drafted] = False
        else:
            joins[drafted] = True


def welcome(model: CoCreationModel, joins: np.ndarray) -> None:
    """Outsiders who join get personal trust, and an aspiration: the satisfaction that the service gave last."""
    members, task = model.members, model.task
    new = joins & ~members.personal
    members.trust[new] = unit(members.initial_trust[new] + task.reputation)
    last = model.month.number - 1
    seen = visible(model, last) if last > 0 else task.coverage
    members.aspiration[new] = seen * service_quality(model, realised_quality(model))[new]
    members.ever |= joins
    members.tenure[joins] = 0


def by_side(model: CoCreationModel, who: np.ndarray) -> tuple[int, int]:
    """How many of some are public, and external."""
    external = int(np.count_nonzero(who & model.population.external))
    return int(np.count_nonzero(who)) - external, external


def join(model: CoCreationModel) -> None:
    """All decide on the state before; then the limit, the drafting, and the changes."""
    task, members, month = model.task, model.members, model.month
    if not task.active:
        return
    members.tenure[members.takes_part] += 1
    if month.number == task.first_month:
        promise(model)
    wish = utility(model)
    leaves, joins = decide(model, wish)
    limit_newcomers(model, joins)
    keep_both_sides(model, wish, leaves, joins)

    month.before, month.left_by_side = by_side(model, members.takes_part), by_side(model, leaves)
    month.joined, month.left = int(joins.sum()), int(leaves.sum())
    welcome(model, joins)
    members.takes_part = (members.takes_part & ~leaves) | joins
    members.contribution[leaves] = members.load[leaves] = 0
    task.participants = np.flatnonzero(members.takes_part)


def share_time(model: CoCreationModel) -> None:
    """ShareTime: with one task an actor has one engagement at most."""
    model.members.engagements = model.members.takes_part.astype(int)
