"""What `cocreate compare` finds of pairs, with Polars: prints the sum of all differences."""

import sys

import polars
from scipy import stats

METRICS = ["value_per_public_euro", "quality_realised", "democracy"]
runs = polars.read_csv(sys.argv[1], columns=["point", "strategy", "replicate", *METRICS],
                       schema_overrides={metric: polars.Float64 for metric in METRICS})
strategies = runs["strategy"].unique(maintain_order=True).to_list()
total = 0.0
for metric in METRICS:
    wide = runs.pivot(on="strategy", index=["point", "replicate"], values=metric)
    most = polars.max_horizontal(strategies)
    wide.group_by("point").agg((polars.col(name) == most).mean() for name in strategies)
    for i, a in enumerate(strategies):
        for b in strategies[i + 1:]:
            d = polars.col(a) - polars.col(b)
            groups = wide.group_by("point").agg(n=d.count(), mean=d.mean(), sd=d.std())
            n, error = groups["n"].to_numpy(), (groups["sd"] / groups["n"].sqrt()).to_numpy()
            stats.t.ppf(0.975, n - 1) * error
            2 * stats.t.sf(abs(groups["mean"].to_numpy() / error), n - 1)
            total += groups["mean"].sum()
print(f"{total:.9f}")
