"""Days of deprivation of liberty, and what authorises each: a question to the whole file.

Authority comes from the managing authority (urgent), the supervisory body (standard), the court (an order, or section
4B while it is asked). Those lie in two stages, and a death in a third, so no stage can answer.

Vague dates accuse nobody and excuse nobody. A day is *not authorised* where the person was certainly deprived of their
liberty and nothing can have authorised it; *cannot tell* where that hangs on what was not told, or on a vague date;
otherwise *authorised*. An authorisation covers the place that it was given for, as far as both are told; none of
Schedule A1 reaches beyond hospitals and care homes. An order is for the place where the person was, or was to be, when
the court last looked; after a move it cannot be told.
"""

from swp_domain.deprivation_cover.days import (
    Authority,
    DeprivedDays,
    deprived_days,
    joined,
    not_authorised,
)
from swp_domain.deprivation_cover.spans import NO_AUTHORITY

__all__ = ["NO_AUTHORITY", "Authority", "DeprivedDays", "deprived_days", "joined", "not_authorised"]
