"""Days of deprivation of liberty, and what authorises each: a question to the whole file.

Authority comes from the managing authority (urgent), the supervisory body (standard), the court (an order, or section
4B while it is asked). Those lie in two stages, and a death in a third, so no stage can answer.

Vague dates accuse nobody and excuse nobody. A day is *not authorised* where the person was certainly deprived of their
liberty and nothing can have authorised it; *cannot tell* where that hangs on what was not told, or on a vague date;
otherwise *authorised*. An authorisation covers the place that it was given for, as far as both are told; none of
Schedule A1 reaches beyond hospitals and care homes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.court.events import ApplicationMade, OrderMade
from swp_domain.court.vocabulary import ApplicationKind, OnAuthorisation
from swp_domain.cover import uncovered
from swp_domain.deprivation_entries import of_spell, of_standard, of_urgent, of_vital_act
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, Period, spoken
from swp_domain.law.limit import TimeLimit
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s4b_vital_act import vital_act
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import (
    extension,
    standard,
    suspension,
    urgent_at_most_on,
    urgent_on,
)
from swp_domain.law.rule import Provision
from swp_domain.liberty.state import Request, Spell, Standard, Suspension, Told, Urgent, VitalAct, told_by
from swp_domain.liberty.vocabulary import AuthorisationOutcome, Setting
from swp_domain.order_cover import authorised_by_orders

NO_AUTHORITY = MENTAL_CAPACITY_ACT["s 4A"]
"""What makes a deprivation of liberty without one of these authorities unlawful."""


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


class _Cover(NamedTuple):
    """What authorises, on which days for certain, and on which it may; under what, and in which entries."""

    what: str
    sure: list[Period]
    possible: list[Period]
    under: Provision = NO_AUTHORITY
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """The days on which something can have happened, no further than they had come when it was told."""

    earliest: date
    latest: date


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
    file: CaseFile, which: str, spell: Spell, days: Period, authority: Authority, why: str, covers: list[_Cover]
) -> DeprivedDays:
    bare = (NO_AUTHORITY,) if authority is not Authority.AUTHORISED else ()
    under = dict.fromkeys((*bare, *(one.under for one in covers)))
    entries = dict.fromkeys((*of_spell(file, which, spell), *(entry for one in covers for entry in one.entries)))
    place = (spell.setting, spell.place)
    return DeprivedDays(which, days, authority, why, *place, under=tuple(under), entries=tuple(entries))


def _needed(file: CaseFile, spell: Spell, as_at: date) -> tuple[list[Period], list[Period]]:
    """The days on which the person was certainly deprived of their liberty, and those on which they may have been."""
    began, ended = _span(spell.since), _span(spell.until) if spell.until else None
    died = next((one for one in file.entries if isinstance(one.event, PersonDied)), None)
    gone = _span_of(died) if died else None
    agreed = spell.agreed_until + ONE_DAY if spell.agreed_until else date.min
    first = max(agreed, standard.period.first if standard.period else date.min)
    ends = [one for one in (ended, gone) if one]
    certain = _period(max(began.latest, first), min((one.earliest for one in ends), default=as_at), as_at)
    possible = _period(max(began.earliest, first), min((one.latest for one in ends), default=as_at), as_at)
    return certain, possible


def _covers(file: CaseFile, which: str, spell: Spell) -> Iterator[_Cover]:
    over = _terminated(file)
    yield from (_until_the_court(one, over) for one in _urgents(file, which, spell))
    for name, standing in file.liberty.standards.items():
        request = file.liberty.requests.get(standing.request or "", Request())
        if standing.given and _for(request.deprivation, request.place, which, spell):
            cover = _of_this_place(_of_standard(standing, standing.given), request.place, spell)
            told = of_standard(file, name)
            yield _until_the_court(cover._replace(under=standard.provision, entries=told), over)
            for each in standing.suspensions:
                yield _of_mental_health_act(each, spell)._replace(under=suspension.provision, entries=told)
    for days in authorised_by_orders(file.entries):
        yield _Cover("order of the court", days.sure, days.possible, entries=days.entries)
    for act in file.liberty.deprivations[which].vital_acts:
        cover = _of_vital_act(file, act)
        asked = tuple(one.entry_id for one in file.entries if isinstance(one.event, ApplicationMade))
        yield cover._replace(under=vital_act.provision, entries=(*of_vital_act(file, which, act), *asked))


def _for(deprivation: str | None, place: str | None, which: str, spell: Spell) -> bool:
    """Whether an authorisation is for this person in this place, as far as is told. It is tied to the place."""
    if not spell.setting.under_the_schedule:
        return False
    return deprivation in (None, which) and (place is None or spell.place is None or place == spell.place)


def _of_this_place(cover: _Cover, place: str | None, spell: Spell) -> _Cover:
    """What was in force before the person moved was for the place before, unless it is told to be for this one."""
    before = any(period.first < spell.since.occurred.earliest for period in cover.sure)
    untold = place is None or spell.place is None
    return cover._replace(sure=[]) if spell.moved and untold and before else cover


# Urgent authorisations


def _urgents(file: CaseFile, which: str, spell: Spell) -> Iterator[_Cover]:
    """The urgent authorisations of one detention. A second for the same is none (Sch A1 para 77(2))."""
    last = _span(spell.until).latest if spell.until else date.max
    first = _span(spell.since).earliest
    given = [
        (name, one)
        for name, one in file.liberty.requests.items()
        if one.urgent
        and _for(one.urgent.deprivation, one.urgent.place or one.place, which, spell)
        and one.urgent.given.on <= last
    ]
    given.sort(key=lambda one: one[1].urgent.given.on if one[1].urgent else date.max)
    only: list[_Cover] = []
    only_on: date | None = None
    for name, request in given:
        urgent = request.urgent
        if urgent is None or (only_on is not None and urgent.given.on > only_on):
            continue
        told = _of_urgent(request, urgent)
        told = told._replace(under=urgent_on(urgent.given.on).provision, entries=of_urgent(file, name))
        cover = _of_this_place(told, urgent.place or request.place, spell)
        if urgent.deprivation == which and urgent.given.occurred.latest >= first:
            only_on = urgent.given.on
            only.append(cover)
        else:
            yield cover
    yield from _one_of(only)


def _one_of(given: list[_Cover]) -> list[_Cover]:
    """Of two that were given on one day nobody can tell which is none: for certain is what each of them authorises."""
    if not given[1:]:
        return given
    sure = [period for one in given for period in one.sure]
    last = min((one.last or date.max for one in sure), default=date.min)
    common = _whole(max(one.first for one in sure), last) if len(sure) == len(given) else []
    return [one._replace(sure=common) for one in given]


def _of_urgent(request: Request, urgent: Urgent) -> _Cover:
    given = _span(urgent.given)
    strict = _last(urgent_on(given.earliest), given.earliest)
    loose = _last(urgent_at_most_on(given.latest), given.latest)
    if strict is None or loose is None:
        return _Cover("urgent authorisation", [], [])
    stated = urgent.until or loose
    surely, possibly = min(stated, strict) if urgent.until else given.latest - ONE_DAY, min(stated, loose)
    if urgent.extended and urgent.extended.occurred.earliest <= possibly:
        more = urgent.extended_until
        # What was given in the first month could not be extended.
        longest = _last(extension, surely) if extension.in_force(given.earliest) else None
        longest_loose = _last(extension, possibly) if extension.in_force(given.latest) else None
        if more and longest and urgent.until and _span(urgent.extended).latest <= surely:
            surely = max(surely, min(more, longest))
        possibly = max(possibly, min(more or date.max, longest_loose or possibly))
    if request.outcome is AuthorisationOutcome.REFUSED and request.decided:
        refused = _span(request.decided)
        surely, possibly = min(surely, refused.earliest), min(possibly, refused.latest)
    return _Cover("urgent authorisation", _whole(given.latest, surely), _whole(given.earliest, possibly))


# Standard authorisations


def _of_standard(one: Standard, told: Told) -> _Cover:
    given = _span(told)
    starts = one.begins_on or date.min
    first, first_possible = max(given.latest, starts), max(given.earliest, starts)
    longest = _last(standard, first)
    possibly = min(one.until or date.max, longest or date.max)
    surely = possibly if one.until else first - ONE_DAY
    if one.ended:
        ended = _span(one.ended)
        surely, possibly = min(surely, ended.earliest), min(possibly, ended.latest)
    sure, possible = _whole(first, surely), _whole(first_possible, possibly)
    for each in one.suspensions:
        since = _span(each.since)
        lifted = _span(each.lifted) if each.lifted else None
        back = _last(suspension, since.latest)
        back_surely = _last(suspension, since.earliest)
        # Not told within four weeks that eligibility is met again, the authorisation has ended.
        again = lifted.latest if lifted and back_surely and lifted.latest <= back_surely else None
        perhaps = lifted.earliest if lifted and back and lifted.earliest <= back else None
        sure = _cut(sure, since.earliest, again)
        possible = _cut(possible, since.latest, perhaps)
    return _Cover("standard authorisation", sure, possible)


def _of_mental_health_act(one: Suspension, spell: Spell) -> _Cover:
    """In a hospital nobody is eligible who is detained there under the Mental Health Act, which then authorises it.

    Where that is not told it can be so; and when it ended, once the suspension has run out, nobody tells here.
    """
    since, lifted = _span(one.since), _span(one.lifted) if one.lifted else None
    told = one.detained_under_mental_health_act
    if spell.setting is not Setting.HOSPITAL or told is False:
        return _Cover("Mental Health Act 1983", [], [])
    last = _last(suspension, since.earliest) or since.earliest
    surely = min(last, lifted.earliest - ONE_DAY) if lifted else last
    possibly = lifted.latest - ONE_DAY if lifted else date.max
    sure = _whole(since.latest, surely) if told else []
    return _Cover("Mental Health Act 1983", sure, _whole(since.earliest, possibly))


def _cut(periods: list[Period], first: date, again: date | None) -> list[Period]:
    """The days of some periods without those from ``first`` up to the day before ``again``, or all that follow."""
    kept: list[Period] = []
    for one in periods:
        last = one.last or date.max
        kept += _whole(one.first, min(last, first - ONE_DAY))
        if again is not None:
            kept += _whole(max(one.first, again), last)
    return kept


# The court


def _terminated(file: CaseFile) -> list[tuple[_Span, str]]:
    """When the court terminated the authorisation that was in force (s 21A(3), (5)), and the entry of its order."""
    return [
        (_span_of(entry), entry.entry_id)
        for entry in file.entries
        if isinstance(entry.event, OrderMade)
        and entry.counts
        and entry.event.decision.outcome.stands
        and entry.event.authorisation is OnAuthorisation.TERMINATED
    ]


def _until_the_court(cover: _Cover, terminated: Iterable[tuple[_Span, str]]) -> _Cover:
    """An authorisation that the court terminated has that day as its last; one that begins after it stands."""
    for order, told in terminated:
        sure = [part for one in cover.sure for part in _up_to(one, one.first > order.latest, order.earliest)]
        possible = [part for one in cover.possible for part in _up_to(one, one.first >= order.earliest, order.latest)]
        if (sure, possible) != (cover.sure, cover.possible):
            cover = cover._replace(sure=sure, possible=possible, entries=(*cover.entries, told))
    return cover


def _up_to(one: Period, spared: bool, last: date) -> list[Period]:
    return [one] if spared else _whole(one.first, min(one.last or date.max, last))


def _of_vital_act(file: CaseFile, act: VitalAct) -> _Cover:
    """Section 4B, on the days on which it is relied on and a question is before the court."""
    facts = vital_act(act.facts, on=act.since.on) if vital_act.in_force(act.since.on) else None
    if facts is None or facts.not_met:
        return _Cover("section 4B", [], [])
    since, until = _span(act.since), _span(act.until) if act.until else _Span(date.max, date.max)
    sure, possible = [], []
    for made, ended, kind in _applications(file):
        if facts.met and kind.puts_a_dispute:
            sure += _whole(max(since.latest, made.latest), min(until.earliest, ended.earliest))
        if kind.puts_a_dispute or kind is ApplicationKind.OTHER:
            possible += _whole(max(since.earliest, made.earliest), min(until.latest, ended.latest))
    return _Cover("section 4B", sure, possible)


def _applications(file: CaseFile) -> Iterator[tuple[_Span, _Span, ApplicationKind]]:
    ended: dict[str, _Span] = {}
    for entry in file.entries:
        event = entry.event
        if isinstance(event, OrderMade) and event.ends_application and event.application and entry.counts:
            ended.setdefault(event.application, _span_of(entry))
    for entry in file.entries:
        if isinstance(entry.event, ApplicationMade):
            over = ended.get(entry.event.application, _Span(date.max, date.max))
            yield _span_of(entry), over, entry.event.kind


# Days


def _span(told: Told) -> _Span:
    return _Span(told.occurred.earliest, told.latest)


def _span_of(entry: AnyEntry) -> _Span:
    return _span(told_by(entry))


def _last(limit: TimeLimit, start: date) -> date | None:
    """The last day that a limit gives; none where there was no such thing on that day."""
    return limit.last_day(start) if limit.in_force(start) else None


def _whole(first: date, last: date) -> list[Period]:
    return [Period(first, last)] if first <= last else []


def _period(first: date, last: date, as_at: date) -> list[Period]:
    return _whole(first, min(last, as_at))


def _without(periods: Iterable[Period], others: Iterable[Period], as_at: date) -> list[Period]:
    return uncovered(periods, others, as_at=as_at)


# Words


def _meeting(covers: Iterable[_Cover], days: Period, *, sure: bool) -> list[_Cover]:
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


def _just_over(covers: Iterable[_Cover], days: Period) -> list[_Cover]:
    """What came to an end just before."""
    return [cover for cover in covers if any(one.last == days.first - ONE_DAY for one in cover.possible)]


def _named(covers: Iterable[_Cover]) -> str:
    return "; ".join(dict.fromkeys(cover.what for cover in covers))


def _why(spell: Spell, days: Period, over: list[_Cover]) -> str:
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
