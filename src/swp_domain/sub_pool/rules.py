"""What is asked of the care budget: how it is moved, kept and, when there is too little, made up; what is paid back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from swp_domain.law.local_targets.governing import schedule_agreed
from swp_domain.law.partnership_framework_2012 import COMMENCED
from swp_domain.law.partnership_framework_2012.app5_sub_pool import (
    SUB_POOL,
    CarryForwardFacts,
    CoverFacts,
    LoanFacts,
    VirementFacts,
    cover_is_a_loan,
    overspend_met_in_order,
    underspend_carried_forward,
    virement_within_the_sub_pool,
)
from swp_domain.law.rule import cited
from swp_domain.owed import Extension, Opening, Owed, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, Judge, judges
from swp_domain.sub_pool.account import NOTHING, Loan, Overspend
from swp_domain.sub_pool.events import (
    InstalmentAgreed,
    LoanRepaid,
    OverspendMet,
    UnderspendCarriedForward,
    Vired,
)
from swp_domain.sub_pool.state import SubPoolState, year_of
from swp_domain.sub_pool.vocabulary import MetFrom

if TYPE_CHECKING:
    from datetime import date

    from swp_domain.practice.standing import Standing
    from swp_domain.practice_file import Practice


@judges("GOV-07", effect=REFUSE)
def money_is_moved_within_the_sub_pool(file: Practice, asked: Proposal[Vired], standing: Standing) -> Findings:
    """Money is moved between lines of the practice's own sub-pool, and only what is left uncommitted."""
    if not virement_within_the_sub_pool.in_force(asked.on):
        return
    event, year = asked.event, year_of(asked.event.year_begins or asked.on)
    giver, taker = (file.sub_pool.line(year, name) for name in (event.from_line, event.to_line))
    facts = VirementFacts(
        from_is_in_the_sub_pool=giver.agreed is not None,
        to_is_in_the_sub_pool=taker.agreed is not None,
        so_much_is_uncommitted=event.pounds <= giver.left,
    )
    finding = virement_within_the_sub_pool(facts, on=asked.on)
    if finding.met:
        yield finding
        return
    wrong = [
        f"{field} is no line of the sub-pool of that year"
        for field, line in (("from_line", giver), ("to_line", taker))
        if line.agreed is None
    ]
    if event.pounds > giver.left:
        wrong.append("pounds is more than is left uncommitted on from_line")
    yield finding.contradicts("; ".join(wrong), "Record the agreed budget first, or move less")


@judges("GOV-08", effect=REFUSE)
def an_underspend_is_kept_by_agreement(
    file: Practice, asked: Proposal[UnderspendCarriedForward], standing: Standing
) -> Findings:
    """An underspend is carried forward only with the council's agreement on record, and up to the sum agreed."""
    if not underspend_carried_forward.in_force(asked.on):
        return
    year = year_of(asked.event.year_begins)
    agreed = file.sub_pool.answered.get(year, NOTHING)
    kept = file.sub_pool.kept.get(year, NOTHING) + asked.event.pounds
    facts = CarryForwardFacts(council_agreed=agreed > NOTHING, within_what_was_agreed=kept <= agreed)
    finding = underspend_carried_forward(facts, on=asked.on)
    if finding.met:
        yield finding
        return
    why = "pounds, with what was kept before, is more than the council agreed to"
    yield finding.contradicts(why if agreed else "no agreement of the council is on record", "Ask the council first")


@judges("GOV-09", effect=BREACH)
def an_overspend_is_met_in_order(file: Practice, asked: Proposal[OverspendMet], standing: Standing) -> Findings:
    """An overspend is met from the sub-pool, then from surplus carried forward, then raised with the commissioner."""
    if not overspend_met_in_order.in_force(asked.on):
        return
    event = asked.event
    facts = _looked_to(file.sub_pool, event, year_of(event.year_begins))
    finding = overspend_met_in_order(facts, on=asked.on)
    if not finding.not_met:
        yield finding
        return
    skipped = ", then ".join(one.says for one in finding.not_shown)
    yield finding.contradicts(f"met_from is {event.met_from.value}, and this was skipped: {skipped}")


def _looked_to(sub_pool: SubPoolState, event: OverspendMet, year: date) -> CoverFacts:
    """What had been used before; what comes after the step that was taken is not skipped."""
    if event.met_from is MetFrom.SUB_POOL:
        return CoverFacts(sub_pool_used=True, surplus_used=True, raised=True)
    overspend = sub_pool.overspends.get(year, Overspend())
    left = sub_pool.left_elsewhere(year, than=overspend.line)
    # What a forecast fears is not spent yet: a line that will overspend shows money left until it has.
    used = None if left is None or (overspend.forecast and not overspend.line and left) else left == NOTHING
    if event.met_from is MetFrom.CARRIED_SURPLUS:
        return CoverFacts(sub_pool_used=used, surplus_used=True, raised=True)
    return CoverFacts(
        sub_pool_used=used,
        surplus_used=sub_pool.surplus == NOTHING,
        raised=overspend.raised_on is not None,
    )


@judges("GOV-09", effect=FLAG)
def what_the_commissioner_covers_is_a_loan(
    file: Practice, asked: Proposal[OverspendMet | InstalmentAgreed], standing: Standing
) -> Findings:
    """What the commissioner covers is put down as a loan, and the schedule comes to no more than it."""
    event = asked.event
    if not cover_is_a_loan.in_force(asked.on):
        return
    if isinstance(event, OverspendMet):
        if event.met_from is MetFrom.COMMISSIONER:
            facts = LoanFacts(is_a_loan=event.loan is not None, within_the_loan=True)
            finding = cover_is_a_loan(facts, on=asked.on)
            yield finding if finding.met else finding.contradicts("loan was not told: no schedule can be agreed for it")
        return
    loan = file.sub_pool.loans.get(event.loan, Loan())
    scheduled = loan.scheduled - _before(loan, event.instalment) + event.pounds
    facts = LoanFacts(is_a_loan=True, within_the_loan=None if loan.lent is None else scheduled <= loan.lent)
    finding = cover_is_a_loan(facts, on=asked.on)
    yield finding.contradicts("pounds brings the schedule above the loan") if finding.not_met else finding


def _before(loan: Loan, instalment: str) -> Decimal:
    return loan.schedule[instalment].pounds if instalment in loan.schedule else NOTHING


@judges("GOV-09", effect=FLAG)
def an_instalment_is_known_by_its_name(
    file: Practice, asked: Proposal[InstalmentAgreed | LoanRepaid], standing: Standing
) -> Findings:
    """An instalment has a name that none of another loan has, and whoever pays it by its name pays all of it."""
    event, loans = asked.event, file.sub_pool.loans
    scheduled = loans.get(event.loan, Loan()).schedule.get(event.instalment)
    wrong = ""
    if any(event.instalment in one.schedule for name, one in loans.items() if name != event.loan):
        wrong = "instalment is the name of one of another loan"
    elif isinstance(event, LoanRepaid) and event.instalment and scheduled is None:
        wrong = "instalment is none of the schedule of the loan"
    elif isinstance(event, LoanRepaid) and scheduled is not None and event.pounds < scheduled.pounds:
        wrong = "pounds is less than the instalment that it is said to pay in full"
    finding = cited(SUB_POOL, on=asked.on, holds=not wrong, says="the instalment is one of the loan, paid in full")
    yield finding.contradicts(wrong) if wrong else finding


a_schedule_is_agreed = owed(
    "agree how a loan is paid back",
    rule="GOV-09-PLAN",
    provision=SUB_POOL,
    by="practice",
    to="the commissioner",
    subject="loan",
    opened_by={
        OverspendMet: Opening(schedule_agreed, when=lambda event: event.met_from is MetFrom.COMMISSIONER),
    },
    discharged_by=(InstalmentAgreed,),
    commenced=COMMENCED,
)

an_instalment_is_paid = owed(
    "pay back an instalment of a loan",
    rule="GOV-09-LOAN",
    provision=SUB_POOL,
    by="practice",
    to="the commissioner",
    subject="instalment",
    opened_by={InstalmentAgreed: Opening(lambda event: event.by)},
    # A payment that names no instalment pays none of them in full.
    discharged_by={LoanRepaid: lambda event: event.instalment},
    # Agreed again under its name while there is time, an instalment is owed by the new day.
    extended_by={InstalmentAgreed: Extension(InstalmentAgreed, lambda event: event.by, lengthens=True)},
    commenced=COMMENCED,
)

RULES: tuple[Judge, ...] = (
    money_is_moved_within_the_sub_pool,
    an_underspend_is_kept_by_agreement,
    an_overspend_is_met_in_order,
    what_the_commissioner_covers_is_a_loan,
    an_instalment_is_known_by_its_name,
)

DUTIES: tuple[Owed, ...] = (a_schedule_is_agreed, an_instalment_is_paid)
