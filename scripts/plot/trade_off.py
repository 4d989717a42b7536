"""Value per public euro against democracy: runs, and the means of strategies, from runs.csv.

    python scripts/plot/trade_off.py results/four-quadrants trade_off.svg

Means that no other strategy's equal on both and beat on one are filled.
"""

import sys

import matplotlib
import pandas

matplotlib.use("agg")
import matplotlib.pyplot as plt

X, Y = "value_per_public_euro", "democracy"
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"]
MARKS = ["o", "s", "^", "D", "v", "P", "X"]

folder, picture = sys.argv[1:3]
runs = pandas.read_csv(f"{folder}/runs.csv", usecols=["point", "strategy", X, Y])
runs = runs[runs.point == runs.point.min()].dropna()
means = runs.groupby("strategy", sort=False)[[X, Y]].mean()

figure, axis = plt.subplots(figsize=(7, 4.5), layout="constrained")
for index, (strategy, mean) in enumerate(means.iterrows()):
    colour, mark = COLOURS[index % len(COLOURS)], MARKS[index % len(MARKS)]
    own = runs[runs.strategy == strategy]
    axis.scatter(own[X], own[Y], s=6, color=colour, alpha=0.15, linewidths=0)
    beaten = ((means >= mean).all(axis=1) & (means > mean).any(axis=1)).any()
    axis.scatter(mean[X], mean[Y], s=70, marker=mark, zorder=3, linewidths=2,
                 facecolor="white" if beaten else colour, edgecolor=colour,
                 label=strategy + ("" if beaten else " (undominated)"))
axis.set_xlabel("value per public euro")
axis.set_ylabel("democracy")
axis.grid(color="#eeeeee")
axis.spines[["top", "right"]].set_visible(False)
figure.legend(loc="outside right center", frameon=False)
figure.savefig(picture, dpi=150)
