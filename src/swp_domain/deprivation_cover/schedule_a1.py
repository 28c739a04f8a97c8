"""What Schedule A1 authorises, urgent and standard, by place; and the Mental Health Act while one is suspended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from swp_domain.case_file import CaseFile
from swp_domain.deprivation_cover.entries import of_standard, of_urgent
from swp_domain.deprivation_cover.spans import Cover, last_of, span, span_of, whole
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import Period, day_before
from swp_domain.law.finding import Effect
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import (
    extension,
    standard,
    suspension,
    urgent_at_most_on,
    urgent_on,
)
from swp_domain.liberty.events import StandardAuthorisationDecided
from swp_domain.liberty.grant_rules import an_authorisation_lasts_no_longer_than_it_may
from swp_domain.liberty.state import Request, Spell, Standard, Suspension, Told, Urgent
from swp_domain.liberty.vocabulary import AuthorisationOutcome, Setting

_TOO_LONG = an_authorisation_lasts_no_longer_than_it_may.rule


def under_schedule_a1(file: CaseFile, which: str, spell: Spell) -> Iterator[Cover]:
    """What authorisations cover of one stretch of a deprivation in one place, if nobody ends them before their time."""
    yield from _urgents(file, which, spell)
    for name, standing in file.liberty.standards.items():
        request = file.liberty.requests.get(standing.request or "", Request())
        if standing.given and _for(request.deprivation, request.place, which, spell):
            told = _of_standard(standing, standing.given)._replace(entries=of_standard(file, name))
            begins = max(span(standing.given).latest, standing.begins_on or date.min)
            yield _of_this_place(told, request.place, spell, begins)
    for entry, granted in _too_long(file):
        request = file.liberty.requests.get(granted.request or "", Request())
        if _for(request.deprivation, request.place, which, spell):
            yield _of_too_long(entry, granted)


def under_the_mental_health_act(file: CaseFile, which: str, spell: Spell) -> Iterator[Cover]:
    """What the Mental Health Act 1983 authorises in a hospital while a standard authorisation is suspended."""
    for name, standing in file.liberty.standards.items():
        request = file.liberty.requests.get(standing.request or "", Request())
        if standing.given and _for(request.deprivation, request.place, which, spell):
            for each in standing.suspensions:
                yield _of_mental_health_act(each, spell)._replace(entries=of_standard(file, name))


def _for(deprivation: str | None, place: str | None, which: str, spell: Spell) -> bool:
    """Whether an authorisation is for this person in this place, as far as is told. It is tied to the place."""
    if not spell.setting.under_the_schedule:
        return False
    return deprivation in (None, which) and (place is None or spell.place is None or place == spell.place)


def _of_this_place(cover: Cover, place: str | None, spell: Spell, begins: date) -> Cover:
    """What was in force before the person moved was for the place before, unless it is told to be for this one."""
    before = begins < spell.since.occurred.earliest
    untold = place is None or spell.place is None
    return cover._replace(sure=[]) if spell.moved and untold and before else cover


# Urgent authorisations


def _urgents(file: CaseFile, which: str, spell: Spell) -> Iterator[Cover]:
    """The urgent authorisations of one detention. A second for the same is none (Sch A1 para 77(2))."""
    last = span(spell.until).latest if spell.until else date.max
    first = span(spell.since).earliest
    given = [
        (name, one)
        for name, one in file.liberty.requests.items()
        if one.urgent
        and _for(one.urgent.deprivation, one.urgent.place or one.place, which, spell)
        and one.urgent.given.on <= last
    ]
    given.sort(key=lambda one: one[1].urgent.given.on if one[1].urgent else date.max)
    only: list[Cover] = []
    only_on: date | None = None
    for name, request in given:
        urgent = request.urgent
        if urgent is None or (only_on is not None and urgent.given.on > only_on):
            continue
        told = _of_urgent(request, urgent)._replace(entries=of_urgent(file, name))
        cover = _of_this_place(told, urgent.place or request.place, spell, span(urgent.given).latest)
        if urgent.deprivation == which and urgent.given.occurred.latest >= first:
            only_on = urgent.given.on
            only.append(cover)
        else:
            yield cover
    yield from _one_of(only)


def _one_of(given: list[Cover]) -> list[Cover]:
    """Of two that were given on one day nobody can tell which is none: for certain is what each of them authorises."""
    if not given[1:]:
        return given
    sure = [period for one in given for period in one.sure]
    last = min((one.last or date.max for one in sure), default=date.min)
    common = whole(max(one.first for one in sure), last) if len(sure) == len(given) else []
    return [one._replace(sure=common) for one in given]


def _of_urgent(request: Request, urgent: Urgent) -> Cover:
    given = span(urgent.given)
    strict = last_of(urgent_on(given.earliest), given.earliest)
    loose = last_of(urgent_at_most_on(given.latest), given.latest)
    if strict is None or loose is None:
        return Cover("urgent authorisation", [], [])
    stated = urgent.until or loose
    surely, possibly = min(stated, strict) if urgent.until else day_before(given.latest), min(stated, loose)
    if urgent.extended and urgent.extended.occurred.earliest <= possibly:
        more = urgent.extended_until
        # What was given in the first month could not be extended.
        longest = last_of(extension, surely) if extension.in_force(given.earliest) else None
        longest_loose = last_of(extension, possibly) if extension.in_force(given.latest) else None
        if more and longest and urgent.until and span(urgent.extended).latest <= surely:
            surely = max(surely, min(more, longest))
        possibly = max(possibly, min(more or date.max, longest_loose or possibly))
    if request.outcome is AuthorisationOutcome.REFUSED and request.decided:
        refused = span(request.decided)
        surely, possibly = min(surely, refused.earliest), min(possibly, refused.latest)
    under = urgent_on(urgent.given.on).provision
    return Cover("urgent authorisation", whole(given.latest, surely), whole(given.earliest, possibly), under)


# Standard authorisations


def _of_standard(one: Standard, told: Told) -> Cover:
    given = span(told)
    starts = one.begins_on or date.min
    first, first_possible = max(given.latest, starts), max(given.earliest, starts)
    longest = last_of(standard, first)
    possibly = min(one.until or date.max, longest or date.max)
    surely = possibly if one.until else day_before(first)
    if one.ended:
        ended = span(one.ended)
        surely, possibly = min(surely, ended.earliest), min(possibly, ended.latest)
    sure, possible = whole(first, surely), whole(first_possible, possibly)
    for each in one.suspensions:
        since = span(each.since)
        lifted = span(each.lifted) if each.lifted else None
        back = last_of(suspension, since.latest)
        back_surely = last_of(suspension, since.earliest)
        # Not told within four weeks that eligibility is met again, the authorisation has ended.
        again = lifted.latest if lifted and back_surely and lifted.latest <= back_surely else None
        perhaps = lifted.earliest if lifted and back and lifted.earliest <= back else None
        sure = _cut(sure, since.earliest, again)
        possible = _cut(possible, since.latest, perhaps)
    return Cover("standard authorisation", sure, possible, standard.provision)


def _too_long(file: CaseFile) -> Iterator[tuple[AnyEntry, StandardAuthorisationDecided]]:
    """Authorisations against which nothing is said but that they were given for longer than they may last."""
    for entry in file.entries:
        match entry.event:
            case StandardAuthorisationDecided(decision=decision) as granted:
                against = {one.rule for one in entry.findings if one.contradiction and one.effect is Effect.REFUSE}
                if decision.outcome is AuthorisationOutcome.GRANTED and against == {_TOO_LONG} and granted.until:
                    yield entry, granted


def _of_too_long(entry: AnyEntry, granted: StandardAuthorisationDecided) -> Cover:
    """Whether such an authorisation is none, or one for as long as it may last, is for a court: it may cover that."""
    given = span_of(entry)
    first, until = (max(day, granted.begins_on or day) for day in (given.earliest, given.latest))
    possibly = min(granted.until or date.max, last_of(standard, until) or until)
    what = "standard authorisation for longer than one may last"
    return Cover(what, [], whole(first, possibly), standard.provision, (entry.entry_id,))


def _of_mental_health_act(one: Suspension, spell: Spell) -> Cover:
    """In a hospital nobody is eligible who is detained there under the Mental Health Act, which then authorises it.

    Where that is not told it can be so; and when it ended, once the suspension has run out, nobody tells here.
    """
    since, lifted = span(one.since), span(one.lifted) if one.lifted else None
    told = one.detained_under_mental_health_act
    if spell.setting is not Setting.HOSPITAL or told is False:
        return Cover("Mental Health Act 1983", [], [])
    last = last_of(suspension, since.earliest) or since.earliest
    surely = min(last, day_before(lifted.earliest)) if lifted else last
    possibly = day_before(lifted.latest) if lifted else date.max
    sure = whole(since.latest, surely) if told else []
    return Cover("Mental Health Act 1983", sure, whole(since.earliest, possibly), suspension.provision)


def _cut(periods: list[Period], first: date, again: date | None) -> list[Period]:
    """The days of some periods without those from ``first`` up to the day before ``again``, or all that follow."""
    kept: list[Period] = []
    for one in periods:
        last = one.last or date.max
        kept += whole(one.first, min(last, day_before(first)))
        if again is not None:
            kept += whole(max(one.first, again), last)
    return kept
