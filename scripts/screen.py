"""The scenario of the screening, and its page.

    python3 scripts/screen.py scenario PROGRAM TRAJECTORIES REPLICATES
    python3 scripts/screen.py page PROGRAM
"""

import csv
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

FOLDER = Path("results/screening")
# An effect below this share of the largest on the same metric and strategy is called inert.
INERT = 0.05


def parameters(program):
    done = subprocess.run([program, "params", "--json"], capture_output=True, check=True)
    return [entry for entry in json.loads(done.stdout) if entry["plausible"]]


def scenario(program, trajectories, replicates):
    print("# The assumptions over their plausible ranges; made by scripts/screen.")
    print("format: 1\nname: screening\nquestion: Which assumptions move the answer?")
    print(f"replicates: {replicates}\nseed: 1991\nstrategies:")
    for form in ["guided", "empowering", "equal", "facilitating"]:
        print(f"  {form}: {{form: {form}}}")
    print("  in-house: {codesign_share: 0, codelivery_share: 0}\nbaseline: in-house\nuncertain:")
    for entry in parameters(program):
        low, high = entry["plausible"]
        ends = (low - 0.5, high + 0.5) if entry["integer"] else (low, high)
        print(f"  {entry['name']}: {{uniform: [{ends[0]}, {ends[1]}]}}")
    print(f"design: {{morris: {{trajectories: {trajectories}, levels: 4}}}}")


def effects(folder):
    """Morris' mean absolute effects: {(metric, strategy): {factor: (mu_star, half interval)}}."""
    found = defaultdict(dict)
    with open(FOLDER / folder / "morris.csv") as file:
        for row in csv.DictReader(file):
            key = (row["metric"], row["strategy"])
            found[key][row["factor"]] = (float(row["mu_star"]), float(row["mu_star_conf"]))
    return {key: rows for key, rows in found.items() if any(mu for mu, _ in rows.values())}


def shares(found):
    """The largest share of a factor in the largest effect, and where it has it."""
    best = {}
    for (metric, strategy), rows in found.items():
        largest = max(mu for mu, _ in rows.values())
        for factor, (mu, _) in rows.items():
            if factor not in best or mu / largest > best[factor][0]:
                best[factor] = (mu / largest, metric, strategy)
    return best


def page(program):
    outcomes, leads = effects("effects"), effects("leads")
    of_outcomes, of_leads = shares(outcomes), shares(leads)
    ranges = {entry["name"]: entry for entry in parameters(program)}
    inert = [
        name for name in ranges if max(of_outcomes[name][0], of_leads[name][0]) < INERT
    ]
    print(f"""# Screening

Morris' effects of {len(ranges)} assumptions, each over its plausible range, on the three ambitions of
four forms and in-house, and on the forms' leads over in-house. Made by `scripts/screen`; the scenario is
`screening.yaml`, all effects are in `effects/morris.csv` and `leads/morris.csv`. A factor's share is its
mean absolute effect relative to the largest of any factor on the same metric and strategy.

**Inert**, below {INERT:.0%} of the largest everywhere: {', '.join(f'`{n}`' for n in inert) or 'none'}.
""")
    print("## What moves the leads over in-house most\n")
    print("| metric | form | first | second | third | fourth | fifth |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for (metric, strategy), rows in sorted(leads.items()):
        top = sorted(rows.items(), key=lambda item: -item[1][0])[:5]
        cells = [f"`{name}` {mu:.3f} ± {half:.3f}" for name, (mu, half) in top]
        print(f"| {metric} | {strategy} | " + " | ".join(cells) + " |")
    print("\n## Every assumption\n")
    print("| parameter | default | plausible | largest share on outcomes | on leads |")
    print("| --- | --- | --- | --- | --- |")
    order = sorted(ranges, key=lambda name: -max(of_outcomes[name][0], of_leads[name][0]))
    for name in order:
        entry = ranges[name]
        low, high = entry["plausible"]
        cells = [
            f"{share:.2f} ({metric}, {strategy})"
            for share, metric, strategy in (of_outcomes[name], of_leads[name])
        ]
        print(f"| `{name}` | {entry['default']:g} | {low:g} to {high:g} | {cells[0]} | {cells[1]} |")


if __name__ == "__main__":
    command, program, *rest = sys.argv[1:]
    if command == "scenario":
        scenario(program, *rest)
    else:
        page(program)
