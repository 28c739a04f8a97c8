"""How one concern stands, and what in it other concerns can have in common with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.actor import BodyKind
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, Location, RiskSource


@dataclass(frozen=True)
class Concern:
    """A concern on a day; ``outcome`` is ``None`` until it is decided, ``reopened_on`` once it is decided again."""

    received_on: date | None = None
    raised_by: BodyKind | None = None
    decided_on: date | None = None
    outcome: EnquiryOutcome | None = None
    reopened_on: date | None = None
    types: tuple[AbuseType, ...] = ()
    location: Location | None = None
    location_name: str = ""
    provider: str = ""
    risk_source: RiskSource | None = None
    protected_on: date | None = None
    safe_on: date | None = None
    alleged: frozenset[str] = frozenset()
    enquiries: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it is still, or again, to be decided on."""
        return self.decided_on is None or self.reopened_on is not None

    @property
    def is_about(self) -> frozenset[tuple[str, str]]:
        """The provider, the place and the people that it names, each with what it is."""
        organisations = (("provider", self.provider), ("place", self.location_name))
        people = (("person", one) for one in self.alleged)
        return frozenset((kind, name) for kind, name in (*organisations, *people) if name)
