"""A pilot as it is kept as data: what it was, what happened to it, and the size of its scenario."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from swp_adapters.pilots.parts import Cases, Fact, Happened, Staffing, Way
from swp_adapters.pilots.told import Became, Nonsense, Value
from swp_domain.event import Event
from swp_domain.governance.vocabulary import PracticeForm
from swp_domain.law.contracting_out_orders.schedules import SCHEDULE_2011, SCHEDULE_2014
from swp_domain.law.function import Function
from swp_domain.law.nhs_act_2006.annexed_functions import APPENDIX_6, OnTheList, annexed
from swp_domain.practice.events import ContractEnded, ContractMade, FunctionsDelegated
from swp_domain.practice.vocabulary import Instrument


class Pilot(BaseModel):
    """One of the seven."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+$", max_length=30)]
    practice: Value[str]
    also_called: Value[str] | None = None
    council: Value[str]
    commissioner: Value[str] | None = None
    form: Value[PracticeForm]
    serves: Value[tuple[str, ...]]
    areas: Value[tuple[str, ...]]
    does: Value[str]
    functions: Value[tuple[Function, ...]]
    became: Became
    facts: tuple[Fact, ...] = ()
    life: tuple[Happened, ...] = Field(min_length=1)
    staffing: Staffing
    cases: Cases

    @field_validator("life")
    @classmethod
    def _in_order(cls, life: tuple[Happened, ...]) -> tuple[Happened, ...]:
        days = [one.on for one in life]
        if days != sorted(days):
            raise Nonsense("what happened is told in the order in which it did", "Put it in order")
        made = [one for one in life if one.event == ContractMade.name]
        if len(made) != 1:
            raise Nonsense(f"a practice has one contract here, and {len(made)} are told", "Tell one contract-made")
        return life

    @model_validator(mode="after")
    def _holds_together(self) -> Pilot:
        usual = self._usual()
        for place, one in enumerate(self.life):
            try:
                event = one.told(usual)
                if isinstance(event, FunctionsDelegated):
                    _could_be_delegated(one, event)
            except Nonsense as wrong:
                raise Nonsense(f"life.{place}: {wrong.rule}", wrong.remedy) from None
        if not self.first < self.cases.until:
            raise Nonsense(f"cases.until is not after the contract of {self.first}", "Give a later day")
        if self.cases.later_in_services and Way.BELOW_THE_THRESHOLD not in self.cases.ways:
            raise Nonsense("only people below the threshold come into services later", "Leave later_in_services out")
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process it goes as its data: classes made for a type of value cannot be sent."""
        return Pilot.model_validate, (self.model_dump(by_alias=True),)

    @property
    def first(self) -> date:
        """The first day of the contract."""
        return next(one.on for one in self.life if one.event == ContractMade.name)

    @property
    def ended(self) -> date | None:
        """The first day without the contract, where an end is told."""
        return next((one.on for one in self.life if one.event == ContractEnded.name), None)

    def events(self) -> list[tuple[Happened, Event]]:
        """What happened, with the event that records it.

        Raises:
            Nonsense: something cannot have happened so.
        """
        usual = self._usual()
        return [(one, one.told(usual)) for one in self.life]

    def _usual(self) -> dict[str, Any]:
        """What an event of this pilot tells where its step does not say otherwise."""
        return {
            "council": self.council.value,
            "practice": self.practice.value,
            "commissioner": self.commissioner.value if self.commissioner else "",
            "nhs_body": self.commissioner.value if self.commissioner else "",
            "form": self.form.value,
            "functions": self.functions.value,
            "client_groups": self.serves.value,
        }


_SCHEDULES = {Instrument.CONTRACTING_OUT_2011: SCHEDULE_2011, Instrument.CONTRACTING_OUT_2014: SCHEDULE_2014}


def _could_be_delegated(one: Happened, event: FunctionsDelegated) -> None:
    """Refuse what no power of that day could give.

    Raises:
        Nonsense: the power was not in force, or has no such function, or the list has no such number.
    """
    days = [one.on, *([event.until] if event.until else [])]
    for day in days:
        if not event.under.in_force(day):
            raise Nonsense(f"{event.under.value} gave no power on {day}", "Name the power of that day")
    if event.under in _SCHEDULES:
        held = {function for one in _SCHEDULES[event.under] for function in one.carries}
        wrong = [function.value for function in event.functions if function not in held]
        if wrong:
            raise Nonsense(f"{event.under.value} does not hold the {wrong[0]}", "Leave it out of functions")
    unknown = set(event.listed) - {item.number for item in APPENDIX_6}
    if unknown:
        raise Nonsense(f"the list annexed has no item {min(unknown)}", "Name items 1 to 21")
    if event.listed and not annexed.in_force(one.on):
        raise Nonsense(f"the list annexed was not made by {one.on}", "Leave listed out")
    for function in event.functions if event.listed else ():
        if annexed(OnTheList(function=function, numbers=event.listed), on=one.on).not_met:
            rule = f"none of the items listed carries the {function.value}"
            raise Nonsense(rule, "Leave it out of functions, or name the item")
