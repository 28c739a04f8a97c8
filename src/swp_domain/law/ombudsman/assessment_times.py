"""How long the Local Government and Social Care Ombudsman has regarded as reasonable. No statute counts these days."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.ombudsman import OMBUDSMAN

needs_assessment = limit(
    OMBUDSMAN["four to six weeks"],
    42,
    Unit.DAYS,
    Counting.AFTER,
    family="time for a needs assessment",
    commenced="1993-04-01",
    warn=28,
)
carers_assessment = limit(
    OMBUDSMAN["four to six weeks"],
    42,
    Unit.DAYS,
    Counting.AFTER,
    family="time for a carer's assessment",
    commenced="1996-04-01",
    warn=28,
)
