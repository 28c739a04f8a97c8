"""An entry in words: what happened, by whom, who answers, what the law made of it, what it did to duties."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import local_day, spoken
from swp_domain.law.finding import Effect
from swp_domain.mark import Act
from swp_domain.party import Party


def tell(entry: AnyEntry) -> Iterator[str]:
    """The lines of one entry, the first at the margin."""
    lag = (local_day(entry.recorded_at) - entry.occurred_on).days
    late = f", recorded {lag} day{'' if lag == 1 else 's'} later" if lag else ""
    yield f"{entry.occurred}  {entry.event_name}  [{entry.stream} v{entry.version}{late}]"
    yield from (f"    {line}" for line in _body(entry))


def _body(entry: AnyEntry) -> Iterator[str]:
    yield f"by {entry.by}" + ("" if entry.recorded_by is None else f", entered by {entry.recorded_by}")
    authority = entry.authority
    if authority is not None and entry.conduct is not None:
        under = f" under {authority.under} ({authority.delegation})" if authority.under else ""
        theirs = {True: "theirs to take", False: "NOT theirs to take", None: ""}[authority.theirs]
        conduct = f"{entry.conduct.value}{', purported' if entry.purported else ''}"
        yield f"{conduct}: {theirs}{under}; {authority.answerable} answers"
    decision = getattr(entry.event, "decision", None)
    if decision is not None:
        yield f"decided: {_outcome(decision.outcome)}"
        if decision.reasons:
            yield f"reasons: {decision.reasons}"
    if entry.reason:
        yield f"why it is recorded so: {entry.reason}"
    if entry.corrects:
        yield f"takes the place of {entry.corrects}"
    for finding in entry.findings:
        flag = {Effect.FLAG: "flag: ", None: ""}.get(finding.effect, "")
        if finding.effect in (None, Effect.FLAG):
            yield f"{flag}{finding.rule}: {finding} [{finding.force.value}; {finding.confidence}]"
    for breach in entry.breaches:
        yield f"BREACH {breach} [{breach.confidence}; {breach.body}]"
    for mark in entry.marks:
        about = f" ({mark.subject})" if mark.subject else ""
        if mark.act is Act.OPENS:
            by = f", by {spoken(mark.last_day)} ({mark.limit})" if mark.last_day else ""
            yield f"owed from now: {mark.duty}{about}, {mark.provision}{by}"
        else:
            yield f"{mark.act.value}: {mark.duty}{about}"


def _outcome(outcome: Any) -> str:
    match outcome:
        case bool():
            return "yes" if outcome else "no"
        case Enum():
            return str(outcome.value)
        case Decimal():
            return f"£{outcome:,.2f}"
        case Party():
            return outcome.relation or outcome.kind.value
    return str(outcome)
