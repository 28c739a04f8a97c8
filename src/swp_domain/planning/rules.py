"""What the law makes of plans, budgets and the services that carry them out, and what it owes.

What a plan and its budget hold is in ``plan_rules``, who may approve it in ``approval_rules``, what is owed in
``duties``; here is what looks at other stages: support that is taken away, declined, or not for this council to give.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from swp_domain.assessment.events import AssessmentCompleted, CarersAssessmentCompleted
from swp_domain.eligibility.events import AdviceGiven, EligibilityDetermined
from swp_domain.eligibility.events import BandedEligibilityDetermined as Banded
from swp_domain.eligibility.events import CarersEligibilityDetermined as CarersDetermined
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s22_health import not_for_the_nhs, nursing_is_agreed
from swp_domain.law.care_act_2014.s24_not_meeting import (
    UnmetNeed,
    advice_where_not_met,
    may_be_left_unmet,
    reasons_for_not_meeting,
)
from swp_domain.law.care_act_2014.s27_revision import (
    CutFacts,
    cut_follows_a_look,
    cut_is_decided,
    cut_is_talked_over,
    cut_is_told_before,
    needs_are_met_after,
)
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.finding import Finding
from swp_domain.law.local_targets.payments import recent_look
from swp_domain.law.rule import Regime, cited
from swp_domain.law.transitional_order_2015.art2_review import OldSupport, support_stands_until_reviewed
from swp_domain.party import Whose
from swp_domain.planning import approval_rules, duties, plan_rules
from swp_domain.planning.events import (
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
    NotMeetingNeedsDecided,
    ProviderFailed,
    ServiceChanged,
    ServiceEnded,
    ServiceStarted,
    ServiceSuspended,
)
from swp_domain.planning.plans import Change, Plan
from swp_domain.planning.vocabulary import (
    ChangeGround,
    NotMeetingGround,
    ServiceEnd,
    ServiceKind,
    Suspension,
)
from swp_domain.proposal import Conduct, Proposal
from swp_domain.residence.events import ContinuityBegan, NeedsMetMeanwhile, OtherCouncilNotified
from swp_domain.review.events import ReviewCompleted
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.planning.services import Service
    from swp_domain.practice.standing import Standing

Less = ServiceChanged | ServiceSuspended | ServiceEnded
Priced = CareAndSupportPlanAgreed | CarersSupportPlanAgreed | BudgetSet
_LOOKS = (ReviewCompleted, AssessmentCompleted, CarersAssessmentCompleted)
_WHEREVER_THEY_LIVE = (ContinuityBegan, NeedsMetMeanwhile, ProviderFailed)
"""What makes needs the council's to meet wherever the adult lives: ss 38 and 48, SI 2014/2829 reg 2."""


# Support that is taken away


@judges("CA-27-04", effect=BREACH, regime=Regime.CARE_ACT, theme="P05")
def a_cut_follows_a_look_at_the_person(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """Support is taken away only after a review or reassessment that found circumstances changed."""
    event = asked.event
    if not _is_a_cut(file, event):
        return
    looked: bool | None = _looked_at_again(file, asked.on, _begun(file, event, asked.on))
    if not looked and _looked_just_before(file, asked.on):
        looked = None  # What was looked at may be what the change carries out.
    facts = CutFacts(circumstances_changed=_found_changed(file, event), looked_at_again=looked)
    finding = cut_follows_a_look(facts, on=asked.on)
    if not looked:
        yield finding.contradicts("no review or reassessment was completed since what it takes away began", _REVIEW)
    elif finding.not_met:
        yield finding.contradicts("the last review found no change of circumstances", _REVIEW)
    else:
        yield finding


@judges("CUT-01", effect=FLAG, theme="P05")
def a_cut_follows_a_recent_look(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """A look at the person supports a cut for as long as a parameter of ours has it; a need that changed is told.

    Where nobody looked at all since the support began, the Care Act has a rule of its own.
    """
    event = asked.event
    if not _is_a_cut(file, event) or event.ground is ChangeGround.NEEDS_CHANGED:
        return
    since = _begun(file, event, asked.on)
    if file.regime_on(asked.on) is not Regime.CARE_ACT or _looked_at_again(file, asked.on, since):
        yield _recently_looked_at(file, asked.on, since)


@judges("CUT-01", effect=FLAG, regime=Regime.COMMUNITY_CARE, theme="P05")
def before_the_care_act_it_did_too(file: CaseFile, asked: Proposal[Less], standing: Standing) -> Findings:
    """Before the Care Act, too, the council looked at the person before it took away what it gave."""
    service = file.planning.services.get(asked.event.service)
    if service is not None and _taken_away_by_council(asked, service, standing) and _decision(file, asked) is None:
        yield _recently_looked_at(file, asked.on, service.started_on)


@judges("CA-27-04", effect=BREACH, regime=Regime.CARE_ACT, theme="P05")
def a_lesser_budget_follows_one_too(file: CaseFile, asked: Proposal[Priced], standing: Standing) -> Findings:
    """A plan or a budget that comes to less than the one in force stands on a review or reassessment since that."""
    plan = file.planning.plan_in_force(asked.on, _whose(file, asked.event), _carer(file, asked.event))
    before = plan.budget_on(asked.on) if plan else None
    cost = asked.event.weekly_cost
    if plan is None or before is None or before.weekly is None or cost is None or cost >= before.weekly:
        return
    facts = CutFacts(looked_at_again=_looked_at_again(file, asked.on, plan.agreed_on))
    finding = cut_follows_a_look(facts, on=asked.on)
    says = "it comes to less, and no review or reassessment was completed since the plan in force"
    yield finding.contradicts(says, _REVIEW) if finding.not_met else finding


@judges("CA-27-04", effect=BREACH, regime=Regime.CARE_ACT, theme="P05")
def support_does_not_stop_by_itself(file: CaseFile, asked: Proposal[Less], standing: Standing) -> Findings:
    """What the council ends, pauses or makes less of is decided before, or a plan was made that says so."""
    service = file.planning.services.get(asked.event.service)
    if not _taken_away_by_council(asked, service, standing):
        return
    began = service.started_on if service else None
    planned = began is not None and any(
        plan.agreed_on is not None and began < plan.agreed_on <= asked.on for plan in file.planning.plans.values()
    )
    decided = planned or _decision(file, asked) is not None
    finding = cut_is_decided(CutFacts(decided_before=decided), on=asked.on)
    says = "the council takes it away, and no decision to do so, and no plan since it began, is on the file before"
    yield finding if decided else finding.contradicts(says, "Review the plan, and decide, before anything changes")


@judges("REG-02", effect=BREACH)
def old_support_goes_on_until_it_is_reviewed(
    file: CaseFile, asked: Proposal[ServiceEnded], standing: Standing
) -> Findings:
    """From April 2016 the council ends no support from before the Care Act without the review that is owed."""
    service = file.planning.services.get(asked.event.service)
    if not file.supported_before_care_act or not support_stands_until_reviewed.in_force(asked.on):
        return
    if not _taken_away_by_council(asked, service, standing):
        return
    reviewed = file.case.transition_review_on is not None
    finding = support_stands_until_reviewed(OldSupport(reviewed=reviewed), on=asked.on)
    says = "the council ends it, and the review of the case from before the Care Act is not completed"
    yield finding if reviewed else finding.contradicts(says, "Complete the review, and decide on what it finds")


@judges("CA-27-09", effect=BREACH, regime=Regime.CARE_ACT)
def a_cut_is_talked_over(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """The person and those concerned are involved before support is taken away."""
    event = asked.event
    if not _is_a_cut(file, event):
        return
    change = file.planning.changes.get(event.change, Change())
    heard = event.decision.views is not None or bool(event.decision.consulted) or change.consulted_on is not None
    last = _last_review(file, event)
    involved = True if heard else last.facts.involved if last else None
    finding = cut_is_talked_over(CutFacts(involved=involved), on=asked.on)
    if finding.not_met or (asked.conduct is Conduct.DECIDING and not finding.met):
        yield finding.contradicts("nobody is shown to have been heard on it", "Talk it over with the person first")
    else:
        yield finding


@judges("CA-27-10", effect=BREACH, regime=Regime.CARE_ACT)
def what_remains_meets_the_needs(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """Whoever takes support away shows how each need that it met is met from then on."""
    event = asked.event
    if not _is_a_cut(file, event):
        return
    finding = needs_are_met_after(CutFacts(needs_now_met=event.needs_now_met), on=asked.on)
    if finding.not_met or (asked.conduct is Conduct.DECIDING and not finding.met):
        yield finding.contradicts("needs_now_met is not yes", "Show how each need is met after the change")
    else:
        yield finding


@judges("CA-27-11", effect=FLAG, regime=Regime.CARE_ACT, theme="P05")
def nobody_is_surprised_by_a_cut(file: CaseFile, asked: Proposal[Less], standing: Standing) -> Findings:
    """The person is told of a cut before it takes effect, and it takes effect no sooner than they were told."""
    service = file.planning.services.get(asked.event.service)
    change = _decision(file, asked) if _taken_away_by_council(asked, service, standing) else None
    if change is None:
        return  # That it was decided at all is asked elsewhere.
    told = change.told_on is not None and change.told_on < asked.on
    sooner = change.takes_effect_on is not None and asked.on < change.takes_effect_on
    finding = cut_is_told_before(CutFacts(told_before=told and not sooner), on=asked.on)
    says = "it takes effect before the day that was told" if told and sooner else "no notice is on the file before it"
    yield finding if finding.met else finding.contradicts(says, "Give notice before anything changes")


@judges("CA-18-02", effect=FLAG, regime=Regime.CARE_ACT, theme="P06")
def a_policy_does_not_decide(
    file: CaseFile, asked: Proposal[ChangeDecided | NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """A policy, cap, matrix or priority is no reason by itself: what the person needs decides."""
    event = asked.event
    ground = event.ground if isinstance(event, ChangeDecided) else event.decision.outcome
    by_policy = ground in (ChangeGround.POLICY, NotMeetingGround.POLICY)
    says = "what the person needs decides, and not a policy alone"
    finding = cited(CARE_ACT["s 18(1)"], on=asked.on, holds=None if by_policy else True, says=says)
    yield finding.contradicts("the ground is a policy", "Say what the person needs") if by_policy else finding


@judges("CC-47-04", effect=FLAG, regime=Regime.COMMUNITY_CARE, theme="P06")
def a_policy_did_not_decide(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """Before the Care Act, too, what was provided was decided on what the assessment had found."""
    by_policy = asked.event.ground is ChangeGround.POLICY
    says = "what the assessment found decides, and not a policy alone"
    finding = cited(COMMUNITY_CARE["s 47(1)(b)"], on=asked.on, holds=None if by_policy else True, says=says)
    yield finding.contradicts("the ground is a policy", "Say what the person needs") if by_policy else finding


# Needs that are not met


@judges("CA-18-01", effect=BREACH, regime=Regime.CARE_ACT)
def an_eligible_need_is_not_declined(
    file: CaseFile, asked: Proposal[NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """An eligible need is left unmet only on a ground that the Act gives."""
    event = asked.event
    facts = UnmetNeed(eligible=_eligible(file, event), ground=event.decision.outcome)
    finding = may_be_left_unmet(facts, on=asked.on)
    says = f"the need is eligible, and the ground is: {event.decision.outcome.value}"
    yield finding.contradicts(says, "Meet it, or record the ground in the Act") if finding.not_met else finding


@judges("CA-24-02", effect=REFUSE, regime=Regime.CARE_ACT)
def not_meeting_needs_has_reasons(
    file: CaseFile, asked: Proposal[NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """A decision not to meet needs is recorded with its reasons."""
    told = asked.event.decision.reasons is not None
    finding = reasons_for_not_meeting(UnmetNeed(reasons_recorded=told or None), on=asked.on)
    yield finding if told else finding.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CA-24-02", effect=BREACH, regime=Regime.CARE_ACT)
def not_meeting_needs_comes_with_advice(
    file: CaseFile, asked: Proposal[NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """Whoever's needs are not met gets advice and information."""
    finding = advice_where_not_met(UnmetNeed(advice_given=asked.event.advice_given), on=asked.on)
    yield finding.contradicts("advice_given is no") if finding.not_met else finding


@judges("CA-18-03", effect=FLAG, regime=Regime.CARE_ACT)
def a_need_outlives_the_service(file: CaseFile, asked: Proposal[ServiceEnded], standing: Standing) -> Findings:
    """A service that its provider ends, or nobody says why, leaves a need that somebody must meet from that day."""
    service = file.planning.services.get(asked.event.service)
    if service is None or not service.commissioned or not asked.event.why.leaves_need_unmet:
        return
    needs = service.terms.needs if service.terms else ()
    others = [one for one in file.planning.active_on(asked.on) if one.is_of.commissioned]
    met = {need for one in others if one.service != asked.event.service for need in one.terms.needs}
    left = [need for need in needs if need not in met]
    finding = cited(
        CARE_ACT["s 18(1)"], on=asked.on, holds=not left, says="another service meets each need that it met"
    )
    yield finding.contradicts("no other service on the file meets what it met") if left else finding


# What is not for this council to give


@judges("CA-22-01", effect=FLAG, regime=Regime.CARE_ACT)
def what_the_nhs_must_provide_is_looked_at(
    file: CaseFile, asked: Proposal[ServiceStarted], standing: Standing
) -> Findings:
    """A service that the NHS has to provide is not the council's to give."""
    if asked.event.health.nhs_required is not None and asked.event.commissioned:
        finding = not_for_the_nhs(asked.event.health, on=asked.on)
        yield finding.contradicts("health.nhs_required is yes") if finding.not_met else finding


@judges("CA-22-01", effect=BREACH, regime=Regime.CARE_ACT)
def nursing_has_the_consent_of_the_nhs(file: CaseFile, asked: Proposal[ServiceStarted], standing: Standing) -> Findings:
    """A care home with nursing is arranged with the NHS body's consent, or because it is urgent and for a while."""
    event = asked.event
    if event.kind is not ServiceKind.NURSING or not event.commissioned:
        return
    finding = nursing_is_agreed(event.health, on=asked.on)
    says = "health.nhs_consents is not yes, and it is not urgent and temporary"
    yield finding if finding.met else finding.contradicts(says, "Ask the NHS body")


@judges("CA-19-02", effect=BREACH, regime=Regime.CARE_ACT)
def the_other_council_is_told_first(file: CaseFile, asked: Proposal[ServiceStarted], standing: Standing) -> Findings:
    """Needs of somebody who ordinarily lives elsewhere are met only once that council was told."""
    found = [one.event for one in file.entries if isinstance(one.event, EligibilityDetermined) and one.counts]
    if not asked.event.commissioned or not found or found[-1].ordinarily_resident is not False:
        return
    if any(isinstance(one.event, _WHEREVER_THEY_LIVE) for one in file.entries):
        return
    told = any(isinstance(one.event, OtherCouncilNotified) for one in file.entries)
    says = "the council where the adult ordinarily lives was told before"
    finding = cited(CARE_ACT["s 19(2)(c)"], on=asked.on, holds=told, says=says)
    yield finding if told else finding.contradicts("no word to that council is on the file", "Tell it first")


_REVIEW = "Review the plan, or reassess, first"


def _looked_at_again(file: CaseFile, on: date, since: date | None) -> bool:
    """Whether a review or assessment was finished since a day, by the reading that favours the council."""
    return any(since is None or since < one for one in _looks(file, on))


def _looks(file: CaseFile, on: date) -> Iterator[date]:
    for entry in file.entries:
        if isinstance(entry.event, _LOOKS) and entry.counts:
            yield min(entry.occurred.latest, on)


def _found_changed(file: CaseFile, event: ChangeDecided) -> bool | None:
    """Whether circumstances changed: as the ground has it, else as the last review of that plan found."""
    if event.ground in (ChangeGround.NEEDS_CHANGED, ChangeGround.OUTCOMES_MET):
        return True
    last = _last_review(file, event)
    return last.facts.circumstances_changed if last else None


def _last_review(file: CaseFile, event: ChangeDecided) -> ReviewCompleted | None:
    """The last review of the plan of whoever a change is for: a carer's says nothing of the adult's."""
    plan = file.planning.plan(event.plan) if event.plan else None
    given = [file.planning.services[one].kind for one in event.services if one in file.planning.services]
    carers = plan.whose is Whose.CARER if plan else bool(given) and all(one.for_a_carer for one in given)
    whose = Whose.CARER if carers else Whose.ADULT
    held = [one.event for one in file.entries if isinstance(one.event, ReviewCompleted) and one.counts]
    return next((one for one in reversed(held) if one.whose is whose), None)


def _is_a_cut(file: CaseFile, event: ChangeDecided) -> bool:
    """Whether a change takes away what a plan gives, by the council's own act."""
    if not event.decision.outcome.takes_away or not event.ground.is_the_councils:
        return False
    named = [file.planning.services[one] for one in event.services if one in file.planning.services]
    return not named or any(not _ends_by_itself(one) for one in named)


def _ends_by_itself(service: Service | None) -> bool:
    """Whether a service was for a specified period from the start (SI 2014/2672 reg 3), so that its end is no cut."""
    return service is not None and service.kind is ServiceKind.REABLEMENT


def _looked_just_before(file: CaseFile, on: date) -> bool:
    """Whether a plan was looked at again not long before, by a parameter of ours, and then made anew."""
    recent = [one for one in _looks(file, on) if recent_look.in_force(one) and on <= recent_look.last_day(one)]
    agreed = [one.agreed_on for one in file.planning.plans.values() if one.agreed_on is not None]
    return any(day < look for look in recent for day in agreed)


def _recently_looked_at(file: CaseFile, on: date, since: date | None) -> Finding:
    """Whether somebody looked at the person since a day, and not too long before another."""
    last = max((one for one in _looks(file, on) if since is None or since < one), default=None)
    recent = last is not None and recent_look.in_force(last) and on <= recent_look.last_day(last)
    says = "a review or reassessment was completed not long before"
    finding = cited(recent_look.provision, on=on, holds=recent, says=says)
    what = f"the last was completed on {last}" if last else "none is on the file since it began"
    return finding if recent else finding.contradicts(what, _REVIEW)


def _begun(file: CaseFile, event: ChangeDecided, on: date) -> date | None:
    """Since when what a change takes away has been given: its services, else the plan, or the one that it replaced.

    A plan that comes to less is the cut that a change carries out: what it takes away the plan before it gave.
    """
    named = [file.planning.services[one].started_on for one in event.services if one in file.planning.services]
    plan = file.planning.plan(event.plan) if event.plan else None
    if plan is not None and plan.agreed_on is not None and _looked_just_before(file, on):
        before = file.planning.plan_in_force(plan.agreed_on - ONE_DAY, plan.whose, plan.carer)
        plan = before if before is not None and _costs_less(plan, before) else plan
    days = [*named, plan.agreed_on if plan else None]
    return max((day for day in days if day is not None), default=None)


def _costs_less(plan: Plan, before: Plan) -> bool:
    sums = [one.budgets[-1].budget.weekly if one.budgets else None for one in (plan, before)]
    return sums[0] is not None and sums[1] is not None and sums[0] < sums[1]


def _taken_away_by_council(asked: Proposal[Less], service: Service | None, standing: Standing) -> bool:
    """Whether a service ends, pauses or shrinks by the council's own act."""
    event = asked.event
    if service is not None and not service.commissioned:
        return False
    match event:
        case ServiceEnded(why=why):
            return why is ServiceEnd.COUNCIL and not _ends_by_itself(service)
        case ServiceSuspended(why=pause):
            return pause is Suspension.COUNCIL
        case ServiceChanged():
            return standing.is_ours(asked.by) and _shrinks(event, service)
    return False


def _shrinks(event: ServiceChanged, service: Service | None) -> bool:
    if event.kind is not None:
        return event.kind.takes_away
    was = service.terms if service else None
    if was is None:
        return False
    if was.quantity is not None:  # As much for less money takes nothing away.
        return event.quantity is not None and event.quantity < was.quantity
    return was.weekly is not None and event.weekly is not None and event.weekly < was.weekly


def _decision(file: CaseFile, asked: Proposal[Less]) -> Change | None:
    """The decision behind what happens to a service: the one it names, else the last one that is about it."""
    event = asked.event
    service = file.planning.services.get(event.service)
    named = file.planning.changes.get(event.change) if event.change else None
    if named is not None:
        return named if named.decided_on is not None else None
    began = service.started_on if service else None
    about = [
        one
        for one in file.planning.changes.values()
        if one.decided_on is not None and one.covers(event.service, service.plan if service else None)
        if began is None or one.decided_on >= began
    ]
    return max(about, key=lambda one: str(one.decided_on), default=None)


def _whose(file: CaseFile, event: Priced) -> Whose:
    """Whose plan it is: a budget is told of a plan that is on the file."""
    if isinstance(event, BudgetSet):
        known = file.planning.plan(event.plan)
        return known.whose if known else Whose.ADULT
    return Whose.CARER if isinstance(event, CarersSupportPlanAgreed) else Whose.ADULT


def _carer(file: CaseFile, event: Priced) -> str | None:
    """Which carer's plan it is, where that is told: what one carer is given takes nothing from another."""
    if isinstance(event, BudgetSet):
        known = file.planning.plan(event.plan)
        return known.carer if known else None
    return event.carer if isinstance(event, CarersSupportPlanAgreed) else None


def _eligible(file: CaseFile, event: NotMeetingNeedsDecided) -> bool | None:
    """Whether the needs are eligible: as told, else as the plans have them, else as they were determined."""
    if event.eligible is not None:
        return event.eligible
    planned = {one.need: one.eligible for plan in file.planning.plans.values() for one in plan.needs}
    told = [planned.get(need) for need in event.needs]
    if event.needs and any(told):
        return True
    if event.needs:
        return False if all(one is False for one in told) else None
    determination = file.eligibility.determinations.get(event.determination)
    return None if determination is None else determination.outcome.is_eligible


RULES: tuple[Judge, ...] = (
    *plan_rules.RULES,
    *approval_rules.RULES,
    old_support_goes_on_until_it_is_reviewed,
    a_cut_follows_a_look_at_the_person,
    a_cut_follows_a_recent_look,
    before_the_care_act_it_did_too,
    a_lesser_budget_follows_one_too,
    support_does_not_stop_by_itself,
    a_cut_is_talked_over,
    what_remains_meets_the_needs,
    nobody_is_surprised_by_a_cut,
    a_policy_does_not_decide,
    a_policy_did_not_decide,
    an_eligible_need_is_not_declined,
    not_meeting_needs_has_reasons,
    not_meeting_needs_comes_with_advice,
    a_need_outlives_the_service,
    what_the_nhs_must_provide_is_looked_at,
    nursing_has_the_consent_of_the_nhs,
    the_other_council_is_told_first,
)
DUTIES = duties.duties(EligibilityDetermined, CarersDetermined, Banded, AdviceGiven)
