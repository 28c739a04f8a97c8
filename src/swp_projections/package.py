"""What a person gets: each element of the package with its quantity, provider and weekly cost, from day to day.

A row is one element as it stood unchanged for some days: a change begins another row. So what was active on a
day, and what a week of it cost, is read by asking for the rows that hold that day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from swp_domain.direct_payments.events import (
    DirectPaymentChanged,
    DirectPaymentResumed,
    DirectPaymentStarted,
    DirectPaymentStopped,
)
from swp_domain.entry import AnyEntry
from swp_domain.planning.events import ServiceChanged, ServiceEnded, ServiceResumed, ServiceStarted, ServiceSuspended
from swp_projections.projection import Projection, Row, Rows

DIRECT_PAYMENT: Final = "direct payment"
_BETWEEN: Final = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow(Row):
    """An element of a package, from a day until the first day on which it was no longer so.

    ``weekly`` is pounds a week to the council, ``None`` where it was not told; ``needs`` are those the element
    meets, by their short names. ``begin_told`` is false where the record only knows of it from a later change.
    """

    element: str
    kind: str
    plan: str
    needs: str
    provider: str
    quantity: Decimal | None
    unit: str
    weekly: Decimal | None
    one_off: Decimal | None
    commissioned: bool
    suspended: bool
    begin_told: bool
    from_day: date
    until: date | None = None
    ended_why: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the element stood so on a day."""
        return self.from_day <= day and (self.until is None or day < self.until)

    def counts_on(self, day: date) -> bool:
        """Whether it was given, by or for the council, on a day: suspended elements and others' own are not."""
        return self.holds_on(day) and self.commissioned and not self.suspended


@dataclass(frozen=True, slots=True)
class Cost:
    """What a week costs, in pounds: the sum of what was told, and how many elements tell no cost."""

    told: Decimal
    untold: int


def weekly_cost(rows: Iterable[PackageRow], day: date) -> Cost:
    """What the elements that counted on a day cost the council in a week, in pounds."""
    counted = [one for one in rows if one.counts_on(day)]
    return Cost(sum((one.weekly for one in counted if one.weekly is not None), Decimal()),
                sum(one.weekly is None and one.one_off is None for one in counted))  # fmt: skip


def weekly_cost_by(rows: Iterable[PackageRow], day: date, key: Callable[[PackageRow], str]) -> dict[str, Cost]:
    """The same by provider, by needs, by kind or by whatever a row tells.

    An element that meets several needs stands under all of them together: how its cost falls on each is in
    the lines of the personal budget, and not for anybody to guess.
    """
    kept = list(rows)
    return {
        group: weekly_cost([one for one in kept if key(one) == group], day)
        for group in sorted({key(one) for one in kept if one.counts_on(day)})
    }


class Package(Projection[PackageRow]):
    """Services and direct payments, as intervals."""

    name = "package"
    row = PackageRow

    def apply(self, rows: Rows[PackageRow], entry: AnyEntry) -> None:
        """Follow what began, went on otherwise, paused and ended."""
        match entry.event:
            case ServiceStarted() as begun:
                _begin(rows, _service(entry, begun))
            case ServiceChanged() as changed:
                _alter(rows, entry, changed.service, **_told(changed))
            case ServiceSuspended(service=which):
                _pause(rows, entry, which, suspended=True)
            case ServiceResumed(service=which):
                _pause(rows, entry, which, suspended=False)
            case ServiceEnded(service=which, why=why):
                _end(rows, which, entry.occurred_on, why.value)
            case DirectPaymentStarted(payment=which, plan=plan, weekly=weekly):
                _begin(rows, _bare(entry, which, kind=DIRECT_PAYMENT, plan=plan or "", weekly=weekly, begin_told=True))
            case DirectPaymentChanged(payment=which, weekly=weekly):
                _alter(rows, entry, which, kind=DIRECT_PAYMENT, weekly=weekly)
            case DirectPaymentResumed(payment=which):
                _pause(rows, entry, which, suspended=False, kind=DIRECT_PAYMENT)
            case DirectPaymentStopped(payment=which, suspended=True):
                _pause(rows, entry, which, suspended=True, kind=DIRECT_PAYMENT)
            case DirectPaymentStopped(payment=which):
                _end(rows, which, entry.occurred_on, "stopped")


def _service(entry: AnyEntry, begun: ServiceStarted) -> PackageRow:
    return _bare(
        entry,
        begun.service,
        kind=begun.kind.value,
        plan=begun.plan or "",
        needs=_BETWEEN.join(begun.needs),
        provider=begun.provider,
        quantity=begun.quantity,
        unit=begun.unit.value if begun.unit else "",
        weekly=begun.weekly,
        one_off=begun.one_off,
        commissioned=begun.commissioned,
        begin_told=True,
    )


def _bare(entry: AnyEntry, element: str, **told: Any) -> PackageRow:
    """An element of which only what is told is known."""
    untold = PackageRow(
        file=entry.stream, key=element, element=element, kind="", plan="", needs="", provider="", quantity=None,
        unit="", weekly=None, one_off=None, commissioned=True, suspended=False, begin_told=False,
        from_day=entry.occurred_on,
    )  # fmt: skip
    return replace(untold, **told)


def _told(changed: ServiceChanged) -> dict[str, Any]:
    told = {
        "needs": None if changed.needs is None else _BETWEEN.join(changed.needs),
        "provider": changed.provider,
        "quantity": changed.quantity,
        "weekly": changed.weekly,
    }
    return {name: value for name, value in told.items() if value is not None}


# The row that an element stood in last has the element's name as its key; those before it, their first day too.


def _begin(rows: Rows[PackageRow], begun: PackageRow) -> None:
    _leave(rows, begun.element, begun.from_day)
    rows.put(begun)


def _alter(rows: Rows[PackageRow], entry: AnyEntry, element: str, **changes: Any) -> None:
    """It goes on otherwise; one that had ended goes on again, on the terms it had."""
    standing = rows.get(element) or _bare(entry, element)
    _leave(rows, element, entry.occurred_on)
    told = {"until": None, "ended_why": "", "from_day": entry.occurred_on, "key": element, **changes}
    rows.put(replace(standing, **told))


def _pause(rows: Rows[PackageRow], entry: AnyEntry, element: str, *, suspended: bool, **known: Any) -> None:
    """It pauses, or is given again. What is over neither pauses nor goes on."""
    standing = rows.get(element)
    if standing is None or standing.until is None:
        _alter(rows, entry, element, suspended=suspended, **known)


def _leave(rows: Rows[PackageRow], element: str, on: date) -> None:
    """The row that an element stood in last is left as it was, ended by then; it is none where it stood for no day."""
    standing = rows.get(element)
    if standing is None:
        return
    rows.remove(element)
    if standing.from_day < (standing.until or on):
        rows.put(replace(standing, key=f"{element}|{standing.from_day}", until=standing.until or on))


def _end(rows: Rows[PackageRow], element: str, on: date, why: str) -> None:
    """The element is over; what was over already ended when it did."""
    standing = rows.get(element)
    if standing is not None and standing.until is None:
        rows.put(replace(standing, until=on, ended_why=why))
