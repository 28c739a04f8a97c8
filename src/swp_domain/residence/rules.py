"""What the law makes of where the adult lives, and which council answers, and what it owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s39_residence import deemed_resident
from swp_domain.law.care_act_2014.s48_provider_failure import as_soon_as_aware
from swp_domain.law.dates import spoken
from swp_domain.law.disputes_regulations_2014 import DISPUTES
from swp_domain.law.disputes_regulations_2014.reg3_referral import LeadFacts, leads, legal_arguments
from swp_domain.law.finding import Force, Outcome
from swp_domain.law.mental_health_act_1983.s117_after_care import (
    DetentionFacts,
    EndOfAfterCareFacts,
    after_care_follows,
    after_care_may_end,
)
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.owed import Opening, Owed, owed
from swp_domain.planning.events import ProviderFailed
from swp_domain.proposal import Proposal
from swp_domain.residence.duties import AFTER_CARE, DISPUTES_BETWEEN_COUNCILS, MOVES
from swp_domain.residence.events import (
    AfterCareBegan,
    AfterCareEnded,
    ContinuityStopped,
    DisputeArose,
    FailedProvidersNeedsMet,
    IntentionConfirmed,
    LegalArgumentsSent,
    OrdinaryResidenceDecided,
    PersonMoved,
    ProviderFailureDutyEnded,
    SupportInterrupted,
)
from swp_domain.residence.vocabulary import AfterCareEnd, ResidenceBasis
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of where the adult lives", Force.RECORD, "our own")


# Moves


@judges("CA-37-06", effect=REFUSE, regime=Regime.CARE_ACT)
def the_second_council_takes_a_move_as_meant(
    file: CaseFile, asked: Proposal[IntentionConfirmed], standing: Standing
) -> Findings:
    """Whether somebody really means to move is for the council to whose area they would move."""
    move = file.residence.moves.get(asked.event.move)
    ours = standing.answers_for(asked.by)
    if move is None or not move.to_council or not ours or not standing.is_ours(asked.by):
        return
    # A name may be written in two ways: only the council that is left is known to be the wrong one.
    holds = True if ours == move.to_council else False if ours == move.from_council else None
    finding = cited(CARE_ACT["s 37(1)(c)"], on=asked.on, holds=holds, says="is the council of the new area")
    if finding.not_met:
        yield finding.contradicts("it is decided by the council that is left", "Record what the second council decided")
    else:
        yield finding


@judges("CA-38-02", effect=FLAG, regime=Regime.CARE_ACT)
def a_move_says_whether_care_follows(file: CaseFile, asked: Proposal[PersonMoved], standing: Standing) -> Findings:
    """A move that the second council took as meant says so, for its duty begins that day."""
    move = file.residence.moves.get(asked.event.move)
    if move is None or move.confirmed_on is None:
        return
    said = asked.event.facts.second_council_satisfied
    finding = cited(RECORD["the move"], on=asked.on, holds=said, says="the second council was satisfied of the move")
    yield finding if said else finding.contradicts("the file says that it was, and facts does not")


@judges("CA-38-01", effect=BREACH, regime=Regime.CARE_ACT, theme="P11")
def what_follows_somebody_is_not_stopped(
    file: CaseFile, asked: Proposal[ContinuityStopped], standing: Standing
) -> Findings:
    """What is carried across a move goes on until the second council has assessed and acted."""
    move = file.residence.moves.get(asked.event.move)
    acted = None if move is None else move.assumed_on is not None
    finding = cited(CARE_ACT["s 38(2)"], on=asked.on, holds=acted, says="the second council has assessed and acted")
    yield finding if acted else finding.contradicts("what was continued stops before that")


# Ordinary residence


@judges("CA-39-01", effect=REFUSE, regime=Regime.CARE_ACT)
def deemed_residence_is_that_of_before(
    file: CaseFile, asked: Proposal[OrdinaryResidenceDecided], standing: Standing
) -> Findings:
    """Somebody placed in accommodation of certain types stays resident where they were before."""
    event = asked.event
    if event.basis is not ResidenceBasis.DEEMED:
        return
    finding = deemed_resident(event.deeming, on=asked.on)
    if not finding.met:
        yield finding.contradicts(
            f"the basis is {event.basis.value}", "Complete deeming, or decide on where the person really lives"
        )
    elif event.deemed_from != event.decision.outcome:
        yield finding.contradicts(
            "the council decided on is not the one of deemed_from", "Decide on the council of before the placement"
        )
    else:
        yield finding


@judges("CA-76-01", effect=FLAG, regime=Regime.CARE_ACT)
def somebody_in_prison_is_where_the_prison_is(
    file: CaseFile, asked: Proposal[OrdinaryResidenceDecided], standing: Standing
) -> Findings:
    """Whoever is held in a prison or in approved premises is the responsibility of the council of that area."""
    custody, event = file.residence.custody, asked.event
    if custody is None and event.basis is not ResidenceBasis.PRISON:
        return
    area = custody.area if custody else ""
    holds = event.decision.outcome == area if area else None
    finding = cited(CARE_ACT["s 76"], on=asked.on, holds=holds, says="is the council of the area of the prison")
    if custody is None:
        yield finding.contradicts("the basis is a prison, and the file tells of none")
    elif holds is False:
        yield finding.contradicts("the person is held in another area")
    else:
        yield finding


# Disputes


@judges("CA-40-01", effect=BREACH, regime=Regime.CARE_ACT, theme="P11")
def a_dispute_interrupts_nothing(file: CaseFile, asked: Proposal[SupportInterrupted], standing: Standing) -> Findings:
    """That councils differ neither delays nor interrupts the meeting of needs."""
    dispute = file.residence.disputes.get(asked.event.dispute)
    if dispute is not None and dispute.resolved_on is not None:
        return  # What happens after a dispute is settled is not its doing.
    finding = cited(DISPUTES["reg 2"], on=asked.on, holds=False, says="needs are met while the dispute runs")
    yield finding.contradicts("support was refused or stopped because of it")


@judges("CA-40-03", effect=FLAG, regime=Regime.CARE_ACT)
def legal_arguments_come_in_time(file: CaseFile, asked: Proposal[LegalArgumentsSent], standing: Standing) -> Findings:
    """Legal arguments reach the Secretary of State within 14 days of the referral."""
    dispute = file.residence.disputes.get(asked.event.dispute)
    if dispute is None or dispute.referred_on is None or not legal_arguments.in_force(dispute.referred_on):
        return
    last = legal_arguments.last_day(dispute.referred_on)
    finding = cited(
        legal_arguments.provision, on=asked.on, holds=asked.on <= last, says=f"they were sent by {spoken(last)}"
    )
    yield finding if asked.on <= last else finding.contradicts("they were sent later")


@judges("CA-40-06", effect=FLAG, regime=Regime.CARE_ACT)
def who_leads_is_who_meets_the_needs(file: CaseFile, asked: Proposal[DisputeArose], standing: Standing) -> Findings:
    """The council that meets the needs leads; where none does, the one in whose area the person lives."""
    event = asked.event
    met_by = "" if event.needs_met is False else event.met_by or None
    finding = leads(LeadFacts(led_by=event.lead or None, met_by=met_by, living_in=event.living_in or None), on=asked.on)
    yield finding.contradicts("lead names another council") if finding.not_met else finding


# After-care


@judges("MHA-117-01", effect=FLAG)
def after_care_follows_certain_detentions(
    file: CaseFile, asked: Proposal[AfterCareBegan], standing: Standing
) -> Findings:
    """After-care follows detention under sections 3, 37, 45A, 47 or 48, and no other."""
    finding = after_care_follows(DetentionFacts(section=asked.event.section or None), on=asked.on)
    yield finding.contradicts("section is another one, so that none is owed") if finding.not_met else finding


@judges("MHA-117-02", effect=REFUSE)
def after_care_ends_by_both(file: CaseFile, asked: Proposal[AfterCareEnded], standing: Standing) -> Findings:
    """After-care is ended by council and NHS body together, and never for a community patient."""
    event = asked.event
    if event.decision.outcome is not AfterCareEnd.NO_LONGER_NEEDED:
        return
    facts = EndOfAfterCareFacts(
        council_satisfied=True,
        nhs_body_satisfied=event.nhs_body_agrees,
        community_patient=event.community_patient,
    )
    finding = after_care_may_end(facts, on=asked.on)
    if finding.met:
        yield finding
    else:
        untold = finding.outcome is Outcome.CANNOT_TELL
        next_step = "Say what is not told, or go on with it" if untold else "Go on with it until all of that holds"
        yield finding.contradicts("after-care is ended as no longer needed", next_step)


# The failure of a provider


@judges("CA-52-01", effect=BREACH)
def those_concerned_say_how_needs_are_met(
    file: CaseFile, asked: Proposal[FailedProvidersNeedsMet], standing: Standing
) -> Findings:
    """When a provider fails, the person, any carer and whoever they ask for have a say in how needs are met."""
    if not as_soon_as_aware.in_force(asked.on):
        return
    involved = asked.event.involved
    finding = cited(CARE_ACT["s 52(4)-(5)"], on=asked.on, holds=involved, says="those concerned were involved")
    yield finding.contradicts("involved is no") if finding.not_met else finding


FAILURE = (
    owed(
        "meet the needs that a failed provider met",
        rule="CA-48-01",
        provision=CARE_ACT["s 48(2)"],
        subject="provider",
        opened_by={ProviderFailed: Opening(as_soon_as_aware)},
        discharged_by=(FailedProvidersNeedsMet,),
        ended_by={ProviderFailureDutyEnded: None},
        commenced=str(as_soon_as_aware.period.first) if as_soon_as_aware.period else None,
    ),
)

RULES: tuple[Judge, ...] = (
    the_second_council_takes_a_move_as_meant,
    a_move_says_whether_care_follows,
    what_follows_somebody_is_not_stopped,
    deemed_residence_is_that_of_before,
    somebody_in_prison_is_where_the_prison_is,
    a_dispute_interrupts_nothing,
    legal_arguments_come_in_time,
    who_leads_is_who_meets_the_needs,
    after_care_follows_certain_detentions,
    after_care_ends_by_both,
    those_concerned_say_how_needs_are_met,
)
DUTIES: tuple[Owed, ...] = (*MOVES, *DISPUTES_BETWEEN_COUNCILS, *AFTER_CARE, *FAILURE)
