"""Compares this model with the program, metric by metric, at many points of the parameter space.

Exits with 1 if any metric differs at a family-wise error of 1 % (Holm's correction over all tests), else with 0.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from multiprocessing import Pool
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402
import yaml  # noqa: E402

from cocreation import CoCreationModel, Parameters, month_metrics, register_from_program, run_metrics  # noqa: E402
from cocreation.choose_form import Adaptive, Contingent  # noqa: E402
from cocreation.course import Phase  # noqa: E402
from cocreation.parameters import (  # noqa: E402
    Register, bounds_from_program, constants_from_program, constants_from_table, find_page, mechanisms_from_program,
)
from cocreation.population import Kind, kinds_from_manifest, kinds_from_text  # noqa: E402
from cocreation.situation import Condition  # noqa: E402
from points import QUICK, Point, edge_point, fixed_points, random_point  # noqa: E402
from twosample import Test, holm, pooled_test, tests_of  # noqa: E402

Samples = dict[str, np.ndarray]


def rule_of(point: Point) -> dict:
    """The rule of a strategy that chooses forms."""
    if isinstance(point.rule, Adaptive):
        return {"adapt": {"policy": point.rule.policy, "forms": list(point.rule.forms)}}
    if isinstance(point.rule, Contingent):
        return {"choose": [when_of(case.when) | {"form": case.form} for case in point.rule.cases]}
    return {}


def when_of(conditions: tuple[Condition, ...]) -> dict:
    when = {name: {k: v for k, v in (("above", a), ("below", b)) if math.isfinite(v)} for name, a, b in conditions}
    return {"when": when} if when else {}


def phase_of(phase: Phase) -> dict:
    start = {"from": phase.start} if phase.start else {}
    return start | when_of(phase.when) | ({"end": True} if phase.end else dict(phase.levers))


def strategy_of(point: Point) -> dict:
    return rule_of(point) | ({"phases": [phase_of(phase) for phase in point.course]} if point.course else {})


def actors_of(kind: Kind) -> dict:
    return {"count": kind.number, "affected": kind.may_be_affected}


def scenario_of(point: Point, replicates: int, seed: int) -> dict:
    """The point as a scenario of the program."""
    context = {k: v for k, v in point.changes.items() if k != "rounds"}
    if point.without:
        context["without"] = list(point.without)
    context["network"] = point.network
    context["actors"] = {kind.name: actors_of(kind) for kind in point.kinds}
    scenario = {"format": 1, "name": point.name, "question": "Does the program agree with the replication?",
                "replicates": replicates, "seed": seed, "context": context, "strategies": {point.name: strategy_of(point)}}
    if "rounds" in point.changes:
        scenario["rounds"] = point.changes["rounds"]
    return scenario


def default_kinds(program: Path) -> tuple[Kind, ...]:
    """The kinds that the program has if a scenario says nothing, in the order of the text; says so if the text has others."""
    text = kinds_from_text(find_page("SetUp.md"))
    with tempfile.TemporaryDirectory() as folder:
        scenario = {"format": 1, "name": "kinds", "question": "Which?", "rounds": 1, "replicates": 1, "strategies": {"any": {}}}
        run_scenario(program, scenario, Path(folder))
        manifest = json.loads((Path(folder) / "out" / "manifest.json").read_text(encoding="utf-8"))
    kinds = kinds_from_manifest(manifest["actors"], [kind.name for kind in text])
    others = [ours.name for ours, theirs in zip(text, kinds) if ours != theirs]
    if others:
        print(f"the program has other kinds than SetUp.md: {', '.join(others)}", file=sys.stderr)
    return kinds


def run_scenario(program: Path, scenario: dict, folder: Path) -> None:
    """Runs the program into `out` of a folder."""
    file = folder / f"{scenario['name']}.yaml"
    file.write_text(yaml.safe_dump(scenario), encoding="utf-8")
    command = [str(program), "run", str(file), "--out", str(folder / "out"), "--quiet", "--threads", "1"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{scenario['name']}: the program failed\n{done.stderr}{done.stdout}")


def columns_after(table: list[dict[str, str]], last: str, prefix: str = "") -> Samples:
    """The columns after a certain one, as numbers; empty fields are missing."""
    names = list(table[0])
    names = names[names.index(last) + 1 :]
    return {prefix + m: np.array([float(row[m]) if row[m] else math.nan for row in table]) for m in names}


def observed_months(rounds: int, wanted: list[int]) -> list[int]:
    """The months to compare: those wanted that a run has; -1 is the last."""
    return sorted({rounds if m < 0 else m for m in wanted if m <= rounds})


def run_program(
    program: Path, point: Point, replicates: int, seed: int, register: Register, mechanisms: dict[str, Register], wanted: list[int]
) -> Samples:
    """Runs the program; metrics of a run are the columns after the parameters, metrics of a month those after `round`."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        run_scenario(program, scenario_of(point, replicates, seed), Path(folder))
        with open(out / "runs.csv", newline="", encoding="utf-8") as rows:
            table = list(csv.DictReader(rows))
        months: dict[int, list[dict[str, str]]] = {m: [] for m in observed_months(int(table[0]["rounds"]), wanted)}
        if months:
            with open(out / "rounds.csv", newline="", encoding="utf-8") as rows:
                for row in csv.DictReader(rows):
                    if int(row["round"]) in months:
                        months[int(row["round"])].append(row)
    values = {**register, **point.changes, **neutral_values(point, mechanisms)}
    for name, value in values.items():
        if name in register and not math.isclose(float(table[0][name]), value, rel_tol=1e-9, abs_tol=1e-12):
            sys.exit(f"{point.name}: the program has {name} = {table[0][name]}, not {value}")
    samples = columns_after(table, max(register, key=list(table[0]).index))
    for month, rows in months.items():
        samples |= columns_after(rows, "round", f"{month}:")
    return samples


def neutral_values(point: Point, mechanisms: dict[str, Register]) -> Register:
    """The values that take out what a point is without."""
    return {name: value for mechanism in point.without for name, value in mechanisms[mechanism].items()}


def replicate_once(job: tuple[Point, Register, Register, int, list[int]]) -> dict[str, float]:
    point, numbers, neutral, seed, wanted = job
    parameters = Parameters(numbers, point.network, **{**point.changes, **neutral})
    model = CoCreationModel(parameters, seed, point.kinds, rule=point.rule, course=point.course).run()
    worst = max(m.ledger.imbalance() for m in model.months)
    if worst > 1e-9:
        raise ArithmeticError(f"{point.name}, seed {seed}: the ledger is out of balance by {worst}")
    result = run_metrics(model)
    for month in observed_months(model.p.rounds, wanted):
        result |= {f"{month}:{name}": value for name, value in month_metrics(model.months[month]).items()}
    return result


def run_replication(
    point: Point, replicates: int, seed: int, numbers: Register, neutral: Register, wanted: list[int], mapper
) -> Samples:
    jobs = [(point, numbers, neutral, seed + i, wanted) for i in range(replicates)]
    rows = list(mapper(replicate_once, jobs))
    return {m: np.array([row[m] for row in rows], dtype=float) for m in rows[0]}


def compare_all(samples: dict[str, tuple[Samples, Samples]]) -> list[Test]:
    """All tests, corrected together."""
    tests: list[Test] = []
    for point, (program, replication) in samples.items():
        for metric in program:
            tests += tests_of(point, metric, program[metric], replication[metric])
    for metric in dict.fromkeys(m for program, _ in samples.values() for m in program):
        pooled = pooled_test(metric, [(a[metric], b[metric]) for a, b in samples.values() if metric in a])
        tests += [pooled] if pooled else []
    holm(tests)
    return tests


def report(tests: list[Test], alpha: float, show: int) -> int:
    """Prints disagreements, or the nearest to one; returns how many there are."""
    ordered = sorted(tests, key=lambda t: t.p)
    apart = [t for t in ordered if t.corrected < alpha]
    print(f"{len(tests)} tests, {len(apart)} disagreements at a family-wise error of {alpha:g} (Holm)")
    shown = apart if apart else ordered[:show]
    if not apart:
        print(f"the {len(shown)} smallest p:")
    print(f"{'point':<14}{'metric':<34}{'test':<14}{'program':>14}{'replication':>14}{'p':>10}{'corrected':>11}")
    for t in shown:
        print(f"{t.point:<14}{t.metric:<34}{t.kind:<14}{t.program:>14.6g}{t.replication:>14.6g}{t.p:>10.2g}{t.corrected:>11.2g}")
    return len(apart)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path, help="the program's binary")
    parser.add_argument("--points", type=int, default=12, help="random points beside those of the reference scenario")
    parser.add_argument("--edges", type=int, default=0, help="further points with some parameters at a bound")
    parser.add_argument("--replicates", type=int, default=200, help="runs of this model at each point")
    parser.add_argument("--factor", type=int, default=4, help="runs of the program for each run of this model")
    parser.add_argument("--seed", type=int, default=1, help="seed of points and runs")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--alpha", type=float, default=0.01, help="family-wise error")
    parser.add_argument("--show", type=int, default=8, help="smallest p to show if all agree")
    parser.add_argument("--quick", action="store_true", help="eight points and a random one; 60 runs each")
    parser.add_argument("--only", nargs="*", default=[], help="only the points of these names, and the random ones")
    parser.add_argument("--months", type=int, nargs="*", default=[],
                        help="compare the metrics of these months, too; -1 is the last")
    parser.add_argument("--save", type=Path, help="write all tests to this JSON file")
    return parser.parse_args()


def constants(program: Path) -> Register:
    """The constants of the program; says so if the text has others."""
    theirs, text = constants_from_program(program), constants_from_table(find_page("ParameterTable.md"))
    others = sorted(name for name in set(theirs) | set(text) if theirs.get(name) != text.get(name))
    if others:
        print(f"the program has other constants than ParameterTable.md: {', '.join(others)}", file=sys.stderr)
    return theirs


def points_to_compare(options: argparse.Namespace, register: Register, mechanisms: dict[str, Register]) -> list[Point]:
    """The points that the options ask for."""
    kinds, bounds = default_kinds(options.program), bounds_from_program(options.program)
    points, wanted = fixed_points(register, kinds), set(options.only)
    if options.quick:
        wanted, options.points, options.replicates = set(QUICK), 1, 60
    if wanted:
        points = [point for point in points if point.name in wanted]
    points += [random_point(i, options.seed, register, bounds, kinds, mechanisms) for i in range(options.points)]
    return points + [edge_point(i, options.seed, register, bounds, kinds, mechanisms) for i in range(options.edges)]


def main() -> None:
    options = arguments()
    options.program = options.program.resolve()
    register = register_from_program(options.program)
    numbers, mechanisms = register | constants(options.program), mechanisms_from_program(options.program)
    points = points_to_compare(options, register, mechanisms)
    samples: dict[str, tuple[Samples, Samples]] = {}
    pool = Pool(options.jobs) if options.jobs > 1 else None
    for i, point in enumerate(points):
        started = time.perf_counter()
        seed = options.seed * 1_000_000_000 + i * 1_000_000
        program = run_program(options.program, point, options.replicates * options.factor, seed, register, mechanisms, options.months)
        neutral = neutral_values(point, mechanisms)
        replication = run_replication(
            point, options.replicates, seed, numbers, neutral, options.months, pool.imap if pool else map)
        if set(program) != set(replication):
            sys.exit(f"not the same metrics: {sorted(set(program) ^ set(replication))}")
        samples[point.name] = program, replication
        spent = (time.perf_counter() - started) / options.replicates
        print(f"{point.name}: {options.replicates} runs, {1000 * spent:.0f} ms each", flush=True)

    tests = compare_all(samples)
    if options.save:
        options.save.write_text(json.dumps([vars(t) for t in tests], indent=0), encoding="utf-8")
    sys.exit(1 if report(tests, options.alpha, options.show) else 0)


if __name__ == "__main__":
    main()
