"""The practice: who decides, who answers, and under what power."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from swp_domain import governance, sub_pool
from swp_domain.file import File
from swp_domain.governance.state import GovernanceState
from swp_domain.practice import events
from swp_domain.practice.rules import DUTIES, RULES
from swp_domain.practice.state import PracticeState, evolve
from swp_domain.stage import Stage
from swp_domain.sub_pool.state import SubPoolState

STAGE = Stage(name="contract", events=events, state=PracticeState(), evolve=evolve, rules=RULES, duties=DUTIES)


@dataclass(frozen=True)
class Practice(File):
    """The file of one practice: its contract, delegations and staff, from which the standing is folded."""

    kind: ClassVar[str] = "practice"
    stages: ClassVar = (STAGE, governance.STAGE, sub_pool.STAGE)

    contract: PracticeState = PracticeState()
    governance: GovernanceState = GovernanceState()
    sub_pool: SubPoolState = SubPoolState()
