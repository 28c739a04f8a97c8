"""The National Framework for NHS continuing healthcare and NHS-funded nursing care, by its versions.

It is guidance that NHS bodies have regard to; what departs from it is no breach of the regulations.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_domain.law.dates import Period
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

FRAMEWORK = Text("NHS CHC National Framework", Force.FRAMEWORK, "checked in secondary sources")
COMMENCED = "2013-04-01"
"""The version of 28 November 2012 was used from this day, with SI 2012/2996; what came before is not encoded."""
TOOLS_OF_2018 = "2018-10-01"
"""The tools of 2018, whose threshold and levels were checked; those before are from memory."""
LAST_OF_2012 = "2018-09-30"


@dataclass(frozen=True, slots=True)
class Version:
    """An issue of the framework, and the days on which it was the one to use."""

    title: str
    days: Period


VERSIONS: Final = (
    Version("2007", Period(date(2007, 10, 1), date(2009, 9, 30))),
    Version("2009", Period(date(2009, 10, 1), date(2013, 3, 31))),
    Version("2012", Period(date(2013, 4, 1), date(2018, 9, 30))),
    Version("2018", Period(date(2018, 10, 1), date(2022, 6, 30))),
    Version("2022", Period(date(2022, 7, 1), None)),
)


def version_on(day: date) -> str | None:
    """The issue of the framework that was used on a day; ``None`` before there was one."""
    return next((one.title for one in VERSIONS if day in one.days), None)
