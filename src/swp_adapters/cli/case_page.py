"""One case on one page, as whoever manages a team reads it: who, who holds it, what is owed, what they get."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from swp_adapters.cli.output import one_line, put_table, put_text
from swp_adapters.cli.package import Package, package_of, pounds
from swp_domain import review
from swp_domain.case_file import CaseFile
from swp_domain.catalogue import file_kind
from swp_domain.entry import AnyEntry
from swp_domain.identity.events import PartyRecorded
from swp_domain.personal import FORGOTTEN
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_projections.caseload import CaseloadRow
from swp_projections.duties import DutyRow

_LAST: Final = 10
_OVER: Final = ("met", "met late", "ended", "ended late")


def put_case(
    file: str, told: Sequence[AnyEntry], holds: Sequence[CaseloadRow], owed: Sequence[DutyRow], on: date
) -> None:
    """A case as it stands on a day, but for the court and what happened.

    Args:
        file: its id; of a file of another kind, only what is owed is shown.
        told: its history, as at the day and as known.
        holds: its row of the caseload.
        owed: its rows of the duty ledger.
        on: the day asked about.
    """
    case = file_kind(file).fold(file, told)
    if isinstance(case, CaseFile) and told:
        for line in (*_who(case), *(line for row in holds for line in _held(row, told)), _law(case, on)):
            put_text(one_line(line))
        _put_parties(case)
    _put_owed(owed, on)
    if isinstance(case, CaseFile) and told:
        _put_package(package_of(told))
        _put_reviews(owed, on)
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
    return f"{one.provision} ({one.confidence})" if "memory" in one.confidence else one.provision


def _urgency(one: DutyRow, on: date) -> tuple[bool, date, str]:
    """What is late comes first, what is late longest before it; then what falls due first."""
    return one.late_since(on) is None, one.last_day or date.max, one.duty


def _put_package(package: Package) -> None:
    if package.plan is None and not package.services:
        return
    put_text("Plan and package", style="bold")
    if package.plan is not None:
        put_text(one_line(f"Plan {package.plan}, {package.how}, since {package.since}."), indent=2)
    if package.budget is not None:
        put_text(one_line(f"Personal budget: {pounds(package.budget)} a week."), indent=2)
    for line in package.approved:
        put_text(one_line(line), indent=2)
    if package.services:
        put_table(
            f"Services, {pounds(package.weekly)} a week as far as told",
            ("service", "kind", "provider", "a week", "since", "stands"),
            package.rows(),
        )


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
        if one.outcome in (None, EnquiryOutcome.ENQUIRE, EnquiryOutcome.OTHER_ENQUIRY)
    ]
    if concerns:
        put_table("Safeguarding concerns", ("concern", "received", "stands"), concerns)
