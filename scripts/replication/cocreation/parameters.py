"""Parameters: read from the one register, never written down again (ODD: ParameterTable)."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Mapping, NamedTuple

Register = dict[str, float | int]

ROW = re.compile(r"^\| `(\w+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|")
CONSTANTS = "## Constants\n"
NETWORKS = ("none", "ring", "small_world", "random", "complete")
# SetUp, Course: what a phase of a strategy may change on the way.
LEVERS = (
    "openness", "centrality", "codesign_share", "codelivery_share", "facilitation_hours", "support_hours", "recognition_hours",
    "payment", "invitation_hours", "lottery", "onboarding_limit",
)


class Form(NamedTuple):
    """A form of co-creation."""

    openness: float
    centrality: float


FORMS: dict[str, dict[str, float]] = {  # ODD 5
    "guided": {"openness": 0.2, "centrality": 0.2},
    "empowering": {"openness": 0.2, "centrality": 0.8},
    "equal": {"openness": 0.8, "centrality": 0.2},
    "facilitating": {"openness": 0.8, "centrality": 0.8},
}


def number(text: str) -> float | int:
    """A number as it is written: whole without a point."""
    return float(text) if "." in text else int(text)


def section(text: str, heading: str) -> list[str]:
    """The lines below a heading, up to the next one."""
    return text.split(heading, 1)[1].split("\n## ", 1)[0].splitlines()


def register_from_table(path: str | Path) -> Register:
    """Defaults of what can be set, from the tables of ParameterTable.md."""
    register: Register = {}
    for line in Path(path).read_text(encoding="utf-8").split(CONSTANTS)[0].splitlines():
        match = ROW.match(line)
        if match:
            name, _, bounds, default = match.groups()
            register[name] = int(default) if "whole" in bounds else float(default)
    if not register:
        raise ValueError(f"no parameters in {path}")
    return register


def constants_from_table(path: str | Path) -> Register:
    """Constants, from their table in ParameterTable.md."""
    rows = [ROW.match(line) for line in section(Path(path).read_text(encoding="utf-8"), CONSTANTS)]
    return {row[1]: number(row[3]) for row in rows if row}


def _rows(program: str | Path) -> list[dict]:
    done = subprocess.run([str(program), "params", "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def register_from_program(program: str | Path) -> Register:
    """Defaults from `cocreate params --json`."""
    return {row["name"]: (int if row["integer"] else float)(row["default"]) for row in _rows(program)}


def bounds_from_program(program: str | Path) -> dict[str, tuple[float, float]]:
    """Least and greatest values from `cocreate params --json`."""
    return {row["name"]: (row["minimum"], row["maximum"]) for row in _rows(program)}


def codebook(program: str | Path) -> str:
    """What `cocreate params --codebook` prints."""
    return subprocess.run([str(program), "params", "--codebook"], check=True, capture_output=True, text=True).stdout


def constants_from_program(program: str | Path) -> Register:
    """Constants, which no scenario sets: the columns are constant, mechanism, unit and value."""
    cells = [line.split("|") for line in section(codebook(program), CONSTANTS) if line.startswith("| `")]
    return {row[1].strip(" `"): number(row[4].strip()) for row in cells}


def mechanisms_from_program(program: str | Path) -> dict[str, Register]:
    """What takes each mechanism out: neutral values of parameters and constants."""
    rows = [line.split("|") for line in section(codebook(program), "## Mechanisms that can be taken out\n") if line.startswith("| `")]
    return {
        row[1].strip(" `"): {name: number(value) for name, value in re.findall(r"`(\w+)` (-?[\d.]+)", row[2])} for row in rows
    }


def find_page(name: str) -> Path | None:
    """A page of the ODD, in the folder that COCREATION_ODD names or in the project this folder is part of."""
    folder = os.environ.get("COCREATION_ODD")
    if folder:
        return Path(folder) / name
    here = Path(__file__).resolve()
    for root in here.parents[1:4]:
        for start in ("Sources", "odd"):
            if (root / start).is_dir():
                for found in sorted((root / start).rglob(name)):
                    return found
    return None


class Parameters(SimpleNamespace):
    """All parameters and constants by name, but for the levers: those are states of the task, and `levers` has where they start."""

    def __init__(self, numbers: Mapping[str, float | int], network: str = "small_world", **changes: float | int):
        """`numbers` has parameters and constants. The program lets no constant be set; tests of this model may."""
        register = numbers
        unknown = set(changes) - set(register)
        if unknown:
            raise ValueError(f"unknown parameters: {sorted(unknown)}")
        values = {**register, **changes}
        super().__init__(**{name: value for name, value in values.items() if name not in LEVERS})
        if network not in NETWORKS:
            raise ValueError(f"unknown network: {network}")
        if self.ruggedness >= self.choices:
            raise ValueError("ruggedness must be below choices")
        self.network = network
        self.levers = {name: values[name] for name in LEVERS}
