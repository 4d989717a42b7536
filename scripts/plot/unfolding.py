"""How a metric unfolds: median, middle half and 90 % of the runs of each strategy, from rounds.csv.

    python scripts/plot/unfolding.py results/four-quadrants unfolding.svg [METRIC]
"""

import sys

import matplotlib
import pandas

matplotlib.use("agg")
import matplotlib.pyplot as plt

folder, picture = sys.argv[1:3]
metric = sys.argv[3] if len(sys.argv) > 3 else "quality_realised"
rounds = pandas.read_csv(f"{folder}/rounds.csv", usecols=["point", "strategy", "round", metric])
rounds = rounds[rounds.point == rounds.point.min()]
strategies = list(dict.fromkeys(rounds.strategy))
fans = rounds.groupby(["strategy", "round"])[metric].quantile([0.05, 0.25, 0.5, 0.75, 0.95]).unstack()

figure, axes = plt.subplots(1, len(strategies), figsize=(1 + 1.9 * len(strategies), 2.8),
                            sharex=True, sharey=True, squeeze=False, layout="constrained")
for axis, strategy in zip(axes[0], strategies):
    fan = fans.loc[strategy]
    axis.fill_between(fan.index, fan[0.05], fan[0.95], color="#1f5fa8", alpha=0.2, linewidth=0)
    axis.fill_between(fan.index, fan[0.25], fan[0.75], color="#1f5fa8", alpha=0.35, linewidth=0)
    axis.plot(fan.index, fan[0.5], color="#103660")
    axis.set_title(strategy, fontsize=11)
    axis.grid(color="#eeeeee")
    axis.spines[["top", "right"]].set_visible(False)
figure.supxlabel("month", fontsize=11)
figure.supylabel(metric.replace("_", " "), fontsize=11)
figure.savefig(picture, dpi=150)
