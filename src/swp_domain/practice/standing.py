"""The standing: what practice and council were on a day, and so whose an act was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from swp_domain.actor import Actor, BodyKind, Registration
from swp_domain.belonging import Belonging
from swp_domain.entry import Authority
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime
from swp_domain.law.social_work_registration.title import registered_on
from swp_domain.practice.answerable import Answerable, answerable
from swp_domain.practice.arrangements import Delegation, Reservation
from swp_domain.practice.authority import authority_of
from swp_domain.practice.functions import before_it_was_one, carries
from swp_domain.practice.partners import Partner
from swp_domain.practice.people import Absence, Member
from swp_domain.practice.state import PracticeState
from swp_domain.proposal import Proposal
from swp_domain.refusal import OutOfSequence


@dataclass(frozen=True, slots=True)
class Standing:
    """Every practice known to the record, each as it was on ``on``, and the NHS bodies in partnership that day."""

    on: date
    practices: tuple[PracticeState, ...] = ()
    partners: tuple[Partner, ...] = ()

    def answers_for(self, by: Actor) -> str:
        """The council that answers for what a body of ours does; empty where no contract names one."""
        if by.kind is BodyKind.COUNCIL:
            return by.body
        return next((one.council for one in self.practices if one.practice == by.body), "")

    def answered_for(self, by: Actor) -> str:
        """The council of a contract that is over: for what the practice purports to do then, it still answers."""
        over = (one for one in self.practices if by.kind is BodyKind.PRACTICE and one.former_practice == by.body)
        return next((one.former_council for one in over), "")

    def is_ours(self, by: Actor) -> bool:
        """Whether a body's decisions are taken through this engine: the parties to a contract of that day are."""
        parties = {name for one in self.practices for name in (one.council, one.practice, one.former_council) if name}
        return by.kind is BodyKind.PRACTICE or (by.kind.ours and (not parties or by.body in {"", *parties}))

    def counts(self, event: type[Event], by: Actor) -> bool:
        """Whether what somebody did can be the act that an event means: a decision, of a body that it belongs to.

        Another body's decision never does our duty, save that of an NHS body to which the function went. A body
        that calls itself a council and is no party to a contract of that day is another body, or its name was
        mistyped.
        """
        if event.taken_by is None or self.is_ours(by):
            return True
        return not by.kind.ours and (by.kind in event.taken_by.kinds or self.partner(event, by) is not None)

    def partner(self, event: type[Event], by: Actor) -> Partner | None:
        """The partnership under which an NHS body takes a decision that exercises a council's function, if one is."""
        function = event.taken_by.function if event.taken_by else None
        if function is None or before_it_was_one(function, self.on):
            return None
        found = {one.exercises(by, function, self.on): one for one in self.partners}
        return found.get(True) or found.get(None)

    def registered(self, by: Actor) -> bool:
        """Whether somebody is a registered social worker that day, whatever their post."""
        registration = self.registration_of(by)
        return registered_on(registration.regulator if registration else None, self.on)

    def threshold_for(self, by: Actor) -> Band | None:
        """The band from which needs were eligible, where the council that answers had set one."""
        council = self.answers_for(by)
        return next((one.threshold for one in self.practices if one.council in ("", council) and one.threshold), None)

    def registration_of(self, by: Actor) -> Registration | None:
        """Somebody's registration as the staff records of the day have it, else as they say themselves."""
        member = self.member(by.id)
        return by.registration if member is None else member.registration

    def member(self, who: str) -> Member | None:
        """Somebody on the staff that day."""
        return next((one.staff[who] for one in self.practices if who in one.staff), None)

    def actor(self, who: str) -> Actor:
        """Somebody on the staff that day, acting.

        Raises:
            OutOfSequence: nobody by that id was on the staff.
        """
        for one in self.practices:
            if who in one.staff:
                member = one.staff[who]
                return member.acting_for(one.council if member.works_for is BodyKind.COUNCIL else one.practice)
        raise OutOfSequence("by", f"nobody called {who} is on the staff on {self.on}", "Record staff-joined first")

    def absence_of(self, who: str) -> Absence | None:
        """The absence of somebody who is away that day."""
        told = (one.absences[who] for one in self.practices if who in one.absences)
        return next((away for away in told if self.on in away.days), None)

    def covered_by(self, who: str) -> tuple[str, ...]:
        """Whose cases somebody covers that day: those of the absent, and of those whom these were to cover."""
        away = {one: absence for state in self.practices for one in state.absences if (absence := self.absence_of(one))}
        found: list[str] = []
        covering = [who]
        for cover in covering:
            new = sorted(one for one, absence in away.items() if absence.covered_by == cover)
            fresh = [one for one in new if one not in (who, *found)]
            found += fresh
            covering += fresh
        return tuple(found)

    @property
    def limits_approval(self) -> bool:
        """Whether anybody's limit of approval is on record that day."""
        return any(one.limits for one in self.practices)

    def approval_limit(self, by: Actor) -> Decimal | None:
        """What somebody may approve that day, in pounds a week; ``None`` where no limit is on record for them."""
        return next((one.limits[by.id] for one in self.practices if by.id in one.limits), None)

    def delegation(
        self,
        practice: str,
        function: Function,
        regime: Regime = Regime.CALENDAR,
        client_groups: tuple[str, ...] = (),
        area: str = "",
    ) -> Delegation | None:
        """The authorisation under which a practice may exercise a function that day.

        Of several, one under a power that can carry it and serves the regime of the person whom the decision is about,
        and that is for their client group and area, or at least not for others only.
        """

        def fitness(given: Delegation) -> tuple[bool, ...]:
            held, can = given.extent.holds(client_groups, area), carries(given.under, function, self.on)
            serves = given.under.serves(regime)
            return serves and can is not False, held is not False, can is True, serves, held is True

        found = [
            given
            for one in self.practices
            if one.practice == practice
            for given in one.delegations.values()
            if given.gives(function, self.on)
        ]
        return max(found, key=fitness, default=None)

    def reservations(self, practice: str) -> tuple[Reservation, ...]:
        """The decisions that the council keeps from a practice that day."""
        return tuple(kept for one in self.practices if one.practice == practice for kept in one.reservations.values())

    def commissioner(self, practice: str) -> str:
        """The NHS body between council and practice, where there is one."""
        return next((one.commissioner for one in self.practices if one.practice == practice), "")

    def supervised_by_social_worker(self, actor: Actor) -> bool | None:
        """Whether a registered social worker stands anywhere above somebody that day."""
        seen: set[str] = set()
        member = self.member(actor.id)
        while member is not None and member.supervisor and member.supervisor not in seen:
            seen.add(member.supervisor)
            above = self.member(member.supervisor)
            registration = above.registration if above is not None else None
            if registration is not None and registered_on(registration.regulator, self.on):
                return True
            member = above
        return False if self.member(actor.id) else None

    def may_take(self, event: type[Event], by: Actor) -> bool | None:
        """Whether a decision is theirs to take that day; ``None`` for facts, other bodies' decisions, and no law."""
        entitled = event.taken_by
        if entitled is None or not self.is_ours(by):
            return None
        if by.kind is BodyKind.PRACTICE and entitled.function is not None:
            if before_it_was_one(entitled.function, self.on):
                return None  # Before section 42 no order granted or withheld it: the council arranged for it.
            given = self.delegation(by.body, entitled.function)
            return given is not None and carries(given.under, entitled.function, self.on)
        return by.kind in entitled.kinds

    def authority(self, file: File, asked: Proposal[Event]) -> Authority:
        """Whose act something proposed to a file would be."""
        return authority_of(file, asked, self)

    def competent(self, by: Actor, function: Function) -> bool | None:
        """Whether the council considers somebody competent for a function; ``None`` of whoever is not on the staff."""
        member = self.member(by.id)
        return None if member is None else function in member.competent_for

    def answerable(self, belonging: Belonging) -> Answerable:
        """The body responsible for a case that day."""
        return answerable(belonging, self)

    def in_cohort(self, practice: str, belonging: Belonging) -> InCohort | None:
        """Whether somebody belongs to a cohort that was agreed with a practice; ``None`` where none ever was."""
        agreed = [one for state in self.practices if state.practice == practice for one in state.cohorts.values()]
        if not agreed:
            return None
        held = [one.extent.holds(belonging.client_groups, belonging.area) for one in agreed]
        names = ", ".join(one.id for one in agreed)
        return InCohort(True if True in held else None if None in held else False, names)


@dataclass(frozen=True, slots=True)
class InCohort:
    """Whether somebody belongs to one of some cohorts, by their names; ``None`` where that cannot be told."""

    of: bool | None
    names: str
