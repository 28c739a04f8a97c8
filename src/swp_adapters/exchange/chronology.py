"""Reading a chronology: what a published account says happened in one case, as a YAML file.

::

    id: a-case
    chronology:
    - {'on': 2022-11, act: assessment-requested, by: adult}
    - {'on': '2024-01-15', act: assessment-completed, by: council}
    context:
    - {fact: informal-carer, from: '2017', who: daughter}

Dates may be a day, a month or a year; ``range`` bounds a day that is not known. Fields that nobody here
asks for (the source, topics, findings) are left alone.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from swp_adapters.exchange.chronology_dates import bounded, with_offsets
from swp_adapters.exchange.chronology_yaml import load
from swp_domain.law.dates import PartialDate
from swp_domain.refusal import Invalid


def _date_text(value: object) -> object:
    return f"{value:04}" if isinstance(value, int) and not isinstance(value, bool) else value


def _words(value: object) -> object:
    """Numbers and yes or no are as good as text where text is asked for; lists and mappings are not."""
    return str(value) if isinstance(value, (int, float)) else value


Told = Annotated[PartialDate, BeforeValidator(_date_text)]
Words = Annotated[str, BeforeValidator(_words)]


class Happening(BaseModel):
    """One event of a chronology.

    ``on`` is the date as told, and ``occurred`` the days it can mean. ``known_on`` is when the council
    learned of it, where that was later. ``assumed`` and ``basis`` say that whoever compiled the
    chronology inferred it; ``received: disputed`` that its delivery is contested; ``statutory`` and
    ``commissioned``, when false, that it does not count as the council's own. ``subject`` is whom it is
    about, where that is not the adult of the case.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    on: Told
    act: Words
    by: Words = "third-party"
    precision: Words = "day"
    days_possible: Annotated[tuple[Told, Told] | None, Field(alias="range")] = None
    known_on: Told | None = None
    assumed: bool = False
    basis: Words | None = None
    sent: bool | None = None
    received: Words | None = None
    statutory: bool = True
    commissioned: bool = True
    subject: Words | None = None
    type: Words | None = None
    result: Words | None = None
    decision: Words | None = None
    remedy: Words | None = None
    to: Words | None = None
    count: int | None = None
    days: int | None = None
    amount: Any = None
    agreed_until: Told | None = None
    agreed_days: Annotated[int, Field(ge=0)] | None = None
    review_by: Told | None = None
    assessment_by: Told | None = None
    valid_to: Told | None = None

    @model_validator(mode="after")
    def _ends_in_order(self) -> Happening:
        _ = self.occurred
        return self

    @property
    def occurred(self) -> PartialDate:
        """The days on which it can have happened."""
        return bounded(self.on, self.days_possible)

    @property
    def known(self) -> PartialDate:
        """The days on which the council can have learned of it."""
        return self.known_on or self.occurred

    @property
    def inferred(self) -> bool:
        """Whether the source does not say it, but whoever compiled the chronology takes it to be so."""
        return self.assumed or self.basis is not None


class Fact(BaseModel):
    """A standing fact, from one day to another, both within it; no end means that it still stands."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    fact: Words
    begins: Annotated[Told | None, Field(alias="from")] = None
    ends: Annotated[Told | None, Field(alias="to")] = None
    who: Words | None = None
    item: Words | None = None
    amount: Any = None
    unit: Words | None = None
    funded: bool | None = None
    figure: Any = None
    breakdown: Any = None
    reasons: Any = None
    reason: Words | None = None
    basis: Words | None = None

    @property
    def nothing(self) -> bool:
        """Whether it says that there was none of something: an amount of 0."""
        return self.amount is not None and str(self.amount).strip() in ("0", "0.0", "none")

    def holds_on(self, day: date) -> bool:
        """Whether it can stand on a day."""
        return (self.begins is None or self.begins.earliest <= day) and (self.ends is None or day <= self.ends.latest)


class Chronology(BaseModel):
    """What a published account says happened, and the standing facts that no event carries."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Words
    kind: Words | None = None
    regime: Words | None = None
    setting: Words | None = None
    cast: dict[Words, Words] = Field(default_factory=dict)
    chronology: tuple[Happening, ...]
    context: tuple[Fact, ...] = ()

    def facts(self, name: str) -> tuple[Fact, ...]:
        """The standing facts of one name."""
        return tuple(one for one in self.context if one.fact == name)

    def holds(self, name: str, day: date) -> bool:
        """Whether a standing fact can stand on a day."""
        return any(one.holds_on(day) for one in self.facts(name))


def read_chronology(source: str | Path) -> Chronology:
    """Read a chronology.

    Args:
        source: the YAML itself, or the path of a file that holds it.

    Raises:
        Invalid: it cannot be read, is no YAML, or a field is missing or wrong: which, and what helps.
    """
    told = _loaded(_text(source) if isinstance(source, Path) else source)
    if not isinstance(told, dict):
        raise Invalid("case", "is not a mapping of fields", "Begin with id:, then chronology:")
    events = told.get("chronology")
    if isinstance(events, list):
        told = {**told, "chronology": with_offsets(events)}
    try:
        return Chronology.model_validate({key: value for key, value in told.items() if value is not None})
    except ValidationError as error:
        raise _invalid(error) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Invalid("case", f"{path} cannot be read: {error.strerror}", "Name a YAML file") from None
    except UnicodeDecodeError:
        raise Invalid("case", f"{path} is not text in UTF-8", "Save it as UTF-8") from None


def _loaded(text: str) -> Any:
    try:
        return load(text)
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())
        raise Invalid("case", f"is no YAML that can be read: {said}", "Put the file right at that place") from None
    except RecursionError:
        raise Invalid("case", "is nested too deeply", "Write one mapping, with lists of events and facts") from None


def _invalid(error: ValidationError) -> Invalid:
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"]) or "case"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    if first["type"] == "missing":
        return Invalid(field, f"is missing{more}", "Every case has an id and a chronology, every event on and act")
    said = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    return Invalid(field, f"{said}{more}", "Put it right and read the case again")
