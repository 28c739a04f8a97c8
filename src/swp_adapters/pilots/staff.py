"""The invented people of a pilot: as many as its data says, registered with the regulator of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from swp_adapters.pilots.parts import By
from swp_adapters.pilots.pilot import Pilot
from swp_adapters.testing.shape import Shape, Team
from swp_adapters.testing.staff import Desk, Staff
from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.event import Event
from swp_domain.law.social_work_registration.title import GSCC, carried_over, registered_with_hcpc
from swp_domain.practice.events import RegistrationRecorded, StaffJoined, StaffLeft

COUNCIL_BEGINS: Final = timedelta(days=120)
"""How long before anything else the council's own people are on record, who hold what the practice takes on."""


class PilotStaff(Staff):
    """Everybody who works for a pilot, and some of its council. Nobody of them exists."""

    def __init__(self, pilot: Pilot, key: str) -> None:
        names = {"practice": pilot.practice.value, "council": pilot.council.value}
        super().__init__(shape_of(pilot), key, pilot.first, pilot.cases.until, **names)
        commissioner = pilot.commissioner.value if pilot.commissioner else ""
        self.nhs_body = Actor(id=f"{key}-nhs", kind=BodyKind.NHS_BODY, body=commissioner, role=Role.MANAGER)

    @property
    def desks(self) -> tuple[Desk, ...]:
        """The practice's own."""
        return (self.front_door, *self.teams, self.safeguarding, self.support)

    @property
    def accountable(self) -> Actor:
        """The one named person who is accountable for the contract."""
        return self.teams[0].lead

    def acting(self, by: By) -> Actor:
        """Who acts for a body in the practice's own file."""
        return {By.COUNCIL: self.clerk, By.PRACTICE: self.support.lead, By.NHS_BODY: self.nhs_body}[by]

    def as_on(self, who: Actor, on: date) -> Actor:
        """Somebody with the registration that they had on a day."""
        if who.registration is None:
            return who
        registration = Registration(regulator=regulator_on(on), number=who.registration.number)
        return who.model_copy(update={"registration": registration})

    def joined(self, desks: tuple[Desk, ...], on: date) -> Iterator[Event]:
        """Everybody at some desks begins to work; the clerk first, who records the others."""
        everybody = [(self.as_on(one, on), desk) for desk in desks for one in desk.all]
        for who, desk in sorted(everybody, key=lambda one: one[0].id != self.clerk.id):
            supervisor = "" if who.id == desk.lead.id else desk.lead.id
            yield StaffJoined(
                member=who.id, works_for=who.kind, role=who.role, registration=who.registration, supervisor=supervisor
            )

    def taken_over(self, desks: tuple[Desk, ...], on: date) -> Iterator[Event]:
        """The register passes to another regulator, and everybody registered with it."""
        for desk in desks:
            for who in desk.all:
                if who.registration is not None:
                    yield RegistrationRecorded(member=who.id, registration=self.as_on(who, on).registration)

    def left(self) -> Iterator[Event]:
        """The practice's people leave it."""
        yield from (StaffLeft(member=who.id) for desk in self.desks for who in desk.all)


def regulator_on(on: date) -> Regulator:
    """Who registers social workers in England on a day."""
    return Regulator(carried_over(GSCC, on))


def register_passed() -> date:
    """The day on which the register passed to another regulator during the pilots."""
    period = registered_with_hcpc.period
    assert period is not None
    return period.first


def shape_of(pilot: Pilot) -> Shape:
    """A practice of one team, as small as its data says."""
    return Shape(
        name=pilot.practice.value,
        source="invented",
        teams=(Team(pilot.practice.value, pilot.cases.number, ()),),
        front_door=(),
        front_door_staff=pilot.staffing.front_door,
        case_management_staff=pilot.staffing.case_management,
        safeguarding_staff=pilot.staffing.safeguarding,
        other_staff=pilot.staffing.other,
    )
