"""Care and Support (Discharge of Hospital Patients) Regulations 2014, SI 2014/2823: to 30 June 2022."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

DISCHARGE = Text("SI 2014/2823", Force.REGULATIONS, "checked against the regulations")
SCHEDULE_3_ENDED = "2022-06-30"
"""The last day of Care Act Schedule 3, and of these regulations under it (Health and Care Act 2022 s 91)."""
