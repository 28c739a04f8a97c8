"""The schedules of the two orders, section by section, and the functions of a decision here that each carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from swp_domain.law.contracting_out_orders import ORDER_2011, ORDER_2014
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime, rule


class Act(StrEnum):
    """The Acts and regulations from which functions were contracted out or delegated before the Care Act."""

    NAA_1948 = "National Assistance Act 1948"
    DPEA_1958 = "Disabled Persons (Employment) Act 1958"
    MHA_1959 = "Mental Health Act 1959"
    HVSWTA_1962 = "Health Visiting and Social Work (Training) Act 1962"
    HSPHA_1968 = "Health Services and Public Health Act 1968"
    CSDPA_1970 = "Chronically Sick and Disabled Persons Act 1970"
    SBA_1976 = "Supplementary Benefits Act 1976"
    RHA_1980 = "Residential Homes Act 1980"
    MHA_1983 = "Mental Health Act 1983"
    HASSASSA_1983 = "Health and Social Services and Social Security Adjudications Act 1983"
    PHCDA_1984 = "Public Health (Control of Disease) Act 1984"
    DPSCRA_1986 = "Disabled Persons (Services, Consultation and Representation) Act 1986"
    NHSCCA_1990 = "National Health Service and Community Care Act 1990"
    CRSA_1995 = "Carers (Recognition and Services) Act 1995"
    HA_1996 = "Housing Act 1996"
    CDCA_2000 = "Carers and Disabled Children Act 2000"
    HSCA_2001 = "Health and Social Care Act 2001"
    CCDDA_2003 = "Community Care (Delayed Discharges etc.) Act 2003"
    CEOA_2004 = "Carers (Equal Opportunities) Act 2004"
    MCA_2005 = "Mental Capacity Act 2005"
    NHSA_2006 = "National Health Service Act 2006"
    DPR_2009 = "SI 2009/1887 (direct payments)"


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A section that a schedule holds, ``only`` a part of it where it says so, and what it carries.

    ``made_under`` is the Act and part under which regulations were made, for whoever looks for the Act.
    """

    act: Act
    section: str
    carries: tuple[Function, ...] = ()
    only: str = ""
    made_under: tuple[Act, str] | None = field(default=None)

    def __str__(self) -> str:
        return f"{self.act.value} s {self.section}{self.only}" if self.made_under is None else str(self.act.value)


_ASSESSING = (Function.NEEDS_ASSESSMENT, Function.ELIGIBILITY, Function.PLANNING, Function.REVIEW)
"""Section 47: assess, decide what the needs call for, and do both again; plans and reviews had no section of
their own."""

_MEETING = (Function.MEETING_NEEDS,)
_PAYING = (Function.CHARGING, Function.FINANCIAL_ASSESSMENT)
_CARERS = (Function.CARERS_ASSESSMENT,)
_CAPACITY = (Function.CAPACITY_ADVOCACY,)

SCHEDULE_2014: tuple[Scheduled, ...] = (
    Scheduled(Act.NAA_1948, "21", _MEETING),
    Scheduled(Act.NAA_1948, "22", _PAYING),
    Scheduled(Act.NAA_1948, "24", _MEETING),
    Scheduled(Act.NAA_1948, "26", _MEETING, "(1)-(4A)"),
    Scheduled(Act.NAA_1948, "29", _MEETING),
    Scheduled(Act.MHA_1959, "8", _MEETING, "(2)"),
    Scheduled(Act.HSPHA_1968, "45", _MEETING),
    Scheduled(Act.CSDPA_1970, "1", (Function.INFORMATION_AND_ADVICE,)),
    Scheduled(Act.CSDPA_1970, "2", _MEETING),
    Scheduled(Act.MHA_1983, "117", (Function.AFTER_CARE,)),
    Scheduled(Act.DPSCRA_1986, "4", (Function.NEEDS_ASSESSMENT,)),
    Scheduled(Act.DPSCRA_1986, "8", (Function.NEEDS_ASSESSMENT,)),
    Scheduled(Act.NHSCCA_1990, "47", _ASSESSING),
    Scheduled(Act.CRSA_1995, "1", _CARERS),
    Scheduled(Act.CDCA_2000, "1", _CARERS),
    Scheduled(Act.CDCA_2000, "2", _MEETING),
    Scheduled(Act.CDCA_2000, "4", _CARERS),
    Scheduled(Act.CDCA_2000, "6A", _CARERS),
    Scheduled(Act.CCDDA_2003, "4", (Function.NEEDS_ASSESSMENT,)),
    Scheduled(Act.CEOA_2004, "3", _CARERS),
    Scheduled(Act.NHSA_2006, "254", _MEETING),
    Scheduled(Act.NHSA_2006, "Sch 20", _MEETING),
    Scheduled(
        Act.DPR_2009, "regs 7-12, 17, 18", (Function.DIRECT_PAYMENTS,), made_under=(Act.HSCA_2001, "Part 4")
    ),
)  # fmt: skip
"""SI 2014/829: without the protection of property, charges for what is not accommodation, and advocates."""

SCHEDULE_2011: tuple[Scheduled, ...] = (
    *SCHEDULE_2014,
    Scheduled(Act.NAA_1948, "48", (Function.PROPERTY,)),
    Scheduled(Act.HASSASSA_1983, "17", _PAYING),
    Scheduled(Act.MCA_2005, "39", _CAPACITY),
    Scheduled(Act.MCA_2005, "39A", _CAPACITY),
    Scheduled(Act.MCA_2005, "39C", _CAPACITY),
    Scheduled(Act.MCA_2005, "39D", _CAPACITY),
)
"""SI 2011/1568, for the pilots; under the Mental Capacity Act only to instruct an advocate (art 3(2)(e))."""


class Place(Facts):
    """A section of an Act, or a Part where a list names one."""

    act: Act
    section: str


def found_in(schedule: tuple[Scheduled, ...], place: Place) -> Iterator[Scheduled]:
    """What a schedule holds of a place: the section itself, or regulations made under it."""
    for one in schedule:
        if (one.act, one.section) == (place.act, place.section) or one.made_under == (place.act, place.section):
            yield one


def _scheduled(schedule: tuple[Scheduled, ...], place: Place) -> Limbs:
    held = any(one.made_under is None for one in found_in(schedule, place))
    return (limb("1", f"the schedule holds {place.act.value} s {place.section}", held),)


@rule(
    ORDER_2011["Sch"],
    commenced="2011-08-01",
    ceased="2014-03-31",
    regime=Regime.COMMUNITY_CARE,
    family="schedule of functions contracted out",
)
def scheduled_in_2011(place: Place) -> Limbs:
    """A section is contracted out to the pilots only where the schedule names it."""
    return _scheduled(SCHEDULE_2011, place)


@rule(
    ORDER_2014["Sch"],
    commenced="2014-04-01",
    ceased="2016-03-31",
    regime=Regime.COMMUNITY_CARE,
    family="schedule of functions contracted out",
)
def scheduled_in_2014(place: Place) -> Limbs:
    """A section is contracted out only where the schedule names it."""
    return _scheduled(SCHEDULE_2014, place)
