"""One case on one page, as whoever manages a team reads it: who, who holds it, what is owed, what they get."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.cli.citing import cited
from swp_adapters.cli.output import one_line, put_table, put_text
from swp_adapters.cli.package import put_elements
from swp_domain import review
from swp_domain.case_file import CaseFile
from swp_domain.catalogue import file_kind
from swp_domain.entry import AnyEntry
from swp_domain.identity.events import PartyRecorded
from swp_domain.personal import FORGOTTEN
from swp_projections.approvals import ApprovalRow
from swp_projections.caseload import CaseloadRow
from swp_projections.duties import DutyRow
from swp_projections.package import PackageRow

_LAST: Final = 10
_OVER: Final = ("met", "met late", "ended", "ended late")


@dataclass(frozen=True, slots=True)
class CasePage:
    """What a page is written from, as at a day and as known: the history, and the rows of the views."""

    told: Sequence[AnyEntry]
    holds: Sequence[CaseloadRow]
    owed: Sequence[DutyRow]
    package: Sequence[PackageRow]
    approvals: Sequence[ApprovalRow]
    on: date


def put_case(file: str, page: CasePage) -> None:
    """A case as it stands on a day, but for the court and what happened.

    Of a file of another kind, only what is owed is shown.
    """
    case, on = file_kind(file).fold(file, page.told), page.on
    if isinstance(case, CaseFile) and page.told:
        held = (line for row in page.holds for line in _held(row, page.told))
        for line in (*_who(case), *held, _law(case, on)):
            put_text(one_line(line))
        _put_parties(case)
    _put_owed(page.owed, on)
    if isinstance(case, CaseFile) and page.told:
        put_elements(page.package, page.approvals, on)
        _put_reviews(page.owed, on)
        _put_concerns(case)


def put_last(told: Sequence[AnyEntry]) -> None:
    """The last entries of a history, and how many came before them."""
    last = told[-_LAST:]
    put_table(
        "What happened",
        ("date", "event", "by", "answers", "breaches"),
        [
            (
                one.occurred,
                one.event_name,
                f"{one.by.id} ({one.by.role.value})",
                one.authority.answerable if one.authority else "",
                "; ".join(map(str, one.breaches)),
            )
            for one in last
        ],
    )
    if len(told) > len(last):
        put_text(f"{len(told) - len(last)} earlier entries: swp replay shows them all.")


def _who(case: CaseFile) -> Iterator[str]:
    known = case.case.registered
    if known is None:
        return
    names = [name for name in (known.name_given, known.name_family) if name and name != FORGOTTEN]
    born = f"born {known.birth_year}" if known.birth_year else ""
    if names or born:
        yield ", ".join(filter(None, (" ".join(names), born)))


def _held(row: CaseloadRow, told: Sequence[AnyEntry]) -> Iterator[str]:
    level = f"level {row.complexity or 'not set'}"
    holder = f"{row.team or 'no team'}, {row.worker or 'no worker yet'}, {level}"
    since = f" {row.worker} has had it since {row.worker_since}." if row.worker_since and not row.closed_on else ""
    yield f"{f'Closed on {row.closed_on}: {row.closed_as}' if row.closed_on else 'Open'}. {holder}.{since}"
    if row.waiting_since:
        looked = f"last looked at on {row.rechecked_on}" if row.rechecked_on else "nobody has looked again"
        again = f", to be looked at again by {row.look_again_by}" if row.look_again_by else ""
        yield f"Waiting for a worker since {row.waiting_since}; {looked}{again}."
    if row.last_contact_on:
        yield f"Last contact on {row.last_contact_on}."
    if row.died_on:
        after = sum(one.occurred_on > row.died_on for one in told)
        yield f"Died on {row.died_on}." + (f" Entries dated after that day: {after}." if after else "")
    if row.merged_into:
        yield f"Work goes on in {row.merged_into}: this file was merged with it."
    elif row.merged_with:
        yield f"{row.merged_with} was merged with this file; work goes on here."


def _law(case: CaseFile, on: date) -> str:
    return f"Under {case.regime_on(on).value} law on that day."


def _put_parties(case: CaseFile) -> None:
    may = {True: "may be told", False: "MAY NOT be told", None: "not said"}
    rows = [
        (_named(one), one.relationship.value, ", ".join(role.value for role in one.roles), may[one.may_be_told])
        for one in case.identity.standing().values()
    ]
    if rows:
        put_table("Around the adult", ("who", "stands to them as", "in the role of", "may be told"), rows)


def _named(party: PartyRecorded) -> str:
    name = party.party.name
    return name if name and name != FORGOTTEN else party.party_id


def _put_owed(owed: Sequence[DutyRow], on: date) -> None:
    left = [one for one in owed if one.standing(on) not in _OVER]
    over = len(owed) - len(left)
    put_table(
        "What is owed",
        ("what", "about", "to", "under", "opened", "last day", "stands", "late since"),
        [
            (one.what, one.subject, one.owed_to, _under(one), one.opened_on, one.last_day, one.standing(on),
             one.late_since(on))
            for one in sorted(left, key=lambda one: _urgency(one, on))
        ],
    )  # fmt: skip
    if over:
        put_text(f"{over} done or ended: swp duties --case shows them.")


def _under(one: DutyRow) -> str:
    return cited(one.provision, one.confidence, one.limit)


def _urgency(one: DutyRow, on: date) -> tuple[bool, date, str]:
    """What is late comes first, what is late longest before it; then what falls due first."""
    return one.late_since(on) is None, one.last_day or date.max, one.duty


def _put_reviews(owed: Sequence[DutyRow], on: date) -> None:
    names = {duty.name for duty in review.STAGE.duties}
    due = [one for one in owed if one.duty in names and one.standing(on) not in _OVER]
    for one in sorted(due, key=lambda one: _urgency(one, on)):
        by = f", by {one.last_day}" if one.last_day else ""
        put_text(one_line(f"Review: {one.duty}{by}, {one.standing(on)}."))


def _put_concerns(case: CaseFile) -> None:
    concerns = [
        (which, one.received_on, one.outcome.value if one.outcome else "not decided on")
        for which, one in case.safeguarding.concerns.items()
        if one.waits or (one.outcome and one.outcome.enquires and case.safeguarding.goes_on(which))
    ]
    if concerns:
        put_table("Safeguarding concerns", ("concern", "received", "stands"), concerns)
