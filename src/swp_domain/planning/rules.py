"""What the law makes of plans, budgets and the services that carry them out, and what it owes.

What a plan and its budget hold is in ``plan_rules``, who may approve it in ``approval_rules``, what is owed in
``duties``; what is taken away, left unmet, or the NHS's to give in ``cut_rules``, ``unmet_rules`` and ``nhs_rules``.
Here is what looks at what happened in other stages: whether somebody looked again before a cut; who was told.
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
from swp_domain.law.care_act_2014.s27_revision import CutFacts, cut_follows_a_look, cut_is_talked_over
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.finding import Finding
from swp_domain.law.local_targets.payments import recent_look
from swp_domain.law.rule import Regime, cited
from swp_domain.party import Whose
from swp_domain.planning import approval_rules, cut_rules, duties, nhs_rules, plan_rules, unmet_rules
from swp_domain.planning.cuts import REVIEW, Less, decision_behind, is_a_cut, taken_away_by_council
from swp_domain.planning.events import (
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
    ProviderFailed,
    ServiceStarted,
)
from swp_domain.planning.plans import Change, Plan
from swp_domain.planning.vocabulary import ChangeGround
from swp_domain.proposal import Conduct, Proposal
from swp_domain.residence.events import ContinuityBegan, NeedsMetMeanwhile, OtherCouncilNotified
from swp_domain.review.events import ReviewCompleted
from swp_domain.stage import BREACH, FLAG, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

Priced = CareAndSupportPlanAgreed | CarersSupportPlanAgreed | BudgetSet
_LOOKS = (ReviewCompleted, AssessmentCompleted, CarersAssessmentCompleted)
_WHEREVER_THEY_LIVE = (ContinuityBegan, NeedsMetMeanwhile, ProviderFailed)
"""What makes needs the council's to meet wherever the adult lives: ss 38 and 48, SI 2014/2829 reg 2."""


# Support that is taken away


@judges("CA-27-04", effect=BREACH, regime=Regime.CARE_ACT, theme="P05")
def a_cut_follows_a_look_at_the_person(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """Support is taken away only after a review or reassessment that found circumstances changed."""
    event = asked.event
    if not is_a_cut(file, event):
        return
    looked: bool | None = _looked_at_again(file, asked.on, _begun(file, event, asked.on))
    if not looked and _looked_just_before(file, asked.on):
        looked = None  # What was looked at may be what the change carries out.
    facts = CutFacts(circumstances_changed=_found_changed(file, event), looked_at_again=looked)
    finding = cut_follows_a_look(facts, on=asked.on)
    if not looked:
        yield finding.contradicts("no review or reassessment was completed since what it takes away began", REVIEW)
    elif finding.not_met:
        yield finding.contradicts("the last review found no change of circumstances", REVIEW)
    else:
        yield finding


@judges("CUT-01", effect=FLAG, theme="P05")
def a_cut_follows_a_recent_look(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """A look at the person supports a cut for as long as a parameter of ours has it; a need that changed is told.

    Where nobody looked at all since the support began, the Care Act has a rule of its own.
    """
    event = asked.event
    if not is_a_cut(file, event) or event.ground is ChangeGround.NEEDS_CHANGED:
        return
    since = _begun(file, event, asked.on)
    if file.regime_on(asked.on) is not Regime.CARE_ACT or _looked_at_again(file, asked.on, since):
        yield _recently_looked_at(file, asked.on, since)


@judges("CUT-01", effect=FLAG, regime=Regime.COMMUNITY_CARE, theme="P05")
def before_the_care_act_it_did_too(file: CaseFile, asked: Proposal[Less], standing: Standing) -> Findings:
    """Before the Care Act, too, the council looked at the person before it took away what it gave."""
    service = file.planning.services.get(asked.event.service)
    if service is not None and taken_away_by_council(asked, service, standing) and decision_behind(file, asked) is None:
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
    yield finding.contradicts(says, REVIEW) if finding.not_met else finding


@judges("CA-27-09", effect=BREACH, regime=Regime.CARE_ACT)
def a_cut_is_talked_over(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """The person and those concerned are involved before support is taken away."""
    event = asked.event
    if not is_a_cut(file, event):
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


# What is not for this council to give


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
    return finding if recent else finding.contradicts(what, REVIEW)


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


RULES: tuple[Judge, ...] = (
    *plan_rules.RULES,
    *approval_rules.RULES,
    cut_rules.old_support_goes_on_until_it_is_reviewed,
    a_cut_follows_a_look_at_the_person,
    a_cut_follows_a_recent_look,
    before_the_care_act_it_did_too,
    a_lesser_budget_follows_one_too,
    cut_rules.support_does_not_stop_by_itself,
    a_cut_is_talked_over,
    cut_rules.what_remains_meets_the_needs,
    cut_rules.nobody_is_surprised_by_a_cut,
    cut_rules.a_policy_does_not_decide,
    cut_rules.a_policy_did_not_decide,
    unmet_rules.an_eligible_need_is_not_declined,
    unmet_rules.not_meeting_needs_has_reasons,
    unmet_rules.not_meeting_needs_comes_with_advice,
    unmet_rules.a_need_outlives_the_service,
    nhs_rules.what_the_nhs_must_provide_is_looked_at,
    nhs_rules.nursing_has_the_consent_of_the_nhs,
    the_other_council_is_told_first,
)
DUTIES = duties.duties(EligibilityDetermined, CarersDetermined, Banded, AdviceGiven)
