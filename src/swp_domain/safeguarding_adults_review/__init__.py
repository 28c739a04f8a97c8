"""A safeguarding adults review: a file of its own, of the board, which may be about several adults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from swp_domain.file import File
from swp_domain.safeguarding_adults_review import events
from swp_domain.safeguarding_adults_review.rules import DUTIES, RULES
from swp_domain.safeguarding_adults_review.state import ReviewProcess, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="process", events=events, state=ReviewProcess(), evolve=evolve, rules=RULES, duties=DUTIES)


@dataclass(frozen=True)
class SafeguardingAdultsReview(File):
    """The file of one review, from the referral to what came of what it recommends."""

    kind: ClassVar[str] = "adults-review"
    stages: ClassVar = (STAGE,)
    elsewhere: ClassVar[frozenset[str]] = frozenset({"case"})

    process: ReviewProcess = ReviewProcess()
