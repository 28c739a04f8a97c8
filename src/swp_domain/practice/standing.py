"""The standing: what practice and council were on a day, and so whose an act was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.actor import Actor, BodyKind
from swp_domain.entry import Authority
from swp_domain.event import Event
from swp_domain.law.fair_access_to_care import Band
from swp_domain.law.function import Function
from swp_domain.practice.state import Delegation, Member, PracticeState
from swp_domain.proposal import Proposal
from swp_domain.refusal import OutOfSequence


@dataclass(frozen=True, slots=True)
class Standing:
    """Every practice known to the record, each as it was on ``on``."""

    on: date
    practices: tuple[PracticeState, ...] = ()

    @property
    def council(self) -> str:
        """The council that answers, by name."""
        return next((one.council for one in self.practices if one.council), "")

    @property
    def threshold(self) -> Band | None:
        """The band from which needs were eligible, where the council had set one."""
        return next((one.threshold for one in self.practices if one.threshold), None)

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

    def delegation(self, practice: str, function: Function) -> Delegation | None:
        """The authorisation under which a practice may exercise a function that day."""
        return next(
            (
                given
                for one in self.practices
                if one.practice == practice
                for given in one.delegations.values()
                if function in given.functions and self.on in given.period
            ),
            None,
        )

    def supervised_by_social_worker(self, actor: Actor) -> bool | None:
        """Whether a registered social worker stands anywhere above somebody that day."""
        seen: set[str] = set()
        member = self.member(actor.id)
        while member is not None and member.supervisor and member.supervisor not in seen:
            seen.add(member.supervisor)
            above = self.member(member.supervisor)
            if above is not None and above.registration is not None and above.role.is_social_worker:
                return True
            member = above
        return False if self.member(actor.id) else None

    def authority(self, asked: Proposal[Event]) -> Authority:
        """Whose act it was: who acted, who answers, under what, and whether it was theirs to take."""
        by, entitled = asked.by, asked.event.taken_by
        acting = by.body or by.kind.value
        answerable = (self.council or "the council") if by.kind.ours else acting
        if entitled is None:
            return Authority(acting=acting, acting_kind=by.kind, answerable=answerable)
        given = None
        if by.kind is BodyKind.PRACTICE and entitled.function is not None:
            given = self.delegation(by.body, entitled.function)
        needed = by.kind is BodyKind.PRACTICE and entitled.function is not None
        theirs = (by.kind in entitled.kinds and (given is not None or not needed)) if by.kind.ours else None
        return Authority(
            acting=acting,
            acting_kind=by.kind,
            answerable=answerable,
            under=given.under.value if given else "",
            delegation=given.id if given else "",
            theirs=theirs,
        )
