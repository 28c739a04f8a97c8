"""Which entries a stretch of days of deprivation rests on: what began and ended it, and what authorises it.

The state of a stage keeps days and no entries, so that it does not depend on the order of recording. Here the entries
are found again by what they tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.court.events import OrderEnded, OrderReviewed
from swp_domain.entry import AnyEntry
from swp_domain.liberty.events import (
    AuthorisationEnded,
    AuthorisationReviewed,
    AuthorisationSuspended,
    DeprivationBegan,
    DeprivationEnded,
    DeprivationMoved,
    DeprivedForVitalAct,
    RespiteBegan,
    StandardAuthorisationDecided,
    SuspensionLifted,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
    VitalActEnded,
)
from swp_domain.liberty.state import Spell, Told, VitalAct, told_by

_BEGINS = (DeprivationBegan, RespiteBegan, DeprivationMoved)


def of_spell(file: CaseFile, which: str, spell: Spell) -> tuple[str, ...]:
    """What began days in one place and ended them; a death as well, which ends every deprivation."""
    begun = _telling(file, spell.since, *_BEGINS, deprivation=which)
    ended = _telling(file, spell.until, *_BEGINS, DeprivationEnded, deprivation=which)
    died = (one.entry_id for one in file.entries if isinstance(one.event, PersonDied))
    return tuple(dict.fromkeys([*begun, *ended, *died]))


def of_urgent(file: CaseFile, request: str) -> tuple[str, ...]:
    """What gave the urgent authorisation beside a request, extended it, and ended it by a decision."""
    kinds = (UrgentAuthorisationGiven, UrgentExtensionDecided, StandardAuthorisationDecided)
    return tuple(_about(file, *kinds, request=request))


def of_standard(file: CaseFile, authorisation: str) -> tuple[str, ...]:
    """What granted a standard authorisation, changed, suspended and ended it."""
    kinds = (
        StandardAuthorisationDecided,
        AuthorisationReviewed,
        AuthorisationSuspended,
        SuspensionLifted,
        AuthorisationEnded,
    )
    return tuple(_about(file, *kinds, authorisation=authorisation))


def of_vital_act(file: CaseFile, which: str, act: VitalAct) -> tuple[str, ...]:
    """What says that section 4B is relied on, and no more."""
    begun = _telling(file, act.since, DeprivedForVitalAct, deprivation=which)
    return (*begun, *_telling(file, act.until, VitalActEnded, deprivation=which))


def of_order(entries: Iterable[AnyEntry], order: str) -> tuple[str, ...]:
    """What reviewed or ended an order of the court."""
    kinds = (OrderReviewed, OrderEnded)
    return tuple(one.entry_id for one in entries if _names(one.event, kinds, {"order": order}))


def _telling(file: CaseFile, told: Told | None, *kinds: type, **named: str) -> Iterator[str]:
    """The entries of some kinds that tell of something then."""
    for entry in file.entries:
        if told is not None and _names(entry.event, kinds, named) and entry.counts and told_by(entry) == told:
            yield entry.entry_id


def _about(file: CaseFile, *kinds: type, **named: str) -> Iterator[str]:
    """The entries of some kinds that name something."""
    return (one.entry_id for one in file.entries if _names(one.event, kinds, named) and one.counts)


def _names(event: object, kinds: tuple[type, ...], named: dict[str, str]) -> bool:
    return isinstance(event, kinds) and all(getattr(event, field) == value for field, value in named.items())
