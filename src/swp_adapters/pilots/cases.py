"""The invented cases of a pilot: how each begins, whose it is, and how it goes home when the contract ends."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from random import Random
from typing import Final

from swp_adapters.pilots.parts import Way
from swp_adapters.pilots.pilot import Pilot
from swp_adapters.pilots.staff import COUNCIL_BEGINS, PilotStaff, shape_of
from swp_adapters.pilots.ways import advised, equipped, seasons, supported
from swp_adapters.testing.lives.ending import closed
from swp_adapters.testing.lives.front_door import comes_to_notice, person, triaged
from swp_adapters.testing.lives.planning import Support
from swp_adapters.testing.pen import Over, Pen
from swp_adapters.testing.words import about, synthetic
from swp_domain.actor import Actor
from swp_domain.case.events import CaseAllocated
from swp_domain.case.vocabulary import ClosureOutcome, Complexity
from swp_domain.contact.events import ContactReceived, ContactResolved
from swp_domain.contact.vocabulary import Channel, ContactOutcome
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s9_assessment import Appearance, NoAssessmentReason
from swp_domain.law.dates import ONE_DAY
from swp_domain.practice.events import CohortAgreed, CohortTransferred
from swp_domain.proposal import Proposal
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.responsibility.events import CohortRecorded, ResponsibilityMoved
from swp_domain.responsibility.vocabulary import MoveGround

COUNCIL_TEAM: Final = "Council"
_ENOUGH_TO_TELL: Final = 60
"""Days before the end on which the last case begins."""


class CasePen(Pen):
    """Writes one case of a pilot, by the people of the day."""

    def __init__(self, pilot: Pilot, staff: PilotStaff, key: str, chance: Random, number: int) -> None:
        last = pilot.cases.until if pilot.ended is None else min(pilot.cases.until, pilot.ended - ONE_DAY)
        ways = [way for way, often in pilot.cases.ways.items() for _ in range(often)]
        self.pilot, self.people, self.number, self.way = pilot, staff, number, ways[number % len(ways)]
        earliest = max(pilot.first, pilot.cases.begin_from or pilot.first)
        latest = pilot.cases.begin_by or date.fromordinal(last.toordinal() - _ENOUGH_TO_TELL)
        self.carried_over = self.way is not Way.SETTLED and _falls_on(number, pilot.cases.carried_over)
        if self.carried_over:
            day = earliest - ONE_DAY * chance.randint(20, COUNCIL_BEGINS.days - 20)
        else:
            day = date.fromordinal(chance.randint(earliest.toordinal(), latest.toordinal()))
        self.support: Support | None = None
        self.area = ""
        super().__init__(shape_of(pilot), staff, key, chance, day, last)

    @property
    def comes_later(self) -> bool:
        """Whether somebody below the threshold comes into the council's services afterwards."""
        return self.way is Way.BELOW_THE_THRESHOLD and _falls_on(self.number, self.pilot.cases.later_in_services)

    def cohort(self) -> CohortRecorded:
        """To whom the contract says that the adult belongs: a client group, and an area that it had by then."""
        groups = self.pilot.serves.value or self.pilot.cases.groups
        own = [one for one in groups if one != "carers"] or list(groups)
        belongs = (self.chance.choice(own), *(("carers",) if self.way is Way.CARER and "carers" in groups else ()))
        self.area = self.chance.choice(self._areas())
        return CohortRecorded(client_groups=belongs, area=self.area)

    def _areas(self) -> tuple[str, ...]:
        agreed = [(one.on, event.areas) for one, event in self.pilot.events() if isinstance(event, CohortAgreed)]
        by_then = [areas for on, areas in agreed if on <= max(self.day, self.pilot.first)]
        return by_then[-1] or self.pilot.areas.value

    @property
    def at_home(self) -> bool:
        """Whether the case is with the council."""
        return self.team is self.staff.council_desk

    def allocate(self) -> None:
        """To the worker, at a level."""
        level = self.chance.choice(tuple(Complexity))
        self.tell(CaseAllocated(team=self.team.name, worker=self.worker.id, complexity=level), by=self.team.lead)

    def to_the_council(self, ground: MoveGround) -> None:
        """The case is the council's from this day, and one of its social workers has it."""
        moved = ResponsibilityMoved(
            from_body=self.staff.practice, to_body=self.staff.council, ground=ground, practice=self.staff.file
        )
        self.team = self.staff.council_desk
        self.worker = self.chance.choice(self.team.social_workers)
        self.tell(moved, by=self.staff.clerk)
        self.tell(CaseAllocated(team=COUNCIL_TEAM, worker=self.worker.id), by=self.team.lead)

    def _proposal(self, file: str, event: Event, by: Actor, vague: str) -> Proposal[Event]:
        return super()._proposal(file, event, self.people.as_on(by, self.day), vague)


def _falls_on(number: int, per_cent: int) -> bool:
    """Whether one of a row of cases has what so many per cent of them have: exactly so many, evenly spread."""
    return (number + 1) * per_cent // 100 > number * per_cent // 100


def lived(pen: CasePen) -> None:
    """A whole case: with the practice, and where the contract ends first, with the council again."""
    ended = pen.pilot.ended
    with suppress(Over):
        _with_the_practice(pen)
    if ended is None or pen.day <= pen.last:
        return
    pen.last, pen.day = pen.pilot.cases.until, ended
    if pen.day > pen.last:
        return
    pen.to_the_council(MoveGround.CONTRACT_ENDED)
    with suppress(Over):
        if pen.support is not None:
            seasons(pen, pen.support)


def _with_the_practice(pen: CasePen) -> None:
    assessment = _carried_over(pen) if pen.carried_over else _comes(pen)
    if not assessment:
        closed(pen, ClosureOutcome.NO_NEEDS, "nothing more was needed")
    if pen.way is Way.BELOW_THE_THRESHOLD:
        advised(pen, assessment)
    elif pen.way is Way.EQUIPMENT:
        equipped(pen, assessment)
    else:
        supported(pen, assessment)


def _comes(pen: CasePen) -> str:
    """Somebody comes to the practice, or is sent by the council; the assessment that is begun, if one is."""
    if pen.pilot.cases.calls:
        _call_resolved(pen)
        referral = comes_to_notice(pen)
        pen.tell(pen.cohort(), by=pen.staff.front_door.lead)
    else:
        referral = _referred(pen)
    assessment = triaged(pen, referral, ends=1 if pen.way is Way.SETTLED else 0)
    if assessment:
        pen.allocate()
    return assessment


def _referred(pen: CasePen) -> str:
    referral, direct = pen.named("referral"), pen.pilot.cases.direct
    source = pen.chance.choice((Source.SELF, Source.GP, Source.FAMILY_OR_FRIEND)) if direct else Source.FRONT_DOOR
    officer = pen.chance.choice(pen.staff.front_door.all) if direct else pen.staff.clerk
    received = ReferralReceived(referral=referral, source=source, summary=synthetic("asks what help there is"))
    pen.tell(received, person(pen), pen.cohort(), by=officer)
    return referral


def _call_resolved(pen: CasePen) -> None:
    """Somebody else rings that day, and an advice officer answers what they asked."""
    call, file = pen.named("call"), f"contact/{pen.key}-advice"
    received = ContactReceived(
        contact=call, channel=Channel.TELEPHONE, summary=synthetic(f"asks about {about(pen.chance)}")
    )
    appearance = Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.NO_APPEARANCE_OF_NEEDS)
    decision = Decision(outcome=ContactOutcome.ADVICE_GIVEN, reasons=synthetic("no needs for care were told"))
    resolved = ContactResolved(contact=call, appearance=appearance, decision=decision)
    pen.elsewhere((file, received), (file, resolved), by=pen.chance.choice(pen.staff.front_door.others))


def _carried_over(pen: CasePen) -> str:
    """Somebody whom the council knew: its cohort was transferred to the practice."""
    referral, assessment = pen.named("referral"), pen.named("assessment")
    who = pen.staff.council_desk.decider(pen.chance)
    received = ReferralReceived(referral=referral, source=Source.GP, summary=synthetic("the council knew them"))
    pen.tell(received, person(pen), pen.cohort(), by=pen.staff.clerk)
    pen.after(0, 4)
    decision = Decision(outcome=TriageOutcome.ASSESS, reasons=synthetic("needs appear, and are to be assessed"))
    appearance = Appearance(appears_to_have_needs=True)
    pen.tell(
        ReferralTriaged(referral=referral, assessment=assessment, appearance=appearance, decision=decision), by=who
    )
    transfers = ((one.on, event) for one, event in pen.pilot.events() if isinstance(event, CohortTransferred))
    on, transferred = next(transfers)
    pen.until(on)
    moved = ResponsibilityMoved(
        from_body=pen.staff.council,
        to_body=pen.staff.practice,
        ground=MoveGround.COHORT_TRANSFERRED,
        practice=pen.staff.file,
        joint_until=transferred.joint_until,
    )
    pen.tell(moved, by=pen.staff.clerk)
    pen.allocate()
    return assessment
