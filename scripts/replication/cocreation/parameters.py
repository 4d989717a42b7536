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


def register_from_table(path: str | Path) -> Register:
    """Defaults from the tables of ParameterTable.md."""
    register: Register = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if match:
            name, _, bounds, default = match.groups()
            register[name] = int(default) if "whole" in bounds else float(default)
    if not register:
        raise ValueError(f"no parameters in {path}")
    return register


def _rows(program: str | Path) -> list[dict]:
    done = subprocess.run([str(program), "params", "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def register_from_program(program: str | Path) -> Register:
    """Defaults from `cocreate params --json`."""
    return {row["name"]: (int if row["integer"] else float)(row["default"]) for row in _rows(program)}


def bounds_from_program(program: str | Path) -> dict[str, tuple[float, float]]:
    """Least and greatest values from `cocreate params --json`."""
    return {row["name"]: (row["minimum"], row["maximum"]) for row in _rows(program)}


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
    """All parameters by name, but for the levers: those are states of the task, and `levers` has where they start."""

    def __init__(self, register: Mapping[str, float | int], network: str = "small_world", **changes: float | int):
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
