"""The practice's own file: its contract, how it is held to account, and its budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from swp_domain import governance, practice, sub_pool
from swp_domain.file import File
from swp_domain.governance.state import GovernanceState
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
