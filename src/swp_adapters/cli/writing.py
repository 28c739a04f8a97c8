"""``swp record``: what is sent is judged and recorded, a submission at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from swp_adapters.casework import Casework, Receipt
from swp_adapters.cli.errors import answered, say
from swp_adapters.cli.output import put_json
from swp_adapters.cli.settings import Acting, ActorFile, Database, import_staff, opened
from swp_adapters.exchange.submissions import read_submission


@answered
def record(
    source: Annotated[str, typer.Argument(help="A file of JSON Lines, or - for standard input.")],
    database: Database = None,
    acting: Acting = None,
    actor: ActorFile = None,
) -> None:
    """Record submissions, one a line. Each is recorded whole or not at all; the first refusal stops, with its line."""
    with opened(database) as casework:
        if actor is not None:
            say(f"{import_staff(casework, actor)} joined the staff.")
        _record_all(casework, source, acting)


def _record_all(casework: Casework, source: str, acting: str | None) -> None:
    done = 0
    for number, line in _lines(source):
        try:
            receipt = _record_one(casework, line, acting)
        except Exception:
            say(f"swp: line {number} was not recorded; {_submissions(done)} before it.")
            raise
        done += 1
        put_json(receipt)
        sys.stdout.flush()  # whoever sends the next line may be waiting for this answer
    say(f"{_submissions(done)}.")


def _submissions(count: int) -> str:
    return f"{count} submission{'' if count == 1 else 's'} recorded"


def _record_one(casework: Casework, line: str, acting: str | None) -> Receipt:
    sent = read_submission(line, casework.actor, acting)
    return casework.submit(
        *sent.proposals,
        command_id=sent.command_id,
        expected_version=sent.expected_version,
        causation_id=sent.causation_id,
        correlation_id=sent.correlation_id,
    )


def _lines(source: str) -> Iterator[tuple[int, str]]:
    with nullcontext(sys.stdin) if source == "-" else Path(source).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            told = line.removeprefix("\ufeff")  # some editors put this mark before the first line
            if told.strip():
                yield number, told
