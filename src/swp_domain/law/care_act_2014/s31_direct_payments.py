"""Sections 31 to 33: when needs are met by a direct payment, and when it must end."""

from __future__ import annotations

from swp_domain.law.finding import Facts


class PaymentConditions(Facts):
    """What was concluded of the conditions for a direct payment (ss 31(4)-(7), 32(4)-(9)).

    ``best_interests`` is asked only where the adult lacks capacity to request it: whether the authorised person
    will act in them. ``authorised_supports`` is whether whoever is authorised under the Mental Capacity Act 2005
    supports it.
    """

    capacity_to_request: bool | None = None
    nominee_agrees: bool | None = None
    authorised_supports: bool | None = None
    prohibited: bool | None = None
    best_interests: bool | None = None
    capable_of_managing: bool | None = None
    appropriate: bool | None = None
