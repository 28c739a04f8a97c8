"""What the record makes of who the adult is, of closing their case, and of their death. Holding it: :mod:`.holding`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from swp_domain.assessment.events import AssessmentCompleted, AssessmentRequested, AssessmentStarted
from swp_domain.case import holding
from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    CaseHandedOver,
    ComplexityChanged,
    OldLawSupportRecorded,
    PersonDied,
    PersonRegistered,
    TransitionReviewCompleted,
    WaitRechecked,
)
from swp_domain.case.holding import RECORD
from swp_domain.case.vocabulary import ClosureOutcome, LeftOpen, TransitionConclusion
from swp_domain.eligibility.events import EligibilityDetermined
from swp_domain.law.rule import cited
from swp_domain.law.transitional_order_2015 import TRANSITION
from swp_domain.law.transitional_order_2015.art2_regime import (
    CARE_ACT_BEGAN,
    EVE,
    REVIEW_BY,
    supported_immediately_before,
)
from swp_domain.law.transitional_order_2015.art2_review import OldCaseReview, old_review_is_completed
from swp_domain.owed import Opening, Owed, owed
from swp_domain.party import HOSPITAL, SECOND_COUNCIL, Whose
from swp_domain.personal import FORGOTTEN
from swp_domain.planning.events import (
    CareAndSupportPlanAgreed,
    NotMeetingNeedsDecided,
    ServiceEnded,
    ServiceStarted,
)
from swp_domain.proposal import Proposal
from swp_domain.referral.events import ReferralReceived
from swp_domain.review.events import ReviewCompleted
from swp_domain.safeguarding.events import ConcernReceived
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("IDN-01", effect=FLAG)
def one_adult_has_one_number_and_one_birth(
    file: CaseFile, asked: Proposal[PersonRegistered], standing: Standing
) -> Findings:
    """An NHS number and a year of birth do not change: one of the two is wrong, or they are two people's."""
    known, told = file.case.registered, asked.event
    pairs = (
        {}
        if known is None
        else {
            "nhs_number": (known.nhs_number, told.nhs_number),
            "birth_year": (known.birth_year, told.birth_year),
        }
    )
    differ = [name for name, (one, other) in pairs.items() if not {None, FORGOTTEN} & {one, other} and one != other]
    finding = cited(RECORD["who the adult is"], on=asked.on, holds=not differ, says="what never changes is the same")
    where = f"not as on the file: {', '.join(differ)}; correct it, or note a possible duplicate"
    yield finding if finding.met else finding.contradicts(where)


@judges("CASE-01", effect=REFUSE)
def a_closure_has_reasons(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """A case is closed with reasons, so that the adult can be told them."""
    if asked.event.decision.reasons is None and asked.event.decision.outcome is not ClosureOutcome.DIED:
        finding = cited(RECORD["closure"], on=asked.on, holds=None, says="the reasons for closing are recorded")
        yield finding.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CASE-02", effect=FLAG)
def a_closure_leaves_nothing_owed(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """A case that is closed with duties still owed is looked at by a person."""
    outcome = asked.event.decision.outcome
    if outcome is ClosureOutcome.DIED:
        return
    answered = {duty.name for duty in file.owed() if CaseClosed in duty.discharged_by}
    ended = {duty.name for duty in file.owed() if _ends(duty, asked.event)}
    left = {
        one.duty
        for one in file.ledger
        if not one.over(asked.on)
        and one.duty not in answered
        # A review that has not fallen due ends with the case, and leaves nothing to look at.
        and (one.duty not in ended or one.late_since(asked.on))
        and not _of_others(one.mark.owner, outcome)
    }
    if left:
        finding = cited(RECORD["closure"], on=asked.on, holds=False, says="no duty is left owed")
        yield finding.contradicts(f"still owed: {'; '.join(sorted(left))}")


def _ends(duty: Owed, event: CaseClosed) -> bool:
    when = duty.ended_by.get(CaseClosed)
    return CaseClosed in duty.ended_by and (when is None or bool(when(event)))


def _of_others(owner: str, outcome: ClosureOutcome) -> bool:
    """Whether a duty is another body's: a hospital's, or the next council's where the adult has moved to its area."""
    return owner == HOSPITAL or (owner == SECOND_COUNCIL and outcome is ClosureOutcome.MOVED)


@judges("CASE-03", effect=FLAG, theme="P21")
def a_closure_says_what_goes_on(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """A plan, a service or an eligible need that is left when a case closes is named in the closure."""
    outcome, said = asked.event.decision.outcome, asked.event.left_open
    if outcome is ClosureOutcome.DIED:
        return
    explained = outcome in (ClosureOutcome.DECLINED, ClosureOutcome.MOVED)
    left = [one for one in _left_open(file) if one not in said and not (explained and one is LeftOpen.NEEDS)]
    finding = cited(RECORD["closure"], on=asked.on, holds=not left, says="nothing goes on that is not said")
    yield finding.contradicts(f"left_open does not name {' and '.join(left)}") if left else finding


def _left_open(file: CaseFile) -> Iterator[LeftOpen]:
    """What the file shows to go on: a plan until its last service ended, services, eligible needs without an answer."""
    services: dict[str, bool] = {}
    plans, answers = [], set()
    for entry in file.entries:
        match entry.event:
            case ServiceStarted(service=which, commissioned=True):
                services[which] = True
            case ServiceEnded(service=which):
                services[which] = False
            case CareAndSupportPlanAgreed() if entry.counts:
                plans.append(entry.occurred_on)
            case NotMeetingNeedsDecided(determination=which) if entry.counts:
                answers.add(which)
    if plans and (not services or any(services.values())):
        yield LeftOpen.PLAN
    if any(services.values()):
        yield LeftOpen.SERVICES
    found = [(which, one) for which, one in file.eligibility.determinations.items() if not one.of_a_carer]
    which, latest = found[-1] if found else ("", None)
    unanswered = latest is not None and which not in answers and not any(on >= latest.determined_on for on in plans)
    if unanswered and latest is not None and latest.eligible:
        yield LeftOpen.NEEDS


@judges("CASE-05", effect=FLAG)
def a_case_is_closed_once(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """What is closed is not closed again before it is open again."""
    closed = file.case.closed_on
    finding = cited(RECORD["closure"], on=asked.on, holds=closed is None, says="the case is open")
    yield finding if finding.met else finding.contradicts(f"it has been closed since {closed}")


@judges("CASE-05", effect=FLAG)
def what_comes_to_a_closed_case_opens_it(
    file: CaseFile, asked: Proposal[ReferralReceived | AssessmentRequested | ConcernReceived], standing: Standing
) -> Findings:
    """Somebody says that a case is open again, once there is something to do in it."""
    closed = file.case.closed_on
    if closed is not None and closed < asked.on:
        finding = cited(RECORD["opening again"], on=asked.on, holds=False, says="the case is open")
        yield finding.contradicts(f"it has been closed since {closed}: say whether it is open again")


@judges("CASE-08", effect=FLAG)
def what_needs_a_living_adult_comes_before_their_death(
    file: CaseFile,
    asked: Proposal[
        CaseAllocated
        | CaseHandedOver
        | WaitRechecked
        | ComplexityChanged
        | ReferralReceived
        | AssessmentRequested
        | AssessmentStarted
        | AssessmentCompleted
        | EligibilityDetermined
        | CareAndSupportPlanAgreed
        | ServiceStarted
        | ReviewCompleted
    ],
    standing: Standing,
) -> Findings:
    """What is done for a living adult and dated after their death is looked at: the day, or the death, is wrong."""
    died = file.case.died_on
    if died is None or getattr(asked.event, "whose", Whose.ADULT) is Whose.CARER:
        return
    finding = cited(RECORD["a death"], on=asked.on, holds=asked.on <= died, says="the adult is alive")
    yield finding if finding.met else finding.contradicts(f"they died on {died}")


@judges("CASE-09", effect=FLAG)
def a_death_is_told_once_and_before_a_case_ends_with_it(
    file: CaseFile, asked: Proposal[PersonDied | CaseClosed], standing: Standing
) -> Findings:
    """A death is recorded once, and is on the file of whoever closes a case for it."""
    event, died = asked.event, file.case.died_on
    if isinstance(event, PersonDied):
        finding = cited(RECORD["a death"], on=asked.on, holds=died is None, says="no other death is on the file")
        yield finding if finding.met else finding.contradicts(f"one is, of {died}: correct it instead")
    elif event.decision.outcome is ClosureOutcome.DIED:
        finding = cited(RECORD["a death"], on=asked.on, holds=died is not None, says="the death is on the file")
        yield finding if finding.met else finding.contradicts("no death is: record it")


@judges("REG-01", effect=FLAG)
def old_support_is_told_of_its_eve(
    file: CaseFile, asked: Proposal[OldLawSupportRecorded], standing: Standing
) -> Findings:
    """Support from before the Care Act is told of 31 March 2015, so that every day after it is read alike."""
    if asked.on > EVE:
        finding = cited(TRANSITION["art 2(1)"], on=asked.on, holds=None, says="support stood immediately before")
        yield finding.contradicts(f"it is dated {asked.on}; date it {EVE}, or the days before are read as Care Act")


@judges("REG-02", effect=BREACH)
def an_old_case_is_reviewed_before_it_ends(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """Somebody supported before the Care Act is reviewed before the case ends; until then they are owed support."""
    supported, reviewed = file.supported_before_care_act, file.case.transition_review_on
    if asked.event.decision.outcome is ClosureOutcome.DIED or not supported or asked.on < CARE_ACT_BEGAN:
        return
    # Who moved away, or wants no more, is no longer given support: whether the review is still owed is for a person.
    holds = True if reviewed else None if asked.event.decision.outcome in _OF_THE_ADULT else False
    finding = cited(TRANSITION["art 2(2)-(4)"], on=asked.on, holds=holds, says="the review of the case is completed")
    yield finding if reviewed else finding.contradicts("the case is closed without it")


@judges("REG-04", effect=REFUSE)
def an_old_review_ends_with_what_completes_it(
    file: CaseFile, asked: Proposal[TransitionReviewCompleted], standing: Standing
) -> Findings:
    """The review of an old case is completed once the council has begun to meet the needs, or will meet none."""
    came_to, began = asked.event.decision.outcome, asked.event.met_from
    facts = OldCaseReview(
        no_needs=came_to is TransitionConclusion.NO_NEEDS,
        meets_none=came_to is TransitionConclusion.NOT_MEETING_NEEDS,
        has_begun=came_to is TransitionConclusion.MEETING_NEEDS and (began is None or began <= asked.on),
    )
    finding = old_review_is_completed(facts, on=asked.on)
    says = f"met_from is {began}, after the day on which the review is said to be completed"
    yield finding if finding.met else finding.contradicts(says, "Record it as completed on the day on which that began")


RULES = (
    one_adult_has_one_number_and_one_birth,
    a_closure_has_reasons,
    a_closure_leaves_nothing_owed,
    a_closure_says_what_goes_on,
    a_case_is_closed_once,
    what_comes_to_a_closed_case_opens_it,
    what_needs_a_living_adult_comes_before_their_death,
    a_death_is_told_once_and_before_a_case_ends_with_it,
    old_support_is_told_of_its_eve,
    an_old_case_is_reviewed_before_it_ends,
    an_old_review_ends_with_what_completes_it,
    *holding.RULES,
)


_OF_THE_ADULT = frozenset({ClosureOutcome.DECLINED, ClosureOutcome.MOVED})
"""Ends that the adult made, and no council."""


def _supported(event: OldLawSupportRecorded) -> bool:
    return supported_immediately_before(event.until)


def _no_longer_given(event: CaseClosed) -> bool:
    return event.decision.outcome in _OF_THE_ADULT


DUTIES = (
    owed(
        "complete the review of the case from before the Care Act",
        rule="REG-02",
        provision=TRANSITION["art 2(2)-(3)"],
        opened_by={OldLawSupportRecorded: Opening(lambda _: REVIEW_BY, when=_supported)},
        discharged_by=(TransitionReviewCompleted,),
        # It is owed by a council that provides support (art 2(2)), and none does once the adult left or wants no more.
        ended_by={CaseClosed: _no_longer_given},
    ),
    *holding.DUTIES,
)
