"""Entities and their states (ODD 2): organisation, task and process, members, and the month observed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from .ledger import Ledger
from .mathematics import bits_of
from .parameters import Form, Parameters


@dataclass
class Organisation:
    """State of the municipality (ODD 2, World)."""

    fear: float
    maturity_public: float
    maturity_external: float

    @property
    def maturity(self) -> float:
        return (self.maturity_public + self.maturity_external) / 2

    def documentation(self, p: Parameters) -> float:
        """Month, quantities of the organisation."""
        return min(0.95, p.documentation_base + p.documentation_fear * self.fear)


@dataclass
class Members:
    """What each actor is to the task: arrays over actors (ODD 2, Member; legitimacy, fatigue and engagements of Actor)."""

    affected: np.ndarray
    understands: np.ndarray  # actors × choices
    order: np.ndarray  # actors × choices
    own_view: np.ndarray
    preferences: np.ndarray  # actors × choices
    trust: np.ndarray
    belief: np.ndarray
    believed_openness: np.ndarray
    believed_centrality: np.ndarray
    voice: np.ndarray
    aspiration: np.ndarray
    legitimacy: np.ndarray
    fatigue: np.ndarray
    engagements: np.ndarray
    takes_part: np.ndarray
    ever: np.ndarray
    contribution: np.ndarray
    load: np.ndarray
    decisions: np.ndarray
    agreed: np.ndarray
    credit: np.ndarray

    @property
    def time(self) -> np.ndarray:
        """time_i: share of its hours that an actor has for each of its processes (Month, ShareTime)."""
        return 1 / np.maximum(1, self.engagements)

    def fit(self, bits: np.ndarray) -> np.ndarray:
        """fit_i(d) of every actor (SetUp, FormNeeds)."""
        return np.clip(1 - np.abs(bits - self.preferences).mean(axis=1), 0, 1)


@dataclass
class Task:
    """Task and process (ODD 2)."""

    choices: int
    status_quo: int
    active: bool
    form: Form  # in use
    plan: int = 0
    design: int = 0
    open_choices: int = 0
    promised_quality: float = 0.0
    promised_relevance: float = 0.0
    planned_credit: int = 0
    unfamiliarity: float = 0.0
    form_changed: bool = False  # since the last Frame
    participants: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=int))
    leader: int | None = None
    below: int = 0
    hours_left: float = 0.0
    hours_owed: float = 0.0
    coverage: float = 0.8
    failed: bool = False
    optimised: float = 0.0
    joint_product: float = 1.0

    def bits(self) -> np.ndarray:
        return bits_of(self.design, self.choices)


@dataclass
class Month:
    """Flows of one month and what is observed of it (MetricDefinitions, metrics of a month)."""

    number: int
    ledger: Ledger
    demanded: float = 0.0
    cocreated: float = 0.0
    # Join, Lead, Contribute
    joined: int = 0
    left: int = 0
    leader_external: float = math.nan
    leader_entropy: float = math.nan
    contribution: float = math.nan
    # Staff, Coordinate
    authority_units: float = 0.0
    optimised_units: float = 0.0
    offered: float = 0.0
    used: float = 0.0
    external_effort: float = 0.0
    staff_paid: float = 0.0
    staff_effort: float = 0.0
    effort: float = 1.0  # of staff, and of those who fill gaps; none is filled at 0
    external_share: float = 0.0
    misalignment: float = math.nan
    coordination_share: float = math.nan
    documentation_share: float = math.nan
    design_hours: float = 0.0
    delivery_public: float = 0.0
    delivery_external: float = 0.0
    # Search
    proposals: int = 0
    adopted: int = 0
    implemented: int = 0
    support: float = 0.0
    # Deliver, Fail, Account
    quality_realised: float = math.nan  # at delivery
    delivered: float = 0.0
    failed: int = 0
    severity: float = 0.0
    stories: int = 0
    violations: int = 0
    # Observe
    openness: float = math.nan
    centrality: float = math.nan
    quality: float = math.nan
    relevance: float = math.nan
    novelty: float = math.nan
    plan_distance: float = math.nan
    unfamiliarity: float = math.nan
    unit_cost: float = math.nan
    preference_spread: float = math.nan
    value: float = 0.0
    harm: float = 0.0
    promised: float = 0.0
    fear: float = math.nan
    public_maturity: float = math.nan
    external_maturity: float = math.nan
    active: bool = False
    public_participants: int = 0
    external_participants: int = 0
    trust: float = math.nan
    trust_affected: float = math.nan
    voice: float = math.nan
    fatigue: float = math.nan
    believed_openness: float = math.nan

    @property
    def participants(self) -> int:
        return self.public_participants + self.external_participants
