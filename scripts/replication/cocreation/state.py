"""Entities and their states (ODD 2): organisation, task and process, members, and the month observed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from .ledger import Ledger
from .mathematics import bits_of
from .parameters import Form


@dataclass
class Organisation:
    """State of the municipality (ODD 2, World)."""

    fear: float
    maturity_public: float
    maturity_external: float
    staff: float = 0.0  # S, hours of all public actors
    extra: float = 0.0  # E, hours beyond the staff that can be had

    @property
    def maturity(self) -> float:
        """In co-creation, of both sides."""
        return (self.maturity_public + self.maturity_external) / 2


@dataclass
class Members:
    """What each actor is to the task: arrays over actors (ODD 2, Member; legitimacy, fatigue and engagements of Actor)."""

    external: np.ndarray
    affected: np.ndarray
    understands: np.ndarray  # actors × choices
    order: np.ndarray  # actors × choices
    own_view: np.ndarray
    expected: np.ndarray  # actors × choices: m_ij, the mean that preferences were drawn around
    drawn: np.ndarray  # actors × choices: p⁰_ij, preferences as drawn
    preferences: np.ndarray  # actors × choices
    initial_trust: np.ndarray
    trust: np.ndarray  # of those with personal trust; of outsiders see `trust_of`
    belief: np.ndarray
    generosity: np.ndarray
    usual_trust: np.ndarray  # mean of the distribution of trust of the actor's kind
    believed_openness: np.ndarray
    believed_centrality: np.ndarray
    voice: np.ndarray
    aspiration: np.ndarray
    legitimacy: np.ndarray
    fatigue: np.ndarray
    engagements: np.ndarray
    takes_part: np.ndarray
    ever: np.ndarray
    tenure: np.ndarray
    contribution: np.ndarray
    load: np.ndarray
    decisions: np.ndarray
    agreed: np.ndarray  # in part, where somebody was listened to
    credit: np.ndarray

    @property
    def time(self) -> np.ndarray:
        """time_i: share of its hours that an actor has for each of its processes (Month, ShareTime)."""
        return 1 / np.maximum(1, self.engagements)

    @property
    def personal(self) -> np.ndarray:
        """Who has trust of its own: all but outsiders (SetUp, FormPerspectives)."""
        return ~self.external | self.ever

    def trust_of(self, reputation: float) -> np.ndarray:
        """Trust of every actor; that of outsiders is their disposition and the service's reputation."""
        return np.where(self.personal, self.trust, np.clip(self.initial_trust + reputation, 0, 1))

    def expected_trust_of(self, reputation: float) -> np.ndarray:
        """The same with the mean of their kind in place of the disposition of outsiders (MetricDefinitions, trust_affected)."""
        return np.where(self.personal, self.trust, np.clip(self.usual_trust + reputation, 0, 1))

    def fit(self, bits: np.ndarray) -> np.ndarray:
        """fit_i(d) of every actor (SetUp, FormNeeds)."""
        return np.clip(1 - np.abs(bits - self.preferences).mean(axis=1), 0, 1)


@dataclass
class Levers:
    """What a strategy may change on the way, with the values in force (SetUp, Course)."""

    openness: float
    centrality: float
    codesign_share: float
    codelivery_share: float
    facilitation_hours: float
    support_hours: float
    recognition_hours: float
    payment: float
    invitation_hours: float
    lottery: float
    onboarding_limit: int

    @property
    def form(self) -> Form:
        return Form(self.openness, self.centrality)

    @property
    def any_share(self) -> bool:
        return self.codesign_share > 0 or self.codelivery_share > 0


@dataclass
class Purse:
    """What is left of a month's money, staff and extra hours, in hours (Month, Money and people)."""

    money: float = 0.0
    staff: float = 0.0
    extra: float = 0.0


@dataclass
class Paid:
    """What was paid last: hours for a participant of three kinds, euros an hour, hours for a hundred of those affected."""

    facilitation: float = 0.0
    support: float = 0.0
    recognition: float = 0.0
    pay: float = 0.0
    invitation: float = 0.0


@dataclass(frozen=True)
class Worked:
    """What of a month of the process a hand-over would look back on (Month, Ending)."""

    external_share: float = 0.0
    units: float = 0.0  # U
    hours: float = 0.0  # H


@dataclass
class Handover:
    """What is being handed back to staff (Month, Ending)."""

    share: float  # γ₀
    openness: float
    external_share: float
    units: float  # U
    hours: float  # H
    months: float  # left


@dataclass
class Task:
    """Task and process (ODD 2)."""

    choices: int
    status_quo: int
    authority_share: float
    levers: Levers
    operational: float  # operational maturity
    begun: set[int] = field(default_factory=set)  # phases of the strategy
    form_set: bool = False  # by a phase
    reframe: bool = False  # the task is to be framed anew this month
    active: bool = False
    first_month: int | None = None  # of the process; None if it never had one
    ended_as_planned: bool = False  # by phases without further conditions
    last: Worked | None = None  # last month of the process
    handover: Handover | None = None
    disappointed: list[tuple[float, np.ndarray]] = field(default_factory=list)  # part of the disappointment, and whose
    plan: int = 0
    design: int = 0
    open_choices: int = 0
    open_share: float = 0.0  # openness · δ, of which the open choices were drawn
    promised_quality: float = 0.0
    promised_relevance: float = 0.0
    planned_credit: int = 0
    core_task: np.ndarray = field(default_factory=lambda: np.empty(0))  # c_j
    unfamiliarity: float = 0.0
    participants: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=int))
    leader: int | None = None
    below: int = 0
    purse: Purse = field(default_factory=Purse)
    paid: Paid = field(default_factory=Paid)
    hours_owed: float = 0.0
    coverage: float = 0.8
    exposure: float = 0.0  # documentation that stories have made people ask for
    failed: bool = False
    produced_in_house: float = 0.0  # units so far
    joint_product: float = 1.0
    reputation: float = 0.0
    public_aspiration: float = 0.0
    carried: float = 0.5  # share of decisions carried out of late

    def bits(self) -> np.ndarray:
        return bits_of(self.design, self.choices)

    @property
    def codelivered(self) -> float:
        """γ, the co-delivered share."""
        return (1 - self.authority_share) * self.levers.codelivery_share if self.active else 0.0

    @property
    def codesigned(self) -> float:
        """δ, the co-designed share."""
        return (1 - self.authority_share) * self.levers.codesign_share if self.active else 0.0

    @property
    def share_to_open(self) -> float:
        """openness · δ: the share of the choices to leave open."""
        return self.levers.openness * self.codesigned

    @property
    def may_begin(self) -> bool:
        """Whether a process begins, now that the levers are as they are."""
        return self.first_month is None and self.authority_share < 1 and self.levers.any_share

    @property
    def cocreated(self) -> bool:
        """It has a process or had one."""
        return self.first_month is not None


@dataclass
class Month:
    """Flows of one month and what is observed of it (MetricDefinitions, metrics of a month)."""

    number: int
    ledger: Ledger
    demanded: float = 0.0
    staff_hours: float = 0.0  # regular and extra hours that were paid
    extra_hours: float = 0.0  # the extra ones of them
    # Join, Lead, Contribute; sides are public, external
    before: tuple[int, int] = (0, 0)
    left_by_side: tuple[int, int] = (0, 0)
    joined: int = 0
    left: int = 0
    leader_external: float = math.nan
    leader_entropy: float = math.nan
    contribution: float = math.nan
    # ProduceInHouse, Staff, Coordinate
    authority_units: float = 0.0
    in_house_units: float = 0.0
    handed_back_units: float = 0.0
    external_part: float = 0.0  # x
    needed: float = 0.0
    design_asked: float = 0.0  # G
    design_part: float = 0.0  # G / (D + G)
    offered: float = 0.0
    used: float = 0.0
    external_effort: float = 0.0
    staff_paid: float = 0.0
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
    referred: int = 0
    implemented: int = 0
    support: float = 0.0
    # Deliver, Fail, Account
    produced: float = 0.0  # by the process itself, before filling
    quality_realised: float = math.nan  # at delivery
    delivered: float = 0.0
    failed: int = 0
    severity: float = 0.0
    stories: int = 0
    violations: int = 0
    # Observe
    openness: float = math.nan
    centrality: float = math.nan
    codesign_share: float = 0.0  # δ
    codelivery_share: float = 0.0  # γ
    quality: float = math.nan
    relevance: float = math.nan
    novelty: float = math.nan
    plan_distance: float = math.nan
    unfamiliarity: float = math.nan
    unit_cost: float = math.nan
    preference_spread: float = math.nan
    together: float = 0.0  # share of the design that the process decides
    likeness: float = math.nan
    equality: float = math.nan
    value: float = 0.0
    harm: float = 0.0
    promised: float = 0.0
    fear: float = math.nan
    public_maturity: float = math.nan
    external_maturity: float = math.nan
    operational_maturity: float = math.nan
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
