"""Sections 37 to 41: when an independent mental capacity advocate is instructed, by whom, and when it can wait."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.mental_capacity_act_2005 import (
    ADVOCATES_BEGAN,
    DEPRIVATION_BEGAN,
    MENTAL_CAPACITY_ACT,
)
from swp_domain.law.rule import period, rule


class Trigger(StrEnum):
    """Why an advocate may have to be instructed."""

    SERIOUS_TREATMENT = "serious medical treatment"
    NHS_ACCOMMODATION = "accommodation arranged by the NHS"
    COUNCIL_ACCOMMODATION = "accommodation arranged by the council"
    DETENTION = "becoming subject to Schedule A1"
    NO_REPRESENTATIVE = "no representative for the time being"
    UNPAID_REPRESENTATIVE = "an unpaid representative who needs help"
    REVIEW = "review of accommodation"
    PROTECTION = "adult protection measures"

    @property
    def by_the_nhs(self) -> bool:
        """Whether it is the NHS body that instructs (ss 37, 38)."""
        return self in (Trigger.SERIOUS_TREATMENT, Trigger.NHS_ACCOMMODATION)

    @property
    def of_detention(self) -> bool:
        """Whether it is the supervisory body that instructs (ss 39A, 39C, 39D)."""
        return self in (Trigger.DETENTION, Trigger.NO_REPRESENTATIVE, Trigger.UNPAID_REPRESENTATIVE)

    @property
    def is_a_power(self) -> bool:
        """Whether the body may instruct, and need not (SI 2006/2883 regs 3, 4)."""
        return self in (Trigger.REVIEW, Trigger.PROTECTION)


class Accommodation(StrEnum):
    """Where somebody would stay."""

    HOSPITAL = "hospital"
    CARE_HOME = "care home"
    OTHER = "other residential accommodation"


class AdvocateNeed(Facts):
    """What decides whether an advocate is owed.

    ``befriended`` is whether there is somebody, other than those who care professionally or for pay, whom it is
    appropriate to consult; a paid representative is not one of these. ``someone_with_authority`` is a person of
    section 40: one whom the person named to be consulted, an attorney or a deputy with authority for this matter.
    ``days`` is how long a stay is likely to last, from the day on which it begins; ``lived_there_days`` how long it
    has lasted. The last three are about the wider role of SI 2006/2883.
    """

    lacks_capacity: bool | None = None
    befriended: bool | None = None
    someone_with_authority: bool | None = None
    accommodation: Accommodation | None = None
    days: int | None = None
    under_mental_health_act: bool | None = None
    representative_unlikely_to_act: bool | None = None
    help_asked_for: bool | None = None
    lived_there_days: int | None = None
    of_benefit: bool | None = None
    measures_proposed: bool | None = None


_HOSPITAL_DAYS, _CARE_HOME_DAYS = 28, 56


def _none(somebody: bool | None) -> bool | None:
    return None if somebody is None else not somebody


def _alone(need: AdvocateNeed) -> Limbs:
    return (
        limb("1(b)", "there is nobody appropriate to consult who is not paid to care", _none(need.befriended)),
        limb("40", "no person of section 40 can be consulted", _none(need.someone_with_authority)),
    )


def _unable(need: AdvocateNeed) -> Limbs:
    return (limb("1(a)", "the person lacks capacity to agree", need.lacks_capacity),)


def _lasts(need: AdvocateNeed, least: int) -> bool | None:
    return None if need.days is None else need.days >= least


@rule(MENTAL_CAPACITY_ACT["s 37"], commenced=ADVOCATES_BEGAN, family="advocate for serious medical treatment")
def advocate_for_treatment(need: AdvocateNeed) -> Limbs:
    """The NHS body instructs an advocate before serious treatment of somebody unbefriended who cannot consent."""
    spared = limb(
        "2", "the treatment is not regulated by Part 4 of the Mental Health Act", _none(need.under_mental_health_act)
    )
    return (*_unable(need), *_alone(need), spared)


@rule(MENTAL_CAPACITY_ACT["s 38"], commenced=ADVOCATES_BEGAN, family="advocate for accommodation by the NHS")
def advocate_for_nhs_accommodation(need: AdvocateNeed) -> Limbs:
    """The NHS body instructs an advocate before 28 days in hospital, or eight weeks in a care home."""
    least = {Accommodation.HOSPITAL: _HOSPITAL_DAYS, Accommodation.CARE_HOME: _CARE_HOME_DAYS}
    if need.accommodation is Accommodation.OTHER:
        lasts: bool | None = False
    elif need.accommodation is not None:
        lasts = _lasts(need, least[need.accommodation])
    else:  # Short wherever it would be, or not told: it could be neither a hospital nor a care home.
        lasts = False if {_lasts(need, one) for one in least.values()} == {False} else None
    return (
        *_unable(need),
        *_alone(need),
        limb("2", "it is no obligation under the Mental Health Act", _none(need.under_mental_health_act)),
        limb("3(a)", "it is likely to last 28 days in hospital, or eight weeks in a care home", lasts),
    )


@rule(MENTAL_CAPACITY_ACT["s 39"], commenced=ADVOCATES_BEGAN, family="advocate for accommodation by the council")
def advocate_for_council_accommodation(need: AdvocateNeed) -> Limbs:
    """The council instructs an advocate before residential accommodation that is likely to last eight weeks."""
    return (
        *_unable(need),
        *_alone(need),
        limb("3", "it is no obligation under the Mental Health Act", _none(need.under_mental_health_act)),
        limb("4(a)", "it is likely to last eight weeks or more", _lasts(need, _CARE_HOME_DAYS)),
    )


UNLESS_SATISFIED = frozenset({"3(a)", "4(a)"})
"""Limbs of sections 38(3) and 39(4) that spare a body only if it is *satisfied* that the stay will be short: how long
it is likely to last was not told, or not thought about, and the duty is there.
"""

_HOSPITALS_WITH_THE_NHS = period(DEPRIVATION_BEGAN, "2013-03-31")


def instructed_by_the_nhs(trigger: Trigger, place: Accommodation | None, on: date) -> bool | None:
    """Whether it is an NHS body that instructs, and not the council; ``None`` where it can be either.

    Until 31 March 2013 the primary care trust was the supervisory body for a hospital, the council for a care home;
    many of them ran one service.
    """
    with_the_nhs = _HOSPITALS_WITH_THE_NHS is not None and on in _HOSPITALS_WITH_THE_NHS
    if trigger.of_detention and with_the_nhs and place is not Accommodation.CARE_HOME:
        return None
    return trigger.by_the_nhs


@rule(MENTAL_CAPACITY_ACT["ss 39A, 39C"], commenced=DEPRIVATION_BEGAN, family="advocate under Schedule A1")
def advocate_under_schedule_a1(need: AdvocateNeed) -> Limbs:
    """The supervisory body instructs an advocate for somebody unbefriended who has, or had, no representative."""
    return _alone(need)


@rule(MENTAL_CAPACITY_ACT["s 39D"], commenced=DEPRIVATION_BEGAN, family="advocate beside an unpaid representative")
def advocate_beside_a_representative(need: AdvocateNeed) -> Limbs:
    """An unpaid representative, or the person, gets an advocate who asks, or is unlikely to use their rights."""
    either = (need.help_asked_for, need.representative_unlikely_to_act)
    shown = True if True in either else None if None in either else False
    says = "one of them asks, or is unlikely to go to court or ask for a review without help"
    return (limb("3-5", says, shown),)


urgent_accommodation = limit(
    MENTAL_CAPACITY_ACT["s 39(4)-(5)"],
    8,
    Unit.WEEKS,
    Counting.BEGINNING_WITH,
    family="latest day for an advocate after an urgent move",
    commenced=ADVOCATES_BEGAN,
)
"""Whoever was moved in urgency has stayed eight weeks by the last day; nobody can then think otherwise."""

OWED = {
    Trigger.SERIOUS_TREATMENT: advocate_for_treatment,
    Trigger.NHS_ACCOMMODATION: advocate_for_nhs_accommodation,
    Trigger.COUNCIL_ACCOMMODATION: advocate_for_council_accommodation,
    Trigger.DETENTION: advocate_under_schedule_a1,
    Trigger.NO_REPRESENTATIVE: advocate_under_schedule_a1,
    Trigger.UNPAID_REPRESENTATIVE: advocate_beside_a_representative,
}
"""The test that belongs to each trigger under which an advocate must be instructed."""
