"""The command that replays one decision as it was taken: on what, under what law and power, and what came later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import answered
from swp_adapters.cli.output import NOT_ADVICE, counted, one_line, put_json, put_text
from swp_adapters.cli.settings import AsJson, Database, opened
from swp_adapters.cli.telling import tell
from swp_domain.catalogue import digest
from swp_domain.decision import Decision
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import spoken
from swp_domain.practice.proof import proof_of
from swp_domain.refusal import Invalid
from swp_projections import AuditTrail
from swp_projections.asking import one_of
from swp_projections.decision_replay import Replayed, replayed

_SHOWN = 12
"""How many entries of a kind are listed; the rest is counted, and comes with ``--all`` or as JSON."""


@answered
def decision(
    entry: Annotated[str, typer.Argument(help="The id of the entry, as swp replay and swp audit show it.")],
    database: Database = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every entry of the file, and not the nearest only.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """One decision as known then: what it stood on, what was true but unrecorded, what came later, law and power."""
    with opened(database) as casework:
        found = _found(casework, entry)
        told = replayed(found, entry)
        taken = told.entry
        decided = getattr(taken.event, "decision", None)
        if as_json:
            put_json({**_fields(told), "law_is_unchanged": taken.law == digest()})
        elif isinstance(decided, Decision):
            _put(told, decided, _SHOWN if not everything else len(found))
        else:
            _put_fact(told)


def _found(casework: Casework, entry: str) -> list[AnyEntry]:
    """Every entry of the file that an entry is in.

    Raises:
        Invalid: there is no such entry.
    """
    rows = casework.view(AuditTrail, where=[one_of("key", [entry])])
    if not rows:
        raise Invalid("ENTRY", "is not the id of an entry", "swp replay and swp audit show the ids")
    return casework.entries(rows[0].file)


def _fields(told: Replayed) -> dict[str, object]:
    proof = proof_of(told.entry)
    return {
        "entry": told.entry,
        "authority": str(proof) if proof else None,
        "authority_shown": proof.shown if proof else None,
        "fails": proof.fails if proof else None,
        "relied_on": told.relied_on,
        "known": told.known,
        "already_true": told.already_true,
        "later": told.later,
        "followed": told.followed,
        "put_right": [{"was": before.entry_id, "by": after} for before, after in told.put_right],
        "stands": told.stands.entry_id if told.stands else None,
    }


def _put(told: Replayed, decided: Decision[object], shown: int) -> None:
    taken, known_on = told.entry, told.entry.recorded_on
    put_text(f"As it was taken on {spoken(taken.occurred_on)}, and recorded on {spoken(known_on)}", style="bold")
    for line in tell(taken):
        put_text(one_line(line))
    proof = proof_of(taken)
    if proof is not None and proof.fails:
        put_text(one_line(f"    not shown, at the {proof.fails}: {proof.why}"))
    put_text(f"    the person's views: {one_line(str(decided.views)) if decided.views else 'NOT RECORDED'}")
    heard = ", ".join(one.relation or one.kind.value for one in decided.consulted)
    put_text(f"    heard: {one_line(heard) or 'nobody else is recorded'}")
    papers = ", ".join(one.title or one.reference for one in decided.evidence)
    put_text(f"    evidence: {one_line(papers) or 'none is recorded'}")
    law = "the rules of today" if taken.law == digest() else "other rules than those of today"
    put_text(f"    judged by {law} ({taken.law[:12]})")
    _put_standing(told)
    near = told.relied_on or told.known[-shown:]
    _section("What it speaks of, on record by then", told.relied_on, shown)
    _section("What else was on record by then, the latest", [one for one in told.known if one not in near], shown)
    _section("Already true then, and recorded only afterwards", told.already_true, shown)
    _put_right(told)
    _section("What followed in the same matter", told.followed, shown)
    _section("What else came later", [one for one in told.later if one not in told.followed], shown)
    put_text(f"\n{NOT_ADVICE}")


def _put_fact(told: Replayed) -> None:
    """Whoever has only an id is told what it is: a fact stands on nothing and under no power, so it is told alone."""
    put_text("No decision, but a fact, as it was recorded", style="bold")
    for line in tell(told.entry):
        put_text(one_line(line))
    _put_standing(told)
    put_text(one_line(f"    It is in {told.entry.stream}: swp replay {told.entry.stream} tells what is around it."))


def _put_standing(told: Replayed) -> None:
    if told.stands is None:
        put_text("    It was retracted since.")
    elif told.stands is not told.entry:
        put_text(f"    What stands in its place now is {told.stands.entry_id}.")


def _put_right(told: Replayed) -> None:
    if told.put_right:
        put_text("\nKnown then, and put right since", style="bold")
        for before, after in told.put_right:
            put_text(one_line(f"    {_line(before)}: by {after.entry_id}, recorded {after.recorded_on}"))


def _section(title: str, entries: Iterable[AnyEntry], shown: int) -> None:
    found = list(entries)
    put_text(f"\n{title}{'' if found else ': nothing'}", style="bold")
    for one in found[-shown:]:
        lag = (one.recorded_on - one.occurred_on).days
        put_text(one_line(f"    {_line(one)}{f', recorded {lag} days later' if lag > 1 else ''}"))
    if len(found) > shown:
        put_text(f"    and {counted(len(found) - shown, 'entry', 'entries')} more: --all")


def _line(entry: AnyEntry) -> str:
    return f"{entry.occurred}  {entry.event_name}  by {entry.by}"
