"""NHS bodies that exercise a council's functions themselves, under a partnership (NHS Act 2006 s 75).

Before a practice stands on its own it may be part of such a body: its decisions are then the NHS body's, in exercise of
the council's functions, and the council answers for them as before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.actor import Actor, BodyKind
from swp_domain.law.function import Function
from swp_domain.practice.functions import carries
from swp_domain.practice.vocabulary import Instrument


@dataclass(frozen=True, slots=True)
class Partner:
    """An NHS body to which functions of a council went, on a day; ``functions`` is empty where none was named."""

    partnership: str
    nhs_body: str
    council: str
    functions: tuple[Function, ...] = ()

    def exercises(self, by: Actor, function: Function, on: date) -> bool | None:
        """Whether somebody acts for it in a function that went to it.

        ``None`` where the agreement names no functions, or where what a partnership carries is not encoded.
        """
        if by.kind is not BodyKind.NHS_BODY or by.body != self.nhs_body:
            return False
        if self.functions and function not in self.functions:
            return False
        can = carries(Instrument.NHS_ACT_S75, function, on)
        return None if can and not self.functions else can
