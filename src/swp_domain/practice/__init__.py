"""The practice: who decides, who answers, and under what power."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from swp_domain.file import File
from swp_domain.practice import events
from swp_domain.practice.rules import RULES
from swp_domain.practice.state import PracticeState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="contract", events=events, state=PracticeState(), evolve=evolve, rules=RULES)


@dataclass(frozen=True)
class Practice(File):
    """The file of one practice: its contract, delegations and staff, from which the standing is folded."""

    kind: ClassVar[str] = "practice"
    stages: ClassVar = (STAGE,)

    contract: PracticeState = PracticeState()
