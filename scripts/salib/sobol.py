"""Sobol' indices with SALib: its sample in, the program's outcomes out.

    python scripts/salib/sobol.py cocreate scenarios/four-quadrants.yaml FOLDER

Writes the sample as a design, runs the scenario at its points, and analyses the mean of a metric
under each strategy. Change the problem, the metric and the size below.
Needs pandas and SALib (pip install -r scripts/statistics/requirements.txt).
"""

import pathlib
import subprocess
import sys

import pandas
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling

# Names are parameters of `cocreate params`, or any other path of docs/designs.md.
PROBLEM = {
    "num_vars": 3,
    "names": ["press_scrutiny", "external_maturity", "error_tolerance"],
    "bounds": [[0.05, 0.5], [0.1, 0.7], [0, 1]],
}
METRIC = "value_per_public_euro"
BASE_POINTS = 32
REPLICATES = 4


def outcomes(program, scenario, folder, sample):
    """The mean of the metric at each point of a sample, a column for each strategy."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    points = folder / "points.csv"
    pandas.DataFrame(sample, columns=PROBLEM["names"]).to_csv(points, index=False)
    subprocess.run(
        [program, "run", scenario, "--design", points, "--replicates", str(REPLICATES),
         "--no-rounds", "--quiet", "--overwrite", "--out", folder / "results"], check=True)
    runs = pandas.read_csv(folder / "results" / "runs.csv")
    return runs.pivot_table(index="point", columns="strategy", values=METRIC, aggfunc="mean")


def main(program, scenario, folder):
    sample = sampling.sample(PROBLEM, BASE_POINTS, calc_second_order=False, seed=1)
    means = outcomes(program, scenario, folder, sample)
    for strategy in means:
        indices = analysis.analyze(
            PROBLEM, means[strategy].to_numpy(), calc_second_order=False, seed=1)
        total, first = indices.to_df()
        print(f"{METRIC} under {strategy}\n{total.join(first).round(3).to_string()}\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
