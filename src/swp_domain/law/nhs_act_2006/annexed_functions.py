"""The functions that North East Lincolnshire annexed to its partnership, item by item as they were printed.

A council delegates its health-related functions to an NHS body under section 75 (SI 2000/617 reg 6), and may list
them. This list was printed in July 2012 as Appendix 6 of the council's report on a social work practice. It is no
law: it says which functions of which Acts the partnership was to hold, with mistakes that are kept and named here.
It is wider than the orders on which the other pilots rested, and in places narrower; ``covered_by`` says where.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from swp_domain.law.contracting_out_orders.schedules import (
    SCHEDULE_2011,
    SCHEDULE_2014,
    Act,
    Place,
    found_in,
    scheduled_in_2011,
    scheduled_in_2014,
)
from swp_domain.law.finding import Facts, Force, Limbs, limb
from swp_domain.law.function import Function
from swp_domain.law.rule import Text, rule

LIST = Text("Appendix 6 (North East Lincolnshire, July 2012)", Force.LOCAL, "as printed in the council's report")


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of the list: its number, what it is called, which sections, and the functions that it carries.

    ``carries`` are functions of a decision here; many items carry none. ``printed`` is the citation as it was printed,
    ``anomalies`` what is wrong with it.
    """

    number: int
    says: str
    printed: str
    places: tuple[Place, ...]
    carries: tuple[Function, ...] = ()
    anomalies: tuple[str, ...] = ()


def _places(act: Act, *sections: str) -> tuple[Place, ...]:
    return tuple(Place(act=act, section=one) for one in sections)


_SUPERSEDED_HOMES: Final = "the Act was long superseded (Registered Homes Act 1984, Care Standards Act 2000)"
_BOTH_WAYS: Final = "section 22 is excluded by item 4 and included by item 19"
_REG_6: Final = "SI 2000/617 reg 6, as made, excludes ss 22, 23(3) and 26(2)-(4) from what can be delegated"
_ASSESSING: Final = (Function.NEEDS_ASSESSMENT, Function.ELIGIBILITY, Function.PLANNING, Function.REVIEW)
_PAYING: Final = (Function.CHARGING, Function.FINANCIAL_ASSESSMENT)

APPENDIX_6: Final[tuple[Listed, ...]] = (
    Listed(
        1, "representation and assessment of disabled persons", "DP(SCR)A 1986 ss 5, 7, 8",
        _places(Act.DPSCRA_1986, "5", "7", "8"), (Function.NEEDS_ASSESSMENT,),
    ),
    Listed(
        2, "community care plans; assessment of needs", "NHSCCA 1990 ss 46, 47",
        _places(Act.NHSCCA_1990, "46", "47"), _ASSESSING,
    ),
    Listed(
        3, "a carer's ability to care", "C(RS)A 1995 s 1", _places(Act.CRSA_1995, "1"), (Function.CARERS_ASSESSMENT,),
    ),
    Listed(
        4, "residential accommodation", "NAA 1948 ss 21 to 27, but not ss 22, 23(3), 26(2)-(4)",
        _places(Act.NAA_1948, "21", "23", "24", "25", "26", "27"), (Function.MEETING_NEEDS,), (_BOTH_WAYS,),
    ),
    Listed(
        5, "welfare of disabled and mentally disordered people; voluntary organisations", "NAA 1948 ss 29, 30",
        _places(Act.NAA_1948, "29", "30"), (Function.MEETING_NEEDS,),
    ),
    Listed(6, "protection of property", "NAA 1948 s 48", _places(Act.NAA_1948, "48"), (Function.PROPERTY,)),
    Listed(7, "facilities for employment", "DP(E)A 1958 s 3", _places(Act.DPEA_1958, "3")),
    Listed(
        8, "welfare and accommodation of mentally disordered people", "MHA 1959 s 8",
        _places(Act.MHA_1959, "8"), (Function.MEETING_NEEDS,),
    ),
    Listed(9, "research", "HVSW(T)A 1962 s 5(1)(b)", _places(Act.HVSWTA_1962, "5(1)(b)")),
    Listed(10, "research", "HVSW(T)A 1962 s 5(1)(c)", _places(Act.HVSWTA_1962, "5(1)(c)")),
    Listed(
        11, "information, and welfare services", "CSDPA 1970 ss 1, 2", _places(Act.CSDPA_1970, "1", "2"),
        (Function.INFORMATION_AND_ADVICE, Function.MEETING_NEEDS),
    ),
    Listed(
        12, "resettlement units", "Supplementary Benefits Act 1976 Sch 5", _places(Act.SBA_1976, "Sch 5"), (),
        ("the Schedule was long superseded",),
    ),
    Listed(
        13, "guardianship and the like; functions of the nearest relative", "MHA 1983 Parts II, III, VI",
        _places(Act.MHA_1983, "Part II", "Part III", "Part VI"),
    ),
    Listed(
        14, "registration of homes", "Residential Homes Act 1980 ss 1 to 7",
        _places(Act.RHA_1980, "1", "2", "3", "4", "5", "6", "7"), (), (_SUPERSEDED_HOMES,),
    ),
    Listed(
        15, "the nearest relative: applications and references to the tribunal", "MHA 1983 ss 66, 67, 69(1)",
        _places(Act.MHA_1983, "66", "67", "69(1)"),
    ),
    Listed(
        16, "burial or cremation, and its expenses", "PH(CD)A 1984 s 46(2), (5)",
        _places(Act.PHCDA_1984, "46(2)", "46(5)"),
    ),
    Listed(17, "co-operation in homelessness", "Housing Act 1996 s 213(1)(b)", _places(Act.HA_1996, "213(1)(b)")),
    Listed(
        18, "residential accommodation", "HSCA 2001 Part 4", _places(Act.HSCA_2001, "Part 4"),
        (Function.MEETING_NEEDS, Function.DIRECT_PAYMENTS),
    ),
    Listed(
        19, "charging for accommodation", "NAA 1948 ss 22, 23(2), 26", _places(Act.NAA_1948, "22", "23", "26"),
        _PAYING, (_BOTH_WAYS, _REG_6),
    ),
    Listed(
        20, "charging for services", "HASSASSA 1983 s 17(2)(a)-(c)", _places(Act.HASSASSA_1983, "17"), _PAYING,
        ("the wording “needy, infirm or needy” repeats itself",),
    ),
    Listed(
        21, "homes", "Residential Homes Act 1980 ss 1 to 7",
        _places(Act.RHA_1980, "1", "2", "3", "4", "5", "6", "7"), (), ("it repeats item 14", _SUPERSEDED_HOMES),
    ),
)  # fmt: skip
"""In the order printed. What each carries is our reading of it."""


class Covered(StrEnum):
    """Whether an order held what an item of the list holds."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the contracting-out order of a day reached an item: the sections that its schedule holds."""

    covered: Covered
    part: str = ""
    order: str = ""


def covered_by(item: Listed, on: date) -> Coverage:
    """How far the contracting-out order of a day held an item; no, where there was no order.

    It goes by sections. That a schedule holds only some subsections of one is told in ``part``.
    """
    for order, schedule in ((scheduled_in_2011, SCHEDULE_2011), (scheduled_in_2014, SCHEDULE_2014)):
        if order.in_force(on):
            found = [one for place in item.places for one in found_in(schedule, place)]
            whole = all(order(place, on=on).met for place in item.places)
            covered = Covered.YES if whole else Covered.PARTLY if found else Covered.NO
            part = ", ".join(map(str, found)) if not whole or any(one.only for one in found) else ""
            return Coverage(covered, part, order.provision.text)
    return Coverage(Covered.NO)


class OnTheList(Facts):
    """A function, and the numbers of the items under which an agreement says that it was delegated."""

    function: Function
    numbers: tuple[int, ...]


@rule(LIST["items 1 to 21"], commenced="2012-07-09", family="functions annexed to a partnership")
def annexed(told: OnTheList) -> Limbs:
    """A function was on the list where one of the items named carries it."""
    items = [one for one in APPENDIX_6 if one.number in told.numbers]
    return (
        limb("1", "every number is on the list", len(items) == len(set(told.numbers))),
        limb("2", "an item named carries the function", any(told.function in one.carries for one in items)),
    )


def functions_of(numbers: tuple[int, ...]) -> tuple[Function, ...]:
    """The functions that some items carry, in the order of the register of functions."""
    carried = {function for one in APPENDIX_6 if one.number in numbers for function in one.carries}
    return tuple(one for one in Function if one in carried)
