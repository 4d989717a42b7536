import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy
import pandas
import statsmodels.api
from SALib.analyze import morris, sobol
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = os.environ["COCREATE"]
FACTORS = {"press_scrutiny": [0.05, 0.5], "external_maturity": [0.1, 0.7], "stake": [0.1, 0.9]}
SCENARIO = """
format: 1
name: {name}
question: What drives it?
rounds: 12
replicates: {replicates}
seed: 7
context: {{}}
strategies:
  guided: {{form: guided}}
  empowering: {{form: empowering}}
  in-house: {{codesign_share: 0, codelivery_share: 0}}
baseline: in-house
"""
METRICS = ["value_per_public_euro", "quality_realised"]

_work = tempfile.TemporaryDirectory(prefix="cocreate-statistics-")
WORK = pathlib.Path(_work.name)


def run(*arguments):
    return subprocess.run(
        [PROGRAM, *arguments], check=True, timeout=300, text=True, stdout=subprocess.PIPE).stdout


def results(name, design="", replicates=3):
    """The runs of a scenario with a design."""
    text = SCENARIO.format(name=name, replicates=replicates)
    if design:
        text += "uncertain:\n" + "".join(
            f"  {factor}: {{uniform: [{low}, {high}]}}\n"
            for factor, (low, high) in FACTORS.items()) + f"design: {design}\n"
    scenario = WORK / f"{name}.yaml"
    scenario.write_text(text)
    folder = WORK / name
    run("run", scenario, "--no-rounds", "--quiet", "--out", folder)
    return folder, pandas.read_csv(folder / "runs.csv")


def problem():
    return {"num_vars": len(FACTORS), "names": list(FACTORS), "bounds": list(FACTORS.values())}


def point_means(runs, metric, strategy, versus=None):
    wide = runs.pivot(index=["point", "replicate"], columns="strategy", values=metric)
    values = wide[strategy] - (wide[versus] if versus else 0)
    return values.groupby("point").mean().to_numpy()


class Compare(unittest.TestCase):
    def test_pairs(self):
        """Paired differences, intervals and corrections are those of SciPy and statsmodels"""
        folder, runs = results("pairs", replicates=40)
        run("compare", folder, "--quiet")
        table = pandas.read_csv(folder / "comparison.csv")
        for metric in METRICS:
            wide = runs.pivot(index="replicate", columns="strategy", values=metric)
            rows = table[table.metric == metric]
            self.assertEqual(len(rows), 6)
            best = wide.eq(wide.max(axis=1), axis=0)
            shares = best.div(best.sum(axis=1), axis=0).mean()
            for row in rows.itertuples():
                a, b = wide[row.strategy], wide[row.versus]
                test = stats.ttest_rel(a, b)
                interval = test.confidence_interval(0.95)
                effect = (a - b).mean() / numpy.sqrt((a.var() + b.var()) / 2)
                gain = 1 - (a - b).var() / (a.var() + b.var())
                low, high = proportion_confint(
                    shares[row.strategy] * len(wide), len(wide), method="wilson")
                numpy.testing.assert_allclose(
                    [row.difference, row.se, row.p, row.ci_low, row.ci_high, row.effect_size,
                     row.variance_reduction, row.correlation, row.probability_best,
                     row.probability_best_low, row.probability_best_high, row.regret],
                    [(a - b).mean(), (a - b).sem(), test.pvalue, interval.low, interval.high,
                     effect, gain, a.corr(b), shares[row.strategy], low, high,
                     wide.mean().max() - a.mean()], rtol=1e-9, atol=1e-12)
            # Every pair stands there twice, and was corrected once.
            once = rows[rows.strategy < rows.versus]
            for column, method in [("p_holm", "holm"), ("q", "fdr_bh")]:
                numpy.testing.assert_allclose(
                    once[column], multipletests(once.p, method=method)[1], rtol=1e-9)

    def test_robustness(self):
        """Rules over design points, the weighting and the Pareto front are those of NumPy"""
        folder, runs = results("robust", "{sobol: 24}", replicates=6)
        run("compare", folder, "--quiet", "--weights", "2,1,0", "--hurwicz", "0.3",
            "--satisfice", "quality_realised=0.6")
        table = pandas.read_csv(folder / "robustness.csv").set_index(
            ["metric", "strategy", "criterion", "parameter"])["value"]
        metrics = [*METRICS, "democracy"]
        sums = sum(
            weight / 3 * (runs[metric] - runs[metric].mean()) / runs[metric].std()
            for metric, weight in zip(metrics, [2, 1, 0]) if weight)
        runs = runs.copy().assign(weighted=sums)
        means = runs.groupby(["point", "strategy"])[[*metrics, "weighted"]].mean().unstack("strategy")
        names = list(means["weighted"].columns)
        nothing = numpy.nan
        for metric in [*METRICS, "weighted"]:
            wide = means[metric].to_numpy()
            regret = wide.max(axis=1, keepdims=True) - wide
            threshold = {"quality_realised": 0.6}.get(
                metric, means[metric]["in-house"].mean())
            expected = {
                ("mean", nothing): wide.mean(axis=0), ("maximin", nothing): wide.min(axis=0),
                ("maximax", nothing): wide.max(axis=0),
                ("hurwicz", 0.3): 0.3 * wide.max(axis=0) + 0.7 * wide.min(axis=0),
                ("minimax_regret", nothing): regret.max(axis=0),
                ("mean_regret", nothing): regret.mean(axis=0),
                ("best_share", nothing): (regret == 0).mean(axis=0),
                **{("percentile", share): numpy.percentile(wide, share, axis=0)
                   for share in [5, 25, 50, 75, 95]},
            }
            for (criterion, parameter), values in expected.items():
                rows = table.xs((metric, criterion), level=["metric", "criterion"]).reset_index()
                rows = rows[rows.parameter.isna() if parameter is nothing
                            else numpy.isclose(rows.parameter, parameter)]
                found = rows.set_index("strategy")["value"].reindex(names)
                numpy.testing.assert_allclose(
                    found, values, rtol=1e-9, atol=1e-12, err_msg=f"{metric} {criterion}")
            rows = table.xs((metric, "satisficing"), level=["metric", "criterion"]).reset_index()
            numpy.testing.assert_allclose(rows.parameter, threshold, rtol=1e-9)
            numpy.testing.assert_allclose(
                rows.set_index("strategy")["value"].reindex(names),
                (wide >= threshold - 1e-12).mean(axis=0), rtol=1e-9)
        all_means = numpy.stack([means[metric].to_numpy() for metric in metrics], axis=2)

        def undominated(rows):
            return numpy.array([
                not any((other >= row).all() and (other > row).any() for other in rows) for row in rows])

        front = table.xs("pareto", level="metric").reset_index().set_index(["criterion", "strategy"])
        numpy.testing.assert_array_equal(
            front.loc["undominated", "value"].reindex(names), undominated(all_means.mean(axis=0)))
        numpy.testing.assert_allclose(
            front.loc["undominated_share", "value"].reindex(names),
            numpy.mean([undominated(point) for point in all_means], axis=0), rtol=1e-9)


class Report(unittest.TestCase):
    def test_unfolding(self):
        """Quantiles by month are those of pandas"""
        folder, _ = results("months", replicates=300)
        run("run", WORK / "months.yaml", "--quiet", "--overwrite", "--out", folder)
        run("report", folder, "--quiet")
        rounds = pandas.read_csv(folder / "rounds.csv")
        fans = pandas.read_csv(folder / "figures/unfolding.csv")
        self.assertEqual(set(fans.metric), {"value", "quality_realised", "voice"})
        for (metric, strategy), fan in fans.groupby(["metric", "strategy"]):
            own = rounds[rounds.strategy == strategy].groupby("round")[metric]
            exact = own.quantile([0.05, 0.25, 0.5, 0.75, 0.95]).unstack().dropna()
            self.assertEqual(list(fan["round"]), list(exact.index))
            self.assertEqual(list(fan["runs"]), list(own.count()[exact.index]))
            numpy.testing.assert_allclose(
                fan[["q05", "q25", "q50", "q75", "q95"]], exact, rtol=1e-12, atol=1e-12)


class Explain(unittest.TestCase):
    def test_morris(self):
        """Elementary effects are SALib's on the same trajectories"""
        folder, runs = results("morris", "{morris: {trajectories: 10, levels: 4}}")
        run("explain", folder, "--quiet")
        table = pandas.read_csv(folder / "morris.csv")
        points = pandas.read_csv(folder / "design.csv")[list(FACTORS)].to_numpy()
        for (metric, strategy), rows in table.groupby(["metric", "strategy"]):
            if metric not in METRICS:
                continue
            expected = morris.analyze(
                problem(), points, point_means(runs, metric, strategy), num_levels=4, seed=1)
            self.assertEqual(list(rows.factor), list(FACTORS))
            for column in ["mu", "mu_star", "sigma"]:
                numpy.testing.assert_allclose(
                    rows[column], expected[column].astype(float), rtol=1e-9, atol=1e-9)
            # Both are bootstrapped, with numbers of their own.
            numpy.testing.assert_allclose(
                rows.mu_star_conf, expected["mu_star_conf"].astype(float), rtol=0.25, atol=1e-9)

    def test_sobol(self):
        """Sobol' indices are SALib's on the same sample, also of a difference"""
        folder, runs = results("saltelli", "{saltelli: {points: 32, second_order: true}}", 2)
        for versus in [None, "in-house"]:
            run("explain", folder, "--quiet", *(["--versus", versus] if versus else []))
            first = pandas.read_csv(folder / "sobol.csv")
            second = pandas.read_csv(folder / "sobol_second.csv")
            for metric in METRICS:
                responses = point_means(runs, metric, "guided", versus)
                expected = sobol.analyze(problem(), responses, calc_second_order=True, seed=1)
                rows = first[(first.metric == metric) & (first.strategy == "guided")]
                for column in ["S1", "ST"]:
                    numpy.testing.assert_allclose(rows[column], expected[column], rtol=1e-9, atol=1e-9)
                    numpy.testing.assert_allclose(
                        rows[f"{column}_conf"], expected[f"{column}_conf"], rtol=0.3, atol=1e-6)
                pairs = second[(second.metric == metric) & (second.strategy == "guided")]
                names = list(FACTORS)
                self.assertEqual(len(pairs), 3)
                for pair in pairs.itertuples():
                    place = names.index(pair.factor_1), names.index(pair.factor_2)
                    numpy.testing.assert_allclose(
                        pair.S2, expected["S2"][place], rtol=1e-9, atol=1e-9)

    def test_regression_and_variance(self):
        """Coefficients are those of statsmodels, shares those of the two-way table"""
        folder, runs = results("sobol", "{sobol: 64}", 5)
        run("explain", folder, "--quiet")
        coefficients = pandas.read_csv(folder / "regression.csv")
        shares = pandas.read_csv(folder / "variance.csv")
        design = pandas.read_csv(folder / "design.csv")[list(FACTORS)]
        for metric in METRICS:
            y = pandas.Series(point_means(runs, metric, "empowering"))
            rows = coefficients[
                (coefficients.metric == metric) & (coefficients.strategy == "empowering")]
            for name, fit, x, response in [
                ("SRC", "R2", design, y), ("SRRC", "R2_rank", design.rank(), y.rank())]:
                scaled = (x - x.mean()) / x.std()
                model = statsmodels.api.OLS(
                    (response - response.mean()) / response.std(),
                    statsmodels.api.add_constant(scaled)).fit()
                numpy.testing.assert_allclose(rows[name], model.params.iloc[1:], rtol=1e-9)
                numpy.testing.assert_allclose(rows[f"{name}_se"], model.bse.iloc[1:], rtol=1e-9)
                numpy.testing.assert_allclose(
                    rows[f"{name}_p"], model.pvalues.iloc[1:], rtol=1e-6, atol=1e-12)
                numpy.testing.assert_allclose(rows[fit], model.rsquared, rtol=1e-9)
            grid = runs[runs.strategy == "empowering"].pivot(
                index="point", columns="replicate", values=metric).to_numpy()
            points, replicates = grid.shape
            of_points = replicates * grid.mean(axis=1).var(ddof=1)
            of_replicates = points * grid.mean(axis=0).var(ddof=1)
            left = (grid - grid.mean(axis=1, keepdims=True) - grid.mean(axis=0, keepdims=True)
                    + grid.mean())
            error = (left ** 2).sum() / (points - 1) / (replicates - 1)
            parts = numpy.array([max(0, (of_points - error) / replicates),
                                 max(0, (of_replicates - error) / points), error])
            row = shares[(shares.metric == metric) & (shares.strategy == "empowering")]
            numpy.testing.assert_allclose(
                row[["parameters", "seed", "interplay"]].to_numpy()[0], parts / parts.sum(),
                rtol=1e-9, atol=1e-12)
            chance = error / replicates / (parts[0] + error / replicates)
            numpy.testing.assert_allclose(row["chance"], chance, rtol=1e-9)

    def test_decision_map(self):
        """A cell's best strategy and lead are those of the runs in it"""
        scenario = WORK / "map.yaml"
        scenario.write_text(SCENARIO.format(name="map", replicates=6)
                            + "design: {grid: {press_scrutiny: [0.05, 0.4], stake: [0, 1]}}\n")
        run("run", scenario, "--no-rounds", "--quiet", "--out", WORK / "map")
        run("explain", WORK / "map", "--quiet", "--map", "stake,press_scrutiny")
        cells = pandas.read_csv(WORK / "map" / "decision_map.csv")
        runs = pandas.read_csv(WORK / "map" / "runs.csv")
        cells = cells[cells.metric == METRICS[0]]
        self.assertEqual(len(cells), 4)
        for cell in cells.itertuples():
            inside = runs[(runs.stake == cell.x_low) & (runs.press_scrutiny == cell.y_low)]
            wide = inside.pivot(index="replicate", columns="strategy", values=METRICS[0])
            order = wide.mean().sort_values(ascending=False)
            self.assertEqual([cell.best, cell.runner_up], list(order.index[:2]))
            numpy.testing.assert_allclose(
                [cell.mean, cell.difference], [order.iloc[0], order.iloc[0] - order.iloc[1]],
                rtol=1e-9)


class Salib(unittest.TestCase):
    def test_example(self):
        """SALib's own sample goes in, and its analysis finds what explain finds of the folder"""
        folder = WORK / "salib"
        said = subprocess.run(
            [sys.executable, ROOT / "scripts/salib/sobol.py", PROGRAM,
             ROOT / "scenarios/four-quadrants.yaml", folder],
            check=True, text=True, stdout=subprocess.PIPE).stdout
        run("explain", folder / "results", "--quiet")
        table = pandas.read_csv(folder / "results" / "sobol.csv")
        rows = table[(table.metric == METRICS[0]) & (table.strategy == "guided")]
        block = said.split("under guided\n")[1].split("\n\n")[0].splitlines()[1:]
        self.assertEqual(len(block), 3)
        for line, row in zip(block, rows.itertuples()):
            self.assertTrue(line.startswith(row.factor), line)
            self.assertAlmostEqual(float(line.split()[1]), row.ST, delta=0.00051)
