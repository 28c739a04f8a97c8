"""Where an adult lives, and whether they can decide that: drawn apart, so that every chapter of a life agrees on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from random import Random
from typing import Final

from swp_adapters.testing.others import HOMES, Home
from swp_adapters.testing.pen import Pen
from swp_domain.planning.vocabulary import ServiceKind


class Place(Enum):
    """The kind of place in which somebody lives while their needs are met."""

    OWN_HOME = auto()
    SUPPORTED_LIVING = auto()
    CARE_HOME = auto()
    NURSING_HOME = auto()

    @property
    def service(self) -> ServiceKind | None:
        """The service that it is, if it is one."""
        return _SERVICES.get(self)


_SERVICES: Final = {
    Place.SUPPORTED_LIVING: ServiceKind.SUPPORTED_LIVING,
    Place.CARE_HOME: ServiceKind.RESIDENTIAL,
    Place.NURSING_HOME: ServiceKind.NURSING,
}
_HOW_MANY: Final = {Place.OWN_HOME: 70, Place.SUPPORTED_LIVING: 6, Place.CARE_HOME: 14, Place.NURSING_HOME: 10}
"""Of a hundred whose needs are met here; chosen, and from no source."""

_CANNOT_DECIDE: Final = {Place.SUPPORTED_LIVING: 0.7, Place.CARE_HOME: 0.6, Place.NURSING_HOME: 0.7}
"""The part that lacks capacity to decide on living there; chosen, and from no source."""

_TAKEN_ON: Final = 0.2
"""The part of those in a nursing home whom the NHS takes on after some months; chosen, and from no source."""


@dataclass
class Housing:
    """Where somebody lives. ``since`` is told when their support begins, ``taken_on`` if the NHS is to pay one day.

    ``alone`` is whether there is nobody, other than those who are paid to care, to be consulted about them.
    """

    place: Place = Place.OWN_HOME
    home: Home | None = None
    cannot_decide: bool = False
    alone: bool = False
    taken_on_after: int | None = None
    since: date | None = None

    @property
    def own_home(self) -> bool:
        """Whether it is the adult's own home."""
        return self.place is Place.OWN_HOME

    def taken_on(self, day: date) -> bool:
        """Whether the NHS pays for everything by a day."""
        after = self.taken_on_after
        return after is not None and self.since is not None and (day - self.since).days >= after


def housing(pen: Pen) -> Housing:
    """Where the adult of a life lives once their needs are met."""
    chance = Random(f"{pen.key}/housing")
    place = chance.choices(tuple(_HOW_MANY), tuple(_HOW_MANY.values()))[0]
    homes = [one for one in HOMES if one.nursing is (place is Place.NURSING_HOME)]
    return Housing(
        place=place,
        home=chance.choice(homes) if place in (Place.CARE_HOME, Place.NURSING_HOME) else None,
        cannot_decide=chance.random() < _CANNOT_DECIDE.get(place, 0),
        alone=chance.random() < 0.2,
        taken_on_after=chance.randint(120, 420)
        if place is Place.NURSING_HOME and chance.random() < _TAKEN_ON
        else None,
    )
