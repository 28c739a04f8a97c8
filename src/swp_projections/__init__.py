"""What people read: pure folds from histories to typed rows, at any date, as known on any date."""

from __future__ import annotations

from typing import Any, Final

from swp_projections.approvals import Approvals
from swp_projections.audit_trail import AuditTrail
from swp_projections.authorisations import Authorisations
from swp_projections.budget import Budget
from swp_projections.capacity import Capacity
from swp_projections.caseload import Caseload
from swp_projections.chronology import Chronology
from swp_projections.continuing_healthcare import ContinuingHealthcare
from swp_projections.court_of_protection import CourtOfProtection
from swp_projections.decisions import Decisions
from swp_projections.delegation import Delegations
from swp_projections.duties import Duties
from swp_projections.package import Package
from swp_projections.people import People
from swp_projections.performance import Performance
from swp_projections.projection import Projection
from swp_projections.reviews import Reviews
from swp_projections.safeguarding import Safeguarding
from swp_projections.safeguarding_board import SafeguardingBoard
from swp_projections.waiting import Waiting

VIEWS: Final[tuple[type[Projection[Any]], ...]] = (
    Caseload,
    AuditTrail,
    Chronology,
    Duties,
    CourtOfProtection,
    Reviews,
    Package,
    Approvals,
    Budget,
    People,
    Waiting,
    Decisions,
    Safeguarding,
    Capacity,
    ContinuingHealthcare,
    Authorisations,
)
"""Every view that is kept as a table. :class:`Delegations` asks the law, and so is folded whenever it is read."""

__all__ = [
    "VIEWS",
    "Approvals",
    "AuditTrail",
    "Authorisations",
    "Budget",
    "Capacity",
    "Caseload",
    "Chronology",
    "ContinuingHealthcare",
    "CourtOfProtection",
    "Decisions",
    "Delegations",
    "Duties",
    "Package",
    "People",
    "Performance",
    "Reviews",
    "Safeguarding",
    "SafeguardingBoard",
    "Waiting",
]
