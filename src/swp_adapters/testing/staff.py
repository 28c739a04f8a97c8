"""The invented practice and council: contract, authorisations and staff, as they are put on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    ContractReviewed,
    CouncilToldOfAccountablePerson,
)
from swp_domain.governance.vocabulary import Appointment
from swp_domain.law.care_act_2014.s79_delegation import DELEGABLE
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    SCHEDULED_2014,
    authorised_under_2011,
    authorised_under_2014,
)
from swp_domain.law.dates import Period, add_months
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN
from swp_domain.practice.events import ApprovalLimitSet, ContractMade, FunctionsDelegated, StaffJoined, ThresholdSet
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Submission, propose

_TERM_MONTHS: Final = 60
"""How long an authorisation under section 79 lasts here, before the next."""

_MONTHS_BETWEEN_REVIEWS: Final = 12
"""How often the council reviews the contract here."""

LEADS_MAY_APPROVE: Final = Decimal(2000)
"""Pounds a week that whoever leads a team may approve here: a figure of this council's, and no law."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A team's people: who leads it, its other social workers, and those who work under them."""

    name: str
    lead: Actor
    social_workers: tuple[Actor, ...]
    others: tuple[Actor, ...]

    @property
    def all(self) -> tuple[Actor, ...]:
        """Everybody."""
        return (self.lead, *self.social_workers, *self.others)

    def decider(self, chance: Random) -> Actor:
        """A social worker of the team."""
        return chance.choice((self.lead, *self.social_workers))


class Staff:
    """Everybody who works for the synthetic practice, as many as its shape says, and some of its council.

    Args:
        shape: how large the practice is.
        key: the beginning of every id.
        first: the first day of the contract.
        last: the last day of what is told.
        practice: what the practice is called, if not after the shape; so ``council``.
    """

    def __init__(
        self, shape: Shape, key: str, first: date, last: date, *, practice: str = "", council: str = ""
    ) -> None:
        self.practice = practice or f"{shape.name} Social Work Practice"
        self.council = council or f"{shape.name} Council"
        self.file, self._key, self._first, self._last = f"practice/{key}", key, first, last
        self._numbers = iter(range(1, 10_000))
        self.front_door = self._desk("Front door", shape.front_door_staff, Role.ADVICE_OFFICER)
        share, over = divmod(shape.case_management_staff, len(shape.teams))
        self.teams = tuple(
            self._desk(team.name, share + (number < over), Role.CASE_WORKER) for number, team in enumerate(shape.teams)
        )
        self.safeguarding = self._desk("Safeguarding", shape.safeguarding_staff, Role.CASE_WORKER)
        self.support = self._desk("Practice-wide", shape.other_staff, Role.ADMINISTRATOR)
        # Section 42 decisions and charges stay with the council, so it has people of its own.
        self.council_desk = self._desk("Council", 6, Role.ADMINISTRATOR, BodyKind.COUNCIL)
        self.clerk = self.council_desk.others[0]
        self.court = Actor(id="court-of-protection", kind=BodyKind.COURT, body="Court of Protection", role=Role.JUDGE)

    def _desk(self, name: str, size: int, other: Role, kind: BodyKind = BodyKind.PRACTICE) -> Desk:
        workers = max(1, size // 2)
        lead = self._somebody(kind, Role.SENIOR_SOCIAL_WORKER)
        social_workers = tuple(self._somebody(kind, Role.SOCIAL_WORKER) for _ in range(workers - 1))
        others = tuple(self._somebody(kind, other) for _ in range(size - workers))
        return Desk(name, lead, social_workers, others)

    def _somebody(self, kind: BodyKind, role: Role) -> Actor:
        number = next(self._numbers)
        body = self.practice if kind is BodyKind.PRACTICE else self.council
        # Each register was taken over whole by the next, so the number of the first day serves on every later one.
        registration = Registration(regulator=Regulator.GSCC, number=f"SYN{number:05}")
        return Actor(
            id=f"{self._key}-{number:03}",
            kind=kind,
            body=body,
            role=role,
            registration=registration if role.is_social_worker else None,
        )

    def established(self) -> Iterator[Sent]:
        """The contract, the staff, and each authorisation on the day it began; nothing after the last day."""
        made: list[Event] = [ContractMade(council=self.council, practice=self.practice)]
        desks = (self.council_desk, self.front_door, *self.teams, self.safeguarding, self.support)
        # The clerk first, who records the others.
        made.append(self._joined(self.clerk, self.council_desk))
        made += [self._joined(one, desk) for desk in desks for one in desk.all if one is not self.clerk]
        leads = [desk.lead for desk in desks]
        made += [ApprovalLimitSet(member=one.id, weekly=LEADS_MAY_APPROVE) for one in leads]
        made.append(ThresholdSet(threshold=Band.SUBSTANTIAL))
        named = self.teams[0].lead.id
        appointed = AccountablePersonAppointed(
            member=named, decision=Decision(outcome=Appointment.APPOINTED, reasons=synthetic("an invented appointment"))
        )
        made += [appointed, CouncilToldOfAccountablePerson(member=named)]
        yield self._sent(self._first, "established", *made)
        later: list[tuple[date, str, Event]] = [
            (period.first, given.delegation, given) for period, given in self._authorisations()
        ]
        later += [(on, f"reviewed-{on}", ContractReviewed()) for on in self._reviews()]
        for on, name, event in sorted(later, key=lambda one: one[:2]):
            yield self._sent(on, name, event)

    def _reviews(self) -> Iterator[date]:
        """The days on which the council reviews the contract: each year, as it is expected to."""
        on = add_months(self._first, _MONTHS_BETWEEN_REVIEWS)
        while on <= self._last:
            yield on
            on = add_months(on, _MONTHS_BETWEEN_REVIEWS)

    def _joined(self, who: Actor, desk: Desk) -> StaffJoined:
        supervisor = "" if who is desk.lead else desk.lead.id
        return StaffJoined(
            member=who.id, works_for=who.kind, role=who.role, registration=who.registration, supervisor=supervisor
        )

    def _authorisations(self) -> Iterator[tuple[Period, FunctionsDelegated]]:
        """The power of each time: the two orders, and section 79 from term to term."""
        periods = [
            (Instrument.CONTRACTING_OUT_2011, authorised_under_2011.period),
            (Instrument.CONTRACTING_OUT_2014, authorised_under_2014.period),
        ]
        begins = CARE_ACT_BEGAN
        while begins <= self._last:
            ends = add_months(begins, _TERM_MONTHS) - timedelta(days=1)
            periods.append((Instrument.CARE_ACT_S79, Period(begins, ends)))
            begins = ends + timedelta(days=1)
        for number, (under, period) in enumerate(periods, start=1):
            if period is None or period.first > self._last or (period.last is not None and period.last < self._first):
                continue
            told = Period(max(period.first, self._first), period.last)
            # The register of functions that the orders hold is one list; section 79 leaves out what it must.
            functions = list(DELEGABLE)
            if under is not Instrument.CARE_ACT_S79:
                functions = [one for one in Function if one in SCHEDULED_2014]
            yield (
                told,
                FunctionsDelegated(
                    delegation=f"{self._key}-{number}", functions=tuple(functions), under=under, until=told.last
                ),
            )

    def _sent(self, on: date, name: str, *events: Event) -> Sent:
        because = synthetic("an invented practice")
        proposals = tuple(propose(self.file, one, self.clerk, on, reason=because) for one in events)
        moment = datetime.combine(on, time(9), UTC)
        return Sent(Submission(f"{self.file}/{name}", proposals), moment)
