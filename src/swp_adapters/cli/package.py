"""What an adult gets on a day: the plan in force, its budget and who approved it, and the services that go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from swp_domain.entry import AnyEntry
from swp_domain.planning.events import (
    ApprovalDecided,
    BudgetSet,
    CareAndSupportPlanAgreed,
    ServiceChanged,
    ServiceEnded,
    ServiceResumed,
    ServiceStarted,
    ServiceSuspended,
)


@dataclass
class Service:
    """A service that goes on: what kind, from whom, at how many pounds a week, since when."""

    kind: str
    provider: str
    weekly: Decimal | None
    since: date
    paused: bool = False


@dataclass
class Package:
    """A plan, and what carries it out. ``approved`` are sentences: who, what, and within what limit."""

    plan: str | None = None
    how: str = ""
    since: date | None = None
    budget: Decimal | None = None
    approved: tuple[str, ...] = ()
    services: dict[str, Service] = field(default_factory=dict)

    @property
    def weekly(self) -> Decimal:
        """What the services that are not paused cost, in pounds a week, as far as that was told."""
        return sum((one.weekly for one in self.services.values() if one.weekly and not one.paused), Decimal(0))

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The services for a table."""
        for which, one in self.services.items():
            weekly = "" if one.weekly is None else pounds(one.weekly)
            yield which, one.kind, one.provider, weekly, one.since, "paused" if one.paused else "goes on"


def pounds(amount: Decimal) -> str:
    """An amount as it is written: £1,204.50."""
    return f"£{amount:,.2f}"


def package_of(told: Sequence[AnyEntry]) -> Package:
    """The package that a history leaves. Decisions that did not count made none of it."""
    package = Package()
    approvals: dict[str, list[str]] = {}
    for entry in told:
        _plan(package, entry, approvals)
        _service(package, entry)
    package.approved = tuple(approvals.get(package.plan or "", ()))
    return package


def _plan(package: Package, entry: AnyEntry, approvals: dict[str, list[str]]) -> None:
    if not entry.counts:
        return
    match entry.event:
        case CareAndSupportPlanAgreed(plan=which, budget=budget, decision=decision):
            package.plan, package.how, package.since = which, decision.outcome.value, entry.occurred_on
            package.budget = budget.weekly if budget else None
        case BudgetSet(plan=which, budget=budget) if which == package.plan:
            package.budget = budget.weekly
        case ApprovalDecided(plan=which, weekly=weekly, decision=decision):
            limit = entry.authority.limit if entry.authority else None
            within = f"limit {pounds(limit)} a week" if limit is not None else "no limit on record"
            said = f"{pounds(weekly)} a week: {decision.outcome.value} on {entry.occurred_on} by {entry.by} ({within})."
            approvals.setdefault(which, []).append(said)


def _service(package: Package, entry: AnyEntry) -> None:
    services = package.services
    match entry.event:
        case ServiceStarted(service=which, kind=kind, provider=provider, weekly=weekly):
            services[which] = Service(kind.value, provider, weekly, entry.occurred_on)
        case ServiceChanged(service=which, provider=new_provider, weekly=new) if which in services:
            one = services[which]
            one.provider = one.provider if new_provider is None else new_provider
            one.weekly = one.weekly if new is None else new
        case ServiceSuspended(service=which) if which in services:
            services[which].paused = True
        case ServiceResumed(service=which) if which in services:
            services[which].paused = False
        case ServiceEnded(service=which):
            services.pop(which, None)
