"""Who pays: while NHS body and council disagree, when funding ends, and what is paid back."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.healthcare_framework import COMMENCED, FRAMEWORK
from swp_domain.law.rule import rule


class WithdrawalFacts(Facts):
    """How funding ended.

    ``notice_given``: the person and the council were told before. ``council_assessed``: the council had looked at
    what it has to provide. ``dispute_open``: NHS body and council still disagreed, and it was not agreed to.
    """

    notice_given: bool | None = None
    council_assessed: bool | None = None
    dispute_open: bool | None = None


class RefundFacts(Facts):
    """Whether a refund begins on the day from which it is due, or before."""

    from_the_day_due: bool | None = None


@rule(FRAMEWORK["withdrawal in a dispute"], commenced=COMMENCED, family="withdrawal in a dispute")
def not_withdrawn_in_a_dispute(facts: WithdrawalFacts) -> Limbs:
    """Neither NHS body nor council withdraws by itself while they disagree about who pays."""
    return (limb("1", "no dispute was open", None if facts.dispute_open is None else not facts.dispute_open),)


@rule(FRAMEWORK["ending funding"].from_memory(), commenced=COMMENCED, family="ending of continuing healthcare")
def ended_without_a_gap(facts: WithdrawalFacts) -> Limbs:
    """Funding ends only after notice, and after the council had assessed what it then has to provide."""
    return (
        limb("1", "notice was given before", facts.notice_given),
        limb("2", "the council had assessed needs before", facts.council_assessed),
    )


@rule(FRAMEWORK["refunds"], commenced=COMMENCED, family="refund of what was paid for healthcare")
def refunded_from_the_day_due(facts: RefundFacts) -> Limbs:
    """A late decision is refunded from the 29th day, a decision that was reversed from the day of the first one."""
    return (limb("1", "from the day after the time to decide, or of the first decision", facts.from_the_day_due),)
