"""The connector to the EMA workbench, through the program."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy
import pandas
from ema_workbench import IntegerParameter, Policy, RealParameter, load_results, save_results
from ema_workbench.analysis import cart, feature_scoring, prim
from ema_workbench.em_framework.evaluators import Samplers

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from connector import Batch, cocreate_model, differences, strategy_policies

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = os.environ["COCREATE"]
SCENARIO = ROOT / "scenarios/four-quadrants.yaml"
STRATEGIES = ["guided", "facilitating", "in-house"]
METRICS = ["value_per_public_euro", "quality_realised"]
UNCERTAINTIES = [
    RealParameter("press_scrutiny", 0.05, 0.5), IntegerParameter("actors.citizen.count", 20, 60)]


class Connector(unittest.TestCase):
    def setUp(self):
        numpy.random.seed(1)
        work = tempfile.TemporaryDirectory(prefix="cocreate-ema-")
        self.addCleanup(work.cleanup)
        self.folder = pathlib.Path(work.name)

    def performed(self, uncertainties=UNCERTAINTIES, strategies=STRATEGIES, metrics=METRICS, **how):
        model = cocreate_model(uncertainties, strategies, metrics)
        with Batch(model, PROGRAM, SCENARIO, self.folder, replicates=2,
                   options=["--set", "rounds=12"]) as batch:
            return batch.perform_experiments(
                **{"scenarios": 24, "policies": strategy_policies(model), **how})

    def test_outcomes(self):
        """Outcomes are the means of runs.csv at each experiment's own point and strategy"""
        experiments, outcomes = self.performed()
        self.assertEqual(len(experiments), 24 * 3)
        runs = pandas.read_csv(self.folder / "results/runs.csv")
        points = pandas.read_csv(self.folder / "results/design.csv")
        self.assertEqual(len(points), 24)
        self.assertEqual(list(points), ["point", *(one.name for one in UNCERTAINTIES)])
        means = runs.groupby(["point", "strategy"])[METRICS].mean()
        for place, experiment in enumerate(experiments.itertuples()):
            row = dict(zip(experiments.columns, experiment[1:]))
            own = points[numpy.isclose(points["press_scrutiny"], row["press_scrutiny"], rtol=1e-12)
                         & (points["actors.citizen.count"] == row["actors.citizen.count"])]
            self.assertEqual(len(own), 1)
            for metric in METRICS:
                self.assertAlmostEqual(
                    outcomes[metric][place],
                    means.loc[(own["point"].iloc[0], row["policy"]), metric], places=12)

    def test_differences(self):
        """Differences are of two strategies at the same point, also from an archive"""
        experiments, outcomes = self.performed(scenarios=12)
        path = self.folder / "saved.tar.gz"
        save_results((experiments, outcomes), str(path))
        wide = pandas.DataFrame({**experiments, **outcomes}).pivot(
            index="scenario", columns="policy", values=METRICS)
        for results in [(experiments, outcomes), load_results(str(path))]:
            points, leads = differences(*results, "in-house", "guided")
            own = wide.loc[points["scenario"].astype(wide.index.dtype)]
            self.assertEqual(len(own), 12)
            for metric in METRICS:
                numpy.testing.assert_allclose(
                    leads[metric], own[metric]["in-house"] - own[metric]["guided"], rtol=1e-9)
        with self.assertRaises(ValueError):
            differences(experiments, outcomes, "nobody", "no one")
        backwards = experiments.iloc[[*range(11, -1, -1), *range(12, 36)]]
        with self.assertRaises(ValueError):
            differences(backwards, outcomes, "in-house", "guided")

    def test_workbench(self):
        """Its samplers, PRIM, CART, feature scores and archives work on what comes back"""
        experiments, outcomes = self.performed(scenarios=40, uncertainty_sampling=Samplers.MC)
        path = self.folder / "saved.tar.gz"
        save_results((experiments, outcomes), str(path))
        again, values = load_results(str(path))
        numpy.testing.assert_allclose(values[METRICS[0]], outcomes[METRICS[0]], rtol=1e-15)
        own = (experiments["policy"] == "facilitating").to_numpy()
        inputs = experiments.loc[own, [one.name for one in UNCERTAINTIES]].reset_index(drop=True)
        value = outcomes["value_per_public_euro"][own]
        is_low = (value < numpy.median(value)).astype(int)
        box = prim.Prim(inputs.astype(float), is_low, threshold=is_low.mean()).find_box()
        self.assertGreater(box.density, is_low.mean())
        cart.CART(inputs, is_low, mass_min=0.1).build_tree()
        scores = feature_scoring.get_feature_scores_all(inputs, {"value": value})
        self.assertEqual(set(scores.index), {one.name for one in UNCERTAINTIES})

    def test_faults(self):
        """What is wrong is told in the program's words"""
        for what, words in [
                ({"uncertainties": [RealParameter("press_scrutny", 0, 1)]}, "did you mean"),
                ({"strategies": ["guided", "guidance"]}, "no strategy guidance"),
                ({"policies": [Policy("one", strategy="guidance")]}, "no strategy guidance"),
                ({"policies": 0}, "has no strategy: give policies"),
                ({"metrics": ["relevanse"]}, "no metric relevanse"),
                ({"metrics": ["strategy"]}, "no metric strategy")]:
            with self.subTest(what=words):
                with self.assertRaises(Exception) as raised:
                    self.performed(**{"scenarios": 2, **what})
                self.assertIn(words, str(raised.exception))

    def test_example(self):
        """The worked example runs, and tells a part with its coverage and density"""
        example = self.folder / "discover.py"
        text = (ROOT / "scripts/ema/discover.py").read_text()
        for whole, short in [("POINTS = 200", "POINTS = 60"), ("REPLICATES = 8", "REPLICATES = 6")]:
            self.assertIn(whole, text)
            text = text.replace(whole, short)
        example.write_text(text)
        told = subprocess.run(
            [sys.executable, example, PROGRAM, SCENARIO, self.folder / "out"], check=True, text=True,
            stdout=subprocess.PIPE, timeout=300,
            env={**os.environ, "PYTHONPATH": str(ROOT / "scripts/ema")}).stdout
        self.assertRegex(told, r"facilitating is ahead of guided on \w+ at \d+ of 60 points")
        self.assertRegex(told, r"coverage [01]\.\d\d, density [01]\.\d\d")
        experiments, outcomes = load_results(str(self.folder / "out/experiments.tar.gz"))
        self.assertEqual([len(experiments), len(outcomes["quality_realised"])], [120, 120])
        subprocess.run(
            [PROGRAM, "explain", self.folder / "out/results", "--metric", "quality_realised",
             "--strategy", "facilitating", "--versus", "guided", "--quiet"], check=True)
        boxes = pandas.read_csv(self.folder / "out/results/prim.csv")
        chosen = boxes[boxes.chosen == 1].iloc[0]
        self.assertIn(f"coverage {chosen.coverage:.2f}, density {chosen.density:.2f}", told)
        limits = pandas.read_csv(self.folder / "out/results/prim_limits.csv")
        self.assertGreater(len(limits), 0)
        for limit in limits.itertuples():
            quasi = [f"{p:.1g}" for p in (limit.qp_low, limit.qp_high) if not numpy.isnan(p)]
            self.assertIn(f"  {limit.factor} {limit.low:.3f} to {limit.high:.3f} "
                          f"(quasi-p {', '.join(quasi)})", told)


if __name__ == "__main__":
    unittest.main()
