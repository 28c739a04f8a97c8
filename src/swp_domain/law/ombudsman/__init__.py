"""How long the Local Government and Social Care Ombudsman has regarded as reasonable. No statute counts these days."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

OMBUDSMAN = Text(
    "Ombudsman fact sheet on assessments", Force.BENCHMARK, "checked in published decisions; first day assumed"
)
REMEDIES = Text("Ombudsman guidance on remedies", Force.BENCHMARK, FROM_MEMORY)
