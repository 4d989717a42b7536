"""A second implementation of the co-creation model, written from its ODD text alone."""

from .metrics import run_metrics
from .model import CoCreationModel
from .month_metrics import month_metrics
from .parameters import Parameters, constants_from_table, register_from_program, register_from_table
from .population import kinds_from_text

__all__ = [
    "CoCreationModel", "Parameters", "constants_from_table", "kinds_from_text", "month_metrics", "register_from_program", "register_from_table",
    "run_metrics",
]
