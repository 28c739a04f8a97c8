"""What may be charged for: asked when a charge is decided, and again when one is raised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from swp_domain.finance.events import ChargeDecided, ChargeIssued
from swp_domain.finance.vocabulary import ChargeOutcome, MeansOutcome
from swp_domain.law.care_act_2014.s14_charging import ChargeFacts, meets_needs, not_after_care, not_the_carers
from swp_domain.law.charging_before_2015 import HASSASSA, NATIONAL_ASSISTANCE
from swp_domain.law.charging_regulations_2014.reg3_free import not_exempt, not_free
from swp_domain.law.charging_regulations_2014.sch2_disregards import home_may_count
from swp_domain.law.finding import Finding
from swp_domain.law.rule import Regime, Rule, cited
from swp_domain.party import Whose
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

AnyCharge = ChargeDecided | ChargeIssued
_TOLD = ("charged_for", "cost", "provision_began", "counts_home", "vcjd")
_FREE = "Do not charge, or record what shows that it is not free"


def charge_facts(file: CaseFile, event: AnyCharge) -> ChargeFacts:
    """What is told of a charge; what an invoice leaves out is as it was decided."""
    decided = event if isinstance(event, ChargeDecided) else file.finance.charges.get(event.charge)
    told = {}
    for name in _TOLD:
        own = getattr(event, name, None)
        told[name] = own if own is not None else getattr(decided, name, None)
    first = event.from_day or (decided.from_day if decided else None)
    return ChargeFacts(**told, first_day=first, above_limit=_arranged_with_means(file, event, decided))


def _arranged_with_means(file: CaseFile, event: AnyCharge, decided: ChargeDecided | None) -> bool | None:
    """Whether care, or a carer's support, is arranged for somebody with means above the limit, who asked for it.

    Whose means count is told by the assessment that the decision names, else by whom the invoice is for.
    """
    asked = decided.asked_to_arrange if decided else None
    named = file.finance.means.get(decided.financial) if decided and decided.financial else None
    whose = event.whose if isinstance(event, ChargeIssued) else Whose.ADULT
    means = named or file.finance.means_of(whose)
    above = None if means is None else means.outcome is MeansOutcome.ABOVE_LIMIT
    return False if False in (above, asked) else True if above and asked else None


def _charges(asked: Proposal[ChargeDecided]) -> bool:
    return asked.event.decision.outcome is ChargeOutcome.CHARGE


def _is_ours(asked: Proposal[ChargeIssued]) -> bool:
    """An invoice of a provider's own is not the council's charge."""
    return asked.by.kind.ours


def _held(
    file: CaseFile, asked: Proposal[AnyCharge], test: Rule[ChargeFacts], says: str, *, untold: bool = True
) -> Iterator[Finding]:
    """A charge held against a test: contradicted where it fails and, where ``untold`` counts, where it cannot tell."""
    finding = test(charge_facts(file, asked.event), on=asked.on)
    if finding.not_met or (untold and not finding.met):
        yield finding.contradicts(says, _FREE)
    elif finding.met:
        yield finding


@judges("CA-14-02", effect=REFUSE, regime=Regime.CARE_ACT)
def what_is_free_is_not_charged(file: CaseFile, asked: Proposal[ChargeDecided], standing: Standing) -> Findings:
    """Reablement for six weeks, aids, minor adaptations, and people with variant CJD are not charged."""
    if _charges(asked):
        yield from _held(file, asked, not_free, "it is charged, and is not shown to be more than what is free")
        yield from _held(file, asked, not_exempt, "the person is charged, and has the disease", untold=False)


@judges("CA-14-02", effect=BREACH, regime=Regime.CARE_ACT, theme="P20")
def what_is_free_was_not_charged(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """Nothing is raised for reablement in its first six weeks, for aids, minor adaptations, or variant CJD."""
    if _is_ours(asked):
        yield from _held(file, asked, not_free, "a charge is raised for what is free", untold=False)
        yield from _held(file, asked, not_exempt, "a charge is raised, and the person has the disease", untold=False)


@judges("CA-14-03", effect=REFUSE, regime=Regime.CARE_ACT)
def the_home_is_disregarded_at_first(file: CaseFile, asked: Proposal[ChargeDecided], standing: Standing) -> Findings:
    """A charge that counts the home begins after the first twelve weeks of a permanent stay."""
    if _charges(asked) and asked.event.counts_home:
        yield from _held(file, asked, home_may_count, "counts_home is yes, within the twelve weeks or from no day told")


@judges("CA-14-03", effect=BREACH, regime=Regime.CARE_ACT, theme="P20")
def the_home_was_disregarded_at_first(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """A charge raised within the first twelve weeks of a permanent stay does not count the home."""
    if _is_ours(asked):
        yield from _held(file, asked, home_may_count, "the charge counts the home within that time", untold=False)


@judges("CA-14-04", effect=REFUSE, regime=Regime.CARE_ACT)
def carers_are_not_charged_for_the_adult(
    file: CaseFile, asked: Proposal[ChargeDecided], standing: Standing
) -> Findings:
    """A carer is not charged for care to the adult."""
    if _charges(asked):
        yield from _held(file, asked, not_the_carers, "the carer is charged for it")


@judges("CA-14-04", effect=BREACH, regime=Regime.CARE_ACT, theme="P20")
def carers_were_not_charged_for_the_adult(
    file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing
) -> Findings:
    """Nothing is raised against a carer for care to the adult."""
    if _is_ours(asked):
        yield from _held(file, asked, not_the_carers, "a charge is raised against the carer for it", untold=False)


@judges("CA-14-06", effect=REFUSE, regime=Regime.CARE_ACT)
def a_charge_is_for_meeting_needs(file: CaseFile, asked: Proposal[ChargeDecided], standing: Standing) -> Findings:
    """Assessing is never charged for, and arranging care only to people with means who asked for it."""
    if _charges(asked):
        yield from _held(file, asked, meets_needs, "it is charged for something that there is no power to charge for")


@judges("CA-14-06", effect=BREACH, regime=Regime.CARE_ACT, theme="P20")
def a_charge_was_for_meeting_needs(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """Nothing is raised for assessing, nor for arranging care of people within the limit."""
    if _is_ours(asked):
        yield from _held(file, asked, meets_needs, "a charge is raised without a power to charge", untold=False)


@judges("CA-14-07", effect=REFUSE)
def after_care_is_not_charged(file: CaseFile, asked: Proposal[ChargeDecided], standing: Standing) -> Findings:
    """After-care is not charged."""
    if _charges(asked):
        yield from _held(file, asked, not_after_care, "after-care is charged")


@judges("CA-14-07", effect=BREACH, theme="P20")
def after_care_was_not_charged(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """Nothing is raised for after-care."""
    if _is_ours(asked):
        yield from _held(file, asked, not_after_care, "a charge is raised for after-care", untold=False)


@judges("CHG-OLD-01", effect=FLAG, regime=Regime.COMMUNITY_CARE)
def the_older_charges_are_for_a_person(file: CaseFile, asked: Proposal[ChargeDecided], standing: Standing) -> Findings:
    """Before the Care Act, what may be charged is for a person to look up."""
    if not _charges(asked):
        return
    for where in (NATIONAL_ASSISTANCE["s 22"], HASSASSA["s 17"]):
        finding = cited(where, on=asked.on, holds=None, says="what it allows to be charged was looked at")
        yield finding.contradicts("what the law before the Care Act allows is not encoded, so nothing was concluded")


RULES = (
    what_is_free_is_not_charged,
    what_is_free_was_not_charged,
    the_home_is_disregarded_at_first,
    the_home_was_disregarded_at_first,
    carers_are_not_charged_for_the_adult,
    carers_were_not_charged_for_the_adult,
    a_charge_is_for_meeting_needs,
    a_charge_was_for_meeting_needs,
    after_care_is_not_charged,
    after_care_was_not_charged,
    the_older_charges_are_for_a_person,
)
