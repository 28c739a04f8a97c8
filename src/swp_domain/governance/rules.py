"""What is asked of how a practice is held to account: who is named and when the council is told, what is reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.governance.events import (
    AccountablePersonAppointed,
    AccountablePersonStoodDown,
    ContractReviewed,
    CouncilToldOfAccountablePerson,
    PracticeConstituted,
)
from swp_domain.governance.partnership import PARTNERSHIP_DUTIES, PARTNERSHIP_RULES
from swp_domain.law.finding import Force
from swp_domain.law.local_targets.governing import council_told
from swp_domain.law.practice_programme_2010 import COMMENCED
from swp_domain.law.practice_programme_2010.q15_accountable_person import (
    NAMED,
    NamingFacts,
    on_the_day,
    one_accountable_person,
)
from swp_domain.law.practice_programme_2010.q16_professional_practice import ConstitutionFacts, professional_practice
from swp_domain.law.practice_programme_2010.q17_contract_review import REVIEWED, yearly_review
from swp_domain.law.rule import Text, cited
from swp_domain.owed import Opening, Owed, owed
from swp_domain.practice.events import ContractEnded, ContractMade
from swp_domain.proposal import Conduct, Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing
    from swp_domain.practice_file import Practice

RECORD = Text("The record of a practice", Force.RECORD, "our own")


@judges("GOV-01", effect=REFUSE)
def nobody_else_is_named(file: Practice, asked: Proposal[AccountablePersonAppointed], standing: Standing) -> Findings:
    """Nobody is appointed the named accountable person while another is."""
    if _deciding(asked):
        yield from _alone(file, asked)


@judges("GOV-01", effect=BREACH)
def two_at_once_is_a_breach(
    file: Practice, asked: Proposal[AccountablePersonAppointed], standing: Standing
) -> Findings:
    """Where somebody was appointed while another was named, two were, and the record says so.

    They were appointed all the same, and so it is no purported act: who is named is read from the days on
    which each was appointed and stood down, whatever was recorded first.
    """
    if not _deciding(asked):
        yield from _alone(file, asked)


def _deciding(asked: Proposal[AccountablePersonAppointed]) -> bool:
    return asked.conduct is Conduct.DECIDING and asked.corrects is None


def _alone(file: Practice, asked: Proposal[AccountablePersonAppointed]) -> Findings:
    if not one_accountable_person.in_force(asked.on):
        return
    others = [one for one in file.governance.accountable_on(asked.on) if one != asked.event.member]
    finding = one_accountable_person(NamingFacts(another_is_named=bool(others)), on=asked.on)
    if others:
        yield finding.contradicts(
            f"{', '.join(others)} is named that day", "Record accountable-person-stood-down first, for the same day"
        )
    else:
        yield finding


@judges("GOV-01", effect=FLAG)
def whoever_stands_down_was_named(
    file: Practice, asked: Proposal[AccountablePersonStoodDown], standing: Standing
) -> Findings:
    """Only the named person stands down; who is named instead is said where somebody was already."""
    event, governance = asked.event, file.governance
    before = [
        one
        for one in governance.accountable_on(asked.on)
        if one != event.member and asked.on not in governance.appointed[one]
    ]
    wrong = []
    if event.member not in governance.accountable_on(asked.on):
        wrong.append("member is not the named accountable person")
    if before and not event.instead:
        wrong.append(f"instead is empty, and {', '.join(before)} has been named since before that day")
    if event.instead and event.instead not in governance.accountable_on(asked.on):
        wrong.append("instead is nobody who is named that day")
    if wrong:
        finding = cited(NAMED, on=asked.on, holds=False, says="the one named person stands down")
        yield finding.contradicts("; ".join(wrong))


@judges("GOV-02", effect=FLAG)
def the_council_is_told_of_whom_is_named(
    file: Practice, asked: Proposal[CouncilToldOfAccountablePerson], standing: Standing
) -> Findings:
    """What the council is told of the named person is so that day."""
    named, told = file.governance.accountable_on(asked.on), asked.event.member
    holds = told in named if told else not named
    finding = cited(NAMED, on=asked.on, holds=holds, says="the council is told who is named that day")
    yield finding if holds else finding.contradicts("member is not who is named that day, as far as the record tells")


@judges("GOV-STAFF", effect=FLAG)
def who_is_named_is_on_the_staff(
    file: Practice,
    asked: Proposal[AccountablePersonAppointed | CouncilToldOfAccountablePerson],
    standing: Standing,
) -> Findings:
    """The named accountable person is on the staff that day."""
    who = asked.event.member
    if not who or not standing.practices:
        return
    on_staff = standing.member(who) is not None
    finding = cited(RECORD["the staff of the day"], on=asked.on, holds=on_staff, says="the member is on the staff")
    yield finding if on_staff else finding.contradicts("member is not on the staff that day")


@judges("GOV-15", effect=FLAG)
def a_professional_practice_is_its_social_workers(
    file: Practice, asked: Proposal[PracticeConstituted], standing: Standing
) -> Findings:
    """A professional practice is owned and controlled for the most part by registered social workers engaged in it."""
    if not professional_practice.in_force(asked.on):
        return
    event = asked.event
    facts = ConstitutionFacts(
        owned_by_social_workers=event.owned_by_social_workers,
        controlled_by_social_workers=event.controlled_by_social_workers,
    )
    finding = professional_practice(facts, on=asked.on)
    if event.called_professional and not finding.met:
        yield finding.contradicts("called_professional was told")
    else:
        yield finding


somebody_is_named = owed(
    "have a named accountable person",
    rule="GOV-01",
    provision=NAMED,
    by="practice",
    to="the council",
    opened_by={
        ContractMade: Opening(on_the_day),
        # Where another had been named before, nobody else has to be.
        AccountablePersonStoodDown: Opening(on_the_day, when=lambda event: not event.instead),
    },
    discharged_by=(AccountablePersonAppointed,),
    settled_by=(AccountablePersonAppointed,),
    ended_by={ContractEnded: None},
    commenced=COMMENCED,
    recurring=True,
)

council_is_told = owed(
    "tell the council who is accountable",
    rule="GOV-02",
    provision=NAMED,
    by="practice",
    to="the council",
    opened_by={
        AccountablePersonAppointed: Opening(council_told),
        AccountablePersonStoodDown: Opening(council_told),
    },
    discharged_by=(CouncilToldOfAccountablePerson,),
    settled_by=(CouncilToldOfAccountablePerson,),
    ended_by={ContractEnded: None},
    commenced=COMMENCED,
    recurring=True,
)

contract_is_reviewed = owed(
    "review the contract each year",
    rule="GOV-04",
    provision=REVIEWED,
    by="council",
    to="the practice",
    opened_by={ContractMade: Opening(yearly_review), ContractReviewed: Opening(yearly_review)},
    discharged_by=(ContractReviewed,),
    ended_by={ContractEnded: None},
    commenced=COMMENCED,
    recurring=True,
)

RULES: tuple[Judge, ...] = (
    nobody_else_is_named,
    two_at_once_is_a_breach,
    whoever_stands_down_was_named,
    the_council_is_told_of_whom_is_named,
    who_is_named_is_on_the_staff,
    a_professional_practice_is_its_social_workers,
    *PARTNERSHIP_RULES,
)

DUTIES: tuple[Owed, ...] = (somebody_is_named, council_is_told, contract_is_reviewed, *PARTNERSHIP_DUTIES)
