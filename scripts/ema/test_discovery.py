"""What cocreate explain finds by PRIM and by trees, against the EMA workbench and scikit-learn."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import numpy
import pandas
from ema_workbench.analysis import prim
from sklearn.tree import DecisionTreeClassifier

PROGRAM = os.environ["COCREATE"]
# Points by chance: on Sobol's grid a limit halfway between two points may be a third one, and rounding
# decides on which side it lies.
FACTORS = {
    "press_scrutiny": [0.05, 0.5], "external_maturity": [0.1, 0.7], "public_maturity": [0.1, 0.7],
    "stake": [0.1, 0.9]}
METRIC = "value_per_public_euro"
SCENARIO = """
format: 1
name: discovery
question: Where does which strategy win?
rounds: 36
replicates: 4
seed: 4
context: {}
strategies:
  guided: {form: guided}
  equal: {form: equal}
  in-house: {codesign_share: 0, codelivery_share: 0}
baseline: in-house
uncertain:
""" + "".join(f"  {name}: {{uniform: {limits}}}\n" for name, limits in FACTORS.items()) + """
design: {lhs: 250}
"""


class Discovery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory(prefix="cocreate-ema-")
        cls.addClassCleanup(cls.work.cleanup)
        cls.folder = pathlib.Path(cls.work.name) / "results"
        scenario = cls.folder.with_suffix(".yaml")
        scenario.write_text(SCENARIO)
        cls.run_program("run", scenario, "--no-rounds", "--out", cls.folder)
        cls.points = pandas.read_csv(cls.folder / "design.csv")[list(FACTORS)].astype(float)
        runs = pandas.read_csv(cls.folder / "runs.csv")
        cls.means = runs.pivot_table(index="point", columns="strategy", values=METRIC)

    @classmethod
    def run_program(cls, *arguments):
        subprocess.run([PROGRAM, *arguments, "--quiet"], check=True, timeout=300)

    def explained(self, *options):
        """The boxes, limits and rules that the program finds, and which points are of interest."""
        self.run_program("explain", self.folder, "--metric", METRIC, *options)
        return [pandas.read_csv(self.folder / f"{name}.csv")
                for name in ["prim", "prim_limits", "tree"]]

    def check_prim(self, boxes, limits, is_case):
        search = prim.Prim(self.points, is_case.to_numpy().astype(int), threshold=0.5)
        found = search.find_box()
        path = found.peeling_trajectory
        self.assertGreater(len(path), 5)
        for column in ["coverage", "density", "mass", "res_dim", "n", "k"]:
            numpy.testing.assert_allclose(
                boxes[column], path[column].astype(float), rtol=1e-9, err_msg=column)
        chosen = boxes.index[boxes.chosen == 1][0] - boxes.index[0]
        balance = 2 * path.coverage * path.density / (path.coverage + path.density)
        self.assertEqual(chosen, balance.to_numpy().argmax())
        self.assertEqual(set(limits.factor), set(found.qp[chosen]))
        for limit in limits.itertuples():
            low, high = found.box_lims[chosen][limit.factor]
            numpy.testing.assert_allclose([limit.low, limit.high], [low, high], rtol=1e-9)
            numpy.testing.assert_allclose(
                numpy.nan_to_num([limit.qp_low, limit.qp_high], nan=-1),
                found.qp[chosen][limit.factor], rtol=1e-9)
        numpy.random.seed(1)
        again = found.resample(chosen, iterations=60)["reproduce density"] / 100
        # Both draw halves of their own: of 60 and 20, shares differ by 0.13 at most (one standard error).
        for limit in limits.itertuples():
            self.assertLess(abs(limit.reproduce_density - again[limit.factor]), 0.4)

    def test_prim_fails(self):
        """PRIM's boxes, limits and quasi-p values are the workbench's: where a strategy fails"""
        limit = self.means["guided"].quantile(0.3)
        boxes, limits, _ = self.explained("--strategy", "guided", "--fails", f"{METRIC}={limit}")
        self.check_prim(boxes, limits, self.means["guided"] < limit)

    def test_prim_ahead(self):
        """PRIM's boxes, limits and quasi-p values are the workbench's: where one is ahead of another"""
        boxes, limits, _ = self.explained("--strategy", "guided", "--versus", "equal")
        self.check_prim(boxes, limits, self.means["guided"] > self.means["equal"])

    def check_tree(self, rules, classes):
        tree = DecisionTreeClassifier(
            max_depth=3, min_samples_leaf=0.05, random_state=1).fit(self.points, classes)
        self.assertGreater(len(rules), 1)
        self.assertAlmostEqual(
            (rules.share * rules.n).sum() / len(classes), tree.score(self.points, classes))
        # Ours joins leaves that say the same, so it has some of the splits, at the same values.
        leaves = pandas.Series(tree.apply(self.points))
        says = dict(zip(leaves, tree.predict(self.points)))
        for name in set(classes):
            self.assertEqual(
                rules[rules["class"] == name].n.sum(), sum(leaves.map(says) == name), name)
        splits = {(list(FACTORS)[factor], f"{value:.4g}")
                  for factor, value in zip(tree.tree_.feature, tree.tree_.threshold) if factor >= 0}
        said = {(factor, f"{float(value):.4g}") for rule in rules["rule"] for part in rule.split(" and ")
                for factor, *words in [part.split()]
                for value in words if re.fullmatch(r"-?[\d.]+", value)}
        self.assertLessEqual(said, splits)
        return {factor for factor, _ in said}

    def test_tree(self):
        """Rules part the points as scikit-learn's tree does, at the same values"""
        factors = set()
        _, _, rules = self.explained("--strategy", "guided", "--versus", "equal")
        ahead = self.means["guided"] > self.means["equal"]
        factors |= self.check_tree(rules, numpy.where(ahead, "guided", "equal"))
        limit = self.means["guided"].quantile(0.3)
        _, _, rules = self.explained("--strategy", "guided", "--fails", f"{METRIC}={limit}")
        factors |= self.check_tree(
            rules, numpy.where(self.means["guided"] < limit, "fails", "good enough"))
        self.assertGreater(len(factors), 1)
