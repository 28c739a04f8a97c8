"""How long the Local Government and Social Care Ombudsman has regarded as reasonable. No statute counts these days."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Force
from swp_domain.law.limit import limit
from swp_domain.law.rule import Text

OMBUDSMAN = Text("Ombudsman fact sheet on assessments", Force.BENCHMARK, "checked in published decisions")
OURS = Text("Working parameter", Force.LOCAL, "proposed by us, to be set by the council")

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
written_record = limit(
    OURS["two weeks for a copy"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to give a written record",
    commenced="1993-04-01",
)
advice = limit(
    OURS["two weeks for advice"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to give written advice",
    commenced="2015-04-01",
)
referral_onward = limit(
    OURS["two weeks for a referral"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to refer to the NHS body",
    commenced="2015-04-01",
)
advocate = limit(
    OURS["two weeks for an advocate"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to arrange an advocate",
    commenced="2015-04-01",
)
