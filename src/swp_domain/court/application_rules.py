"""What the law makes of asking the court: who asks, on what papers, with whose permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.court.bundle import needed
from swp_domain.court.events import ApplicationMade, BundleFiled, HearingHeld, OrderMade
from swp_domain.court.vocabulary import ApplicationKind, HearingKind, OrderOutcome, Participation
from swp_domain.law.court_of_protection_rules_2017.part1_participation import (
    LitigantFacts,
    ParticipationFacts,
    participation_considered,
    party_is_represented,
)
from swp_domain.law.court_of_protection_rules_2017.part7_notifying import (
    HearingNoticeFacts,
    last_day_before,
    person_told_of_the_hearing,
)
from swp_domain.law.court_of_protection_rules_2017.part8_permission import (
    PermissionFacts,
    permission_asked_or_not_needed,
)
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundleFacts, bundle_is_whole
from swp_domain.law.court_of_protection_rules_2017.pd11a_streamlined import (
    nothing_asks_for_a_hearing,
    papers_are_complete,
    three_were_consulted,
)
from swp_domain.law.finding import Force
from swp_domain.law.mental_capacity_act_2005 import COURT_ORDER
from swp_domain.law.rule import Text, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

LOCAL = Text("Practice and council", Force.LOCAL, "our own")
_MAY_BE_EXEMPT = frozenset({BodyKind.REPRESENTATIVE, BodyKind.FAMILY, BodyKind.OTHER})
"""Who can be an attorney, a deputy, or named in an earlier order: the kind alone does not say."""


@judges("COP-10", effect=FLAG)
def the_council_is_the_applicant(file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing) -> Findings:
    """The council is the named applicant, even where a practice prepares the papers."""
    if asked.event.applicant is BodyKind.PRACTICE:
        finding = cited(LOCAL["who applies"], on=asked.on, holds=False, says="the council is the applicant")
        yield finding.contradicts("applicant is the practice")


@judges("COP-04", effect=FLAG)
def permission_is_asked_for(file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing) -> Findings:
    """Permission to apply is asked for, unless the matter or the applicant needs none."""
    event = asked.event
    if not permission_asked_or_not_needed.in_force(asked.on):
        return
    exempt = True if event.applicant is BodyKind.PERSON else None if event.applicant in _MAY_BE_EXEMPT else False
    facts = PermissionFacts(
        exempt_matter=event.kind.needs_no_permission, exempt_applicant=exempt, asked=event.permission_asked
    )
    finding = permission_asked_or_not_needed(facts, on=asked.on)
    # A deputyship or another kind may be exempt: nobody is warned of what the kind does not tell.
    told = event.kind is ApplicationKind.WELFARE and exempt is False
    yield finding.contradicts("permission_asked does not say so") if told and not finding.met else finding


@judges("COP-11", effect=FLAG)
def three_are_consulted(file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing) -> Findings:
    """Before a streamlined application at least three people close to the person are consulted, or it says why not."""
    facts = asked.event.streamlined
    if facts is not None and three_were_consulted.in_force(asked.on):
        finding = three_were_consulted(facts, on=asked.on)
        yield finding if finding.met else finding.contradicts("streamlined does not show three, nor why fewer")


@judges("COP-11-EV", effect=FLAG)
def a_streamlined_application_is_complete(
    file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing
) -> Findings:
    """A streamlined application has medical evidence and somebody to represent the person, or it is incomplete."""
    facts = asked.event.streamlined
    if facts is not None and papers_are_complete.in_force(asked.on):
        finding = papers_are_complete(facts, on=asked.on)
        yield finding if finding.met else finding.contradicts("streamlined does not show both")


@judges("COP-11-TR", effect=FLAG)
def a_trigger_asks_for_a_hearing(file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing) -> Findings:
    """What takes an application off the paper route is told to the court: it then needs a hearing."""
    facts = asked.event.streamlined
    if facts is not None and nothing_asks_for_a_hearing.in_force(asked.on):
        finding = nothing_asks_for_a_hearing(facts, on=asked.on)
        yield finding.contradicts("streamlined names a trigger") if finding.not_met else finding


@judges("COP-06-K", effect=FLAG, theme="P15")
def an_order_is_brought_back_by_the_right_application(
    file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing
) -> Findings:
    """Once the day for it has passed, our application brings the order back that was to come back."""
    event = asked.event
    late = [name for name, one in file.court.orders.items() if one.overdue(asked.on)]
    if not late or not event.applicant.ours:
        return
    holds = event.order in late and event.kind is not ApplicationKind.OTHER
    says = "an order that is overdue is brought back by an application that names it"
    finding = cited(COURT_ORDER["review"], on=asked.on, holds=holds, says=says)
    yield finding if holds else finding.contradicts(f"it is not the application that brings back {late[0]}")


@judges("COP-12", effect=FLAG)
def how_the_person_takes_part_is_considered(file: CaseFile, asked: Proposal[OrderMade], standing: Standing) -> Findings:
    """Before an order ends the proceedings, the court considers how the person takes part."""
    event = asked.event
    case = file.court.applications.get(event.application or "")
    final = event.ends_application and event.decision.outcome is OrderOutcome.GRANTED
    if case is None or not final or not participation_considered.in_force(asked.on):
        return
    facts = ParticipationFacts(considered=True if case.participation else None)
    finding = participation_considered(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("no participation decision is on the file")


@judges("COP-12-LF", effect=FLAG)
def a_person_who_is_a_party_is_represented(
    file: CaseFile, asked: Proposal[HearingHeld], standing: Standing
) -> Findings:
    """A person who is a party and cannot conduct proceedings has somebody who conducts them."""
    event = asked.event
    hearing = file.court.hearings.get(event.hearing or "")
    case = file.court.applications.get(event.application or (hearing.application if hearing else None) or "")
    if case is None or case.participation is not Participation.JOINED or not party_is_represented.in_force(asked.on):
        return
    represented = any(one.conducts for one in case.representatives)
    finding = party_is_represented(LitigantFacts(can_conduct=case.can_conduct, represented=represented), on=asked.on)
    yield finding if finding.met else finding.contradicts("nobody on the file conducts the proceedings for the person")


@judges("COP-02-HR", effect=FLAG)
def the_person_is_told_of_a_hearing(file: CaseFile, asked: Proposal[HearingHeld], standing: Standing) -> Findings:
    """The person is told of a hearing at least 14 clear days before it, unless the court shortens that.

    It is about a hearing that disposes of the application, and about a person who is no party: a party is served.
    """
    hearing = file.court.hearings.get(asked.event.hearing or "")
    if hearing is None or hearing.listed_for is None or not person_told_of_the_hearing.in_force(asked.on):
        return
    case = file.court.applications.get(asked.event.application or hearing.application or "")
    if hearing.kind is not HearingKind.FINAL or (case is not None and case.person_is_a_party):
        return
    told = hearing.person_told_on
    facts = HearingNoticeFacts(
        told=True if told else None,
        in_time=None if told is None else told <= last_day_before(hearing.listed_for),
        time_shortened=hearing.time_shortened,
    )
    finding = person_told_of_the_hearing(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("the file does not show that the person was told in time")


@judges("COP-17", effect=FLAG)
def a_bundle_is_whole(file: CaseFile, asked: Proposal[BundleFiled], standing: Standing) -> Findings:
    """A bundle holds what it should: the usual parts, what is before the court, and what was directed."""
    if not bundle_is_whole.in_force(asked.on):
        return
    lacks = [one.value for one in needed(file.court, asked.event.hearing) if one not in asked.event.parts]
    finding = bundle_is_whole(BundleFacts(whole=not lacks), on=asked.on)
    yield finding.contradicts(f"it lacks: {', '.join(lacks)}") if lacks else finding


APPLICATION_RULES = (
    the_council_is_the_applicant,
    permission_is_asked_for,
    three_are_consulted,
    a_streamlined_application_is_complete,
    a_trigger_asks_for_a_hearing,
    an_order_is_brought_back_by_the_right_application,
    how_the_person_takes_part_is_considered,
    a_person_who_is_a_party_is_represented,
    the_person_is_told_of_a_hearing,
    a_bundle_is_whole,
)
