"""What one entry does to the rows of the court's view, by subject: matters and who takes part, orders, directions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from swp_domain.court.events import (
    AppealMade,
    ApplicationIssued,
    ApplicationMade,
    DirectionComplied,
    DirectionDischarged,
    DirectionGiven,
    HearingHeld,
    HearingListed,
    HearingVacated,
    LitigantJoined,
    LitigantLeft,
    OrderEnded,
    OrderMade,
    OrderReviewed,
    ParticipationDecided,
    PermissionDecided,
    RepresentativeAppointed,
    RepresentativeLeft,
)
from swp_domain.court.state import application_ended_by
from swp_domain.entry import AnyEntry

if TYPE_CHECKING:
    from swp_projections.court_of_protection import CourtRow
    from swp_projections.projection import Rows


def step(rows: Rows[CourtRow], entry: AnyEntry, row: type[CourtRow]) -> None:
    """Follow one entry."""
    _matters(rows, entry, row)
    _orders(rows, entry, row)
    _directed_and_listed(rows, entry, row)


def _put(
    rows: Rows[CourtRow], entry: AnyEntry, row: type[CourtRow], what: str, name: str, kind: str, **told: Any
) -> None:
    key = f"{what}|{name}"
    told_as = "" if entry.occurred.is_exact else str(entry.occurred)
    whole = {"made_on": entry.occurred_on, "told_as": told_as, **told}
    rows.put(row(file=entry.stream, key=key, what=what, kind=kind, **whole))


def _change(rows: Rows[CourtRow], key: str, **changes: Any) -> None:
    found = rows.get(key)
    if found is not None:
        rows.put(replace(found, **changes))


def _matters(rows: Rows[CourtRow], entry: AnyEntry, row: type[CourtRow]) -> None:
    on = entry.occurred_on
    match entry.event:
        case ApplicationMade(application=which, kind=kind, applicant=who, form=form):
            on_form = form.value if form else ""
            _put(rows, entry, row, "application", which, kind.value, owner=who.value, form=on_form)
        case ApplicationIssued(application=which):
            _change(rows, f"application|{which}", issued_on=on)
        case PermissionDecided(application=which, decision=decided) if entry.counts:
            _change(rows, f"application|{which}", permission=decided.outcome.value)
            if application_ended_by(entry):
                _change(rows, f"application|{which}", ended_on=on)
        case ParticipationDecided(application=which, decision=decision) if entry.counts:
            _change(rows, f"application|{which}", says=decision.outcome.value)
        case LitigantJoined(litigant=which, application=matter, role=role, who=party):
            _put(rows, entry, row, "party", which, role.value, matter=matter, owner=party.kind.value)
        case LitigantLeft(litigant=which):
            _change(rows, f"party|{which}", ended_on=on)
        case RepresentativeAppointed(application=matter, kind=kind, who=party):
            whose = party.kind.value if party else ""
            _put(rows, entry, row, "representative", f"{matter}|{kind.value}", kind.value, matter=matter, owner=whose)
        case RepresentativeLeft(application=matter, kind=kind):
            _change(rows, f"representative|{matter}|{kind.value}", ended_on=on)


def _orders(rows: Rows[CourtRow], entry: AnyEntry, row: type[CourtRow]) -> None:
    on = entry.occurred_on
    match entry.event:
        case OrderMade() as made if entry.counts:
            _put(
                rows,
                entry,
                row,
                "order",
                made.order,
                made.decision.outcome.value,
                review_by=made.review_by,
                expires_on=made.expires_on,
                authorises_deprivation_of_liberty=made.authorises_deprivation_of_liberty,
                stands=made.decision.outcome.stands,
                matter=made.application or "",
                says=", ".join(f"forbids {one.value}" for one in made.forbids),
            )
            if over := application_ended_by(entry):
                _change(rows, f"application|{over}", ended_on=on)
        case OrderReviewed(order=which, review_by=again, expires_on=until, until_further_order=on_and_on):
            key = f"order|{which}"
            # A day of its own begins another wait.
            _change(rows, key, reviewed_on=None if again else on)
            named = {"review_by": again, "expires_on": until}
            _change(rows, key, **{name: day for name, day in named.items() if day})
            if on_and_on and until is None:
                _change(rows, key, expires_on=None)
        case ApplicationMade(order=which) if which:
            _change(rows, f"order|{which}", reviewed_on=on)
        case OrderEnded(order=which, why=why):
            _change(rows, f"order|{which}", ended_on=on, how_ended=why.value)
        case AppealMade(order=which):
            _change(rows, f"order|{which}", how_ended="under appeal")


def _directed_and_listed(rows: Rows[CourtRow], entry: AnyEntry, row: type[CourtRow]) -> None:
    on = entry.occurred_on
    match entry.event:
        case DirectionGiven(direction=which, kind=what, owner=who, application=matter):
            _put(rows, entry, row, "direction", which, what.value, matter=matter or "", owner=who.value)
        case DirectionComplied(direction=which):
            _change(rows, f"direction|{which}", ended_on=on, how_ended="done")
        case DirectionDischarged(direction=which):
            _change(rows, f"direction|{which}", ended_on=on, how_ended="discharged")
        case HearingListed(hearing=which, kind=purpose, listed_for=day, application=matter):
            _put(rows, entry, row, "hearing", which, purpose.value, matter=matter or "", listed_for=day)
        case HearingVacated(hearing=which):
            _change(rows, f"hearing|{which}", ended_on=on, how_ended="vacated")
        case HearingHeld(hearing=which) if which:
            _change(rows, f"hearing|{which}", ended_on=on, how_ended="held")
