"""Scenario discovery with the EMA workbench: where is one strategy ahead of another?

    python scripts/ema/discover.py cocreate scenarios/four-quadrants.yaml FOLDER

Samples what is not known by the workbench, runs every strategy at each point by one call of the
program, finds by PRIM in which part one is ahead, and saves experiments and outcomes in the
workbench's format. Change the uncertainties, the strategies and the metric below.
Needs the packages of scripts/ema/requirements.txt.
"""

import pathlib
import sys

import numpy
from ema_workbench import RealParameter, save_results
from ema_workbench.analysis import prim

from connector import Batch, cocreate_model, differences, strategy_policies

UNCERTAINTIES = [
    RealParameter("press_scrutiny", 0.05, 0.5),
    RealParameter("external_maturity", 0.1, 0.7),
    RealParameter("error_tolerance", 0, 1),
]
METRIC = "quality_realised"
AHEAD, OF = "facilitating", "guided"   # where is an open process the better designer?
POINTS = 200
REPLICATES = 8
SEED = 1   # of the sample; that of the runs is the scenario's


def main(program, scenario, folder):
    folder = pathlib.Path(folder)
    numpy.random.seed(SEED)
    model = cocreate_model(UNCERTAINTIES, [AHEAD, OF], [METRIC])
    with Batch(model, program, scenario, folder, replicates=REPLICATES) as batch:
        experiments, outcomes = batch.perform_experiments(
            scenarios=POINTS, policies=strategy_policies(model))
    save_results((experiments, outcomes), str(folder / "experiments.tar.gz"))
    points, leads = differences(experiments, outcomes, AHEAD, OF)
    is_ahead = leads[METRIC] > 0
    print(f"{AHEAD} is ahead of {OF} on {METRIC} at {is_ahead.sum()} of {len(is_ahead)} points")
    if not 0 < is_ahead.sum() < len(is_ahead):
        return
    inputs = points[[parameter.name for parameter in UNCERTAINTIES]]
    # Any box that is denser than the whole will do.
    box = prim.Prim(inputs, is_ahead.astype(int), threshold=is_ahead.mean()).find_box()
    path = box.peeling_trajectory
    box.select((2 * path.coverage * path.density / (path.coverage + path.density)).idxmax())
    print(f"coverage {box.coverage:.2f}, density {box.density:.2f}, mass {box.mass:.2f}")
    for factor, probabilities in box.qp[box._cur_box].items():
        low, high = box.box_lims[box._cur_box][factor]
        told = ", ".join(f"{value:.1g}" for value in probabilities if value >= 0)
        print(f"  {factor} {low:.3f} to {high:.3f} (quasi-p {told})")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
