"""The tables of the return on deprivations of liberty. Parts make wholes, and what cannot be told is a part.

Nothing is a score: what was signed off in time stands beside what was not. Counts are as they are: suppression and
rounding are for publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Final

from swp_domain.law.liberty_collection import TIME_TO_SIGN_OFF
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.vocabulary import AuthorisationOutcome, RequestGround, Setting
from swp_projections.liberty_return_active import Active, Came
from swp_projections.liberty_return_rows import DIED, NOT_DECIDED, WITHDRAWN, AdultRow, ApplicationRow
from swp_projections.safeguarding_board_cells import Cell, Line, Part, Table, one_column, ordered, slug, split

_STANDS: Final = (*(one.value for one in AuthorisationOutcome), WITHDRAWN, DIED, NOT_DECIDED)


def tables(told: Active) -> tuple[Table, ...]:
    """Every table that counts, in the order in which they are read."""
    return (
        _active(told), _received(told), _dealt_with(told), _signed_off(told), _waiting(told), _in_place(told),
        _people(told),
    )  # fmt: skip


def _stands(*which: str) -> list[Part[ApplicationRow]]:
    return [(slug(one), one, _is(one)) for one in which]


def _is(stands: str) -> Callable[[ApplicationRow], bool]:
    return lambda row: row.stands == stands


def _active(told: Active) -> Table:
    how = [(slug(one.name), one.value, lambda row, one=one: told.came[row.file, row.key] is one) for one in Came]
    note = (
        "Active is from receipt until the application is not granted, or the authorisation ends. How each stands is as "
        "at the last day of the year."
    )
    return one_column(
        "active",
        "Applications in the return",
        split("active", "Active in the year", told.applications, how),
        note=note,
    )


def _received(told: Active) -> Table:
    rows, whole = told.that(Came.RECEIVED), "Received in the year"
    grounds = [(slug(one.name), one.value, lambda row, one=one: row.ground is one) for one in RequestGround]
    urgent: list[Part[ApplicationRow]] = [
        ("given", "with an urgent authorisation", lambda row: row.urgent),
        ("none", "with none on record", lambda row: not row.urgent),
    ]
    places: list[Part[ApplicationRow]] = [
        *(
            (slug(one.value), one.value, lambda row, one=one: row.setting is one)
            for one in Setting
            if one.under_the_schedule
        ),
        ("not-told", "not told which", lambda row: row.setting is None),
    ]
    return one_column(
        "received",
        "Applications received in the year",
        split("received", whole, rows, _stands(*_STANDS)),
        split("received-urgent", whole, rows, urgent),
        split("received-place", whole, rows, places),
        split("received-ground", whole, rows, grounds),
    )


def _dealt_with(told: Active) -> Table:
    """What there was to deal with is what became of it: nothing is lost between one year and the next."""
    rows = told.that(Came.RECEIVED, Came.WAITING)
    began: list[Part[ApplicationRow]] = [
        ("waiting-before", Came.WAITING.value, lambda row: told.came[row.file, row.key] is Came.WAITING),
        ("received", Came.RECEIVED.value, lambda row: told.came[row.file, row.key] is Came.RECEIVED),
    ]
    whole = "Waiting when the year began, or received in it"
    note = "What is not decided here is what waits when the next year begins."
    return one_column(
        "to-deal-with",
        "What there was to deal with, and what became of it",
        split("to-deal-with-came", whole, rows, began),
        split("to-deal-with", whole, rows, _stands(*_STANDS)),
        note=note,
    )


def _signed_off(told: Active) -> Table:
    limit = f"{TIME_TO_SIGN_OFF.length} days"
    times: list[Part[ApplicationRow]] = [
        ("in-time", f"within {limit}", lambda row: row.in_time is True),
        ("later", "later", lambda row: row.in_time is False),
        ("not-told", "cannot be told", lambda row: row.in_time is None),
    ]
    refused = [one for one in told.signed if one.stands == AuthorisationOutcome.REFUSED.value]
    reasons: list[Part[ApplicationRow]] = [
        *((slug(one.value), f"{one.value} not met", lambda row, one=one: one in row.not_met) for one in Requirement),
        ("not-told", "no requirement told of as not met", lambda row: not row.not_met),
    ]
    outcomes = _stands(*(one.value for one in AuthorisationOutcome))
    table = one_column(
        "signed-off",
        "Applications signed off in the year",
        split("signed-off", "Signed off", told.signed, outcomes),
        split("signed-off-time", "Signed off", told.signed, times),
        split("refused", "Refused", refused, reasons, exactly=False),
        note=f"The day of receipt is the first. {TIME_TO_SIGN_OFF.provision} gives {limit} to the assessments, and "
        "less beside an urgent authorisation; here they stand beside signing off, whether or not one was given.",
    )  # fmt: skip
    lines = _days("signed-off-days", "days from receipt to signing off", told.signed, lambda row: row.days)
    return Table(table.name, table.title, table.columns, (*table.lines, *lines), table.note, table.identities)


def _days(
    name: str, what: str, rows: Sequence[ApplicationRow], counted: Callable[[ApplicationRow], int | None]
) -> Iterator[Line]:
    """The middle and the most of some numbers of days, with the applications that took them."""
    days = {(one.file, one.key): number for one in rows if (number := counted(one)) is not None}
    if not days:
        return
    most = max(days.values())
    told = ordered(one for one in rows if (one.file, one.key) in days)
    longest = tuple(one for one in told if days[one.file, one.key] == most)
    yield Line(f"Middle number of {what}", (Cell(f"{name}/middle", told, Decimal(str(median(days.values()))), "days"),))
    yield Line(f"Most {what}", (Cell(f"{name}/most", longest, Decimal(most), "days"),))


def _waiting(told: Active) -> Table:
    began: list[Part[ApplicationRow]] = [
        ("before", "received before it", lambda row: told.came[row.file, row.key] is Came.WAITING),
        ("received", "received in it", lambda row: told.came[row.file, row.key] is Came.RECEIVED),
    ]
    assessed: list[Part[ApplicationRow]] = [
        ("assessed", "every assessment complete", lambda row: row.assessed_on is not None),
        ("late", "assessments late", lambda row: _late(told, row) is True),
        ("in-time", "assessments still in time", lambda row: _late(told, row) is False),
        ("not-told", "no last day for them", lambda row: row.assessed_on is None and row.due is None),
    ]
    whole = "Waiting on the last day"
    table = one_column(
        "waiting",
        whole,
        split("waiting", whole, told.waiting, began),
        split("waiting-assessed", whole, told.waiting, assessed),
        note="Nobody waits for what was withdrawn, or after the person's death, whether or not it was signed off. "
        "What is for a place that the person has left waits here until it is withdrawn.",
    )
    lines = _days("waiting-days", "days waited so far", told.waiting, lambda row: _waited(told, row))
    return Table(table.name, table.title, table.columns, (*table.lines, *lines), table.note, table.identities)


def _late(told: Active, one: ApplicationRow) -> bool | None:
    return None if one.assessed_on is not None or one.due is None else one.due < told.on


def _waited(told: Active, one: ApplicationRow) -> int | None:
    return (told.on - one.received.on).days if one.received is not None and one.received.told.is_exact else None


def _in_place(told: Active) -> Table:
    """Authorisations that stood at the end of the last day."""
    rows = [one for one in told.applications if one.granted is not None and one.granted.last_day(told.on) is None]
    how: list[Part[ApplicationRow]] = [
        ("begun", "in force", lambda row: _begun(told, row) and not _suspended(row)),
        ("suspended", "suspended", lambda row: _begun(told, row) and _suspended(row)),
        ("to-begin", "to begin later", lambda row: not _begun(told, row)),
    ]
    return one_column(
        "in-place",
        "Authorisations in place on the last day",
        split("in-place", "In place on the last day", rows, how),
    )


def _begun(told: Active, one: ApplicationRow) -> bool:
    return one.granted is not None and (one.granted.begins_on is None or one.granted.begins_on <= told.on)


def _suspended(one: ApplicationRow) -> bool:
    return one.granted is not None and one.granted.suspended


def _people(told: Active) -> Table:
    often: list[Part[AdultRow]] = [
        ("one", "with one application", lambda row: row.applications == 1),
        ("several", "with more than one", lambda row: row.applications > 1),
    ]
    every, new = told.adults(told.applications), told.adults(told.that(Came.RECEIVED))
    return one_column(
        "people",
        "People",
        split("people", "People in the return", every, often),
        split("people-received", "People with an application received in the year", new, often),
        note="Files that were merged are one person's.",
    )
