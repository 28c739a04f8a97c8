"""Plans as they stand: who wrote them, who was asked to approve them and what came of it, what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from swp_domain.party import Whose
from swp_domain.planning.package import PersonalBudget, PlannedNeed, PlannedPayment
from swp_domain.planning.vocabulary import ApprovalOutcome, ChangeGround, ChangeKind, PlanOutcome


@dataclass(frozen=True)
class Written:
    """A draft of a plan, or the asking for its approval: when, by whom, at what weekly cost, by which entry."""

    on: date
    by: str
    weekly: Decimal | None
    entry: str


@dataclass(frozen=True)
class Approval:
    """What an approver made of a plan. ``weekly`` and ``limit`` are pounds a week, as they were at that moment.

    ``counts`` is false where it was not theirs to give: it stays on the record, and approves nothing.
    """

    decided_on: date
    by: str
    outcome: ApprovalOutcome
    weekly: Decimal
    limit: Decimal | None
    entry: str
    counts: bool = True

    @property
    def approves(self) -> bool:
        """Whether it lets the plan be agreed, up to its amount."""
        return self.counts and self.outcome is ApprovalOutcome.APPROVED


@dataclass(frozen=True)
class BudgetFrom:
    """A personal budget, from a day until the next."""

    on: date
    budget: PersonalBudget
    entry: str


@dataclass(frozen=True)
class Plan:
    """A plan on a day, with everything that led to it: nothing that was ever approved or returned is lost."""

    whose: Whose = Whose.ADULT
    carer: str | None = None
    follows: str | None = None
    determination: str | None = None
    drafts: tuple[Written, ...] = ()
    asked: tuple[Written, ...] = ()
    approvals: tuple[Approval, ...] = ()
    agreed_on: date | None = None
    outcome: PlanOutcome | None = None
    needs: tuple[PlannedNeed, ...] = ()
    budgets: tuple[BudgetFrom, ...] = ()
    payments: tuple[PlannedPayment, ...] = ()
    entry: str = ""

    @property
    def writers(self) -> frozenset[str]:
        """Who wrote it: whoever drafted it, or put it before an approver."""
        return frozenset(one.by for one in (*self.drafts, *self.asked))

    @property
    def approval(self) -> Approval | None:
        """The last answer of an approver that counts, whatever it was."""
        return next((one for one in reversed(self.approvals) if one.counts), None)

    @property
    def approved(self) -> Approval | None:
        """The approval that stands: the last answer, where that approved it."""
        last = self.approval
        return last if last is not None and last.approves else None

    @property
    def awaits_approval(self) -> bool:
        """Whether it was asked for and not answered since."""
        return bool(self.asked) and (self.approval is None or self.approval.decided_on < self.asked[-1].on)

    def budget_on(self, day: date) -> PersonalBudget | None:
        """The personal budget on a day."""
        return next((one.budget for one in reversed(self.budgets) if one.on <= day), None)


@dataclass(frozen=True)
class Change:
    """A change of support on a day, as far as it is told."""

    kind: ChangeKind | None = None
    ground: ChangeGround | None = None
    plan: str | None = None
    services: tuple[str, ...] = ()
    proposed_on: date | None = None
    consulted_on: date | None = None
    decided_on: date | None = None
    told_on: date | None = None
    takes_effect_on: date | None = None

    def covers(self, service: str, plan: str | None) -> bool:
        """Whether it is about a service: named, or of the plan that is named; one that names neither is about all."""
        if self.services:
            return service in self.services
        return self.plan is None or plan is None or self.plan == plan
