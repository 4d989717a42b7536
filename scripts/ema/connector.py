"""The program as a model of the EMA workbench: all experiments in one call, outcomes in its shape.

    model = cocreate_model(uncertainties, strategies, metrics)
    with Batch(model, "cocreate", "scenarios/four-quadrants.yaml", "results/ema") as batch:
        experiments, outcomes = batch.perform_experiments(
            scenarios=200, policies=strategy_policies(model))

Uncertainties are RealParameter, IntegerParameter or CategoricalParameter, named as in a design: a
parameter of `cocreate params`, or any other path of docs/designs.md. Strategies are policies. An
outcome is the mean of a metric over replicates; NaN where no run has it.

Every strategy meets the same municipalities and the same luck at every point; `differences` subtracts
the outcomes of two strategies point by point.
"""

import os
import pathlib
import subprocess

import pandas
from ema_workbench import CategoricalParameter, Model, Policy, ScalarOutcome
from ema_workbench.em_framework.evaluators import BaseEvaluator
from ema_workbench.em_framework.points import experiment_generator


def cocreate_model(uncertainties, strategies, metrics, levers=()):
    """A model with strategies as a lever, beside others if there are, and metrics as outcomes."""
    model = Model("cocreate", function=_alone)
    model.uncertainties = list(uncertainties)
    model.levers = [CategoricalParameter("strategy", list(strategies)), *levers]
    model.outcomes = [ScalarOutcome(metric) for metric in metrics]
    return model


def strategy_policies(model):
    """Each strategy as a policy of its name."""
    return [Policy(strategy.name, strategy=strategy.value)
            for strategy in model.levers["strategy"].categories]


def differences(experiments, outcomes, strategy, versus):
    """The experiments under a strategy's policy, and how far its outcomes are above another's."""
    own, other = [(experiments["policy"] == name).to_numpy() for name in (strategy, versus)]
    if not own.any() or list(experiments["scenario"][own]) != list(experiments["scenario"][other]):
        raise ValueError(f"{strategy} and {versus} are no policies with the same points")
    leads = {name: values[own] - values[other] for name, values in outcomes.items()}
    return experiments[own].reset_index(drop=True), leads


def _alone(**_):
    raise RuntimeError("one experiment at a time would take a process each: use the evaluator Batch")


class Batch(BaseEvaluator):
    """An evaluator that runs all experiments by one call of the program, on as many cores as there are.

    The results folder of the last call is `folder`/results; compare, explain and report read it too.
    """

    def __init__(self, model, program, scenario, folder, replicates=8, options=()):
        super().__init__(model)
        self.program, self.scenario = program, scenario
        self.folder = pathlib.Path(folder)
        self.replicates, self.options = replicates, options

    def initialize(self):
        self.folder.mkdir(parents=True, exist_ok=True)

    def finalize(self):
        pass

    def evaluate_experiments(self, scenarios, policies, callback, combine="factorial"):
        experiments = list(experiment_generator(scenarios, self._msis, policies, combine=combine))
        strategies = [_strategy(experiment) for experiment in experiments]
        points = pandas.DataFrame([_point(experiment) for experiment in experiments])
        # In the model's order, so that explain breaks ties as the workbench does.
        order = [one.name for one in [*self._msis[0].uncertainties, *self._msis[0].levers]]
        points = points[[name for name in order if name in points]]
        if points.columns.empty:
            raise ValueError("no experiment varies anything but the strategy: use cocreate run")
        # The program runs every strategy at a point, so a point is needed once.
        distinct = points.drop_duplicates(ignore_index=True)
        numbers = distinct.reset_index(names="_point")
        places = points.merge(numbers, on=list(points.columns), how="left")["_point"]
        means = self._means(distinct, set(strategies))
        metrics = [outcome.name for outcome in self._msis[0].outcomes]
        for experiment, point, strategy in zip(experiments, places, strategies):
            row = means.loc[(point, strategy)]
            callback(experiment, {metric: row[metric] for metric in metrics})

    def _means(self, points, strategies):
        """The mean of each metric over replicates, by point and strategy."""
        table, results = self.folder / "points.csv", self.folder / "results"
        points.to_csv(table, index=False)
        command = [self.program, "run", self.scenario, "--design", table,
                   "--replicates", str(self.replicates), "--no-rounds", "--quiet", "--overwrite",
                   "--out", results, *self.options]
        done = subprocess.run([os.fspath(part) for part in command], text=True, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise RuntimeError(f"cocreate ended with status {done.returncode}:\n{done.stderr.strip()}")
        metrics = [outcome.name for outcome in self._msis[0].outcomes]
        runs = pandas.read_csv(results / "runs.csv")
        unknown = [metric for metric in metrics if metric not in runs.select_dtypes("number")]
        if unknown:
            raise ValueError(f"no metric {', '.join(unknown)} in runs.csv; docs/codebook.md lists them")
        unknown = strategies - set(runs["strategy"])
        if unknown:
            raise ValueError(f"{self.scenario} has no strategy {', '.join(sorted(unknown))}; it has "
                             f"{', '.join(dict.fromkeys(runs['strategy']))}")
        return runs.groupby(["point", "strategy"])[metrics].mean()


def _strategy(experiment):
    strategy = experiment.policy.get("strategy")
    if strategy is None:
        raise ValueError("an experiment has no strategy: give policies, as of strategy_policies(model)")
    return getattr(strategy, "value", strategy)


def _point(experiment):
    """What a design has of an experiment: everything but the strategy."""
    values = {**experiment.scenario, **experiment.policy}
    return {name: getattr(value, "value", value)
            for name, value in values.items() if name != "strategy"}
