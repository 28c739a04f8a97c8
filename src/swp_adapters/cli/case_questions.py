"""The part of a case's page on what somebody can decide, whether they are free, and what of it the NHS pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from swp_adapters.cli.output import counted, one_line, put_table, put_text
from swp_domain.case_file import CaseFile
from swp_domain.deprivation_cover import Authority, DeprivedDays, deprived_days
from swp_projections.authorisations import REQUEST, AuthorisationRow
from swp_projections.capacity import CapacityRow
from swp_projections.continuing_healthcare import ContinuingHealthcareRow

_GONE = ("ended", "expired", "withdrawn", "granted", "refused", "replaced")


def put_capacity(rows: Sequence[CapacityRow], on: date) -> None:
    """Each decision in question with what counts of it on the day; ``swp capacity`` has what was found before."""
    left = [one for one in rows if one.standing(on) != "replaced"]
    if left:
        put_table(
            "Capacity, decision by decision",
            ("decision", "about", "doubted", "assessed", "found", "stands", "best interests"),
            [
                (one.decision, one.matter, one.doubted_on, one.assessed_on, one.result, one.standing(on),
                 one.best_interests_on)
                for one in left
            ],
        )  # fmt: skip


def put_liberty(case: CaseFile, rows: Sequence[AuthorisationRow], on: date) -> None:
    """Whether the person is deprived of their liberty, for how many days with authority, and what stands or waits."""
    for line in _deprived(deprived_days(case, on), on):
        put_text(one_line(line))
    left = [one for one in rows if one.standing(on) not in _GONE]
    if left:
        put_table(
            "Deprivation of liberty",
            ("what", "name", "place", "requested", "from", "until", "stands", "days waited"),
            [_authorisation(one, on) for one in left],
        )


def _authorisation(one: AuthorisationRow, on: date) -> tuple[object, ...]:
    begins, until = (one.urgent_from, one.urgent_until) if one.what == REQUEST else (one.begins, one.until)
    return one.what, one.about, one.place, one.requested, begins, until, one.standing(on), one.waits(on)


def _deprived(found: Sequence[DeprivedDays], on: date) -> Iterator[str]:
    """One line for each deprivation: since when, up to when, and how its days stand."""
    for which in dict.fromkeys(one.deprivation for one in found):
        mine = [one for one in found if one.deprivation == which]
        first, last = mine[0].days.first, max(one.days.last or on for one in mine)
        days = {
            authority.value: sum(_length(one, on) for one in mine if one.authority is authority)
            for authority in Authority
        }
        said = ", ".join(f"{counted(number, 'day')} {what}" for what, number in days.items() if number)
        where = f"{mine[-1].setting.value} {mine[-1].place or ''}".strip()
        until = "" if last >= on else f" to {last}"
        yield f"Deprived of liberty from {first}{until} ({where}): {said}."


def _length(one: DeprivedDays, on: date) -> int:
    return ((one.days.last or on) - one.days.first).days + 1


def put_healthcare(case: CaseFile, rows: Sequence[ContinuingHealthcareRow]) -> None:
    """How far each question of continuing healthcare is, who pays what is disputed, and what is paid for nursing."""
    seen = {one.consideration: one for one in rows}
    if seen:
        put_table(
            "NHS continuing healthcare",
            ("consideration", "stands", "since", "received", "decided", "days", "disputed since", "pays"),
            [
                (one.consideration, one.stage, one.since, one.received_on, one.decided_on, one.days,
                 one.disputed_since, one.funder)
                for one in seen.values()
            ],
        )  # fmt: skip
    paid = case.continuing_healthcare
    if paid.nursing is not None and case.case.died_on is None:
        sum_of = f"£{paid.nursing.weekly} a week" if paid.nursing.weekly is not None else "an untold sum"
        put_text(f"The NHS pays {sum_of} for nursing, since {paid.nursing_since}.")
