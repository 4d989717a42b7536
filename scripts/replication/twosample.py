"""Two-sample tests of a metric, and their correction for being many."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

FEW = 12  # up to so many different values a metric counts as discrete


@dataclass
class Test:
    """A test that was made; `corrected` is set by `holm`."""

    point: str
    metric: str
    kind: str
    p: float
    program: float  # mean, or share missing
    replication: float
    corrected: float = math.nan


def significant_digits(x: np.ndarray, digits: int = 9) -> np.ndarray:
    """Rounds away what the order of floating-point sums makes."""
    magnitude = np.floor(np.log10(np.abs(np.where(x == 0, 1, x))))
    scale = 10.0 ** (digits - 1 - magnitude)
    return np.where(np.abs(x) < 1e-12, 0.0, np.round(x * scale) / scale)


def discrete(a: np.ndarray, b: np.ndarray) -> tuple[str, float]:
    """Fisher's exact test for two values, else chi-square with neighbouring values joined until 5 are expected."""
    values = np.unique(np.concatenate([a, b]))
    table = np.array([[np.count_nonzero(x == v) for v in values] for x in (a, b)])
    if len(values) == 2:
        return "exact", float(stats.fisher_exact(table).pvalue)
    least = 5 * (len(a) + len(b)) / min(len(a), len(b))
    columns: list[np.ndarray] = []
    rest = np.zeros(2, dtype=int)
    for column in table.T:
        rest = rest + column
        if rest.sum() >= least:
            columns.append(rest)
            rest = np.zeros(2, dtype=int)
    if columns:
        columns[-1] = columns[-1] + rest
    if len(columns) < 2:
        return "chi-square", 1.0
    return "chi-square", float(stats.chi2_contingency(np.array(columns).T, correction=False).pvalue)


def tests_of(point: str, metric: str, program: np.ndarray, replication: np.ndarray) -> list[Test]:
    """Test of the share of missing values, and of the distribution of the others."""
    tests: list[Test] = []
    gone = [np.isnan(x) for x in (program, replication)]
    shares = [float(g.mean()) for g in gone]
    if 0 < shares[0] + shares[1] < 2:
        table = [[int(g.sum()), int((~g).sum())] for g in gone]
        tests.append(Test(point, metric, "missing", float(stats.fisher_exact(table).pvalue), *shares))
    a, b = (significant_digits(x[~g]) for x, g in zip((program, replication), gone))
    values = np.unique(np.concatenate([a, b]))
    if min(len(a), len(b)) == 0 or len(values) == 1:
        return tests
    kind, p = discrete(a, b) if len(values) <= FEW else ("KS", float(stats.ks_2samp(a, b).pvalue))
    return tests + [Test(point, metric, kind, p, float(a.mean()), float(b.mean()))]


def pooled_test(metric: str, samples: list[tuple[np.ndarray, np.ndarray]]) -> Test | None:
    """One test of a metric's mean over all points (Stouffer): finds small differences of one sign."""
    scores, means = [], []
    for program, replication in samples:
        a, b = (significant_digits(x[~np.isnan(x)]) for x in (program, replication))
        if min(len(a), len(b)) < 30 or len(np.unique(np.concatenate([a, b]))) == 1:
            continue
        common, count = stats.mode(np.concatenate([a, b]))
        if len(a) + len(b) - count < 40:  # too few that differ for a normal approximation
            continue
        error = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        if error > 0:
            scores.append((b.mean() - a.mean()) / error)
            means.append((a.mean(), b.mean()))
    if len(scores) < 2:
        return None
    z = sum(scores) / math.sqrt(len(scores))
    return Test("all points", metric, "pooled means", 2 * float(stats.norm.sf(abs(z))), *np.mean(means, axis=0))


def holm(tests: list[Test]) -> None:
    """Holm's correction: family-wise error over all tests, whatever their dependence."""
    running = 0.0
    for rank, test in enumerate(sorted(tests, key=lambda t: t.p)):
        running = max(running, min(1.0, test.p * (len(tests) - rank)))
        test.corrected = running
