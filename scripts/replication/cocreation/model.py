"""The model: set-up and schedule (ODD 3)."""

from __future__ import annotations

from typing import Sequence

import mesa
import numpy as np

from .account import account
from .choose_form import Rule, begin, choose_form
from .close import close
from .contribute import contribute
from .coordinate import coordinate
from .deliver import deliver
from .fail import fail
from .fear import change_fear
from .frame import first_aspirations, frame, reframe
from .fund import fund
from .join import join, share_time
from .landscape import Landscape, Views
from .lead import lead
from .learn import learn
from .ledger import Ledger
from .needs import form_preferences
from .network import Network
from .observe import observe
from .parameters import Form, Parameters
from .perspectives import form_members
from .population import KINDS, Actor, Kind, concern_citizens, make_population
from .search import search
from .staff import staff
from .state import Month, Organisation, Task
from .trust import build_trust

PHASES = (
    choose_form, reframe, fund, join, share_time, lead, contribute, staff, coordinate, search, deliver, fail, account,
    change_fear, build_trust, learn, observe, close,
)


class CoCreationModel(mesa.Model):
    """One run: a process of the context with the number `seed` (ODD 4, Stochasticity).

    Mesa has the actors and the steps; attributes and states are arrays over actors, in the same order.
    """

    def __init__(
        self, parameters: Parameters, seed: int, kinds: Sequence[Kind] = KINDS, process: int = 0, rule: Rule = None
    ):
        super().__init__(rng=seed)
        self.number = seed
        self.p = p = parameters
        self.context, self.process = np.random.default_rng([seed, 0]), np.random.default_rng([seed, 1, process])

        self.organisation = Organisation(p.initial_fear, p.public_maturity, p.external_maturity)
        self.population = make_population(p, self.context, kinds)
        Actor.create_agents(
            self, self.population.size, index=list(range(self.population.size)),
            kind=[self.population.kinds[k] for k in self.population.kind], poor=self.population.poor.tolist(),
        )
        self.landscape = Landscape(p, self.context)
        affected = concern_citizens(self.population, p.affected_share, self.context)
        quo = self.landscape.status_quo
        self.task = Task(p.choices, quo, p.cocreated, Form(p.openness, p.centrality), design=quo)
        self.choice = begin(self, rule)
        preferences = form_preferences(p, self.population, affected, self.context)
        self.members = form_members(p, self.population, affected, preferences, self.context)
        self.views = Views(p, self.members.own_view, seed)
        self.network = Network(p, self.population.size, self.context)
        self.members.aspiration = first_aspirations(self)
        frame(self, 0)
        self.months: list[Month] = []
        self.start_month(0)
        observe(self)

    @property
    def documentation(self) -> float:
        """Share of hours that documentation takes, at the fear there is now."""
        return self.organisation.documentation(self.p)

    def start_month(self, number: int) -> None:
        self.month = Month(number, Ledger(self.p.public_wage, self.p.shadow_wage))

    def step(self) -> None:
        """One month."""
        self.start_month(len(self.months))
        for phase in PHASES:
            phase(self)

    def run(self) -> CoCreationModel:
        """All months."""
        for _ in range(self.p.rounds):
            self.step()
        return self
