"""The notices that a case file is given when another body became responsible for it.

Who is responsible is derived from the practices' files, so that one entry moves every case. What stands here only
follows: it tells each case's own file, can be stopped at any moment, and started again.
"""

from __future__ import annotations

from swp_adapters.transfers.following import Following, following
from swp_adapters.transfers.plan import Group, Plan, planned
from swp_adapters.transfers.process import Outcome, Progress, notify
from swp_adapters.transfers.responsible import Responsible, responsible

__all__ = [
    "Following",
    "Group",
    "Outcome",
    "Plan",
    "Progress",
    "Responsible",
    "following",
    "notify",
    "planned",
    "responsible",
]
