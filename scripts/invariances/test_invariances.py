"""What must not change, at random points of the parameter space, through the built program."""

import unittest

import numpy
from points import (
    BUDGET, COUNTS, FORMS, IN_HOUSE, REGISTER, STRATEGIES, actors, metrics, random_context, run)
from scipy import stats

# Ratios of the whole run. Counts of single events and what is decided vary with the size of a sample
# by nature, and are looked at in test_equal_kinds.
RATIOS = [
    "value_per_public_euro", "value_per_euro", "public_cost_per_unit", "coverage",
    "transaction_share", "quality_realised", "relevance", "inclusion",
]
# Standard errors beyond the tolerance before a difference counts; some 300 comparisons are made.
ERRORS = 4


def contexts(count, seed, **options):
    random = numpy.random.default_rng(seed)
    return [random_context(random, **options) for _ in range(count)]


def relative_changes(first, second, names):
    """Change of each mean relative to the first, and its standard error, by strategy."""
    changes = []
    for strategy, group in first.groupby("strategy", sort=False):
        other = second[second.strategy == strategy]
        for name in names:
            a, b = group[name].dropna(), other[name].dropna()
            if len(a) < 10 or len(b) < 10 or a.mean() == 0:
                continue
            change = b.mean() / a.mean() - 1
            error = numpy.hypot(a.sem(), b.sem()) / abs(a.mean())
            changes.append((f"{strategy}: {name}", change, error))
    return changes


class Size(unittest.TestCase):
    def test_everything_per_head_times(self):
        for number, context in enumerate(contexts(2, seed=1)):
            one = run(f"size-{number}-1", context, 200, times=2)
            for times in (2, 4, 8):
                many = run(f"size-{number}-{times}", context, 200 // times + 50, times=2 * times)
                for name, change, error in relative_changes(one, many, RATIOS):
                    with self.subTest(point=number, times=times, ratio=name):
                        self.assertLess(abs(change), 0.02 + ERRORS * error)

    def test_the_headline_from_the_reference_to_sixteen_times(self):
        forms = {"empowering": {"form": "empowering"}, "in-house": IN_HOUSE}
        one = run("sixteen-1", {}, 400, forms, times=3)
        many = run("sixteen-16", {}, 60, forms, times=48)
        for name, change, error in relative_changes(one, many, RATIOS):
            with self.subTest(ratio=name):
                self.assertLess(abs(change), 0.02 + ERRORS * error)


class Money(unittest.TestCase):
    def test_all_money_times_seven(self):
        in_euros = [name for name, entry in REGISTER.items() if entry["unit"].startswith("EUR")]
        self.assertEqual(
            sorted(in_euros), ["payment", "public_wage", "shadow_wage", "unit_value"])
        paid = {name: strategy | {"payment": 8} for name, strategy in STRATEGIES.items()}
        dearer = {name: strategy | {"payment": 56} for name, strategy in STRATEGIES.items()}
        for number, context in enumerate(contexts(4, seed=2)):
            seven = context | {name: 7 * context[name] for name in in_euros if name in context}
            first = run(f"money-{number}", context, 10, paid)
            second = run(f"money-{number}-7", seven, 10, dearer)
            for name in metrics(first):
                factor = 7 if self.is_money(name) else 1
                with self.subTest(point=number, metric=name):
                    numpy.testing.assert_allclose(
                        second[name], factor * first[name], rtol=1e-9, atol=1e-12)

    @staticmethod
    def is_money(name):
        return name in {
            "public_cost", "external_value", "value", "harm", "net_present_value", "net_saving",
            "public_cost_per_unit"}


class Tasks(unittest.TestCase):
    def test_two_equal_tasks_are_twice_one(self):
        sums = ["public_cost", "value", "external_value", "external_participants", "failures"]
        for number, context in enumerate(contexts(2, seed=3)):
            one = run(f"task-{number}", context, 300)
            # Each task finds the same pool, and has as many staff and as much money as the one.
            staff = {kind: 2 * COUNTS[kind] for kind in ("professional", "manager", "politician")}
            two = run(
                f"tasks-{number}", context | {"budget_hours": 2 * BUDGET}, 300,
                kinds=actors(**staff), tasks=[{"name": "a"}, {"name": "b"}])
            for name in sums:
                two[name] /= 2
            changes = relative_changes(one, two, sums + ["value_per_public_euro", "coverage"])
            for name, change, error in changes:
                with self.subTest(point=number, ratio=name):
                    # A few people take part in both, and share their time.
                    self.assertLess(abs(change), 0.05 + ERRORS * error)

    def test_splitting_a_kind_in_two_equal_kinds(self):
        kind = {
            "side": "external", "affected": False, "strata": True, "culture_weight": 0.5,
            "hours": {"gamma": {"shape": 2, "scale": 21}},
            "authority": {"beta": {"a": 1, "b": 30}}, "legitimacy": {"beta": {"a": 5, "b": 4}},
            "knowledge": {"beta": {"a": 4, "b": 6}}, "trust": {"beta": {"a": 6, "b": 4}},
            "motives": {"saving": 1, "quality": 3, "need": 3},
        }
        for number, context in enumerate(contexts(2, seed=4)):
            whole = run(f"kind-{number}", context, 300)
            halves = actors(volunteer=COUNTS["volunteer"] // 2)
            halves["helper"] = kind | {"count": COUNTS["volunteer"] // 2}
            split = run(f"kinds-{number}", context, 300, kinds=halves)
            found = []
            for strategy, group in whole.groupby("strategy"):
                other = split[split.strategy == strategy]
                for name in metrics(whole):
                    a, b = group[name].dropna(), other[name].dropna()
                    if len(a) > 20 and len(b) > 20 and a.nunique() > 1:
                        found.append((stats.ks_2samp(a, b).pvalue, strategy, name))
            least = min(found)
            with self.subTest(point=number, tests=len(found)):
                self.assertGreater(least[0] * len(found), 0.01, least)


class InHouse(unittest.TestCase):
    def test_no_shares_are_in_house_number_for_number(self):
        others = {
            form: {"form": form, **IN_HOUSE, "facilitation_hours": 3, "recognition_hours": 2}
            for form in FORMS}
        for number, context in enumerate(contexts(3, seed=5)):
            runs = run(f"none-{number}", context, 10, others | {"in-house": IN_HOUSE})
            plain = runs[runs.strategy == "in-house"].reset_index(drop=True)
            for form in FORMS:
                other = runs[runs.strategy == form].reset_index(drop=True)
                for name in metrics(runs):
                    with self.subTest(point=number, form=form, metric=name):
                        self.assertTrue(plain[name].equals(other[name]))

    def test_it_moves_with_nothing_external(self):
        external = [
            "external_maturity", "initial_join_external", "monthly_join_external",
            "external_risk", "shadow_wage", "minimum_share", "facilitation_hours", "payment",
            "payment_effect", "recognition_hours", "support_hours", "contribution_spread",
            "free_rider_share", "monthly_leave", "early_leaving", "viable_share",
            "resource_gap", "resource_weight", "efficacy_weight", "pressure_weight",
            "coordination_loss", "supervision", "planned_overhead", "professional_requirement",
            "handover_months", "handover_loss", "ending_disappointment", "closure_hazard",
        ]
        context = contexts(1, seed=6)[0]
        base = run("inside", context, 10, {"in-house": IN_HOUSE})
        for name in external:
            entry = REGISTER[name]
            low, high = entry["minimum"], entry["maximum"]
            value = low + 0.7 * (high - low)
            moved = run(
                "inside-moved", context | {name: round(value) if entry["integer"] else value},
                10, {"in-house": IN_HOUSE})
            for metric in metrics(base):
                with self.subTest(parameter=name, metric=metric):
                    self.assertTrue(base[metric].equals(moved[metric]))


class Unpaid(unittest.TestCase):
    def test_what_cannot_be_paid_does_not_act(self):
        offers = {
            "facilitation_hours": 6, "recognition_hours": 6, "support_hours": 20, "payment": 50,
            "supervision": 10,
        }
        # Duties and staff's own part take all the money there is.
        poor = {"budget_hours": BUDGET // 20}
        half = {form: {"form": form, "codelivery_share": 0.5} for form in FORMS}
        for number, context in enumerate(contexts(2, seed=7)):
            base = run(f"poor-{number}", context | poor | dict.fromkeys(offers, 0), 20, half)
            for name, much in offers.items():
                context_with = context | poor | dict.fromkeys(offers, 0) | {name: much}
                offered = run(f"poor-{number}-{name}".replace("_", "-"), context_with, 20, half)
                for metric in metrics(base):
                    with self.subTest(point=number, offer=name, metric=metric):
                        self.assertTrue(base[metric].equals(offered[metric]))

    def test_what_is_paid_acts(self):
        half = {"empowering": {"form": "empowering"}}
        base = run("paid", {}, 60, half)
        for name, much in {"facilitation_hours": 3, "recognition_hours": 3, "payment": 20}.items():
            offered = run(f"paid-{name}".replace("_", "-"), {name: much}, 60, half)
            with self.subTest(offer=name):
                self.assertGreater(
                    offered.external_participants.mean(), base.external_participants.mean())


class Endings(unittest.TestCase):
    def test_value_after_an_end_is_not_above_that_before(self):
        ending = {
            form: {"form": form, "phases": [{"from": 13, "end": True}]} for form in FORMS}
        for number, context in enumerate(contexts(4, seed=8)):
            # Months of hand-over are the months after.
            context |= {"handover_months": 6}
            _, months = run(f"end-{number}", context, 300, ending, months=True)
            for form, group in months.groupby("strategy"):
                lived = group[group["round"] == 12].set_index("replicate").active
                for measure in ("value", "value_per_public_euro"):
                    before = self.mean(group, range(7, 13), measure)
                    after = self.mean(group, range(13, 19), measure)
                    change = (after - before)[lived[lived == 1].index]
                    with self.subTest(point=number, form=form, measure=measure):
                        self.assertLess(
                            change.mean(), ERRORS * change.sem() + 0.005 * before.mean())

    @staticmethod
    def mean(months, rounds, measure):
        sums = months[months["round"].isin(rounds)].groupby("replicate")[
            ["value", "public_cost"]].sum()
        return sums.value / sums.public_cost if "euro" in measure else sums.value


class Staff(unittest.TestCase):
    def test_more_staff_never_gives_less(self):
        for number, context in enumerate(contexts(2, seed=9)):
            before = None
            for professionals in (2, 4, 8, 16, 32):
                kinds = actors(professional=professionals)
                runs = run(f"staff-{number}-{professionals}", context, 150, kinds=kinds)
                if before is not None:
                    names = ["coverage"]
                    for name, change, error in relative_changes(before, runs, names):
                        with self.subTest(point=number, professionals=professionals, of=name):
                            self.assertGreater(change, -0.01 - ERRORS * error)
                before = runs


if __name__ == "__main__":
    unittest.main()
