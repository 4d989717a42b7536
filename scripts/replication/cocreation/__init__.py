"""A second implementation of the co-creation model, written from its ODD text alone."""

from .metrics import run_metrics
from .model import CoCreationModel
from .month_metrics import month_metrics
from .parameters import Parameters, register_from_program, register_from_table

__all__ = ["CoCreationModel", "Parameters", "month_metrics", "register_from_program", "register_from_table", "run_metrics"]
