"""What the law makes of requests that wait: a priority sets the order among them, and puts none aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.rule import cited
from swp_domain.liberty.events import RequestPutAside
from swp_domain.liberty.vocabulary import PutAside
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

ASSESSMENTS: Final = "complete every assessment"


@judges("DOL-24", effect=FLAG, theme="P06")
def a_request_is_not_put_aside(file: CaseFile, asked: Proposal[RequestPutAside], standing: Standing) -> Findings:
    """Whoever is requested for is assessed within the days that there are, however low a priority they were given."""
    event = asked.event
    days = (one.last_day for one in file.ledger if one.duty == ASSESSMENTS and one.subject == event.request)
    last = next((day for day in days if day is not None), None)
    in_time = event.until is not None and last is not None and event.until <= last
    finding = cited(
        MENTAL_CAPACITY_ACT["Sch A1 para 33(2)"].from_memory(),
        on=asked.on,
        holds=False if event.decision.outcome is PutAside.NEVER else in_time or None,
        says="what is requested is assessed within its days",
    )
    if finding.met:
        yield finding
    else:
        yield finding.contradicts("it is put behind others, and until lies in no days that it has", "Have it assessed")


RULES = (a_request_is_not_put_aside,)
