"""Sections 31 to 33: when needs are met by a direct payment, and when it must end."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class PaymentConditions(Facts):
    """What was concluded of the conditions for a direct payment (ss 31(4)-(7), 32(5)-(9)).

    ``nominated`` is whether somebody else is to receive it, and ``nominee_agrees`` whether they will.
    ``prohibited`` is whether regulations forbid it, or leave a choice that is used against it (people under
    certain orders, SI 2014/2871 reg 2 and Sch 1; prisoners, s 76(5)). ``best_interests`` is asked only where
    the adult lacks capacity to request it: whether the authorised person will act in them.
    ``authorised_supports`` holds where whoever is authorised under the Mental Capacity Act 2005 supports the
    request, and where the authorised person is that one. ``capable_of_managing`` is alone, or with such help
    as there will be.
    """

    capacity_to_request: bool | None = None
    nominated: bool | None = None
    nominee_agrees: bool | None = None
    authorised_supports: bool | None = None
    prohibited: bool | None = None
    best_interests: bool | None = None
    capable_of_managing: bool | None = None
    appropriate: bool | None = None


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told


def _nominee(conditions: PaymentConditions) -> bool | None:
    if conditions.nominated is None:
        return True if conditions.nominee_agrees else None
    return conditions.nominee_agrees if conditions.nominated else True


@rule(
    CARE_ACT["s 31(4)-(7)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="direct payment that an adult with capacity requests",
)
def with_capacity(conditions: PaymentConditions) -> Limbs:
    """An adult who can make the request is paid, if they or their nominee can manage and it suits the needs."""
    return (
        limb("1a", "the adult has capacity to make the request", conditions.capacity_to_request),
        limb("1b", "whoever is nominated agrees to receive it", _nominee(conditions)),
        limb("2", "regulations do not stand in the way", _not(conditions.prohibited)),
        limb("3", "the recipient can manage it, alone or with help", conditions.capable_of_managing),
        limb("4", "it is an appropriate way to meet the needs", conditions.appropriate),
    )


@rule(
    CARE_ACT["s 32(1)(b), (5)-(9)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="direct payment to an authorised person",
)
def without_capacity(conditions: PaymentConditions) -> Limbs:
    """Where the adult cannot make the request, an authorised person is paid who will act in their best interests."""
    return (
        limb("0", "the adult lacks capacity to make the request", _not(conditions.capacity_to_request)),
        limb("1", "whoever is authorised under the Mental Capacity Act supports it", conditions.authorised_supports),
        limb("2", "regulations do not stand in the way", _not(conditions.prohibited)),
        limb("3", "the authorised person will act in the adult's best interests", conditions.best_interests),
        limb("4", "the authorised person can manage it, alone or with help", conditions.capable_of_managing),
        limb("5", "it is an appropriate way to meet the needs", conditions.appropriate),
    )


@rule(
    CARE_ACT["s 33(4)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="conditions of a direct payment that goes on",
)
def still_met(conditions: PaymentConditions) -> Limbs:
    """A payment goes on only while the conditions are met, of whichever section capacity points to."""
    incapable = conditions.capacity_to_request is False
    # Loss of capacity changes the section that the payment stands on; it is no lost condition by itself.
    return (
        limb("a", "regulations do not stand in the way", _not(conditions.prohibited)),
        limb("b", "the recipient can manage it, alone or with help", conditions.capable_of_managing),
        limb("c", "it is an appropriate way to meet the needs", conditions.appropriate),
        limb("d", "the authorised person acts in the adult's best interests", _for_somebody_else(conditions)),
        limb("e", "whoever must agree to it still does", _agreed(conditions, incapable)),
    )


def _for_somebody_else(conditions: PaymentConditions) -> bool | None:
    """Best interests, where the adult lacks capacity to request the payment; it is not asked otherwise."""
    if conditions.capacity_to_request is None:
        return True if conditions.best_interests else None
    return True if conditions.capacity_to_request else conditions.best_interests


def _agreed(conditions: PaymentConditions, incapable: bool) -> bool | None:
    """The nominee's agreement under section 31, the support of whoever is authorised under section 32."""
    if conditions.capacity_to_request is None:
        return True if _nominee(conditions) and conditions.authorised_supports else None
    return conditions.authorised_supports if incapable else _nominee(conditions)
