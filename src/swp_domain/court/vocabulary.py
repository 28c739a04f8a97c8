"""The words of the Court of Protection."""

from __future__ import annotations

from enum import StrEnum


class ApplicationKind(StrEnum):
    """What the court is asked for."""

    WELFARE = "welfare"
    PROPERTY_AND_AFFAIRS = "property and affairs"
    DEPUTYSHIP = "deputyship"
    CHALLENGE_TO_AUTHORISATION = "section 21A challenge"
    COMMUNITY_DEPRIVATION = "deprivation of liberty in the community"
    OTHER = "other"

    @property
    def asks_about_liberty(self) -> bool:
        """Whether the court is asked about the person, so that it can rule on a deprivation of liberty."""
        return self in (
            ApplicationKind.WELFARE,
            ApplicationKind.CHALLENGE_TO_AUTHORISATION,
            ApplicationKind.COMMUNITY_DEPRIVATION,
        )


class OrderOutcome(StrEnum):
    """What the court did with what it was asked."""

    GRANTED = "order made"
    INTERIM = "interim order made"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"

    @property
    def stands(self) -> bool:
        """Whether there is an order that somebody must keep to."""
        return self in (OrderOutcome.GRANTED, OrderOutcome.INTERIM)
