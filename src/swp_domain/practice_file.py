"""The practice's own file: its contract, how it is held to account, and its budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from swp_domain import governance, practice, sub_pool
from swp_domain.file import File
from swp_domain.governance.state import GovernanceState
from swp_domain.practice.partners import Partner
from swp_domain.practice.state import PracticeState
from swp_domain.sub_pool.state import SubPoolState


@dataclass(frozen=True)
class Practice(File):
    """The file of one practice: its contract, delegations and staff, from which the standing is folded."""

    kind: ClassVar[str] = "practice"
    stages: ClassVar = (practice.STAGE, governance.STAGE, sub_pool.STAGE)

    contract: PracticeState = PracticeState()
    governance: GovernanceState = GovernanceState()
    sub_pool: SubPoolState = SubPoolState()

    def partners(self, on: date) -> Iterator[Partner]:
        """The NHS bodies that exercise functions of a council on a day, under the partnerships of this file."""
        for which, one in self.governance.partnerships.items():
            made, first = one.made, one.from_day
            if made is None or first is None or not made.functions_to_nhs_body:
                continue
            lasts = (one.ended_on is None or on < one.ended_on) and (made.until is None or on <= made.until)
            if first <= on and lasts:
                yield Partner(which, made.nhs_body, one.council, made.functions)
