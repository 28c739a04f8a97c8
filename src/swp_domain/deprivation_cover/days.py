"""The answer for each day of a deprivation of liberty, in whole stretches, and in words why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.cover import uncovered
from swp_domain.deprivation_cover.court import by_orders, for_a_vital_act, terminated_by, until_the_court
from swp_domain.deprivation_cover.entries import of_spell
from swp_domain.deprivation_cover.schedule_a1 import under_schedule_a1, under_the_mental_health_act
from swp_domain.deprivation_cover.spans import NO_AUTHORITY, Cover, span, span_of, whole
from swp_domain.law.dates import ONE_DAY, Period, day_after, spoken
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import standard
from swp_domain.law.rule import Provision
from swp_domain.liberty.state import Spell
from swp_domain.liberty.vocabulary import Setting


class Authority(StrEnum):
    """Whether days of deprivation are authorised."""

    AUTHORISED = "authorised"
    NOT_AUTHORISED = "not authorised"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class DeprivedDays:
    """Days of one deprivation in one place, whether they are authorised, and by what, or why not.

    ``under`` is the law that it is read from, ``entries`` what it rests on: what began the days and ended them, and
    what authorises them, may do so, or came to an end before them.
    """

    deprivation: str
    days: Period
    authority: Authority
    why: str
    setting: Setting
    place: str | None = None
    under: tuple[Provision, ...] = ()
    entries: tuple[str, ...] = ()


def deprived_days(file: CaseFile, as_at: date) -> list[DeprivedDays]:
    """Every day of deprivation of liberty up to and including one, in whole stretches, in their order.

    Days before the safeguards began are not looked at. Nobody is deprived of anything after they died.
    """
    found: list[DeprivedDays] = []
    for which, one in file.liberty.deprivations.items():
        for spell in one.spells:
            if spell.states_doing is not False:
                found += _of_spell(file, which, spell, as_at)
    return sorted(found, key=lambda one: (one.days.first, one.deprivation, one.days.last or as_at))


def not_authorised(file: CaseFile, as_at: date) -> list[DeprivedDays]:
    """The days on which somebody was deprived of their liberty and nothing can have authorised it."""
    return [one for one in deprived_days(file, as_at) if one.authority is Authority.NOT_AUTHORISED]


def _of_spell(file: CaseFile, which: str, spell: Spell, as_at: date) -> Iterator[DeprivedDays]:
    certain, possible = _needed(file, spell, as_at)
    if not possible:
        return
    covers = list(_covers(file, which, spell))
    sure = [period for cover in covers for period in cover.sure]
    maybe = [period for cover in covers for period in cover.possible]
    bare = uncovered(certain, maybe, as_at=as_at)
    doubtful = _without(uncovered(possible, sure, as_at=as_at), bare, as_at)
    held = _without(possible, [*bare, *doubtful], as_at)
    for period in bare:
        over = _just_over(covers, period)
        yield _stretch(file, which, spell, period, Authority.NOT_AUTHORISED, _why(spell, period, over), over)
    for period in doubtful:
        perhaps = _meeting(covers, period, sure=False)
        why = _named(perhaps) or "the days of the deprivation are not told exactly"
        yield _stretch(file, which, spell, period, Authority.CANNOT_TELL, why, perhaps)
    for period in held:
        by = _meeting(covers, period, sure=True)
        yield _stretch(file, which, spell, period, Authority.AUTHORISED, _named(by), by)


def _stretch(
    file: CaseFile, which: str, spell: Spell, days: Period, authority: Authority, why: str, covers: list[Cover]
) -> DeprivedDays:
    bare = (NO_AUTHORITY,) if authority is not Authority.AUTHORISED else ()
    under = dict.fromkeys((*bare, *(one.under for one in covers)))
    entries = dict.fromkeys((*of_spell(file, which, spell), *(entry for one in covers for entry in one.entries)))
    place = (spell.setting, spell.place)
    return DeprivedDays(which, days, authority, why, *place, under=tuple(under), entries=tuple(entries))


def _needed(file: CaseFile, spell: Spell, as_at: date) -> tuple[list[Period], list[Period]]:
    """The days on which the person was certainly deprived of their liberty, and those on which they may have been."""
    began, ended = span(spell.since), span(spell.until) if spell.until else None
    died = next((one for one in file.entries if isinstance(one.event, PersonDied)), None)
    gone = span_of(died) if died else None
    agreed = day_after(spell.agreed_until) if spell.agreed_until else date.min
    first = max(agreed, standard.period.first if standard.period else date.min)
    ends = [one for one in (ended, gone) if one]
    certain = _period(max(began.latest, first), min((one.earliest for one in ends), default=as_at), as_at)
    possible = _period(max(began.earliest, first), min((one.latest for one in ends), default=as_at), as_at)
    return certain, possible


def _covers(file: CaseFile, which: str, spell: Spell) -> Iterator[Cover]:
    over = terminated_by(file)
    yield from (until_the_court(one, over) for one in under_schedule_a1(file, which, spell))
    yield from under_the_mental_health_act(file, which, spell)
    yield from by_orders(file, spell)
    yield from for_a_vital_act(file, which)


def _period(first: date, last: date, as_at: date) -> list[Period]:
    return whole(first, min(last, as_at))


def _without(periods: Iterable[Period], others: Iterable[Period], as_at: date) -> list[Period]:
    return uncovered(periods, others, as_at=as_at)


# Words


def _meeting(covers: Iterable[Cover], days: Period, *, sure: bool) -> list[Cover]:
    """What authorises some of these days, for certain or perhaps."""
    last = days.last or days.first
    return [
        cover
        for cover in covers
        if any(
            one.first <= last and (one.last is None or one.last >= days.first)
            for one in (cover.sure if sure else cover.possible)
        )
    ]


def _just_over(covers: Iterable[Cover], days: Period) -> list[Cover]:
    """What came to an end just before."""
    return [cover for cover in covers if any(one.last == days.first - ONE_DAY for one in cover.possible)]


def _named(covers: Iterable[Cover]) -> str:
    return "; ".join(dict.fromkeys(cover.what for cover in covers))


def _why(spell: Spell, days: Period, over: list[Cover]) -> str:
    """What came to an end just before, or that nothing had begun."""
    eve = days.first - ONE_DAY
    if over:
        return f"the {over[0].what} ended, or stood still, after {spoken(eve)}"
    if spell.agreed_until == eve:
        return f"the stay was agreed up to {spoken(eve)}"
    return "nothing authorised it"


def joined(found: Iterable[DeprivedDays]) -> list[DeprivedDays]:
    """Stretches of one deprivation that follow one another with one answer, whatever the reason, as one."""
    kept: list[DeprivedDays] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and (last.deprivation, last.authority) == (one.deprivation, one.authority)
            and last.days.last is not None
            and one.days.first <= last.days.last + ONE_DAY
        ):
            end = max(last.days.last, one.days.last or last.days.last)
            kept[-1] = replace(last, days=Period(last.days.first, end))
        else:
            kept.append(one)
    return kept
