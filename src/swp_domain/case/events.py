"""What can have happened to a case itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from swp_domain.actor import council_or_delegate
from swp_domain.case.nhs_number import checked
from swp_domain.case.vocabulary import ClosureOutcome, Complexity, LeftOpen, TransitionConclusion
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime
from swp_domain.party import Party, Pathway
from swp_domain.personal import PersonalText

NhsNumber = Annotated[PersonalText, AfterValidator(checked)]


class PersonRegistered(Event, name="case/person-registered"):
    """Who the adult is. All of it is personal text, and sealed; the year of birth stays readable.

    Told again, it says what is new from then on: a name changed, an address moved. What is not told
    stays as it was, and who they were stays on the file. What was wrong is put right by a correction.
    """

    name_given: PersonalText | None = None
    name_family: PersonalText | None = None
    birth_date: PersonalText | None = None
    birth_year: int | None = None
    nhs_number: NhsNumber | None = None
    address: PersonalText | None = None


class CaseAllocated(Event, name="case/case-allocated"):
    """The case was given to a team and, where there is one, a worker. ``pathway`` is what the team works in."""

    team: str
    worker: str | None = None
    complexity: Complexity | None = None
    pathway: Pathway | None = None


class CaseHandedOver(Event, name="case/case-handed-over"):
    """One worker handed the case to another, or a team to a team, with what the next one must know.

    ``pathway`` is what the team that has it from now on works in.
    """

    team: str
    worker: str | None = None
    from_worker: str | None = None
    handover: PersonalText | None = None
    pathway: Pathway | None = None


class WorkerWithdrawn(Event, name="case/worker-withdrawn"):
    """The worker no longer holds the case, and nobody follows yet: the adult waits. The team keeps it."""

    worker: str | None = None


class WaitRechecked(Event, name="case/wait-rechecked"):
    """Somebody looked again at an adult who waits without a worker: whether they are safe to wait, and until when."""

    safe_to_wait: bool | None = None
    look_again_by: date | None = None
    risk: PersonalText | None = None


class SupervisionHeld(Event, name="case/supervision-held"):
    """The case was talked through in supervision. ``worker`` and ``supervisor`` are members of staff."""

    worker: str
    supervisor: str
    agreed: PersonalText | None = None


class ComplexityChanged(Event, name="case/complexity-changed"):
    """The case is now held at another level."""

    complexity: Complexity


class OldLawSupportRecorded(Event, name="case/old-law-support-recorded", once=True):
    """The adult had support, or payments towards it, immediately before 1 April 2015: it is told of that eve.

    ``until`` is the last day of the support, where it has ended; support that ended before 31 March 2015
    keeps nobody under the old law.
    """

    until: date | None = None


class TransitionReviewCompleted(
    Event,
    name="case/transition-review-completed",
    taken_by=council_or_delegate(Function.REVIEW),
    regime=Regime.COMMUNITY_CARE,
    once=True,
):
    """The review of a case from before the Care Act was completed, with one of the three conclusions that do.

    ``met_from`` is the day on which the council began to meet the needs, where that is the conclusion.
    """

    met_from: date | None = None
    decision: Decision[TransitionConclusion]


class CaseClosed(Event, name="case/case-closed", taken_by=council_or_delegate(Function.MEETING_NEEDS)):
    """The case was closed. ``left_open`` is what goes on all the same: nothing goes on that is not said."""

    left_open: tuple[LeftOpen, ...] = ()
    decision: Decision[ClosureOutcome]

    @property
    def support_goes_on(self) -> bool:
        """Whether a plan or services go on although nobody holds the case."""
        return LeftOpen.PLAN in self.left_open or LeftOpen.SERVICES in self.left_open


class ClosureTold(Event, name="case/closure-told"):
    """The adult, or whoever speaks for them, was told that the case was closed and how to come back."""

    told: Party | None = None


class CaseReopened(Event, name="case/case-reopened"):
    """A closed case was opened again, with nobody holding it yet. The closure before it stands as it was."""

    why: PersonalText | None = None


class PersonDied(Event, name="case/person-died", once=True):
    """The adult died."""

    cause_known: bool | None = None
