"""Who approved what, for how much a week, within what limit at that moment; and which plans stand on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from swp_domain.entry import AnyEntry
from swp_domain.planning.events import (
    ApprovalAsked,
    ApprovalDecided,
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    PlanDrafted,
    PlanRedrafted,
)
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_projections.projection import Projection, Row, Rows

_Agreed = CareAndSupportPlanAgreed | CarersSupportPlanAgreed


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRow(Row):
    """A plan (``what`` is ``plan``), or one decision on approving it (``approval``): none of them is ever erased.

    Amounts are pounds a week. Of a plan: who wrote it, the budget it was agreed with, and from which day to which it
    was the plan in force. Of an approval: who took it, in which role, for how much, and the limit that they then had.
    """

    what: str
    plan: str
    by: str
    role: str
    outcome: str
    on: date | None
    weekly: Decimal | None
    limit: Decimal | None
    within: bool | None
    purported: bool
    until: date | None = None

    @property
    def approves(self) -> bool:
        """Whether it approves a plan, and was theirs to give."""
        return self.what == "approval" and self.outcome == ApprovalOutcome.APPROVED.value and not self.purported

    def in_force_on(self, day: date) -> bool:
        """Whether it is a plan that was in force on a day."""
        begun = self.what == "plan" and self.on is not None and self.on <= day
        return begun and (self.until is None or day < self.until)


class Approvals(Projection[ApprovalRow]):
    """Plans and the decisions on what they cost."""

    name = "approvals"
    row = ApprovalRow

    def apply(self, rows: Rows[ApprovalRow], entry: AnyEntry) -> None:
        """Follow plans as they are written, approved, agreed and replaced."""
        match entry.event:
            case PlanDrafted(plan=which, budget=budget):
                known = rows.get(_plan(which))
                if known is None or known.on is None:
                    rows.put(_row(entry, which, "plan", outcome="drafted", weekly=budget.weekly if budget else None))
            case PlanRedrafted(plan=which, budget=budget) if (known := rows.get(_plan(which))) and known.on is None:
                rows.put(replace(known, outcome="drafted", weekly=budget.weekly if budget else known.weekly))
            case ApprovalAsked(plan=which, weekly=weekly) if (known := rows.get(_plan(which))) and known.on is None:
                rows.put(replace(known, outcome="before an approver", weekly=weekly))
            case ApprovalDecided() as decided:
                rows.put(_approval(entry, decided))
            case CareAndSupportPlanAgreed() | CarersSupportPlanAgreed() if entry.counts:
                _agreed(rows, entry, entry.event)
            case BudgetSet(plan=which, budget=budget) if entry.counts and (known := rows.get(_plan(which))):
                rows.put(replace(known, weekly=budget.weekly))


def _approval(entry: AnyEntry, decided: ApprovalDecided) -> ApprovalRow:
    limit = entry.authority.limit if entry.authority else None
    made = _row(
        entry,
        decided.plan,
        "approval",
        outcome=decided.decision.outcome.value,
        weekly=decided.weekly,
        on=entry.occurred_on,
    )
    within = None if limit is None else decided.weekly <= limit
    return replace(made, key=f"approval|{decided.plan}|{entry.entry_id}", limit=limit, within=within)


def _agreed(
    rows: Rows[ApprovalRow], entry: AnyEntry, agreed: CareAndSupportPlanAgreed | CarersSupportPlanAgreed
) -> None:
    if agreed.follows and (before := rows.get(_plan(agreed.follows))):
        rows.put(replace(before, until=entry.occurred_on))
    known = rows.get(_plan(agreed.plan))
    made = _row(
        entry, agreed.plan, "plan", outcome=agreed.decision.outcome.value, on=entry.occurred_on,
        weekly=agreed.budget.weekly if agreed.budget else None,
    )  # fmt: skip
    rows.put(made if known is None else replace(made, by=known.by, role=known.role))


def _plan(which: str) -> str:
    return f"plan|{which}"


def _row(
    entry: AnyEntry, plan: str, what: str, *, outcome: str, weekly: Decimal | None, on: date | None = None
) -> ApprovalRow:
    return ApprovalRow(
        file=entry.stream, key=_plan(plan), what=what, plan=plan, by=entry.by.id, role=entry.by.role.value,
        outcome=outcome, on=on, weekly=weekly, limit=None, within=None, purported=not entry.counts,
    )  # fmt: skip
