"""What a plan is made of: needs, and a budget with a line for each need that it meets."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from swp_domain.identifiers import ServiceId
from swp_domain.law.care_act_2014.s26_budget import BudgetShown
from swp_domain.money import Pounds
from swp_domain.personal import HoldsPersonalText, PersonalText

NeedCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9][a-z0-9 ._-]*$")]
"""A short name of a need, the same through the plans of one person, with nothing personal in it: ``nutrition``."""


class PlannedNeed(HoldsPersonalText):
    """A need that a plan speaks of, whether it is eligible, and whether and how the council will meet it.

    ``outcomes`` are the letters of the outcomes in the eligibility regulations that it bears on. ``met_by_carer`` holds
    where a carer is willing and able to meet it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    need: NeedCode
    outcomes: tuple[str, ...] = ()
    eligible: bool | None = None
    to_be_met: bool | None = None
    met_by_carer: bool | None = None
    by_direct_payment: bool | None = None
    how: PersonalText | None = None


class BudgetLine(BaseModel):
    """What meeting one need costs the council, in pounds a week. ``one_off`` is paid once, and is no part of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    need: NeedCode
    service: ServiceId | None = None
    weekly: Pounds
    one_off: Pounds | None = None


class PersonalBudget(HoldsPersonalText):
    """A personal budget (Care Act 2014 s 26(1)), in pounds a week.

    ``weekly`` is what meeting the needs costs the council, ``person_pays`` and ``council_pays`` the shares in it, as
    far as they are told. Whether they add up is for a rule: a budget that was wrong, or had no figure, must still be
    recordable. ``shows`` says what a budget shows that is told of and not copied here.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weekly: Pounds | None = None
    person_pays: Pounds | None = None
    council_pays: Pounds | None = None
    lines: tuple[BudgetLine, ...] = ()
    reasons: PersonalText | None = None
    shows: BudgetShown = BudgetShown()


class PlannedPayment(BaseModel):
    """A direct payment in a plan (s 25(2)): which needs, how much in pounds, how often.

    ``every_weeks`` or ``every_months`` is told of one that is paid again and again, ``once`` of one that is not, as
    payments to carers often are.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    needs: tuple[NeedCode, ...] = Field(min_length=1)
    amount: Pounds | None = None
    every_weeks: Annotated[int, Field(ge=1)] | None = None
    every_months: Annotated[int, Field(ge=1)] | None = None
    once: bool = False

    @property
    def says_how_often(self) -> bool:
        """Whether its frequency is specified: how often it is paid, or that it is paid once."""
        return self.once or self.every_weeks is not None or self.every_months is not None
