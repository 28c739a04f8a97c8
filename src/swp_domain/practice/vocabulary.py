"""The words of a practice's contract."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from swp_domain.law.care_act_2014.s79_delegation import is_authorised
from swp_domain.law.contracting_out_orders.art3_authorisation import authorised_under_2011, authorised_under_2014
from swp_domain.law.dates import Period
from swp_domain.law.nhs_act_2006.s75_partnership import partnership_covers
from swp_domain.law.rule import Regime, Rule


class TerminationGround(StrEnum):
    """Why a council ends a practice's contract before its time, or lets it run out."""

    REPEATED_FAILURE = "repeated failure"
    WELFARE = "concern for people's welfare"
    RESTRUCTURE = "restructure"
    PERIOD_ENDED = "the period ended"
    AGREED = "agreed between the two"
    OTHER = "other"


class Instrument(StrEnum):
    """The power under which a council's functions are exercised by somebody else."""

    CONTRACTING_OUT_2011 = "SI 2011/1568"
    CONTRACTING_OUT_2014 = "SI 2014/829"
    CARE_ACT_S79 = "Care Act 2014 s 79"
    NHS_ACT_S75 = "NHS Act 2006 s 75"

    def serves(self, regime: Regime) -> bool:
        """Whether it can authorise what is decided about somebody under a regime.

        Section 79 reaches Part 1 of the Care Act, the orders the Acts before it, a partnership both.
        """
        match self:
            case Instrument.CARE_ACT_S79:
                return regime is not Regime.COMMUNITY_CARE
            case Instrument.NHS_ACT_S75:
                return True
        return regime is not Regime.CARE_ACT

    @property
    def days(self) -> Period | None:
        """The days on which it gives any power."""
        return _GIVING[self].period

    def in_force(self, on: date) -> bool:
        """Whether it gives any power on a day: an authorisation ends with the order it was given under."""
        return _GIVING[self].in_force(on)


_GIVING: dict[Instrument, Rule[Any]] = {
    Instrument.CONTRACTING_OUT_2011: authorised_under_2011,
    Instrument.CONTRACTING_OUT_2014: authorised_under_2014,
    Instrument.CARE_ACT_S79: is_authorised,
    Instrument.NHS_ACT_S75: partnership_covers,
}
"""The test of each power, whose days are those of the power."""
