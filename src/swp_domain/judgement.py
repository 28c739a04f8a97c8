"""Whether something may enter the record, and what the record then says of it.

:func:`consider` is the only place where rules, duties and the standing meet. It writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from swp_domain.duty import Condition, Opening, Owed
from swp_domain.entry import AnyEntry, Authority, Breach
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.finding import Effect, Finding, Force, Outcome
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Regime
from swp_domain.mark import Act, Mark
from swp_domain.proposal import Conduct, Proposal
from swp_domain.refusal import Invalid, OutOfSequence, Unlawful
from swp_domain.stage import Judge

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing


@dataclass(frozen=True, slots=True)
class Judgement:
    """What would be kept in the entry beside the event: whose act it was, and what the law made of it."""

    authority: Authority
    conduct: Conduct | None
    purported: bool
    findings: tuple[Finding, ...]
    breaches: tuple[Breach, ...]
    marks: tuple[Mark, ...]


def consider(
    file: File,
    asked: Proposal[Event],
    standing: Standing,
    general: tuple[Judge, ...] = (),
    corrected: AnyEntry | None = None,
) -> Judgement:
    """Judge a proposal on the file as it stood on that day, as now known.

    Args:
        file: the history up to and including ``asked.on``, without the entry it corrects, if any.
        asked: what is proposed.
        standing: practice and council as they were on that day.
        general: rules asked of every event, beside those of the file's stages.
        corrected: the entry that it takes the place of. A purported act stays purported: corrections
            mend records, not acts.

    Raises:
        Invalid: it is malformed.
        OutOfSequence: a decision being taken stands on something the file does not hold.
        Unlawful: the law does not let a decision of ours be taken.
        LawNotKnown: a decision of ours is asked on a day for which the law is not encoded.
    """
    event = asked.event
    if type(event) not in file.homes():
        raise Invalid(
            "event",
            f"{event.name} does not belong in a {file.kind} file",
            "Propose it to the file it concerns",
        )
    ours = event.taken_by is not None and asked.by.kind.ours
    conduct = asked.conduct if ours else None
    if conduct is Conduct.RECORDING and not asked.reason:
        raise Invalid(
            "reason",
            "recording a decision that was already taken needs a reason",
            "Say why it is recorded and not decided here",
        )
    deciding = conduct is Conduct.DECIDING and asked.corrects is None
    findings = list(_references(file, asked, deciding))
    for judge in (*general, *file.judges()):
        if judge.concerns(type(event)) and judge.regime in (Regime.CALENDAR, file.regime_on(asked.on)):
            findings += _asked(judge, file, asked, standing, deciding)
    against = [one for one in findings if one.contradiction and one.effect is Effect.REFUSE]
    if deciding and against:
        raise Unlawful(against)
    breaches = tuple(
        _breach(one, asked) for one in findings if one.contradiction and one.effect in (Effect.REFUSE, Effect.BREACH)
    )
    return Judgement(
        authority=standing.authority(asked),
        conduct=conduct,
        purported=bool(ours and against) or (corrected is not None and corrected.purported),
        findings=tuple(findings),
        breaches=breaches,
        marks=tuple(_marks(file, asked)),
    )


def _asked(judge: Judge, file: File, asked: Proposal[Event], standing: Standing, deciding: bool) -> Iterator[Finding]:
    named = {"rule": judge.rule, "theme": judge.theme}
    try:
        for finding in judge.ask(file, asked, standing):
            tripped = {"effect": judge.effect} if finding.contradiction else {}
            yield finding.model_copy(update={**named, **tripped})
    except LawNotKnown as silence:
        if deciding:
            raise
        yield _law_not_known(silence, asked.on).model_copy(update=named)


def _law_not_known(silence: LawNotKnown, on: date) -> Finding:
    return Finding(
        provision=silence.what,
        force=Force.RECORD,
        confidence="not encoded",
        on=on,
        outcome=Outcome.CANNOT_TELL,
        contradiction="the law of that day is not encoded here, so it was not judged",
        effect=Effect.FLAG,
    )


def _breach(finding: Finding, asked: Proposal[Event]) -> Breach:
    return Breach(
        rule=finding.rule,
        provision=finding.provision,
        force=finding.force,
        confidence=finding.confidence,
        since=finding.on,
        why=finding.contradiction or "",
        body=asked.by.body or asked.by.kind.value,
        theme=finding.theme,
    )


def _references(file: File, asked: Proposal[Event], deciding: bool) -> Iterator[Finding]:
    """What the event names must have been begun; a beginning that comes later is matched by the folds."""
    event = asked.event
    for field, kind in event.references.items():
        value = getattr(event, field)
        if value is None:
            continue
        known = (kind, value) in file.begun
        if known or field == event.begins or kind in file.elsewhere:
            continue
        what = f"no {kind} {value} is on the file on that day"
        if deciding:
            raise OutOfSequence(field, what, "Record it first, or record this with a reason")
        yield Finding(
            rule="REC-SEQ",
            provision="Order of the record",
            force=Force.RECORD,
            confidence="our own",
            on=asked.on,
            outcome=Outcome.CANNOT_TELL,
            contradiction=f"{field}: {what}",
            effect=Effect.FLAG,
        )


def _marks(file: File, asked: Proposal[Event]) -> Iterator[Mark]:
    seen: set[tuple[Act, str, str]] = set()
    for duty in file.owed():
        for mark in _marks_of(duty, file, asked):
            key = (mark.act, mark.duty, mark.subject)
            if key not in seen:
                seen.add(key)
                yield mark


def _marks_of(duty: Owed, file: File, asked: Proposal[Event]) -> Iterator[Mark]:
    event = asked.event
    opening = duty.opened_by.get(type(event))
    if opening and _holds(opening.when, event) and duty.regime in (Regime.CALENDAR, file.regime_on(asked.on)):
        yield _opening(duty, opening, asked)
    for act, table in (
        (Act.DISCHARGES, duty.discharged_by),
        (Act.PAUSES, duty.paused_by),
        (Act.RESUMES, duty.resumed_by),
    ):
        if type(event) in table and _holds(table[type(event)], event):
            yield Mark(act=act, duty=duty.name, on=asked.occurred.earliest, subject=_subject(duty, event))
    extension = duty.extended_by.get(type(event))
    if extension and (until := extension.until(event)):
        yield Mark(
            act=Act.EXTENDS,
            duty=duty.name,
            on=asked.on,
            subject=_subject(duty, event),
            last_day=until,
            of=extension.of.name,
        )


def _holds(condition: Condition | None, event: Event) -> bool:
    return condition is None or bool(condition(event))


def _subject(duty: Owed, event: Event) -> str:
    value: Any = getattr(event, duty.subject, None) if duty.subject else None
    return "" if value is None else str(value)


def _opening(duty: Owed, opening: Opening, asked: Proposal[Event]) -> Mark:
    start = asked.occurred.latest
    limit = opening.limit
    last_day = warn_day = None
    said, force = "", None
    if isinstance(limit, TimeLimit):
        if limit.in_force(start):
            last_day, warn_day = limit.last_day(start), limit.warn_day(start)
            said, force = f"{limit}, {limit.provision}", limit.provision.force
    elif limit is not None:
        last_day = limit(asked.event)
        said, force = ("the day stated", duty.provision.force) if last_day else ("", None)
    return Mark(
        act=Act.OPENS,
        duty=duty.name,
        on=asked.on,
        subject=_subject(duty, asked.event),
        provision=str(duty.provision),
        owner=duty.by,
        owed_to=duty.owed_to,
        last_day=last_day,
        warn_day=warn_day,
        limit=said,
        limit_force=force,
        force=duty.provision.force,
        confidence=duty.provision.confidence,
        rule=duty.rule,
        theme=duty.theme,
        recurring=duty.recurring,
        of=asked.event.name,
    )


def placed(proposals: tuple[Proposal[Event], ...]) -> tuple[Proposal[Event], ...]:
    """Vague dates placed on one day each, so that what was given in order keeps its order.

    A vague date goes to its earliest day, or to the day of the proposal before it in the same
    submission if that lies inside its range.
    """
    out: list[Proposal[Event]] = []
    floor: date | None = None
    for one in proposals:
        out.append(replace(one, on=one.occurred.placed(floor)))
        floor = out[-1].on
    return tuple(out)
