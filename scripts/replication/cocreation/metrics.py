"""MetricDefinitions: metrics of a run; a missing metric is NaN."""

from __future__ import annotations

import math

import numpy as np

from .choose_form import attainment
from .democracy import dimensions
from .mathematics import distance, gini
from .model import CoCreationModel
from .needs import changed_by_talk, needs, relevance

Metrics = dict[str, float]
MISSING = math.nan


def ratio(a: float, b: float) -> float:
    """a / b, missing if b is 0."""
    return a / b if b != 0 else MISSING


def mean_of(values: list[float]) -> float:
    """Mean over the months that have a value."""
    present = [v for v in values if not math.isnan(v)]
    return sum(present) / len(present) if present else MISSING


def last_of(values: list[float]) -> float:
    """The value of the last month that has one."""
    return next((v for v in reversed(values) if not math.isnan(v)), MISSING)


def run_metrics(model: CoCreationModel) -> Metrics:
    """All metrics of a run by name."""
    result = more_for_less(model) | quality(model) | democracy(model)
    result |= legitimacy(model, result) | resilience(model)
    return result | strategy(model, result)


def more_for_less(model: CoCreationModel) -> Metrics:
    p, months = model.p, model.months[1:]
    public = sum(m.ledger.public_cost() for m in months)
    external = sum(m.ledger.external_value() for m in months)
    everything = sum(m.ledger.all_cost() for m in months)
    value = sum(m.value for m in months)
    return {
        "public_cost": public,
        "external_value": external,
        "leverage": ratio(external, public),
        "value": value,
        "value_per_public_euro": ratio(value, public),
        "value_per_euro": ratio(value, everything),
        "public_cost_per_unit": ratio(public, sum(m.delivered for m in months)),
        "transaction_share": ratio(sum(m.ledger.transactions() for m in months), everything),
        "harm": sum(m.harm for m in months),
        "net_present_value": sum(
            (m.value - m.ledger.public_cost()) / (1 + p.discount_rate) ** (m.number / 12) for m in months
        ),
    }


def quality(model: CoCreationModel) -> Metrics:
    task, months, n = model.task, model.months[1:], model.p.choices
    q = model.landscape.quality
    demanded = sum(m.demanded for m in months)
    novelty = distance(task.design, task.status_quo, n)
    kept = ratio(sum(m.value for m in months), sum(m.promised for m in months))
    return {
        "quality": float(q[task.design]),
        "quality_realised": mean_of([m.quality_realised for m in months]),
        "quality_best": max(m.quality for m in months),
        "relevance": relevance(task.bits(), needs(model.members)),
        "novelty": novelty,
        "innovation": novelty if q[task.design] > q[task.status_quo] else 0.0,
        "coverage": sum(m.delivered for m in months) / demanded,
        "reliability": 1 - sum(m.failed for m in months) / len(months),
        "value_deviation": kept - 1,
        "promise_kept": MISSING if math.isnan(kept) else float(kept >= 0.9),
        "design_deviation": distance(task.design, task.plan, n),
    }


def congruence(model: CoCreationModel, wishes: np.ndarray) -> float:
    """Share of choices for which a group's mean wish is met."""
    return float(np.mean((wishes > 0.5) == (model.task.bits() == 1)))


def wishes_of_others(model: CoCreationModel) -> np.ndarray | None:
    """Mean wish of those affected who never took part, by the needs of all; None if there are none."""
    members = model.members
    took_part = members.affected & members.ever
    others = np.count_nonzero(members.affected) - np.count_nonzero(took_part)
    if others == 0:
        return None
    total = members.expected[members.affected].sum(axis=0) + changed_by_talk(members, took_part)
    return (total - members.preferences[took_part].sum(axis=0)) / others


def equity(model: CoCreationModel) -> float:
    """By how much fit differs among those affected, by the distribution of their needs: between and within groups."""
    p, m = model.p, model.members.expected[model.members.affected]
    fit = 1 - np.abs(model.task.bits() - m).mean(axis=1)
    within = (m * (1 - m)).sum(axis=1) / ((p.need_concentration + 1) * p.choices**2)
    return max(0.0, 1 - 2 * math.sqrt(fit.var() + within.mean()))


def influence_slopes(credit: np.ndarray, authority: np.ndarray, legitimacy: np.ndarray) -> Metrics:
    """Slopes of relative credit on authority and initial legitimacy together, by least squares."""
    result = {"authority_influence": MISSING, "legitimacy_influence": MISSING}
    if len(credit) <= 3 or credit.sum() == 0:
        return result
    y, a, l = (x - x.mean() for x in (credit / credit.mean() - 1, authority, legitimacy))
    d = (a @ a) * (l @ l) - (a @ l) ** 2
    if d <= 1e-9 * (a @ a) * (l @ l):
        return result
    return {
        "authority_influence": float(((l @ l) * (a @ y) - (a @ l) * (l @ y)) / d),
        "legitimacy_influence": float(((a @ a) * (l @ y) - (a @ l) * (a @ y)) / d),
    }


def democracy(model: CoCreationModel) -> Metrics:
    pop, members, task, months = model.population, model.members, model.task, model.months[1:]
    cocreated, affected, ever = task.cocreated, members.affected, members.ever
    others = wishes_of_others(model)

    def included(group: np.ndarray) -> float:
        return ratio(float((group & ever).sum()), float(group.sum())) if cocreated else MISSING

    took_part = affected & ever
    representativeness = MISSING
    if took_part.any():
        representativeness = 1 - abs(pop.poor[took_part].mean() - pop.poor[affected].mean())
    external_credit, credit = float(members.credit[pop.external].sum()), float(members.credit.sum())
    adopted = sum(m.adopted for m in months)
    implemented = sum(m.implemented for m in months)
    cube = dimensions(model, months)
    return {
        "democracy": cube.democracy,
        "democracy_inclusion": cube.who,
        "democracy_equality": cube.how,
        "democracy_effect": cube.what,
        "inclusion": included(affected),
        "inclusion_poor": included(affected & pop.poor),
        "inclusion_rich": included(affected & ~pop.poor),
        "representativeness": float(representativeness),
        "influence_equality": 1 - gini(members.credit[pop.external]),
        "influence_equality_participants": 1 - gini(members.credit[ever]),
        "external_influence": ratio(external_credit, task.planned_credit + credit) if cocreated else 0.0,
        **influence_slopes(members.credit[ever], pop.authority[ever], pop.initial_legitimacy[ever]),
        "both_sides": ratio(
            sum(0 < m.external_participants < m.participants for m in months), sum(m.participants > 0 for m in months)
        ),
        "congruence": congruence(model, needs(members)),
        "congruence_nonparticipants": MISSING if others is None else congruence(model, others),
        "equity": equity(model),
        "acceptance": ratio(sum(m.support for m in months), adopted),
        "ratified_share": ratio(implemented, adopted),
        "referred_share": ratio(sum(m.referred for m in months), adopted),
        "proposals": sum(m.proposals for m in months),
        "adopted": adopted,
        "implemented": implemented,
        "preference_spread": last_of([m.preference_spread for m in months]),
    }


def legitimacy(model: CoCreationModel, known: Metrics) -> Metrics:
    months = model.months[1:]
    voice, relevant = mean_of([m.voice for m in months]), mean_of([m.relevance for m in months])
    parts = {
        "input_legitimacy": (known["representativeness"] + known["inclusion"]) / 2,
        "throughput_legitimacy": (voice + known["ratified_share"]) / 2,
        "output_legitimacy": known["coverage"] * (known["quality_realised"] + relevant) / 2,
    }
    values = list(parts.values())
    complete = not any(math.isnan(v) for v in values)
    return parts | {
        "legitimacy_minimum": min(values) if complete else MISSING,
        "legitimacy": math.prod(values) ** (1 / 3) if complete else MISSING,
    }


def resilience(model: CoCreationModel) -> Metrics:
    members, task, months = model.members, model.task, model.months[1:]
    ever = members.ever
    alive = sum(m.participants > 0 for m in months)
    return {
        "completed": float(task.active or task.ended_as_planned) if task.cocreated else MISSING,
        "months_alive": float(alive) if task.cocreated else MISSING,
        "participants": sum(m.participants for m in months) / len(months),
        "external_participants": sum(m.external_participants for m in months) / len(months),
        "attrition": ratio(sum(m.left for m in months), sum(m.participants for m in months)),
        "contribution": mean_of([m.contribution for m in months]),
        "burnout": float((members.fatigue[ever] > 0.5).mean()) if ever.any() else MISSING,
        "leader_entropy": mean_of([m.leader_entropy for m in months]),
        "trust": mean_of([m.trust for m in months]),
        "trust_affected": mean_of([m.trust_affected for m in months]),
        "fear": mean_of([m.fear for m in months]),
        "failures": sum(m.failed for m in months),
        "stories": sum(m.stories for m in months),
        "violations": sum(m.violations for m in months),
    }


def strategy(model: CoCreationModel, known: Metrics) -> Metrics:
    months = model.months[1:]
    manned = [m for m in months if m.participants > 0]
    forms = [(m.openness, m.centrality) for m in months]
    parts = [known[name] for name in ("value_per_public_euro", "quality_realised", "democracy")]
    return {
        "purpose_attainment": attainment(model.p, *(0.0 if math.isnan(x) else x for x in parts)),
        "mean_openness": mean_of([m.openness for m in manned]),
        "mean_centrality": mean_of([m.centrality for m in manned]),
        "form_changes": sum(m.active and a != b for a, b, m in zip(forms, forms[1:], months[1:])),
    }
