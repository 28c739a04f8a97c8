"""What the law makes of what a supervisory body decides: to grant, to refuse, to extend, to review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.law.dates import spoken
from swp_domain.law.finding import Finding
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import NOT_EXTENDED, extension, standard
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import (
    PlaceFacts,
    Requirement,
    RequirementFacts,
    all_requirements_met,
    schedule_reaches,
    some_requirement_not_met,
    urgent_may_be_extended,
)
from swp_domain.law.mental_capacity_act_2005.sch_a1_supervisory_body import SupervisoryFacts, is_the_supervisory_body
from swp_domain.law.rule import cited
from swp_domain.liberty.events import (
    AuthorisationReviewed,
    StandardAuthorisationDecided,
    UrgentExtensionDecided,
)
from swp_domain.liberty.state import Request
from swp_domain.liberty.vocabulary import AuthorisationOutcome, ExtensionOutcome, ReviewOutcome, Setting
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

_REQUEST = "Name the request, and record what its assessments came to"


def _request(file: CaseFile, asked: Proposal[StandardAuthorisationDecided]) -> Request:
    return file.liberty.requests.get(asked.event.request or "", Request())


def _granted(asked: Proposal[StandardAuthorisationDecided]) -> bool:
    return asked.event.decision.outcome is AuthorisationOutcome.GRANTED


def _requirements(request: Request) -> RequirementFacts:
    found = {one.name.lower(): request.assessed[one].met for one in Requirement if one in request.assessed}
    return RequirementFacts(**found)


@judges("DOL-06", effect=REFUSE)
def an_authorisation_rests_on_six_assessments(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """A standard authorisation is granted only where all six assessments are positive."""
    if _granted(asked):
        finding = all_requirements_met(_requirements(_request(file, asked)), on=asked.on)
        yield finding if finding.met else finding.contradicts("it was granted", _REQUEST)


@judges("DOL-06", effect=BREACH)
def the_assessments_are_held_in_writing(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """A standard authorisation is granted with written copies of all the assessments at hand."""
    copies = [one.written_copy for one in _request(file, asked).assessed.values()]
    if _granted(asked) and copies:
        holds = False if False in copies else None if None in copies else True
        says = "the supervisory body has written copies of all the assessments"
        finding = cited(MENTAL_CAPACITY_ACT["Sch A1 para 50(1)"], on=asked.on, holds=holds, says=says)
        yield finding.contradicts("an assessment has no written copy") if holds is False else finding


@judges("DOL-07", effect=REFUSE)
def a_refusal_rests_on_a_negative_assessment(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """Where all six assessments are positive the authorisation must be given; it is refused where one is negative."""
    if not _granted(asked):
        finding = some_requirement_not_met(_requirements(_request(file, asked)), on=asked.on)
        yield finding if finding.met else finding.contradicts("it was refused", _REQUEST)


@judges("DOL-05", effect=REFUSE, theme="P14")
def an_authorisation_lasts_no_longer_than_it_may(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """A standard authorisation lasts at most a year, and no longer than the best interests assessor would allow."""
    event = asked.event
    if not _granted(asked) or event.until is None:
        return
    first = max(event.begins_on or asked.on, asked.occurred.latest)
    yield _within(event.until, standard.last_day(first), "it lasts no more than a year", asked.on)
    best = _request(file, asked).assessed.get(Requirement.BEST_INTERESTS)
    if best is not None and best.longest_until is not None:
        yield _within(event.until, best.longest_until, "it lasts no longer than the assessor would allow", asked.on)


def _within(until: date, last: date, says: str, on: date) -> Finding:
    finding = cited(standard.provision, on=on, holds=until <= last, says=says)
    return finding if until <= last else finding.contradicts(f"until is {until}, and at most {last} can be")


@judges("DOL-05", effect=FLAG)
def an_authorisation_does_not_reach_back(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """A standard authorisation comes into force when it is given, or later: days before that stay as they were."""
    begins = asked.event.begins_on
    if _granted(asked) and begins is not None:
        where = MENTAL_CAPACITY_ACT["Sch A1 para 52"].from_memory()
        holds = begins >= asked.occurred.earliest
        finding = cited(where, on=asked.on, holds=holds, says="it begins when it is given, or later")
        yield finding if holds else finding.contradicts("begins_on lies before it was given")


@judges("DOL-22", effect=REFUSE)
def an_authorisation_is_for_an_adult_in_a_hospital_or_care_home(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """A standard authorisation is granted for an adult in a hospital or a care home; elsewhere the court is asked."""
    setting = _request(file, asked).setting
    if _granted(asked):
        age = _request(file, asked).assessed.get(Requirement.AGE)
        adult = file.grown_on(asked.on)
        facts = PlaceFacts(
            adult=age.met if adult is None and age else adult,
            hospital_or_care_home=setting.under_the_schedule if setting else None,
        )
        finding = schedule_reaches(facts, on=asked.on)
        yield finding if finding.met else finding.contradicts("it was granted", "Apply to the court")


@judges("DOL-SB", effect=REFUSE)
def the_supervisory_body_of_the_day_decides(
    file: CaseFile, asked: Proposal[StandardAuthorisationDecided], standing: Standing
) -> Findings:
    """Of hospitals the NHS body decided up to 31 March 2013; of care homes always, and of all since, a council."""
    setting = _request(file, asked).setting
    facts = SupervisoryFacts(
        council=asked.by.kind in (BodyKind.COUNCIL, BodyKind.OTHER_COUNCIL, BodyKind.PRACTICE),
        hospital=None if setting is None else setting is Setting.HOSPITAL,
    )
    law = is_the_supervisory_body(asked.on)
    finding = law(facts, on=asked.on)
    yield (
        finding.contradicts("by is not the supervisory body of that place on that day") if finding.not_met else finding
    )


@judges("DOL-04", effect=REFUSE)
def an_urgent_authorisation_is_extended_for_reasons(
    file: CaseFile, asked: Proposal[UrgentExtensionDecided], standing: Standing
) -> Findings:
    """It is extended where a request that was made is delayed exceptionally, and detention meanwhile is essential."""
    if asked.event.decision.outcome is ExtensionOutcome.EXTENDED:
        finding = urgent_may_be_extended(asked.event.facts, on=asked.on)
        yield finding if finding.met else finding.contradicts("it was extended", "Refuse, with reasons")


@judges("DOL-04", effect=REFUSE, theme="P14")
def an_urgent_authorisation_is_extended_once_and_for_a_week(
    file: CaseFile, asked: Proposal[UrgentExtensionDecided], standing: Standing
) -> Findings:
    """It is extended once, by at most seven days, and before it ends."""
    event = asked.event
    request = file.liberty.requests.get(event.request)
    urgent = request.urgent if request else None
    if event.decision.outcome is not ExtensionOutcome.EXTENDED or urgent is None or urgent.until is None:
        return
    if not extension.in_force(urgent.given.occurred.latest):
        finding = cited(NOT_EXTENDED, on=asked.on, holds=False, says="it was not given in the first month")
        yield finding.contradicts(f"it was given on {spoken(urgent.given.on)}")
        return
    longest = extension.last_day(urgent.until)
    for holds, says, but in (
        (urgent.extended is None, "it was not extended before", "it was extended before"),
        (asked.occurred.earliest <= urgent.until, "it had not ended", f"it ended after {urgent.until}"),
        (
            event.until is None or event.until <= longest,
            f"it lasts at most {extension.length} days more",
            f"until is {event.until}, and at most {longest} can be",
        ),
    ):
        finding = cited(extension.provision, on=asked.on, holds=holds, says=says)
        yield finding if holds else finding.contradicts(but)


@judges("DOL-14", effect=REFUSE, theme="P14")
def a_review_lengthens_nothing(file: CaseFile, asked: Proposal[AuthorisationReviewed], standing: Standing) -> Findings:
    """A review varies reasons or conditions, or ends an authorisation; it cannot make it last longer."""
    held = file.liberty.standards.get(asked.event.authorisation)
    until = asked.event.until
    if until is not None and held is not None and held.until is not None:
        holds = until <= held.until
        where = MENTAL_CAPACITY_ACT["Sch A1 paras 61 and 114-116"]
        finding = cited(where, on=asked.on, holds=holds, says="it does not last longer than before")
        yield finding if holds else finding.contradicts(f"until is {until}, after {held.until}", "Ask for a new one")


@judges("DOL-14", effect=BREACH)
def a_negative_review_ends_an_authorisation(
    file: CaseFile, asked: Proposal[AuthorisationReviewed], standing: Standing
) -> Findings:
    """Where a review finds that a requirement is not met, the authorisation is terminated at once."""
    if asked.event.negative:
        holds = asked.event.decision.outcome is ReviewOutcome.TERMINATED
        says = "it is terminated with immediate effect"
        finding = cited(MENTAL_CAPACITY_ACT["Sch A1 para 117"], on=asked.on, holds=holds, says=says)
        yield finding if holds else finding.contradicts("decision.outcome leaves it in force")


RULES = (
    an_authorisation_rests_on_six_assessments,
    the_assessments_are_held_in_writing,
    a_refusal_rests_on_a_negative_assessment,
    an_authorisation_lasts_no_longer_than_it_may,
    an_authorisation_does_not_reach_back,
    an_authorisation_is_for_an_adult_in_a_hospital_or_care_home,
    the_supervisory_body_of_the_day_decides,
    an_urgent_authorisation_is_extended_for_reasons,
    an_urgent_authorisation_is_extended_once_and_for_a_week,
    a_review_lengthens_nothing,
    a_negative_review_ends_an_authorisation,
)
