"""What the law makes of a determination, and of what a managing authority does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.deprivation_of_liberty.meaning import READINGS, determination_shows_its_reasoning
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import urgent_at_most_on, urgent_on
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import PlaceFacts, schedule_reaches
from swp_domain.law.rule import cited, law_on
from swp_domain.law.standard_authorisations_regulations_2008.reg16_request import request_is_complete
from swp_domain.liberty.events import (
    AuthorisationReviewRequested,
    ConditionChecked,
    DeprivationDetermined,
    StandardAuthorisationRequested,
    UrgentAuthorisationGiven,
    UrgentExtensionRequested,
)
from swp_domain.liberty.vocabulary import Determination, RequestGround
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("DOL-20", effect=REFUSE)
def a_determination_shows_what_was_weighed(
    file: CaseFile, asked: Proposal[DeprivationDetermined], standing: Standing
) -> Findings:
    """Since 2 June 2026 whoever determines a deprivation weighs all the factors, and considers consent by wishes."""
    if determination_shows_its_reasoning.in_force_from(asked.on):
        finding = determination_shows_its_reasoning(asked.event.facts, on=asked.on)
        yield (
            finding
            if finding.met
            else finding.contradicts(
                "facts do not show it", "Say what was weighed, and what the person's wishes and feelings show"
            )
        )


@judges("DOL-20-TEST", effect=REFUSE)
def a_determination_is_what_the_test_of_the_day_makes_of_the_facts(
    file: CaseFile, asked: Proposal[DeprivationDetermined], standing: Standing
) -> Findings:
    """The conclusion follows from the facts, by the reading of article 5 that is the law on the day."""
    finding = law_on(asked.on, *READINGS.values())(asked.event.facts, on=asked.on)
    deprived = asked.event.decision.outcome is Determination.DEPRIVED
    if deprived and not finding.met:
        yield finding.contradicts("decision.outcome is that the person is deprived of their liberty")
    elif not deprived and not finding.not_met:
        yield finding.contradicts("decision.outcome is that the person is not deprived of their liberty")
    else:
        yield finding


@judges("DOL-20-DATE", effect=FLAG)
def a_determination_puts_the_reading_of_the_day(
    file: CaseFile, asked: Proposal[DeprivationDetermined], standing: Standing
) -> Findings:
    """No determination goes by a reading of article 5 that is not the law on the day."""
    reading = asked.event.reading
    if reading is not None:
        law = law_on(asked.on, *READINGS.values())
        holds = READINGS[reading] is law
        finding = cited(law.provision, on=asked.on, holds=holds, says="it is the reading put to the facts")
        yield finding if holds else finding.contradicts(f"reading is {reading.value}")


@judges("DOL-22", effect=FLAG)
def a_request_is_for_an_adult_in_a_hospital_or_care_home(
    file: CaseFile, asked: Proposal[StandardAuthorisationRequested], standing: Standing
) -> Findings:
    """A request is for an adult in a hospital or a care home; of anybody else the court is asked."""
    facts = PlaceFacts(adult=file.grown_on(asked.on), hospital_or_care_home=asked.event.setting.under_the_schedule)
    finding = schedule_reaches(facts, on=asked.on)
    yield finding.contradicts("it cannot be granted", "Apply to the court") if finding.not_met else finding


@judges("DOL-REQ", effect=FLAG)
def a_request_says_what_it_must(
    file: CaseFile, asked: Proposal[StandardAuthorisationRequested], standing: Standing
) -> Findings:
    """A request has everything that the regulations ask of every request."""
    finding = request_is_complete(asked.event.contents, on=asked.on)
    missing = ", ".join(one.letter for one in finding.not_shown)
    yield (
        finding.contradicts(f"contents lack ({missing})", "Ask the managing authority") if finding.not_met else finding
    )


@judges("DOL-17", effect=BREACH, theme="P14")
def a_renewal_is_requested_before_the_authorisation_ends(
    file: CaseFile, asked: Proposal[StandardAuthorisationRequested], standing: Standing
) -> Findings:
    """Nothing renews an authorisation: the next is requested in time to follow it."""
    last = file.liberty.standards.get(asked.event.follows or "")
    if asked.event.ground is RequestGround.RENEWAL and last is not None and last.until is not None:
        holds = asked.on <= last.until
        says = "it was requested before the authorisation that it follows had ended"
        finding = cited(MENTAL_CAPACITY_ACT["Sch A1 paras 24 and 29"], on=asked.on, holds=holds, says=says)
        yield finding if holds else finding.contradicts(f"that one ended after {last.until}")


@judges("DOL-03", effect=BREACH, theme="P14")
def an_urgent_authorisation_is_short(
    file: CaseFile, asked: Proposal[UrgentAuthorisationGiven], standing: Standing
) -> Findings:
    """An urgent authorisation lasts no longer than its longest, whichever way its days are counted."""
    until = asked.event.until
    if until is not None:
        longest = urgent_at_most_on(asked.on)
        last = longest.last_day(asked.occurred.latest)
        says = f"it lasts no more than {longest.length} days"
        finding = cited(longest.provision, on=asked.on, holds=until <= last, says=says)
        yield finding if until <= last else finding.contradicts(f"until is {until}, and at most {last} can be")


@judges("DOL-03", effect=FLAG)
def an_urgent_authorisation_counts_its_first_day(
    file: CaseFile, asked: Proposal[UrgentAuthorisationGiven], standing: Standing
) -> Findings:
    """The day on which an urgent authorisation is given is the first of its days: that is the safe way to count."""
    until = asked.event.until
    if until is not None and until <= urgent_at_most_on(asked.on).last_day(asked.occurred.latest):
        longest = urgent_on(asked.on)
        holds = until <= longest.last_day(asked.occurred.latest)
        says = f"it lasts no more than {longest.length} days, its first day among them"
        finding = cited(longest.provision, on=asked.on, holds=holds, says=says)
        yield finding if holds else finding.contradicts(f"until is {until}, a day more")


@judges("DOL-03", effect=BREACH, theme="P14")
def no_second_urgent_authorisation_is_given(
    file: CaseFile, asked: Proposal[UrgentAuthorisationGiven], standing: Standing
) -> Findings:
    """For one detention there is one urgent authorisation."""
    event = asked.event
    held = file.liberty.deprivations.get(event.deprivation or "")
    spell = held.spells[-1] if held and held.spells else None
    before = [
        one.urgent
        for name, one in file.liberty.requests.items()
        if one.urgent and event.deprivation and one.urgent.deprivation == event.deprivation and name != event.request
    ]
    # After a move it is another detention, in another place.
    same = [one for one in before if spell is None or one.given.on >= spell.since.on]
    holds = not same and not _given_again(file, asked)
    finding = cited(MENTAL_CAPACITY_ACT["Sch A1 para 77(2)"], on=asked.on, holds=holds, says="it is the only one")
    yield finding if holds else finding.contradicts("an urgent authorisation was given for the same detention before")


def _given_again(file: CaseFile, asked: Proposal[UrgentAuthorisationGiven]) -> bool:
    """Whether one was given beside the same request on an earlier day, and was not extended, which varies it."""
    request = file.liberty.requests.get(asked.event.request)
    given = request.urgent if request else None
    return given is not None and given.extended is None and given.given.latest < asked.occurred.earliest


@judges("DOL-04", effect=BREACH, theme="P14")
def more_days_are_asked_for_once(
    file: CaseFile, asked: Proposal[UrgentExtensionRequested], standing: Standing
) -> Findings:
    """The managing authority asks once for more days; a request that was refused was that one."""
    request = file.liberty.requests.get(asked.event.request)
    again = request is not None and request.urgent is not None and request.urgent.extensions_asked > 0
    finding = cited(MENTAL_CAPACITY_ACT["Sch A1 para 77(4)"], on=asked.on, holds=not again, says="it is the only one")
    yield finding.contradicts("more days were asked for before") if again else finding


@judges("DOL-18", effect=BREACH)
def conditions_are_kept(file: CaseFile, asked: Proposal[ConditionChecked], standing: Standing) -> Findings:
    """The managing authority ensures that the conditions of an authorisation are kept to."""
    says = "the conditions are kept to"
    finding = cited(MENTAL_CAPACITY_ACT["Sch A1 para 53"], on=asked.on, holds=asked.event.kept, says=says)
    yield finding.contradicts("kept is no") if finding.not_met else finding


@judges("DOL-13", effect=FLAG)
def a_review_is_not_asked_for_meanwhile(
    file: CaseFile, asked: Proposal[AuthorisationReviewRequested], standing: Standing
) -> Findings:
    """No review is asked for while the authorisation is suspended, or while a request that renews it is pending."""
    which = asked.event.authorisation
    held = file.liberty.standards.get(which)
    pending = [
        one
        for one in file.liberty.requests.values()
        if one.ground is RequestGround.RENEWAL and one.follows == which and one.is_open
    ]
    barred = "it is suspended" if held and held.suspended else "its renewal is pending" if pending else ""
    says = "it is neither suspended nor about to be renewed"
    finding = cited(MENTAL_CAPACITY_ACT["Sch A1 paras 122-123"], on=asked.on, holds=not barred, says=says)
    yield finding.contradicts(barred) if barred else finding


RULES = (
    a_determination_shows_what_was_weighed,
    a_determination_is_what_the_test_of_the_day_makes_of_the_facts,
    a_determination_puts_the_reading_of_the_day,
    a_request_is_for_an_adult_in_a_hospital_or_care_home,
    a_request_says_what_it_must,
    a_renewal_is_requested_before_the_authorisation_ends,
    an_urgent_authorisation_is_short,
    an_urgent_authorisation_counts_its_first_day,
    no_second_urgent_authorisation_is_given,
    more_days_are_asked_for_once,
    conditions_are_kept,
    a_review_is_not_asked_for_meanwhile,
)
