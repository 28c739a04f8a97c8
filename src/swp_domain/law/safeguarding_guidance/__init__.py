"""Care and Support Statutory Guidance, chapter 14: how safeguarding is done (Care Act 2014 s 78)."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import GUIDANCE
from swp_domain.law.rule import Provision


def chapter_14(part: str) -> Provision:
    """A place in the chapter, not checked against its text."""
    return GUIDANCE[f"ch 14, {part}"].from_memory()
