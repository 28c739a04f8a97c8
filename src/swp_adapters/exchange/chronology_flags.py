"""From the case that a chronology makes to flags: late duties, breaches and warnings, each once.

Red is a breach of law, or of a published benchmark past its last day, that rests on facts. Whatever
rests on something inferred, contested or for a person to judge, or breaks guidance or a local target
only, is amber: look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from swp_adapters.exchange.chronology_clusters import CLUSTER, clusters
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_doubts import DOUBTS, offered_in_time, presumed
from swp_adapters.exchange.chronology_enquiries import ENDS
from swp_adapters.exchange.chronology_excuses import AFTER_THE_CASE, left_for_good, out_of_hospital
from swp_adapters.exchange.chronology_unauthorised import as_far_as_told, unauthorised
from swp_adapters.exchange.flag import Flag, Level, joined, spanned
from swp_domain.assessment.events import CaringEnded
from swp_domain.direct_payments.events import DirectPaymentStopped
from swp_domain.duty import Duty
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, spoken
from swp_domain.law.finding import Effect, Finding, Force, Outcome
from swp_domain.mark import Act
from swp_domain.planning.events import NeedsAccepted, ServiceEnded, ServiceSuspended
from swp_domain.transition.events import AdulthoodReached
from swp_domain.unmet_needs import NEED_TO_BE_MET, unmet_needs

_FIRST_COUNCILS: Final = frozenset({"P01", "P02", "P03", "P04", "P07", "P10"})
"""Of what another council takes over with the adult, nothing is held against the one that they left."""
_NOT_ENCODED: Final = "not encoded"
_TRIPPED: Final = frozenset({Effect.REFUSE, Effect.BREACH, Effect.FLAG})
_LEAVING: Final = (NeedsAccepted, ServiceSuspended, ServiceEnded, DirectPaymentStopped, CaringEnded)
"""What a gap can begin with."""


def flags(desk: Desk) -> list[Flag]:
    """What a case holds against its council, in the order of the days on which it began."""
    held = [*spanned(_against(desk)), *clusters(desk), *_unmet(desk), *unauthorised(desk)]
    found = [*_until_left(desk, _late(desk)), *held]
    lasting = [
        as_far_as_told(desk, one)
        for one in joined(found)
        if one.theme != "P03" or one.until is None or one.until > one.since
    ]
    return sorted(lasting, key=lambda one: (one.since, one.theme, one.rule, one.about))


def _until_left(desk: Desk, late: Iterator[Flag]) -> Iterator[Flag]:
    """The same flags, without the days on which the adult was another council's."""
    left = left_for_good(desk)
    for flag in late:
        if left is None or flag.theme not in _FIRST_COUNCILS or (flag.until is not None and flag.until <= left):
            yield flag
        elif flag.since < left:
            yield flag.model_copy(update={"until": left})


def _late(desk: Desk) -> Iterator[Flag]:
    for duty in desk.ledger:
        if duty.governing.theme is None or all(_weight(desk, one.entry_id) is Weight.IMPLIED for one in duty.openers):
            continue
        if _beyond_the_account(desk, duty):
            continue
        sure = tuple(one for one in duty.openers if _weight(desk, one.entry_id) is Weight.FACT)
        certain = replace(duty, openers=sure) if sure else None
        if certain and (late := certain.late_since(desk.as_at)):
            yield _flag(desk, certain, late, _level(desk, certain), "late")
        elif late := duty.late_since(desk.as_at):
            yield _flag(desk, duty, late, Level.AMBER, "late, if it was owed")
        elif certain and certain.met_on is None and certain.paused_on is None:
            warn = certain.warn_day
            if warn and desk.as_at > warn:
                yield _flag(desk, certain, warn + ONE_DAY, Level.AMBER, "nearly late")


def _beyond_the_account(desk: Desk, duty: Duty) -> bool:
    """Whether a routine review, or the end of an enquiry, fell due after all that is told: the account says nothing."""
    last, told = duty.last_day, [one.occurred.latest for one in desk.told if one.act not in AFTER_THE_CASE]
    looked_at = duty.governing.theme == "P03" or duty.duty in ENDS
    return looked_at and last is not None and last >= max(told, default=last)


def _flag(desk: Desk, duty: Duty, since: date, level: Level, how: str) -> Flag:
    mark = duty.governing
    begun = spoken(min(one.on for one in duty.openers))
    ended = duty.met_on if duty.met_on is not None and duty.met_on <= desk.as_at else None
    opener = next(one for one in duty.openers if one.mark is mark)
    weight = _weight(desk, opener.entry_id)
    because = [] if weight is Weight.FACT else [f"what it rests on is {weight.value}"]
    if presumed(desk, duty):
        because.append("a wait without an agreed end is taken to be over")
    if offered_in_time(desk, duty):
        because.append("an assessment was offered in time")
    doubt = f" To look at, because {' and '.join(because)}." if because else ""
    last = f", last day {spoken(duty.last_day)}" if duty.last_day else ""
    done = f"ended on {spoken(ended)}" if ended else f"still owed on {spoken(desk.as_at)}"
    return Flag(
        theme=mark.theme or "",
        rule=mark.rule,
        since=since,
        until=ended,
        level=level,
        about=duty.subject,
        provision=mark.provision,
        force=(mark.limit_force or mark.force or Force.RECORD).value,
        mark=mark.confidence,
        why=f"{duty.duty}: {how} from {spoken(since)} (owed from {begun}{last}: {mark.limit}); {done}.{doubt}",
    )


def _level(desk: Desk, duty: Duty) -> Level:
    force = duty.governing.limit_force
    binding = force is not None and (force.is_law or force is Force.BENCHMARK)
    # An account tells of few routine reviews: that there was none between two of them is not shown by its silence.
    routine = duty.governing.theme == "P03"
    return Level.RED if binding and not routine and not any(one(desk, duty) for one in DOUBTS) else Level.AMBER


def _against(desk: Desk) -> Iterator[Flag]:
    """What the engine held against a single act: a breach, or a warning, of a rule that has a theme."""
    for entry in desk.entries:
        day = min(entry.occurred.latest, desk.as_at)
        for finding in entry.findings:
            tripped = finding.contradiction and finding.effect in _TRIPPED and finding.confidence != _NOT_ENCODED
            if not finding.theme or finding.rule == CLUSTER or not tripped or _overtaken(desk, entry, finding, day):
                continue
            red = finding.effect is not Effect.FLAG and _certain(desk, entry, finding)
            yield Flag(
                theme=finding.theme,
                rule=finding.rule,
                since=day,
                until=day + ONE_DAY,
                level=Level.RED if red else Level.AMBER,
                about=_about(entry),
                provision=finding.provision,
                force=finding.force.value,
                mark=finding.confidence,
                why=str(finding),
            )


def _unmet(desk: Desk) -> Iterator[Flag]:
    """Days on which what was planned or accepted was not given: one flag for all that began on one day."""
    gaps: dict[tuple[date, date | None], list[str]] = {}
    for one in unmet_needs(desk.file, desk.as_at):
        last = one.days.last or desk.as_at
        first = out_of_hospital(desk, one.days.first)
        # The last day of one thing and the first of another may be the same: a single day between them is no gap.
        if first < last:
            gaps.setdefault((first, None if last >= desk.as_at else last + ONE_DAY), []).append(one.need)
    for (since, until), needs in gaps.items():
        began = [one for one in desk.entries if one.occurred_on == since and isinstance(one.event, _LEAVING)]
        sure = all(one.occurred.is_exact and _weight(desk, one.entry_id) is Weight.FACT for one in began)
        yield Flag(
            theme="P09",
            rule="CA-18-04",
            since=since,
            until=until,
            level=Level.RED if sure else Level.AMBER,
            about=needs[0],
            provision=str(NEED_TO_BE_MET),
            force=NEED_TO_BE_MET.force.value,
            mark=NEED_TO_BE_MET.confidence,
            why=f"Not met from {spoken(since)}{f' to {spoken(until - ONE_DAY)}' if until else ''}: {', '.join(needs)}.",
        )


def _overtaken(desk: Desk, entry: AnyEntry, finding: Finding, day: date) -> bool:
    """Whether what a warning asks for can have been done by then: dates may be too vague to tell."""
    if finding.effect is not Effect.FLAG or any(mark.act is Act.DISCHARGES for mark in entry.marks):
        return False
    return any(
        one.subject == _about(entry)
        and one.mark.theme == finding.theme
        and one.met_on is not None
        and not (one.lapsed and one.met_by == AdulthoodReached.name)
        and entry.occurred_on <= one.met_on <= day
        for one in desk.file.ledger
    )


def _certain(desk: Desk, entry: AnyEntry, finding: Finding) -> bool:
    """A breach of law, on facts: what an account leaves out is no proof that it was not done."""
    told = finding.outcome is not Outcome.CANNOT_TELL
    return finding.force.is_law and told and _weight(desk, entry.entry_id) is Weight.FACT


def _about(entry: AnyEntry) -> str:
    """What the event is about: the first thing that it names."""
    names = (getattr(entry.event, field) for field in entry.event.references)
    return next((name for name in names if name), "")


def _weight(desk: Desk, entry_id: str) -> Weight:
    return desk.weights.get(entry_id, Weight.FACT)
