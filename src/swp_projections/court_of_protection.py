"""What is before the Court of Protection, which orders are in force, and when they come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.entry import AnyEntry
from swp_projections.projection import Projection, Row, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtRow(Row):
    """An application or an order. Days only: what is in force is a question about a day."""

    what: str
    kind: str
    made_on: date
    ended_on: date | None = None
    review_by: date | None = None
    expires_on: date | None = None
    reviewed_on: date | None = None
    authorises_deprivation_of_liberty: bool | None = None
    stands: bool = True

    def standing(self, as_at: date) -> str:
        """``before the court``, ``ended``, ``in force``, ``expired`` or ``no order`` as at a day; or review overdue."""
        ended = self.ended_on is not None and self.ended_on <= as_at
        if self.what == "application":
            return "ended" if ended else "before the court"
        if not self.stands:
            return "no order"
        if ended or (self.expires_on is not None and self.expires_on < as_at):
            return "expired" if not ended else "ended"
        reviewed = self.reviewed_on is not None and self.reviewed_on <= as_at
        overdue = self.review_by is not None and self.review_by < as_at and not reviewed
        return "in force, review overdue" if overdue else "in force"


class CourtOfProtection(Projection[CourtRow]):
    """Applications before the court, and its orders with their reviews and last days."""

    name = "court_of_protection"
    version = 2
    row = CourtRow

    def apply(self, rows: Rows[CourtRow], entry: AnyEntry) -> None:
        """Follow what the court was asked and what it ordered."""
        file, on = entry.stream, entry.occurred_on
        match entry.event:
            case ApplicationMade(application=which, kind=kind):
                key = f"application|{which}"
                rows.put(CourtRow(file=file, key=key, what="application", kind=kind.value, made_on=on))
            case OrderMade() as made if entry.counts:
                rows.put(
                    CourtRow(
                        file=file,
                        key=f"order|{made.order}",
                        what="order",
                        kind=made.decision.outcome.value,
                        made_on=on,
                        review_by=made.review_by,
                        expires_on=made.expires_on,
                        authorises_deprivation_of_liberty=made.authorises_deprivation_of_liberty,
                        stands=made.decision.outcome.stands,
                    )
                )
                ended = rows.get(f"application|{made.application}")
                if made.ends_application and ended is not None:
                    rows.put(replace(ended, ended_on=on))
            case OrderReviewed(order=which, review_by=again) if (order := rows.get(f"order|{which}")) is not None:
                # A day of its own begins another wait.
                rows.put(replace(order, reviewed_on=None if again else on, review_by=again or order.review_by))
