"""Who may call themselves a social worker: registered on the day, with the regulator of the day."""

from __future__ import annotations

from datetime import date

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule
from swp_domain.law.social_work_registration import TITLE_2000, TITLE_2001, TITLE_2018

GSCC, HCPC, SWE = "General Social Care Council", "Health and Care Professions Council", "Social Work England"
ELSEWHERE = frozenset({"Social Care Wales", "Scottish Social Services Council", "Northern Ireland Social Care Council"})
"""The regulators of the rest of the United Kingdom, by today's names."""


class TitleFacts(Facts):
    """Whether somebody recorded as a social worker was registered, and with whom."""

    registered_with: str | None = None
    valid_on_the_day: bool | None = None


def _registered(facts: TitleFacts, regulator: str, *, elsewhere: bool | None) -> Limbs:
    by = facts.registered_with
    shown = None if by is None else elsewhere if by in ELSEWHERE else by == regulator
    return (
        limb("1", f"is registered with {regulator if regulator == SWE else f'the {regulator}'}", shown),
        limb("2", "the registration is valid on the day", facts.valid_on_the_day),
    )


@rule(TITLE_2000["s 61"], commenced="2005-04-01", ceased="2012-07-31", family="use of the title social worker")
def registered_with_gscc(facts: TitleFacts) -> Limbs:
    """A social worker is registered with the General Social Care Council, or elsewhere in the United Kingdom."""
    return _registered(facts, GSCC, elsewhere=True)


@rule(TITLE_2001["art 39"], commenced="2012-08-01", ceased="2019-12-01", family="use of the title social worker")
def registered_with_hcpc(facts: TitleFacts) -> Limbs:
    """A social worker is registered with the Health and Care Professions Council, or elsewhere in the kingdom."""
    return _registered(facts, HCPC, elsewhere=True)


@rule(TITLE_2018["reg 28"], commenced="2019-12-02", family="use of the title social worker")
def registered_with_swe(facts: TitleFacts) -> Limbs:
    """A social worker is registered with Social Work England; from elsewhere, only temporary practice is lawful."""
    return _registered(facts, SWE, elsewhere=None)


_REGISTERS = ((registered_with_gscc, GSCC), (registered_with_hcpc, HCPC), (registered_with_swe, SWE))


def carried_over(regulator: str, on: date) -> str:
    """With whom somebody is registered on a day, who was once entered with ``regulator``.

    Each register was taken over whole by the next, on 1 August 2012 and on 2 December 2019.
    """
    names = [name for _, name in _REGISTERS]
    current = next((name for title, name in _REGISTERS if title.in_force(on)), regulator)
    earlier = regulator in names and names.index(regulator) <= names.index(current)
    return current if earlier else regulator


def registered_on(regulator: str | None, on: date) -> bool:
    """Whether an entry with a regulator makes a registered social worker of somebody, whatever their post.

    Whom the contracting-out orders call one: anybody on a register of the United Kingdom (art 2 of each).
    """
    if regulator is None:
        return False
    current = next((name for title, name in _REGISTERS if title.in_force(on)), GSCC)
    return regulator in ELSEWHERE or carried_over(regulator, on) == current
