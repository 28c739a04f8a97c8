"""When an authorisation of a deprivation of liberty begins that was given while another was in force."""

from __future__ import annotations

from datetime import date

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_desk import Desk
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import standard
from swp_domain.liberty.state import Standard


def follows_on(desk: Desk, source: Happening) -> date | None:
    """When an authorisation that is given while one is in force begins: once that ends, as a renewal does (para 29).

    Where the end of the one before is not told, only what would else be too long shows that it followed on.
    """
    day = source.occurred.latest
    valid_to = source.valid_to.latest if source.valid_to and standard.in_force(day) else None
    too_long = valid_to is not None and valid_to > standard.last_day(day)
    before = [one for one in desk.file.liberty.standards.values() if one.given and one.ended is None]
    lasts = [one.until or (_longest(one) if too_long else None) for one in before if _given(one, source)]
    lasting = [one for one in lasts if one is not None and day <= one]
    return max(lasting) + ONE_DAY if lasting else None


def _given(one: Standard, source: Happening) -> bool:
    return one.given is not None and one.given.on < source.occurred.earliest


def _longest(one: Standard) -> date | None:
    """The last day that an authorisation can have had, where it is not told."""
    begins = one.begins_on or (one.given.latest if one.given else None)
    return standard.last_day(begins) if begins and standard.in_force(begins) else None
