"""Month, Coordinate: beliefs about the form align; coordination, documentation and design are taken from effort."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from .ledger import Source, Use
from .mathematics import unit
from .quantities import ambiguity, leaders_legitimacy

if TYPE_CHECKING:
    from .model import CoCreationModel


def align(model: CoCreationModel) -> float:
    """Moves beliefs about the form; returns their misalignment before the move."""
    p, members, who, form = model.p, model.members, model.task.participants, model.task.levers.form
    misalignment = 0.0
    for beliefs, truth in ((members.believed_openness, form.openness), (members.believed_centrality, form.centrality)):
        y = beliefs[who]
        mean = y.mean()
        misalignment += float(np.abs(y - mean).mean())
        towards = mean + p.shared_understanding * (truth - mean)
        beliefs[who] = unit(y + p.form_belief_talk * (towards - y))
    return misalignment


def levels_of_teams(m: float, size: int) -> float:
    """H(m): people meet in teams, teams in teams of teams."""
    if m <= size:
        return math.sqrt(max(0.0, m - 1))
    return math.sqrt(size - 1) + levels_of_teams(m / size, size) / size


def coordination_share(model: CoCreationModel, misalignment: float) -> float:
    """Share of effort that coordination takes."""
    p, task = model.p, model.task
    legitimacy, m = leaders_legitimacy(model), len(task.participants)
    x = (
        p.coordination_loss * levels_of_teams(m, m if p.coordination_rule == 1 else p.team_size)
        * (1 + p.ambiguity_loss * ambiguity(model)) * (1 + p.misalignment_loss * misalignment)
        * (1 + p.openness_loss * task.levers.openness) * (1 - p.maturity_relief * model.organisation.maturity)
        / max(0.1, 1 + p.leadership_gain * (legitimacy - 0.5))
    )
    return x / (1 + x)


def divide(model: CoCreationModel, source: Source, given: float, effort: float, coordination: float) -> tuple[float, float]:
    """Divides the effort of one source; returns its design and delivery hours."""
    ledger = model.month.ledger
    ledger.book(source, Use.SLACK, given - effort)
    rest, design = effort, 0.0
    for use, share in (
        (Use.COORDINATION, coordination),
        (Use.DOCUMENTATION, model.documentation),
        (Use.DESIGN, model.month.design_part),
    ):
        taken = share * rest
        ledger.book(source, use, taken)
        rest -= taken
        design = taken
    return design, rest


def coordinate(model: CoCreationModel) -> None:
    """From effort to hours of design and delivery."""
    if not model.task.active:
        return
    month = model.month
    month.misalignment = align(model)
    share = month.coordination_share = coordination_share(model, month.misalignment)
    month.documentation_share = model.documentation
    month.ledger.receive(Source.EXTERNAL, month.offered)
    month.ledger.book(Source.EXTERNAL, Use.UNUSED, month.offered - month.used)
    public, month.delivery_public = divide(model, Source.BUDGET, month.staff_paid, month.staff_paid, share)
    external, month.delivery_external = divide(model, Source.EXTERNAL, month.used, month.external_effort, share)
    month.design_hours = public + external
