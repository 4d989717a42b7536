"""The ledger: hours received and used, by source and use, in euros (MetricDefinitions, The ledger)."""

from __future__ import annotations

from enum import IntEnum

import numpy as np


class Source(IntEnum):
    BUDGET = 0
    LIABILITY = 1
    EXTERNAL = 2


class Use(IntEnum):
    DELIVERY = 0
    DESIGN = 1
    COORDINATION = 2
    FACILITATION = 3
    PAYMENT = 4
    DOCUMENTATION = 5
    HANDOVER = 6
    SANCTION = 7
    SLACK = 8
    UNUSED = 9


TRANSACTIONS = (Use.COORDINATION, Use.FACILITATION, Use.DOCUMENTATION, Use.HANDOVER)


class Ledger:
    """What came in from each source, and what it went to."""

    def __init__(self, public_wage: float, shadow_wage: float):
        self.wages = (public_wage, public_wage, shadow_wage)
        self.received = np.zeros(len(Source))
        self.booked = np.zeros((len(Source), len(Use)))

    def receive(self, source: Source, hours: float) -> None:
        self.received[source] += hours * self.wages[source]

    def book(self, source: Source, use: Use, hours: float) -> None:
        self.booked[source, use] += hours * self.wages[source]

    def public_cost(self) -> float:
        return float(self.booked[: Source.EXTERNAL, : Use.UNUSED].sum())

    def external_value(self) -> float:
        return float(self.booked[Source.EXTERNAL, : Use.UNUSED].sum())

    def all_cost(self) -> float:
        """An hour that is paid for is in both of the above; its payment counts once."""
        return self.public_cost() + self.external_value() - float(self.booked[:, Use.PAYMENT].sum())

    def transactions(self) -> float:
        return float(self.booked[:, TRANSACTIONS].sum())

    def imbalance(self) -> float:
        """Largest difference between what a source brought and what it went to, relative to the former."""
        difference = np.abs(self.received - self.booked.sum(axis=1))
        return float((difference / np.maximum(1, self.received)).max())
