"""Tests of what can be said without the program. Run: python -m unittest"""

from __future__ import annotations

import math
import unittest
from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from cocreation.choose_form import Adaptive, Case, Contingent, Record, attainment, best_arm
from cocreation.contribute import clipped_mean, joint_product, levels, mean_points, others_mean, points
from cocreation.coordinate import levels_of_teams
from cocreation.course import Phase
from cocreation.landscape import nk_quality, normalise
from cocreation.ledger import Ledger, Source, Use
from cocreation.mathematics import bits_of, distance, gini, logit, round_half_away, sigmoid
from cocreation.metrics import influence_slopes, run_metrics
from cocreation.model import CoCreationModel
from cocreation.needs import fit_gain, relevance
from cocreation.network import Network
from cocreation.observe import timeliness
from cocreation.parameters import FORMS, LEVERS, Parameters, constants_from_table, find_page, register_from_table
from cocreation.perspectives import search_orders
from cocreation.population import Social, by_lot, hours_by_stratum, kinds_from_manifest, kinds_from_text
from cocreation.purse import pay, pay_money
from cocreation.state import Purse


class Mathematics(unittest.TestCase):
    def test_gini(self):
        self.assertAlmostEqual(gini(np.array([0.0, 0.0, 0.0, 5.0])), 1)
        self.assertAlmostEqual(gini(np.array([2.0, 2.0, 2.0])), 0)
        self.assertTrue(math.isnan(gini(np.zeros(3))) and math.isnan(gini(np.ones(1))))

    def test_logit_at_its_ends(self):
        self.assertEqual(sigmoid(logit(0) + 100.0), 0)
        self.assertEqual(sigmoid(logit(1) - 100.0), 1)
        self.assertAlmostEqual(sigmoid(logit(0.3)), 0.3)

    def test_halves_are_rounded_away_from_zero(self):
        self.assertEqual(round_half_away(np.array([0.5, 1.5, 2.5, -0.5])).tolist(), [1, 2, 3, -1])

    def test_distance(self):
        self.assertEqual(distance(0b1010, 0b0110, 4), 0.5)


class LandscapeAndNeeds(unittest.TestCase):
    def test_quality_is_normalised(self):
        for k in (0, 3, 5):
            q = nk_quality(6, k, np.random.default_rng(k))
            self.assertEqual((q.min(), q.max(), len(q)), (0, 1, 64))
        self.assertEqual(normalise(np.full(4, 0.3)).tolist(), [1, 1, 1, 1])

    def test_without_ruggedness_choices_add_up(self):
        q = nk_quality(5, 0, np.random.default_rng(1))
        self.assertAlmostEqual(q[0b00011] - q[0], q[0b00001] + q[0b00010] - 2 * q[0])

    def test_relevance_has_its_ends(self):
        wishes = np.array([0.9, 0.2, 0.6])
        self.assertAlmostEqual(relevance(np.array([1, 0, 1]), wishes), 1)
        self.assertAlmostEqual(relevance(np.array([0, 1, 0]), wishes), 0)

    def test_fit_gain_is_the_difference_of_fits(self):
        rng = np.random.default_rng(2)
        preferences = rng.random((7, 6))
        fit = lambda design: 1 - np.abs(bits_of(design, 6) - preferences).mean(axis=1)  # noqa: E731
        np.testing.assert_allclose(fit_gain(preferences, 0b101101, 0b011001), fit(0b110100) - fit(0b101101))

    def test_search_orders_are_permutations(self):
        orders = search_orders(50, 8, 0.5, np.random.default_rng(3))
        self.assertTrue(all(sorted(o) == list(range(8)) for o in orders.tolist()))
        self.assertTrue((search_orders(5, 8, 0, np.random.default_rng(3)) == np.arange(8)).all())

    def test_search_orders_shuffle_every_order_alike(self):
        orders = search_orders(6000, 3, 1.0, np.random.default_rng(4))
        _, counts = np.unique(orders, axis=0, return_counts=True)
        self.assertEqual(len(counts), 6)
        self.assertLess(abs(counts - 1000).max(), 150)  # five standard deviations


class Contribution(unittest.TestCase):
    def test_rule(self):
        kinds = np.array([Social.CONDITIONAL, Social.FREE_RIDER, Social.TRIANGLE, Social.OTHER])
        m = mean_points(kinds, np.full(4, 10.0))
        expected = [140 / 108 * (-0.473 + 6.66) + 0.242 * x for x in (7.4, 5, 8.5)]
        np.testing.assert_allclose(m, [expected[0], 0, *expected[1:]])
        self.assertEqual(mean_points(kinds[:2], np.zeros(2)).tolist(), [0, 0])
        self.assertEqual(points(m, 0.0, np.ones(4)).tolist(), [round(x) for x in m])

    def test_level_makes_the_mean(self):
        for spread in (0.3, 4.5, 10.0):
            m = np.array([0.01, 0.5, 7.0, 19.9])
            np.testing.assert_allclose(clipped_mean(np.interp(m, *levels(spread)), spread), m, atol=1e-4)

    def test_spread_keeps_mean_and_bounds(self):
        m = np.repeat([0.0, 2.0, 12.0, 20.0], 50_000)
        given = points(m, 6.0, np.random.default_rng(1).standard_normal(len(m)))
        np.testing.assert_allclose(given.reshape(4, -1).mean(axis=1), [0, 2, 12, 20], atol=0.1)
        self.assertTrue(((given >= 0) & (given <= 20) & (given == np.round(given))).all())

    def test_generalised_means(self):
        c = np.array([0.2, 0.4, 0.9])
        np.testing.assert_allclose(others_mean(c, 1.0), [0.65, 0.55, 0.3])
        np.testing.assert_allclose(others_mean(c, 0.0), np.sqrt([0.36, 0.18, 0.08]))
        np.testing.assert_allclose(others_mean(c, -1.0)[2], 2 / (1 / 0.2 + 1 / 0.4))
        self.assertTrue((np.diff([others_mean(c, r)[0] for r in (-8.0, -1.0, 0.0, 1.0, 8.0)]) > 0).all())

    def test_who_gives_nothing_breaks_the_weakest_link(self):
        c = np.array([0.0, 0.5, 0.9])
        self.assertEqual(others_mean(c, -1.0)[1:].tolist(), [0, 0])
        self.assertEqual(others_mean(c, 0.0)[1:].tolist(), [0, 0])
        self.assertAlmostEqual(others_mean(c, 0.5)[1], (0.9**0.5 / 2) ** 2)

    def test_joint_product(self):
        teams = [np.array([0.2, 0.8]), np.array([0.5])]
        self.assertEqual(joint_product(teams, 1.0), 1)
        self.assertAlmostEqual(joint_product(teams, -1.0), (0.32 * 2 + 0.5) / 1.5)
        self.assertEqual(joint_product([np.zeros(3)], -1.0), 1)


class Switches(unittest.TestCase):
    def test_the_lot_permutes(self):
        authority = np.arange(40.0)
        dealt = by_lot(authority, 0.5, np.random.default_rng(1))
        self.assertEqual(sorted(dealt), sorted(authority))
        self.assertTrue(0 < (dealt != authority).sum() < 40)

    def test_strata_keep_the_kinds_hours(self):
        p = SimpleNamespace(resource_gap=0.6, poor_share=0.3)
        strata, poor = np.array([True, True, False]), np.array([True, False, False])
        poorer, richer, other = hours_by_stratum(np.ones(3), strata, poor, p)
        self.assertAlmostEqual(0.3 * poorer + 0.7 * richer, 1)
        self.assertAlmostEqual(poorer / richer, 0.4)
        self.assertEqual(other, 1)

    def test_teams_of_teams(self):
        self.assertEqual([levels_of_teams(m, 4) for m in (1, 2, 4)], [0, 1, math.sqrt(3)])
        self.assertAlmostEqual(levels_of_teams(32, 4), math.sqrt(3) + (math.sqrt(3) + 1 / 4) / 4)

    def test_timeliness_has_the_mean_one_and_falls_as_said(self):
        weights = [timeliness(t, 36, 3.0) for t in range(1, 37)]
        self.assertAlmostEqual(sum(weights) / 36, 1)
        self.assertAlmostEqual(weights[12] / weights[0], 1 / 4)

    def test_slopes_are_those_of_least_squares(self):
        rng = np.random.default_rng(2)
        credit, a, l = rng.random((3, 30))
        x = np.column_stack([np.ones(30), a, l])
        slopes = np.linalg.lstsq(x, credit / credit.mean() - 1, rcond=None)[0][1:]
        np.testing.assert_allclose(list(influence_slopes(credit, a, l).values()), slopes)
        self.assertTrue(math.isnan(influence_slopes(credit, a, 2 * a)["authority_influence"]))


class Choosing(unittest.TestCase):
    def test_records(self):
        record, rewards = Record(), [0.2, 0.5, 0.9]
        for reward in rewards:
            record.add(reward)
        self.assertAlmostEqual(record.mean, np.mean(rewards))
        self.assertAlmostEqual(record.squares, np.var(rewards) * 3)

    def test_forms_never_tried_come_first(self):
        rng = np.random.default_rng(3)
        records = [Record(2, 0.9, 0.01), Record(), Record()]
        self.assertEqual({best_arm("ucb", records, rng) for _ in range(40)}, {1, 2})

    def test_ucb_weighs_the_untried(self):
        records = [Record(50, 0.50, 0.5), Record(2, 0.45, 0.01)]
        self.assertEqual(best_arm("ucb", records, np.random.default_rng(4)), 1)


class Books(unittest.TestCase):
    def test_ledger(self):
        ledger = Ledger(45, 25)
        ledger.receive(Source.BUDGET, 10)
        ledger.book(Source.BUDGET, Use.DELIVERY, 6)
        self.assertGreater(ledger.imbalance(), 0.3)
        ledger.book(Source.BUDGET, Use.UNUSED, 4)
        self.assertEqual((ledger.imbalance(), ledger.public_cost(), ledger.external_value()), (0, 270, 0))

    def test_a_paid_hour_counts_once(self):
        ledger = Ledger(45, 25)
        ledger.book(Source.BUDGET, Use.PAYMENT, 2)
        ledger.book(Source.EXTERNAL, Use.DELIVERY, 10)
        self.assertEqual((ledger.public_cost(), ledger.external_value(), ledger.all_cost()), (90, 250, 250))

    def test_extra_hours_cost_more(self):
        ledger = Ledger(1, 1)
        month = SimpleNamespace(ledger=ledger, staff_hours=0.0, extra_hours=0.0)
        model = SimpleNamespace(p=SimpleNamespace(extra_premium=0.5), month=month, task=SimpleNamespace(purse=Purse(20.0, 10.0, 4.0)))
        self.assertEqual(pay(model, 12.0), 12)  # 10 regular, 2 extra at 3
        self.assertEqual(vars(model.task.purse), {"money": 7, "staff": 0, "extra": 2})
        self.assertEqual((pay(model, 9.0), model.task.purse.money), (2, 4))  # people end before money
        self.assertEqual((pay_money(model, 9.0), model.task.purse.money), (4, 0))
        self.assertEqual((month.staff_hours, month.extra_hours, ledger.public_cost()), (14, 4, 2))


@unittest.skipUnless(find_page("ParameterTable.md"), "no ParameterTable.md: set COCREATION_ODD to its folder")
class WholeModel(unittest.TestCase):
    LASTING = dict(closure_hazard=0.0, viable_share=0.0)

    @classmethod
    def setUpClass(cls):
        page = find_page("ParameterTable.md")
        cls.register = register_from_table(page) | constants_from_table(page)
        cls.kinds = tuple(replace(k, number=min(k.number, 60)) for k in kinds_from_text(find_page("SetUp.md")))

    def model(self, seed: int = 1, rule=None, course=(), network: str = "small_world", **changes) -> CoCreationModel:
        """A model whose few actors have more than enough people and money."""
        staff = sum(k.number * k.hours[0] * k.hours[1] for k in self.kinds if not k.external and k.office != "politics")
        changes = {"demand": max(1.0, staff / 2 / self.register["unit_hours"]), "budget_hours": staff, **changes}
        return CoCreationModel(Parameters(self.register, network, **changes), seed, self.kinds, rule=rule, course=course)

    def test_kinds_are_read_from_text_and_manifest(self):
        kinds = kinds_from_text(find_page("SetUp.md"))
        names = ("hours", "authority", "legitimacy", "knowledge", "trust", "motives")
        manifest = {k.name: {
            "side": "external" if k.external else "public", "office": k.office, "count": str(k.number), "culture_weight": str(k.culture_weight),
            "affected": str(k.may_be_affected).lower(), "strata": str(k.strata).lower(),
            **{name: f"any({', '.join(map(str, getattr(k, name)))})" for name in names},
        } for k in kinds}
        self.assertEqual(kinds_from_manifest(manifest, [k.name for k in kinds]), kinds)
        self.assertEqual([len(getattr(kinds[0], name)) for name in names], [2, 2, 2, 2, 2, 3])

    def test_levers_are_no_parameters(self):
        p = self.model().p
        self.assertFalse(set(LEVERS) & set(vars(p)))

    def test_books_balance_and_metrics_keep_their_bounds(self):
        for seed, (form, axes) in enumerate(FORMS.items()):
            model = self.model(seed, rounds=24, sanction_share=0.5, payment=20.0, **axes).run()
            self.assertLess(max(m.ledger.imbalance() for m in model.months), 1e-9, form)
            metrics = run_metrics(model)
            for name in ("quality", "relevance", "coverage", "inclusion", "trust", "fear", "democracy"):
                self.assertTrue(0 <= metrics[name] <= 1 or math.isnan(metrics[name]), (form, name, metrics[name]))

    def test_both_sides_are_there_while_active(self):
        nobody = {f"{when}_join_{side}": 0.0 for when in ("initial", "monthly") for side in ("external", "public")}
        model = self.model(rounds=6, **nobody, **self.LASTING).run()
        self.assertEqual({(m.participants, m.external_participants) for m in model.months[1:]}, {(2, 1)})

    def test_strategies_that_choose(self):
        fixed = dict(rounds=8, review_months=4, strategic_competence=1.0, **self.LASTING)
        phased = Contingent((Case("guided", (("month", -math.inf, 5.0),)), Case("facilitating")))
        model = self.model(rule=phased, **fixed).run()
        self.assertEqual([m.openness for m in model.months], [0.2] * 5 + [0.8] * 4)  # at month 5 the condition fails: below is strict
        learned = self.model(rule=Adaptive("thompson", ("guided", "equal")), **fixed).run()
        self.assertEqual(sorted(r.n for r in learned.choice.records.values()), [0, 1])
        self.assertEqual(run_metrics(learned)["form_changes"], 1)
        self.assertEqual(attainment(learned.p, 1.0, 0.5, 0.5), 0.5)

    def test_the_line_of_command_lets_pass_what_it_is_told_to(self):
        open_form = dict(FORMS["facilitating"], rounds=48, proposal_rate=1000.0, perspective_error=0.5, **self.LASTING)

        def share(**changes) -> float:
            runs = [run_metrics(self.model(seed, **open_form, **changes).run()) for seed in range(6)]
            return sum(r["implemented"] for r in runs) / sum(r["adopted"] for r in runs)

        self.assertEqual((share(responsiveness=1.0), share(ratification_rule=2)), (1, 1))
        self.assertTrue(0.15 < share(ratification_rule=1, responsiveness=0.5) < 0.85)
        self.assertLess(share(responsiveness=0.0, ratification_fear=20.0, general_fear=1.0), 0.2)

    def test_politicians_take_no_part_and_are_asked(self):
        model = self.model(3, rounds=12, initial_join_public=1.0, monthly_join_public=1.0, proposal_rate=600.0, referral=50.0,
                           responsiveness=1.0, **FORMS["equal"], **self.LASTING).run()
        self.assertFalse(model.members.ever[model.population.politician].any())
        self.assertGreater(run_metrics(model)["referred_share"], 0.9)

    def test_the_core_task_moves_to_what_participants_want(self):
        moving = dict(rounds=6, openness=1.0, authority_share=0.0, deliberation=0.0, **self.LASTING)
        for rate in (0.0, 1.0):
            model = self.model(4, formulation=rate, **moving)
            before = model.task.core_task
            wishes = model.run().members.preferences[model.task.participants].mean(axis=0)
            nearer = np.abs(model.task.core_task - wishes).mean() < np.abs(before - wishes).mean()
            self.assertEqual(bool(nearer), rate > 0)

    def test_a_story_strikes_its_process(self):
        striking = dict(rounds=1, failure_base=0.5, failure_novelty=40.0, press_scrutiny=1.0, story_trust=0.4, output_gain=0.0,
                        throughput_gain=0.0, trust_return=0.0, fear_decay=0.0)
        model = next(m for m in (self.model(s, **striking).run() for s in range(20)) if m.month.stories)
        politicians = model.population.politician
        loss = 0.4 * model.month.severity
        np.testing.assert_allclose(
            model.members.trust[politicians], np.clip(model.members.initial_trust[politicians] - loss, 0, 1))
        self.assertAlmostEqual(model.task.reputation, max(-1, -loss))
        self.assertAlmostEqual(model.task.exposure, min(1, model.p.story_documentation * model.month.severity))

    def test_democracy_without_co_creation_is_no_zero(self):
        metrics = run_metrics(self.model(5, rounds=4, codesign_share=0.0, codelivery_share=0.0).run())
        self.assertGreater(metrics["democracy"], 0)
        self.assertEqual(metrics["inclusion"] if not math.isnan(metrics["inclusion"]) else 0, 0)

    def test_the_lot_at_each_review(self):
        half = dict(rounds=24, review_months=1, strategic_competence=0.5, **self.LASTING)
        always = Contingent((Case("guided", (("month", -math.inf, 99.0),)), Case("facilitating")))
        self.assertEqual({run_metrics(self.model(s, always, **half).run())["form_changes"] for s in range(6)}, {0})
        adapts = self.model(rule=Adaptive("ucb", ("guided", "facilitating")), **half).run()
        self.assertGreater(run_metrics(adapts)["form_changes"], 3)

    def test_beliefs_are_formed_when_the_form_changes(self):
        rule = Contingent((Case("guided", (("month", -math.inf, 2.5),)), Case("facilitating")))
        model = self.model(rule=rule, rounds=3, review_months=1, strategic_competence=1.0, shared_understanding=1.0, **self.LASTING)
        for openness in (0.2, 0.2, 0.8):
            model.step()
            np.testing.assert_allclose(model.members.believed_openness, openness)

    def test_a_process_that_begins_late_and_ends_by_its_strategy(self):
        course = (Phase(4, levers={"codesign_share": 1.0, "openness": 0.7}), Phase(9, end=True), Phase(11, levers={"codelivery_share": 1.0}))
        model = self.model(course=course, rounds=14, codesign_share=0.0, codelivery_share=0.0, handover_months=3, **self.LASTING).run()
        self.assertEqual([m.active for m in model.months], [4 <= t < 9 for t in range(15)])
        handed_over = [t for t, m in enumerate(model.months) if m.ledger.booked[Source.BUDGET, Use.HANDOVER] > 0]
        self.assertEqual(handed_over, [9, 10, 11])
        metrics = run_metrics(model)
        self.assertEqual((metrics["completed"], metrics["months_alive"]), (1, 5))

    def test_what_has_ended_lowers_trust_and_reputation(self):
        kept = dict(rounds=3, trust_return=0.0, output_gain=0.0, throughput_gain=0.0, ending_disappointment=0.2, **self.LASTING)
        model = self.model(course=(Phase(3, end=True),), **kept)
        for _ in range(2):
            model.step()
        before, external = model.members.trust.copy(), model.task.participants[model.population.external[model.task.participants]]
        model.step()
        fallen = np.zeros(len(before))
        fallen[external] = 0.2
        np.testing.assert_allclose(model.members.trust, np.clip(before - fallen, 0, 1))
        self.assertAlmostEqual(model.task.reputation, -0.2 * len(external) / np.count_nonzero(model.population.external))

    def test_a_larger_share_adds_choices(self):
        course = (Phase(2, levers={"codesign_share": 0.4}), Phase(3, levers={"codesign_share": 1.0}))
        model = self.model(course=course, rounds=3, authority_share=0.0, codesign_share=0.2, openness=1.0, proposal_rate=0.0,
                           **self.LASTING)
        opened, plan, design = [model.task.open_choices], model.task.plan, model.task.design
        for _ in range(3):
            model.step()
            opened.append(model.task.open_choices)
        self.assertEqual((model.task.plan, model.task.design), (plan, design))
        self.assertEqual([a & b for a, b in zip(opened, opened[1:])], opened[:-1])
        self.assertEqual(opened[-1], (1 << model.p.choices) - 1)

    def test_same_seed_same_run(self):
        a, b = (run_metrics(self.model(5, rounds=6).run()) for _ in range(2))
        np.testing.assert_equal(a, b)

    def test_networks(self):
        rng = np.random.default_rng(4)
        shape = (30, 2 * self.register["contacts"])
        for name, expected in (("ring", shape), ("random", shape), ("none", (30, 0)), ("complete", (30, 0))):
            network = Network(Parameters(self.register, name), 30, rng)
            self.assertEqual(network.contacts.shape, expected)
            self.assertFalse((network.contacts == np.arange(30)[:, None]).any())


if __name__ == "__main__":
    unittest.main()
