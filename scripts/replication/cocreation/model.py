"""The model: set-up and schedule (ODD 3)."""

from __future__ import annotations

from typing import Sequence

import mesa
import numpy as np

from .account import account
from .choose_form import Choice, Rule, choose, choose_form
from .close import close
from .contribute import contribute
from .coordinate import coordinate
from .course import Course, begin_process, follow_course
from .deliver import deliver
from .ending import disappoint
from .facilitate import facilitate
from .fail import fail
from .fear import change_fear
from .formulate import formulate_task, set_core_task
from .frame import first_aspirations, frame, reframe
from .fund import fund
from .join import join, share_time
from .landscape import Landscape, Views
from .lead import lead
from .learn import learn
from .ledger import Ledger
from .needs import expected_preferences, form_preferences
from .network import Network
from .observe import observe
from .parameters import Parameters
from .perspectives import form_members
from .population import Actor, Kind, concern_citizens, make_population
from .produce import produce_in_house
from .search import search
from .staff import staff
from .state import Levers, Month, Organisation, Task
from .trust import build_trust

PHASES = (
    follow_course, choose_form, reframe, fund, produce_in_house, join, share_time, lead, contribute, facilitate, staff,
    coordinate, formulate_task, search, deliver, fail, account, change_fear, build_trust, learn, observe, close, disappoint,
)


class CoCreationModel(mesa.Model):
    """One run: a process of the context with the number `seed` (ODD 4, Stochasticity).

    Mesa has the actors and the steps; attributes and states are arrays over actors, in the same order.
    """

    def __init__(
        self, parameters: Parameters, seed: int, kinds: Sequence[Kind], process: int = 0, rule: Rule = None,
        course: Course = (),
    ):
        super().__init__(rng=seed)
        self.number = seed
        self.p = parameters
        self.course = course
        self.context, self.process = np.random.default_rng([seed, 0]), np.random.default_rng([seed, 1, process])
        self.months: list[Month] = []
        self.set_up(kinds, rule)

    def set_up(self, kinds: Sequence[Kind], rule: Rule) -> None:
        """Month 0, in the order of SetUp."""
        p = self.p
        self.population = make_population(p, self.context, kinds)
        self.make_agents()
        staff_hours = float(self.population.hours[self.population.staff].sum())
        self.organisation = Organisation(p.general_fear, p.public_maturity, p.external_maturity, staff_hours)
        self.landscape = Landscape(p, self.context)
        affected = concern_citizens(self.population, p.affected_share, self.context)
        quo = self.landscape.status_quo
        self.task = Task(p.choices, quo, p.authority_share, Levers(**p.levers), p.operational_maturity, design=quo)
        if self.task.may_begin:
            begin_process(self, 1)
        self.choice = None if rule is None else Choice(rule)
        if self.choice and self.task.active:
            choose(self, 0)
        expected = expected_preferences(p, self.population, affected, self.context)
        preferences = form_preferences(p, expected, self.context)
        self.members = form_members(p, self.population, affected, expected, preferences, self.context)
        self.views = Views(p, self.members.own_view, self.number)
        self.network = Network(p, self.population.size, self.context)
        first_aspirations(self)
        frame(self)
        set_core_task(self)
        self.task.reframe = False
        self.start_month(0)
        observe(self)

    def make_agents(self) -> None:
        population = self.population
        Actor.create_agents(
            self, population.size, index=list(range(population.size)),
            kind=[population.kinds[k] for k in population.kind], poor=population.poor.tolist(),
        )

    @property
    def documentation(self) -> float:
        """Share of hours that documentation takes, at the fear there is now and by what stories have made people ask for."""
        p = self.p
        return min(0.95, p.documentation_base + p.documentation_fear * self.organisation.fear + self.task.exposure)

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
