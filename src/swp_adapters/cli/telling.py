"""An entry in words: what happened, by whom, who answers, what the law made of it, what it did to duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from swp_adapters.cli.said import said
from swp_domain.duty import Duty
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import spoken
from swp_domain.law.finding import Effect, unchecked
from swp_domain.mark import Act, Mark
from swp_domain.money import pounds
from swp_domain.party import Party
from swp_domain.practice.proof import proof_of


def tell(entry: AnyEntry, owed: Sequence[Duty] | None = None) -> Iterator[str]:
    """The lines of one entry, the first at the margin.

    Args:
        owed: every duty of its history. An entry carries a mark for whatever it would end or move, owed or not; with
            this, only what was owed is told.
    """
    lag = (entry.recorded_on - entry.occurred_on).days
    late = f", recorded {lag} day{'' if lag == 1 else 's'} later" if lag else ""
    yield f"{entry.occurred}  {entry.event_name}  [{entry.stream} v{entry.version}{late}]"
    yield from (f"    {line}" for line in _body(entry, owed))


_SHOWN = {True: "its authority is shown", False: "its authority is NOT SHOWN", None: "its authority cannot be told"}


def _body(entry: AnyEntry, owed: Sequence[Duty] | None) -> Iterator[str]:
    yield f"by {entry.by}" + ("" if entry.recorded_by is None else f", entered by {entry.recorded_by}")
    if told := said(entry.event):
        yield f"says: {told}"
    proof = proof_of(entry)
    if proof is not None and entry.conduct is not None:
        conduct = f"{entry.conduct.value}{', purported' if entry.purported else ''}"
        yield f"{conduct}; {_SHOWN[proof.shown]}{f', at the {proof.fails}' if proof.fails else ''}"
        yield f"authority: {proof.authority}"
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
            yield f"owed from now: {mark.duty}{about}, {mark.provision}{unchecked(mark.confidence)}{by}"
        elif owed is None or any(_touched(mark, one) for one in owed):
            yield f"{mark.act.value}: {mark.duty}{about}"


def _touched(mark: Mark, one: Duty) -> bool:
    """Whether a duty was owed when an entry ended or moved it, or was done ahead by what came before it was owed."""
    if mark.duty != one.duty or mark.subject not in ("", one.subject):
        return False
    if mark.act is Act.DISCHARGES:
        ended = one.met_by == mark.of and one.met_on == max(mark.on, one.opened_on)
        return ended and not (mark.lapses and one.opened_on > mark.on)
    return one.opened_on <= mark.on and (one.met_on is None or mark.on <= one.met_on)


ENTRY = (
    "file", "version", "entry_id", "occurred", "occurred_on", "recorded_at", "event", "by", "role", "recorded_by",
    "acting", "answerable", "under", "conduct", "purported", "counts", "decided", "reasons", "reason", "findings",
    "flags", "breaches", "duties", "corrects", "command_id",
)  # fmt: skip
"""The columns of an entry as a row."""


def entry_row(entry: AnyEntry) -> dict[str, object]:
    """An entry as one row: what is several is told in one text."""
    authority, decision = entry.authority, getattr(entry.event, "decision", None)
    findings = [f"{one.rule}: {one}{unchecked(one.confidence)}" for one in entry.findings if one.effect is None]
    flags = [f"{one.rule}: {one}{unchecked(one.confidence)}" for one in entry.findings if one.effect is Effect.FLAG]
    duties = [
        f"{one.act.value}: {one.duty}{f' ({one.subject})' if one.subject else ''}{unchecked(one.confidence)}"
        for one in entry.marks
    ]
    return {
        "file": entry.stream,
        "version": entry.version,
        "entry_id": entry.entry_id,
        "occurred": str(entry.occurred),
        "occurred_on": entry.occurred_on,
        "recorded_at": entry.recorded_at,
        "event": entry.event_name,
        "by": entry.by.id,
        "role": entry.by.role.value,
        "recorded_by": entry.entered_by.id,
        "acting": authority.acting if authority else "",
        "answerable": authority.answerable if authority else "",
        "under": authority.under if authority else "",
        "conduct": entry.conduct.value if entry.conduct else "",
        "purported": entry.purported,
        "counts": entry.counts,
        "decided": _outcome(decision.outcome) if decision is not None else "",
        "reasons": decision.reasons if decision is not None else None,
        "reason": entry.reason,
        "findings": "; ".join(findings),
        "flags": "; ".join(flags),
        "breaches": "; ".join(f"{one}{unchecked(one.confidence)}" for one in entry.breaches),
        "duties": "; ".join(duties),
        "corrects": entry.corrects,
        "command_id": entry.command_id,
    }


def _outcome(outcome: Any) -> str:
    match outcome:
        case bool():
            return "yes" if outcome else "no"
        case Enum():
            return str(outcome.value)
        case Decimal():
            return pounds(outcome)
        case Party():
            return outcome.relation or outcome.kind.value
    return str(outcome)
