"""The words of deprivation of liberty."""

from __future__ import annotations

from enum import StrEnum


class AuthorisationOutcome(StrEnum):
    """What a supervisory body decided on a request for a standard authorisation."""

    GRANTED = "granted"
    REFUSED = "refused"
