"""Days of deprivation of liberty that nothing authorised, as flags: each stretch one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.flag import Flag, Level
from swp_domain.deprivation_cover import NO_AUTHORITY, DeprivedDays, joined, not_authorised
from swp_domain.law.dates import ONE_DAY, spoken
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import standard
from swp_domain.liberty.events import DeprivationBegan, RespiteBegan

_RULE: Final = "DOL-16"
_REQUESTS: Final = frozenset({"DOL-01", "DOL-01-2009"})


def as_far_as_told(desk: Desk, flag: Flag) -> Flag:
    """A request that is open when the account ends was open that long; what became of it then, nobody says."""
    last = max((one.occurred.latest for one in desk.told), default=desk.as_at)
    if flag.rule in _REQUESTS and flag.until is None and flag.since <= last < desk.as_at:
        return flag.model_copy(update={"until": last + ONE_DAY})
    return flag


def unauthorised(desk: Desk) -> Iterator[Flag]:
    """A flag for each stretch. Red where account and dates leave no doubt of it."""
    for one in joined(not_authorised(desk.file, desk.as_at)):
        if _beyond_the_account(desk, one):
            continue
        last = one.days.last or desk.as_at
        until = None if last >= desk.as_at else last + ONE_DAY
        sure = _told(desk, one) and not _after_an_untold_end(desk, one)
        yield Flag(
            theme="P13",
            rule=_RULE,
            since=one.days.first,
            until=until,
            level=Level.RED if sure else Level.AMBER,
            about=one.deprivation,
            provision=str(NO_AUTHORITY),
            force=NO_AUTHORITY.force.value,
            mark=NO_AUTHORITY.confidence,
            why=f"Deprived of liberty without authority from {spoken(one.days.first)}"
            f"{f' to {spoken(last)}' if until else ''}: {one.why}.",
        )


def _told(desk: Desk, one: DeprivedDays) -> bool:
    """Whether the deprivation is told as a fact."""
    began = [
        entry
        for entry in desk.entries
        if isinstance(entry.event, DeprivationBegan | RespiteBegan) and entry.event.deprivation == one.deprivation
    ]
    return all(desk.weights.get(entry.entry_id, Weight.FACT) is Weight.FACT for entry in began)


def _beyond_the_account(desk: Desk, one: DeprivedDays) -> bool:
    """Whether it would begin only after the last thing that is told: an account that ended says nothing."""
    spells = desk.file.liberty.deprivations[one.deprivation].spells
    told = max((each.occurred.latest for each in desk.told), default=desk.as_at)
    began = any(each.since.occurred.latest >= one.days.first - ONE_DAY for each in spells)
    return all(each.until is None for each in spells) and one.days.first > told and not began


def _after_an_untold_end(desk: Desk, one: DeprivedDays) -> bool:
    """Whether it begins when an authorisation whose end is not told had lasted as long as one can."""
    for each in desk.file.liberty.standards.values():
        if each.given is None or each.until is not None or each.ended is not None:
            continue
        start = each.given.occurred.latest
        if standard.in_force(start) and abs(standard.last_day(start) + ONE_DAY - one.days.first) <= timedelta(days=1):
            return True
    return False
