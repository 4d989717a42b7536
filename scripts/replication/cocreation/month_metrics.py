"""MetricDefinitions: metrics of a month; a missing metric is NaN."""

from __future__ import annotations

import math

from .ledger import Source, Use
from .metrics import Metrics, ratio
from .state import Month

OBSERVED = (
    "openness", "centrality", "codesign_share", "codelivery_share", "quality", "quality_realised", "relevance", "novelty", "plan_distance", "unfamiliarity", "unit_cost",
    "preference_spread", "fear", "public_maturity", "external_maturity", "operational_maturity", "active", "public_participants",
    "external_participants", "joined", "left", "leader_external", "leader_entropy", "contribution", "trust", "trust_affected", "voice",
    "fatigue", "believed_openness", "misalignment", "coordination_share", "documentation_share", "staff_hours", "design_hours",
    "proposals", "adopted", "implemented", "severity", "stories", "violations", "demanded", "delivered", "value", "harm",
    "promised",
)
PUBLIC_USES = tuple(Use)
EXTERNAL_USES = (Use.DELIVERY, Use.DESIGN, Use.COORDINATION, Use.DOCUMENTATION, Use.SLACK, Use.UNUSED)


def month_metrics(month: Month) -> Metrics:
    """All metrics of a month by name."""
    ledger = month.ledger
    result = {name: float(getattr(month, name)) for name in OBSERVED}
    result["acceptance"] = ratio(month.support, month.adopted)
    result["failures"] = float(month.failed)
    result["coverage"] = ratio(month.delivered, month.demanded) if month.number else math.nan
    result["public_cost"], result["external_value"] = ledger.public_cost(), ledger.external_value()
    for use in PUBLIC_USES:
        result[f"public_{use.name.lower()}"] = float(ledger.booked[: Source.EXTERNAL, use].sum())
    for use in EXTERNAL_USES:
        result[f"external_{use.name.lower()}"] = float(ledger.booked[Source.EXTERNAL, use])
    return result
