"""SetUp, Population: kinds of actors and their static attributes; ConcernCitizens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
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
    office: str  # none, management or politics
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


KIND_ROW = re.compile(r"^\| (\w+) \| (public|external) \| (none|management|politics) \| (\d+) \| (yes|no) \| (yes|no) \| (.*) \|$")


def kinds_from_text(path: str | Path) -> tuple[Kind, ...]:
    """The default kinds, from their table in SetUp.md."""
    kinds = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        match = KIND_ROW.match(line)
        if match:
            name, side, office, number, may, strata, rest = match.groups()
            culture, *distributions = (tuple(map(float, cell.split(","))) for cell in rest.split("|"))
            kinds.append(
                Kind(name, side == "external", office, int(number), may == "yes", strata == "yes", culture[0], *distributions)
            )
    if not kinds:
        raise ValueError(f"no kinds in {path}")
    return tuple(kinds)


def kinds_from_manifest(actors: dict[str, dict[str, str]], order: Sequence[str]) -> tuple[Kind, ...]:
    """The kinds of a run of the program, from its manifest; that one does not have their order."""

    def numbers(distribution: str) -> tuple[float, ...]:
        return tuple(map(float, distribution.split("(")[1].rstrip(")").split(",")))

    return tuple(
        Kind(
            name, kind["side"] == "external", kind["office"], int(kind["count"]), kind["affected"] == "true", kind["strata"] == "true",
            float(kind["culture_weight"]),
            *(numbers(kind[of]) for of in ("hours", "authority", "legitimacy", "knowledge", "trust", "motives")),
        )
        for name in order
        for kind in [actors[name]]
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
    manager: np.ndarray
    politician: np.ndarray
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
    readiness: np.ndarray  # of managers and politicians; nothing uses that of others
    initial_trust: np.ndarray

    @property
    def size(self) -> int:
        return len(self.kind)

    @property
    def staff(self) -> np.ndarray:
        """Who of the public side works: all but politicians."""
        return ~self.external & ~self.politician


def by_lot(authority: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    """Authority by lot: those who take part get each other's authorities in the order of their lots."""
    if share > 0:
        takes_part = np.flatnonzero(rng.random(len(authority)) < share)
        by_rank = takes_part[np.argsort(rng.random(len(takes_part)), kind="stable")]
        authority = authority.copy()
        authority[by_rank] = authority[takes_part]
    return authority


def concern_citizens(population: Population, share: float, rng: np.random.Generator) -> np.ndarray:
    """SetUp, ConcernCitizens: whom the task concerns, among the kinds that it may concern."""
    may = np.flatnonzero(population.may_be_affected)
    u = rng.random(len(may))
    affected = np.zeros(population.size, dtype=bool)
    affected[may[u < share]] = True
    affected[may[np.argmin(u)]] = True
    return affected


def hours_by_stratum(hours: np.ndarray, strata: np.ndarray, poor: np.ndarray, p: Parameters) -> np.ndarray:
    """The poor have less, the others more, and the kind as much as before on average."""
    lacking = p.resource_gap * p.poor_share
    if lacking == 1:
        return hours
    factor = np.where(poor, 1 - p.resource_gap, 1.0) / (1 - lacking)
    return np.where(strata, hours * factor, hours)


def make_population(p: Parameters, rng: np.random.Generator, kinds: Sequence[Kind]) -> Population:
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

    u = rng.random(len(kind))
    bounds = np.cumsum([p.free_rider_share, p.triangle_share, p.other_share])
    types = np.array([Social.FREE_RIDER, Social.TRIANGLE, Social.OTHER, Social.CONDITIONAL])
    social = types[np.searchsorted(bounds, u, side="right")]

    motives = rng.standard_gamma(fixed("motives"))  # a Dirichlet is gammas over their sum
    motives /= motives.sum(axis=1, keepdims=True)
    return Population(
        kinds=ordered, kind=kind, external=fixed("external"), manager=fixed("office") == "management",
        politician=fixed("office") == "politics", readiness=rng.standard_normal(len(kind)), may_be_affected=fixed("may_be_affected"), strata=strata,
        culture_weight=fixed("culture_weight"), hours=hours_by_stratum(hours, strata, poor, p),
        authority=by_lot(beta("authority"), p.authority_lot, rng),
        initial_legitimacy=beta("legitimacy"), knowledge=beta("knowledge"), poor=poor, social=social,
        saving=motives[:, 0], quality=motives[:, 1], need=motives[:, 2], initial_trust=beta("trust"),
    )
