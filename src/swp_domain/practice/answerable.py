"""Which body is responsible for a case on a day: derived, for every case, so that one entry can move all of them.

The council answers in law for every case on every day; what moves is which body discharges its functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.belonging import Belonging
from swp_domain.practice.state import PracticeState

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing


@dataclass(frozen=True, slots=True)
class Answerable:
    """The one body that is responsible for a case on a day, the council that answers, and why.

    ``jointly_with`` is the body that is responsible beside it, in the window after a transfer, and ``joint_until`` the
    last day of that.
    """

    body: str
    kind: BodyKind
    council: str
    why: str
    jointly_with: str = ""
    joint_until: date | None = None


def answerable(belonging: Belonging, standing: Standing) -> Answerable:
    """The body responsible for a case on the standing's day.

    A practice is, for the people of a cohort that it took on, while its contract lasts. Where no cohort was ever
    agreed, it is for those whom an authorisation is for; where the client group or area is not on record, for those
    whose own file says that they moved to it. Everybody else is the council's, and so is whom the council took back.
    """
    council = _council(standing, belonging)
    if belonging.taken_back_on is not None:
        return Answerable(council, BodyKind.COUNCIL, council, "the council took the case back")
    for practice in standing.practices:
        if practice.practice and (why := _serves(practice, belonging, standing)):
            until = _joint_until(practice, belonging, standing)
            joint = practice.council if until else ""
            return Answerable(practice.practice, BodyKind.PRACTICE, practice.council, why, joint, until)
    ended = next((one for one in standing.practices if _went_with_the_end(one, belonging)), None)
    if ended is not None:
        kind = BodyKind.COUNCIL if ended.returned_to == ended.former_council else BodyKind.OTHER
        return Answerable(ended.returned_to, kind, council, "the contract ended, and its cases went there")
    return Answerable(council, BodyKind.COUNCIL, council, "no practice is responsible for them")


def _council(standing: Standing, belonging: Belonging) -> str:
    """The council that answers: the one of the contract, or of the last."""
    found = [one for one in standing.practices if belonging.moved_to in (one.practice, one.former_practice)]
    named = [one.council or one.former_council for one in (*found, *standing.practices)]
    return next((one for one in named if one), "the council")


def _serves(practice: PracticeState, belonging: Belonging, standing: Standing) -> str:
    """Why a practice is responsible for somebody; empty where it is not."""
    of = (belonging.client_groups, belonging.area)
    taken = [one for one in practice.cohorts.values() if one.since is not None]
    held = next((one for one in taken if one.extent.holds(*of)), None)
    if held is not None:
        return f"they belong to the cohort {held.id}, which it took on"
    authorised = [one for one in practice.delegations.values() if standing.on in one.period]
    if not practice.cohorts and any(one.extent.holds(*of) for one in authorised):
        return "it is authorised for them"
    unknown = any(one.extent.holds(*of) is None for one in (*taken, *(authorised if not practice.cohorts else ())))
    if unknown and belonging.moved_to == practice.practice:
        return "their file says that they moved to it, and to which cohort they belong is not on record"
    return ""


def _went_with_the_end(ended: PracticeState, belonging: Belonging) -> bool:
    """Whether a case went where a contract's cases went: of those whom its practice had, and not moved on since."""
    if ended.practice or not ended.returned_to:
        return False
    since = belonging.moved_on is not None and ended.ended_on is not None and belonging.moved_on > ended.ended_on
    if since and belonging.moved_to != ended.returned_to:
        return False
    held = [one.holds(belonging.client_groups, belonging.area) for one in ended.served]
    return True in held or (None in held and belonging.moved_to in (ended.former_practice, ended.returned_to))


def _joint_until(practice: PracticeState, belonging: Belonging, standing: Standing) -> date | None:
    """The last day on which the council is responsible beside a practice, in the window of a transfer."""
    of = (belonging.client_groups, belonging.area)
    taken = [one for one in practice.cohorts.values() if one.since and one.extent.holds(*of) is not False]
    ends = [one.joint_until for one in taken]
    # A case's own file is asked only where the practice's cannot tell: a later transfer may have changed the window.
    if belonging.moved_to == practice.practice and not any(one.extent.holds(*of) for one in taken):
        ends.append(belonging.joint_until)
    return max((one for one in ends if one is not None and standing.on <= one), default=None)
