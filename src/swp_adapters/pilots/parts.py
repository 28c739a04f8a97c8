"""What a pilot's data is made of: facts, what happened and whose act it was, and the size of the scenario."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, ValidationError

from swp_adapters.pilots.told import Nonsense, Told
from swp_domain.catalogue import event_named
from swp_domain.event import Event
from swp_domain.refusal import Invalid


class By(StrEnum):
    """Whose act something in a practice's life was."""

    COUNCIL = "council"
    PRACTICE = "practice"
    NHS_BODY = "NHS body"


class Way(StrEnum):
    """The ways in which a synthetic case goes."""

    SUPPORTED = "supported"
    DIRECT_PAYMENT = "direct payment"
    EQUIPMENT = "equipment"
    BELOW_THE_THRESHOLD = "below the threshold"
    CARER = "carer"
    CONCERN = "concern"
    SETTLED = "settled at triage"


class Fact(Told):
    """Something else that is known of a pilot, from a day and until a day where it held for a time."""

    about: str
    says: str
    since: date | None = None
    until: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether it held on a day; asked about no day, it does."""
        return on is None or ((self.since or on) <= on <= (self.until or on))


class Happened(Told):
    """Something in the life of the practice: an event by its stored name, with what it tells."""

    on: date
    event: str
    by: By = By.COUNCIL
    tells: dict[str, Any] = Field(default_factory=dict)

    def told(self, usual: dict[str, Any]) -> Event:
        """The event, with what this pilot usually tells where nothing else is told.

        Raises:
            Nonsense: there is no such event, or it cannot tell this.
        """
        try:
            kind = event_named(self.event)
            fitting = {name: value for name, value in usual.items() if name in kind.model_fields}
            return kind.model_validate({**fitting, **self.tells})
        except ValidationError as error:
            wrong = error.errors()[0]
            where = ".".join(map(str, wrong["loc"]))
            raise Nonsense(f"{self.event} cannot tell {where}: {wrong['msg']}", "See swp rules --events") from None
        except Invalid as error:
            raise Nonsense(f"event: {error.rule}", error.remedy) from None


class Staffing(Told):
    """How many invented people work for the practice in the scenario."""

    front_door: Annotated[int, Field(ge=1, le=500)]
    case_management: Annotated[int, Field(ge=2, le=500)]
    safeguarding: Annotated[int, Field(ge=1, le=500)] = 1
    other: Annotated[int, Field(ge=1, le=500)] = 1


class Cases(Told):
    """How many invented cases the scenario has, unless told, which ways they go, and the last day that is told.

    ``ways`` has so many of each in turn. ``direct`` holds where people come to the practice themselves, and ``calls``
    where it also answers the telephone for everybody; else the council sends them. ``carried_over`` is the share that
    the council held before, and ``later_in_services`` that of people below the threshold who came into the council's
    services afterwards, both per cent. ``groups`` are the client groups of invented people where the practice serves
    everybody. Cases begin between two days, where told.
    """

    number: Annotated[int, Field(ge=1, le=10_000)]
    until: date
    ways: dict[Way, Annotated[int, Field(ge=1, le=100)]] = Field(min_length=1)
    direct: bool = False
    calls: bool = False
    carried_over: Annotated[int, Field(ge=0, le=100)] = 0
    later_in_services: Annotated[int, Field(ge=0, le=100)] = 0
    begin_from: date | None = None
    begin_by: date | None = None
    groups: tuple[str, ...] = ()
