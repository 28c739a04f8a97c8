"""``swp find``: whose case it is, by name, birth date or NHS number. Who is looked for is written nowhere."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import Annotated, Final

import typer

from swp_adapters.cli.errors import answered, say
from swp_adapters.cli.forms import Form, form, put_rows
from swp_adapters.cli.output import dated, put_table
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, when
from swp_adapters.security.seal import SealBroken
from swp_domain.case.nhs_number import checked
from swp_domain.refusal import Invalid
from swp_projections import People
from swp_projections.people import PersonRow, Sought, day_of_birth, folded

_COLUMNS: Final = (
    "file", "name_given", "name_family", "birth_date", "birth_year", "nhs_number", "team", "closed_on", "died_on",
    "merged_into",
)  # fmt: skip
_ASKED: Final = "Give parts of a name, a birth date as 1941-02-03 or 3/2/1941, a year of birth, or an NHS number"


@answered
def find(
    who: Annotated[
        list[str],
        typer.Argument(
            help="Parts of a name, a birth date, a year of birth, or an NHS number; - reads it from standard input, "
            "so that it stands in no history of the shell."
        ),
    ],
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find a person's case: names in part, whatever their capitals and accents; closed cases as well."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    asked = sought(sys.stdin.readline() if who == ["-"] else " ".join(who))
    with opened(database) as casework:
        found = [told for one in casework.view(People, **days) if (told := _found(one, asked)) is not None]
    found.sort(key=lambda one: (folded(f"{one['name_family'] or ''} {one['name_given'] or ''}"), str(one["file"])))
    if how is not Form.PEOPLE:
        put_rows(how, _COLUMNS, found)
        return
    put_table(
        dated("Found", **days),
        ("case", "family name", "given name", "born", "NHS number", "team", "closed", "died", "goes on in"),
        (
            (
                one["file"],
                one["name_family"],
                one["name_given"],
                one["birth_date"] or one["birth_year"],
                one["nhs_number"],
                one["team"],
                one["closed_on"],
                one["died_on"],
                one["merged_into"],
            )
            for one in found
        ),
        empty="Nobody.",
    )


def _found(row: PersonRow, asked: Sought) -> dict[str, str | int | date | None] | None:
    """A person who answers to what is asked. One whose texts were altered is named, and hides nobody else."""
    beside = {name: getattr(row, name) for name in ("birth_year", "team", "closed_on", "died_on", "merged_into")}
    try:
        return {"file": row.file, **row.texts(), **beside} if asked.is_found_in(row) else None
    except SealBroken as broken:
        say(f"swp: {row.file} is left out: {broken}")
        return None


def sought(text: str) -> Sought:
    """Who is meant. What was typed is repeated in no message.

    Raises:
        Invalid: nothing was given that anybody could be found by.
    """
    told = " ".join(text.split())
    if re.fullmatch(r"[0-9]{4}", told):
        return Sought(birth_year=int(told))
    digits = re.sub(r"[ -]", "", told)
    if re.fullmatch(r"[0-9]{10}", digits):
        try:
            return Sought(nhs_number=str(checked(digits)))
        except ValueError as error:
            raise Invalid("NHS number", str(error), "Look at the digits again") from None
    if (born := day_of_birth(told)) is not None:
        return Sought(born=born)
    if any(letter.isdigit() for letter in told):
        raise Invalid("who", "is no birth date, no year of birth and no NHS number of ten digits", _ASKED)
    parts = tuple(folded(told).split())
    if not parts:
        raise Invalid("who", "holds no letter and no digit", _ASKED)
    return Sought(parts=parts)
