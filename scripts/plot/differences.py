"""Paired differences against the baseline with 95 % intervals, from comparison.csv.

    cocreate compare results/four-quadrants
    python scripts/plot/differences.py results/four-quadrants differences.svg
"""

import json
import sys

import matplotlib
import pandas

matplotlib.use("agg")
import matplotlib.pyplot as plt

METRICS = {"value_per_public_euro": "value per public euro",
           "quality_realised": "realised quality",
           "democracy": "democracy"}

folder, picture = sys.argv[1:3]
table = pandas.read_csv(f"{folder}/comparison.csv")
with open(f"{folder}/manifest.json") as file:
    baseline = json.load(file).get("baseline") or table.versus.iloc[0]
# Over several design points, the mean of all of them.
table = table[table.point.isna()] if table.point.isna().any() else table
table = table[table.versus == baseline]
strategies = list(dict.fromkeys(table.strategy))[::-1]

figure, axes = plt.subplots(1, 3, figsize=(9, 1.6 + 0.3 * len(strategies)), sharey=True,
                            layout="constrained")
for axis, (metric, title) in zip(axes, METRICS.items()):
    rows = table[table.metric == metric].set_index("strategy").reindex(strategies)
    spread = [rows.difference - rows.ci_low, rows.ci_high - rows.difference]
    axis.axvline(0, color="#888888", linewidth=1)
    axis.errorbar(rows.difference, strategies, xerr=spread, fmt="o", color="#1f5fa8", capsize=3)
    axis.set_xlabel(title)
    axis.margins(y=0.15)
    axis.grid(axis="x", color="#dddddd")
    axis.spines[["top", "right"]].set_visible(False)
figure.suptitle(f"Difference from {baseline}", fontsize=11)
figure.savefig(picture, dpi=150)
