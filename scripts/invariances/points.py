"""Random points of the parameter space, and runs of the program at them."""

import json
import os
import pathlib
import subprocess
import tempfile

import numpy
import pandas
import yaml

PROGRAM = os.environ["COCREATE"]
_work = tempfile.TemporaryDirectory(prefix="cocreate-invariances-")
WORK = pathlib.Path(_work.name)

FORMS = ["guided", "empowering", "equal", "facilitating"]
IN_HOUSE = {"codesign_share": 0, "codelivery_share": 0}
STRATEGIES = {form: {"form": form} for form in FORMS} | {"in-house": IN_HOUSE}

# A third of the reference: what is per head stays, and a run takes a third of the time.
COUNTS = {
    "professional": 8, "manager": 1, "politician": 7, "citizen": 250, "volunteer": 170,
    "association": 14, "business": 7,
}
DEMAND, BUDGET = 240, 960

REGISTER = {
    entry["name"]: entry
    for entry in json.loads(
        subprocess.run(
            [PROGRAM, "params", "--json"], check=True, text=True, stdout=subprocess.PIPE).stdout)
}
# What a point leaves as it is: size, horizon, structure, and strategies' choices.
FIXED = {
    "rounds", "demand", "budget_hours", "unit_hours", "choices", "ruggedness", "openness",
    "centrality", "codesign_share", "codelivery_share", "onboarding_limit", "affected_share",
    "demand_growth", "team_size", "initial_join_external", "monthly_join_external",
    "free_rider_share",
}
# What cannot be set beside a mechanism that is taken out.
TAKEN_OUT = {"closure": ["political_stop"]}
# The most of what is off by default, where a point has it on; .5 of all else.
MOST = {"payment": 20, "recognition_hours": 2, "support_hours": 5}


def random_context(random, spread=0.3, on=False):
    """Every number of the register but the fixed ones, moved by up to a share of itself.

    What is off by default stays off, or is drawn from nothing to its most.
    """
    context = {}
    for name, entry in REGISTER.items():
        if name in FIXED or not (entry["default"] or on):
            continue
        if entry["default"]:
            value = entry["default"] * (1 + spread * random.uniform(-1, 1))
        else:
            value = random.uniform(0, MOST.get(name, 0.5))
        value = min(entry["maximum"], max(entry["minimum"], value))
        context[name] = round(value) if entry["integer"] else float(numpy.round(value, 6))
    return context


def actors(times=1, **changes):
    # A committee of the council has as many members in a large town as in a small one.
    return {
        kind: {"count": changes.get(kind, count) * (1 if kind == "politician" else times)}
        for kind, count in COUNTS.items()}


def run(name, context, replicates, strategies=None, kinds=None, tasks=None, rounds=24, times=1,
        months=False):
    """The runs, and with `months` the months, of strategies in a context."""
    strategies = strategies or STRATEGIES
    context = {"demand": DEMAND * times, "budget_hours": BUDGET * times} | context
    for mechanism in context.get("without", []):
        context = {
            name: value for name, value in context.items()
            if name not in TAKEN_OUT.get(mechanism, [])}
    context["actors"] = kinds or actors(times)
    if tasks:
        context["tasks"] = tasks
    scenario = {
        "format": 1, "name": name, "question": "Does it stay?", "rounds": rounds,
        "replicates": replicates, "seed": 7, "context": context, "strategies": strategies,
        "baseline": list(strategies)[-1],
    }
    path, folder = WORK / f"{name}.yaml", WORK / name
    path.write_text(yaml.safe_dump(scenario, sort_keys=False))
    options = [] if months else ["--no-rounds"]
    result = subprocess.run(
        [PROGRAM, "run", path, "--out", folder, "--overwrite", "--quiet", *options],
        text=True, capture_output=True)
    if result.returncode:
        raise RuntimeError(result.stderr)
    runs = pandas.read_csv(folder / "runs.csv")
    return (runs, pandas.read_csv(folder / "rounds.csv")) if months else runs


def metrics(runs):
    """The columns that are no keys and no parameters."""
    keys = {"experiment", "point", "strategy", "replicate", "run", "seed"}
    return [name for name in runs.columns if name not in keys and name not in REGISTER]
