"""What a bundle for a hearing holds, and what of it is missing: a question to the court's part of a file.

Whatever a bundle always holds (Practice Direction 4B), what is before the court (applications and orders), and what
was directed and is still asked for. A part is missing until a bundle with it was filed for that hearing.
"""

from __future__ import annotations

from typing import Final

from swp_domain.court.state import CourtState, Direction
from swp_domain.court.vocabulary import DirectionKind
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart

DIRECTED: Final = {
    DirectionKind.STATEMENT: BundlePart.STATEMENTS,
    DirectionKind.CAPACITY_EVIDENCE: BundlePart.EXPERT_REPORTS,
    DirectionKind.SECTION_49_REPORT: BundlePart.EXPERT_REPORTS,
    DirectionKind.CARE_PLAN: BundlePart.CARE_PLAN,
    DirectionKind.TRANSITION_PLAN: BundlePart.TRANSITION_PLAN,
}
"""The part of a bundle that something directed goes into; what is served or disclosed goes into none."""


def needed(state: CourtState, hearing: str) -> tuple[BundlePart, ...]:
    """What the bundle for a hearing must hold, in the order of a bundle."""
    case = state.hearings[hearing].application if hearing in state.hearings else None
    asked = {DIRECTED[one.kind] for one in state.directions.values() if one.kind in DIRECTED and _of(one, case)}
    if state.applications:
        asked.add(BundlePart.APPLICATION)
    if any(one.stands for one in state.orders.values()):
        asked.add(BundlePart.ORDERS)
    return tuple(part for part in BundlePart if part.always or part in asked)


def _of(direction: Direction, case: str | None) -> bool:
    """Whether something directed in a case still stands, or was done; what names no case belongs to each."""
    stands = direction.over_on is None or direction.done
    return stands and (case is None or direction.application in (None, case))


def missing(state: CourtState, hearing: str) -> tuple[BundlePart, ...]:
    """What of that is not in the bundle that was filed last for the hearing; all of it where none was."""
    found = state.hearings[hearing].bundle if hearing in state.hearings else None
    return tuple(part for part in needed(state, hearing) if part not in (found or ()))
