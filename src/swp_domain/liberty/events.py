"""What can have happened about somebody's liberty."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import council_alone
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AuthorisationId
from swp_domain.law.function import Function
from swp_domain.liberty.vocabulary import AuthorisationOutcome


class StandardAuthorisationDecided(
    Event,
    name="liberty/standard-authorisation-decided",
    taken_by=council_alone(Function.DEPRIVATION_OF_LIBERTY),
    begins="authorisation",
):
    """The supervisory body granted or refused a standard authorisation. ``until`` is its last day."""

    authorisation: AuthorisationId
    until: date | None = None
    decision: Decision[AuthorisationOutcome]
