"""Strategies on the three ambitions, means with 95 % intervals, from summary.csv.

    python scripts/plot/ambitions.py results/four-quadrants ambitions.svg
"""

import sys

import matplotlib
import pandas

matplotlib.use("agg")
import matplotlib.pyplot as plt

METRICS = {"value_per_public_euro": "value per public euro",
           "quality_realised": "realised quality",
           "democracy": "democracy"}

folder, picture = sys.argv[1:3]
summary = pandas.read_csv(f"{folder}/summary.csv")
summary = summary[summary.point == summary.point.min()]
strategies = list(dict.fromkeys(summary.strategy))[::-1]

figure, axes = plt.subplots(1, 3, figsize=(9, 1.4 + 0.3 * len(strategies)), sharey=True,
                            layout="constrained")
for axis, (metric, title) in zip(axes, METRICS.items()):
    rows = summary[summary.metric == metric].set_index("strategy").reindex(strategies)
    spread = [rows["mean"] - rows.ci_low, rows.ci_high - rows["mean"]]
    axis.errorbar(rows["mean"], strategies, xerr=spread, fmt="o", color="#1f5fa8", capsize=3)
    axis.set_xlabel(title)
    axis.margins(y=0.15)
    axis.grid(axis="x", color="#dddddd")
    axis.spines[["top", "right"]].set_visible(False)
figure.savefig(picture, dpi=150)
