"""What can have happened to how a practice is held to account: who is named, what is reviewed and reported."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import COUNCIL, PRACTICE_OR_COUNCIL
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.governance.vocabulary import Activation, AgreementHead, Appointment, PracticeForm, Reported
from swp_domain.identifiers import AgreementId
from swp_domain.law.practice_programme_2010.q16_professional_practice import Share
from swp_domain.personal import PersonalText


class PracticeConstituted(Event, name="governance/practice-constituted"):
    """How the practice is constituted from then on: its form, and what engaged social workers own and control of it.

    Shares are per cent, of ownership and of votes. ``called_professional`` says whether the contract, or the
    practice itself, calls it a professional practice.
    """

    form: PracticeForm
    owned_by_social_workers: Share | None = None
    controlled_by_social_workers: Share | None = None
    called_professional: bool | None = None


class AccountablePersonAppointed(Event, name="governance/accountable-person-appointed", taken_by=PRACTICE_OR_COUNCIL):
    """One named person is accountable for the delivery of the contract from then on. ``member`` is on the staff."""

    member: str
    decision: Decision[Appointment]


class AccountablePersonStoodDown(Event, name="governance/accountable-person-stood-down"):
    """The named person is no longer accountable; the day it happened is the first such day.

    ``instead`` is who had been named before that day and is accountable on their own from then on. Somebody who is
    appointed on the day, or later, is told as an appointment.
    """

    member: str
    instead: str = ""


class CouncilToldOfAccountablePerson(Event, name="governance/council-told-of-accountable-person"):
    """The council was told who the named accountable person is; empty when it was told that there is nobody."""

    member: str = ""


class ContractReviewed(Event, name="governance/contract-reviewed"):
    """The council reviewed the contract."""

    findings: PersonalText | None = None


class PartnershipMade(Event, name="governance/partnership-made", taken_by=COUNCIL, begins="partnership"):
    """Council and NHS body put a written partnership agreement into effect (NHS Act 2006 s 75).

    ``heads`` are what the writing deals with. ``pool_manager`` manages the pooled fund, where there is one, for its
    host. ``functions_to_nhs_body`` holds where the NHS body exercises functions of the council.
    """

    partnership: AgreementId
    nhs_body: str
    heads: tuple[AgreementHead, ...] = ()
    pooled_fund: bool = False
    host: str = ""
    pool_manager: str = ""
    functions_to_nhs_body: bool = False
    until: date | None = None
    decision: Decision[Activation]


class PartnershipEnded(Event, name="governance/partnership-ended"):
    """A partnership ended; the day it happened is the first day without it."""

    partnership: AgreementId


class PoolReported(Event, name="governance/pool-reported"):
    """The pool manager reported to the partners on a quarter, or made the return for a year, up to its last day."""

    partnership: AgreementId
    covers: Reported
    up_to: date


class ExerciseReported(Event, name="governance/exercise-reported"):
    """The NHS body reported to the council on how it exercised the council's functions, up to a last day."""

    partnership: AgreementId
    covers: Reported
    up_to: date


class OutOfHoursArranged(Event, name="governance/out-of-hours-arranged"):
    """Who answers out of hours from then on; empty when the practice does itself."""

    provider: str = ""
