"""SetUp, Population: kinds of actors and their static attributes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Sequence

import mesa
import numpy as np

from .parameters import Parameters


class Social(IntEnum):
    """Social types (Contribute)."""

    CONDITIONAL = 0
    FREE_RIDER = 1
    TRIANGLE = 2
    OTHER = 3


@dataclass(frozen=True)
class Kind:
    """A kind of actors with its distributions."""

    name: str
    external: bool
    number: int
    may_be_affected: bool
    strata: bool
    culture_weight: float
    hours: tuple[float, float]  # gamma(shape, scale)
    authority: tuple[float, float]  # beta, as the next three
    legitimacy: tuple[float, float]
    knowledge: tuple[float, float]
    trust: tuple[float, float]
    motives: tuple[float, float, float]  # dirichlet (saving, quality, need)


KINDS: tuple[Kind, ...] = (
    Kind("professional", False, 18, False, False, 0.4, (4, 5), (3, 7), (6, 4), (8, 3), (6.5, 3.5), (1, 5, 2)),
    Kind("manager", False, 5, False, False, 0.4, (4, 2.5), (8, 2), (5, 5), (5, 5), (6.5, 3.5), (2, 4, 2)),
    Kind("politician", False, 1, False, False, 0.4, (4, 1), (9, 1), (5, 5), (3, 7), (6.5, 3.5), (3, 3, 3)),
    Kind("citizen", True, 58, True, True, 0.0, (2, 15), (1, 30), (5, 5), (3, 7), (6, 4), (1, 4, 3)),
    Kind("volunteer", True, 19, False, True, 0.5, (2, 15), (1, 30), (5, 4), (4, 6), (6, 4), (1, 3, 3)),
    Kind("association", True, 11, False, False, 0.5, (2, 30), (1, 15), (6, 4), (5, 5), (6, 4), (1, 3, 4)),
    Kind("business", True, 8, False, False, 0.5, (2, 20), (1, 15), (4, 6), (5, 5), (6, 4), (3, 3, 1)),
)


class Actor(mesa.Agent):
    """An actor as Mesa sees it: who it is, and its place in the arrays of the population."""

    def __init__(self, model: mesa.Model, index: int, kind: Kind, poor: bool):
        super().__init__(model)
        self.index, self.kind, self.poor = index, kind, poor


@dataclass
class Population:
    """Static attributes of all actors, public before external (ODD 2, Actor)."""

    kinds: tuple[Kind, ...]
    kind: np.ndarray
    external: np.ndarray
    may_be_affected: np.ndarray
    strata: np.ndarray
    culture_weight: np.ndarray
    hours: np.ndarray
    authority: np.ndarray
    initial_legitimacy: np.ndarray
    knowledge: np.ndarray
    poor: np.ndarray
    social: np.ndarray
    saving: np.ndarray
    quality: np.ndarray
    need: np.ndarray
    initial_trust: np.ndarray

    @property
    def size(self) -> int:
        return len(self.kind)

    @property
    def publics(self) -> int:
        """Public actors have the numbers 0 … publics − 1."""
        return int(np.count_nonzero(~self.external))


def by_lot(authority: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    """Authority by lot: those who take part get each other's authorities in the order of their lots."""
    if share > 0:
        takes_part = np.flatnonzero(rng.random(len(authority)) < share)
        by_rank = takes_part[np.argsort(rng.random(len(takes_part)), kind="stable")]
        authority = authority.copy()
        authority[by_rank] = authority[takes_part]
    return authority


def concern_citizens(population: "Population", share: float, rng: np.random.Generator) -> np.ndarray:
    """SetUp, ConcernCitizens: whom the task concerns, among the kinds that it may concern."""
    may = np.flatnonzero(population.may_be_affected)
    u = rng.random(len(may))
    affected = np.zeros(population.size, dtype=bool)
    affected[may[u < share]] = True
    affected[may[np.argmin(u)]] = True
    return affected


def make_population(p: Parameters, rng: np.random.Generator, kinds: Sequence[Kind] = KINDS) -> Population:
    """Draws all actors; initial trust is drawn here too, though the ODD has it in FormPerspectives."""
    ordered = tuple(k for k in kinds if not k.external) + tuple(k for k in kinds if k.external)
    kind = np.repeat(np.arange(len(ordered)), [k.number for k in ordered])

    def fixed(name: str) -> np.ndarray:
        return np.array([getattr(k, name) for k in ordered])[kind]

    def beta(name: str) -> np.ndarray:
        a = fixed(name)
        return rng.beta(a[:, 0], a[:, 1])

    scales = fixed("hours")
    hours = rng.gamma(scales[:, 0], scales[:, 1])
    strata = fixed("strata")
    poor = strata & (rng.random(len(kind)) < p.poor_share)
    hours[poor] *= 1 - p.resource_gap
    if p.poor_share < 1:
        hours[strata & ~poor] *= 1 + p.resource_gap * p.poor_share / (1 - p.poor_share)

    u = rng.random(len(kind))
    bounds = np.cumsum([p.free_rider_share, p.triangle_share, p.other_share])
    types = np.array([Social.FREE_RIDER, Social.TRIANGLE, Social.OTHER, Social.CONDITIONAL])
    social = types[np.searchsorted(bounds, u, side="right")]

    motives = rng.standard_gamma(fixed("motives"))  # a Dirichlet is gammas over their sum
    motives /= motives.sum(axis=1, keepdims=True)
    return Population(
        kinds=ordered, kind=kind, external=fixed("external"), may_be_affected=fixed("may_be_affected"), strata=strata,
        culture_weight=fixed("culture_weight"), hours=hours, authority=by_lot(beta("authority"), p.authority_lot, rng),
        initial_legitimacy=beta("legitimacy"), knowledge=beta("knowledge"), poor=poor, social=social,
        saving=motives[:, 0], quality=motives[:, 1], need=motives[:, 2], initial_trust=beta("trust"),
    )
