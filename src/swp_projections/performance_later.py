"""Of the people who were helped below the threshold, how many came into services later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from swp_domain.law.dates import Period
from swp_projections.performance import Table, last_of
from swp_projections.performance_rows import Item, PerformanceRow


@dataclass(frozen=True, slots=True)
class CameLater:
    """Adults helped below the threshold in a period, by file, each with the entries of it and of the services.

    ``later`` are those of them who came into services afterwards, with the first day on which they were. Who
    received services already on the day of the help is in neither. The record does not say that one led to the other.
    """

    helped: dict[str, tuple[str, ...]]
    later: dict[str, tuple[date, tuple[str, ...]]]

    def __str__(self) -> str:
        return (
            f"Of {len(self.helped):,} adults helped below the threshold, {len(self.later):,} came into services later"
        )


def came_into_services_later(rows: Iterable[PerformanceRow], helped_in: Period, by: date | None = None) -> CameLater:
    """Who was helped below the threshold in a period, and which of them came into services later.

    Helped below the threshold is: a referral that ended at duty triage, or a determination that there are no
    eligible needs. Calls do not count, because a call that was resolved tells of no case.

    Args:
        rows: of every case.
        helped_in: the days in which they were helped.
        by: the last day that is looked at, where that is not as far as the rows go.
    """
    table = Table(rows)
    goes_on = table.goes_on_in
    first: dict[str, PerformanceRow] = {}
    for row in table.rows(Item.BELOW):
        if row.on in helped_in:
            first.setdefault(last_of(goes_on, row.file), row)
    given: dict[str, list[PerformanceRow]] = {}
    for row in table.rows(Item.STANDING):
        if row.in_receipt and (by is None or row.on <= by):
            given.setdefault(last_of(goes_on, row.file), []).append(row)
    already = {adult for adult, row in first.items() if any(one.stands_on(row.on) for one in given.get(adult, ()))}
    helped = {adult: row.entries for adult, row in first.items() if adult not in already}
    later = {
        adult: (after[0].on, after[0].entries)
        for adult in helped
        if (after := [one for one in given.get(adult, ()) if one.on > first[adult].on])
    }
    return CameLater(helped, later)
