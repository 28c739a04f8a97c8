"""A case as it stands while it is followed: who holds it, at which level, in which pathway, and what is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from swp_domain.case.events import CaseAllocated, CaseClosed, CaseHandedOver, ComplexityChanged
from swp_domain.direct_payments.events import DirectPaymentChanged, DirectPaymentResumed, DirectPaymentStarted
from swp_domain.entry import AnyEntry
from swp_domain.party import Pathway
from swp_domain.planning.events import ServiceChanged, ServiceResumed, ServiceStarted
from swp_domain.planning.vocabulary import Unit
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import TriageOutcome
from swp_projections.caseload import Caseload, CaseloadRow
from swp_projections.package import Package, PackageRow
from swp_projections.performance_rows import Item, PerformanceRow
from swp_projections.projection import Rows

_TRIAGED = {TriageOutcome.SHORT_TERM: Pathway.SHORT_TERM, TriageOutcome.COMPLEX: Pathway.COMPLEX}
_GIVES = (
    ServiceStarted, ServiceChanged, ServiceResumed, DirectPaymentStarted, DirectPaymentChanged, DirectPaymentResumed,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Now:
    """What a row of a case as it stands is made of."""

    team: str | None
    level: str | None
    pathway: str | None
    held: bool
    in_receipt: bool
    adult: str
    entries: tuple[str, ...]


class Standing:
    """Follows one case, entry by entry. Holding is as in the caseload, what is given as in the package.

    An adult is in receipt while anything is given by or for the council: what is suspended is not, nor a thing
    that is given once. A case that is closed may be one of somebody in receipt; one of somebody who died is not.

    The pathway is that of the team which holds the case, and before it is given to one, where triage or a referral sent
    it. ``for_case_workers`` are the assessments that triage has started for them in a case that a team holds.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.pathway: Pathway | None = None
        self.for_case_workers: set[str] = set()
        self._placed = False
        self._caseload, self._package = Caseload(), Package()
        self._case: Rows[CaseloadRow] = Rows()
        self._given: Rows[PackageRow] = Rows()
        self._why: dict[str, str] = {}
        self._done: list[PerformanceRow] = []
        self._open: PerformanceRow | None = None

    @property
    def case(self) -> CaseloadRow | None:
        """The case as the caseload has it."""
        return self._case.get(self.file)

    @property
    def team(self) -> str | None:
        """The team that has the case now."""
        return self.case.team if self.case else None

    def apply(self, entry: AnyEntry) -> None:
        """Go on by one entry."""
        had = self.team
        self._caseload.apply(self._case, entry)
        self._package.apply(self._given, entry)
        self._follow(entry, had)
        self._keep(entry.occurred_on)

    def rows(self) -> Iterator[PerformanceRow]:
        """Every stretch of days in which a case that was held, merged away or in receipt stood unchanged."""
        open_now = (self._open,) if self._open else ()
        return (one for one in (*self._done, *open_now) if one.held or one.in_receipt or one.adult != one.file)

    def _follow(self, entry: AnyEntry, had: str | None) -> None:
        event = entry.event
        match event:
            case CaseAllocated(team=team, pathway=pathway) | CaseHandedOver(team=team, pathway=pathway):
                # A team that is not told to work in a pathway is not taken to work in that of another.
                self.pathway = pathway or (self.pathway if team == had else None)
                self._placed = True
                if pathway:
                    self.for_case_workers.clear()
                self._why["team"] = entry.entry_id
                if getattr(event, "complexity", None):
                    self._why["level"] = entry.entry_id
            case ComplexityChanged():
                self._why["level"] = entry.entry_id
            case ReferralReceived(to=to) if to and to is not Pathway.TRIAGE:
                self._sent_to(to)
            case ReferralTriaged(decision=decision, assessment=which) if entry.counts:
                if (to := _TRIAGED.get(decision.outcome)) is not None:
                    self._sent_to(to)
                if to is Pathway.SHORT_TERM and which:
                    self.for_case_workers.add(which)
            case CaseClosed() if entry.counts:
                self.pathway, self._placed = None, False
        if isinstance(event, _GIVES):
            self._why[getattr(event, "service", "") or getattr(event, "payment", "")] = entry.entry_id

    def _sent_to(self, to: Pathway) -> None:
        """Where a case goes that no team holds; one that a case worker holds may go on to a complex team."""
        if not self._placed or (to is Pathway.COMPLEX and self.pathway is Pathway.SHORT_TERM):
            self.pathway = to

    def _keep(self, on: date) -> None:
        """Begin another row where something changed on this day."""
        now, row = self._now(on), self._open
        if row is not None and _Now(*(getattr(row, name) for name in _Now.__slots__)) == now:
            return
        if row is not None and row.on < on:
            self._done.append(replace(row, until=on))
        self._open = PerformanceRow(
            file=self.file, key=f"standing|{on}", item=Item.STANDING, on=on, team=now.team, level=now.level,
            pathway=now.pathway, held=now.held, in_receipt=now.in_receipt, adult=now.adult, entries=now.entries,
        )  # fmt: skip

    def _now(self, on: date) -> _Now:
        case = self.case
        open_here = case is not None and case.closed_on is None and case.died_on is None and case.merged_into is None
        died = case is not None and case.died_on is not None
        given = [] if died else [one.element for one in self._given if _is_given(one, on)]
        known = ["team", "level", *sorted(given)]
        return _Now(
            team=case.team if case else None,
            level=case.complexity if case else None,
            pathway=self.pathway.value if self.pathway else None,
            held=open_here and self.team is not None,
            in_receipt=bool(given),
            adult=case.merged_into if case and case.merged_into else self.file,
            entries=tuple(dict.fromkeys(self._why[one] for one in known if one in self._why)),
        )


def _is_given(one: PackageRow, on: date) -> bool:
    return one.counts_on(on) and one.one_off is None and one.unit != Unit.ITEM.value
