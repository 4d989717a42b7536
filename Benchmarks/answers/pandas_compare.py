"""What `cocreate compare` finds of pairs, with pandas: prints the sum of all differences."""

import sys

import pandas
from scipy import stats

METRICS = ["value_per_public_euro", "quality_realised", "democracy"]
runs = pandas.read_csv(sys.argv[1], usecols=["point", "strategy", "replicate", *METRICS])
strategies = list(dict.fromkeys(runs.strategy))
total = 0.0
for metric in METRICS:
    wide = runs.pivot(index=["point", "replicate"], columns="strategy", values=metric)
    best = wide.eq(wide.max(axis=1), axis=0)
    best.div(best.sum(axis=1), axis=0).groupby("point").mean()
    for i, a in enumerate(strategies):
        for b in strategies[i + 1:]:
            groups = (wide[a] - wide[b]).groupby("point").agg(["count", "mean", "std"])
            error = groups["std"] / groups["count"] ** 0.5
            stats.t.ppf(0.975, groups["count"] - 1) * error
            2 * stats.t.sf(abs(groups["mean"] / error), groups["count"] - 1)
            total += groups["mean"].sum()
print(f"{total:.9f}")
