"""Within what time a complaint is made, and when a later one is taken all the same."""

from __future__ import annotations

from swp_domain.law.complaints_regulations_2009 import COMMENCED, COMPLAINTS
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule

twelve_months = limit(
    COMPLAINTS["reg 12(1)"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to complain",
    commenced=COMMENCED,
)


class TimelinessFacts(Facts):
    """Whether a complaint came in time; if it did not, whether there was good reason, and it can still be looked at."""

    within_twelve_months: bool | None = None
    good_reason: bool | None = None
    can_be_investigated: bool | None = None


@rule(COMPLAINTS["reg 12"], commenced=COMMENCED, family="a complaint that is taken")
def made_in_time(facts: TimelinessFacts) -> Limbs:
    """A complaint is made within twelve months; a later one is taken for good reason, if it can be fairly looked at."""
    in_time = facts.within_twelve_months
    return (
        limb("1", "made within twelve months, or there was good reason not to", any_of((in_time, facts.good_reason))),
        limb(
            "2",
            "made within twelve months, or can still be looked at effectively and fairly",
            any_of((in_time, facts.can_be_investigated)),
        ),
    )


@rule(COMPLAINTS["reg 12"], commenced=COMMENCED, family="a complaint that may be declined as late")
def made_too_late(facts: TimelinessFacts) -> Limbs:
    """A complaint may be declined as late if it came after twelve months, and either condition for taking it fails."""
    told = facts.within_twelve_months
    untaken = any_of(None if one is None else not one for one in (facts.good_reason, facts.can_be_investigated))
    return (
        limb("1", "made more than twelve months after the event and after it was learned of", _not(told)),
        limb("2", "there was no good reason, or it can no longer be looked at effectively and fairly", untaken),
    )


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told
