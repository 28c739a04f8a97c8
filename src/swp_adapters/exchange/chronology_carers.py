"""The carer's assessment: asked for, or called for whenever the council meets a carer whom it knows.

A standing fact says that a carer is known. It opens nothing by itself: what a council must not do is
meet the adult or the carer again and pass the carer by, so every review and assessment of the adult,
and every word from the carer, is a reminder until the carer was assessed or refused.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_needs import since
from swp_domain.actor import BodyKind
from swp_domain.assessment.events import (
    AssessmentRequested,
    CarerIdentified,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    CaringEnded,
)
from swp_domain.assessment.vocabulary import Conclusion, Prompt
from swp_domain.decision import Decision
from swp_domain.law.dates import PartialDate
from swp_domain.party import Party, Whose

CARERS: Final = "assess the carer"
_CARER: Final = "carer"
_OF_A_CARER: Final = frozenset({"carer-assessment-requested", "carer-unable", "carer-assessment-completed"})
# Our reading, no limit of the law: support is looked at once a year, so an assessment answers for a year.
_STILL_FRESH: Final = timedelta(days=365)


def requested(desk: Desk, source: Happening) -> str | None:
    """A carer asks, or somebody asks for the carer."""
    _ask(desk, source, Prompt.REQUEST)
    return None


def promised(desk: Desk, source: Happening) -> str | None:
    """A remedy that promises a carer's assessment."""
    _ask(desk, source, Prompt.PROMISE)
    return None


def unable(desk: Desk, source: Happening) -> str | None:
    """A carer who says that they cannot go on has come to notice, whatever was assessed before."""
    _notice(desk, source, Weight.FACT)
    return None


def completed(desk: Desk, source: Happening) -> str | None:
    """The council, or whoever exercises its function, assessed the carer."""
    if council_acts(source.by) and source.statutory:
        duty = desk.owed(CARERS)
        subject = duty.subject if duty else desk.new("carers-assessment")
        concluded = Decision(outcome=Conclusion.NO_NEEDS if source.result in ("none", "no-needs") else Conclusion.NEEDS)
        event = CarersAssessmentCompleted(assessment=subject, carer=_CARER, decision=concluded)
        desk.put(event, source, on=since(source, duty))
    return None


def adult_looked_at(desk: Desk, source: Happening) -> None:
    """A review or assessment of the adult is a reminder of every carer whom the council knows."""
    if council_acts(source.by) and source.statutory and _known(desk, source):
        _remind(desk, source)


def carer_spoke(desk: Desk, source: Happening) -> None:
    """A word from a carer, about anything, shows that there is one; it adds nothing to a wait that runs."""
    if source.by == _CARER and source.act not in _OF_A_CARER and desk.owed(CARERS) is None:
        _remind(desk, source)


def caring_ended(desk: Desk, source: Happening | None, on: PartialDate) -> None:
    """From then on there is no carer to assess."""
    for duty in desk.file.ledger:
        if duty.duty == CARERS and duty.opened_on <= on.earliest:
            desk.put(CaringEnded(carer=_CARER, assessment=duty.subject), source, on=on)


def end_of_caring(desk: Desk) -> None:
    """What the standing facts say of when a carer stopped, where nobody went on in their place."""
    known = desk.chronology.facts("informal-carer")
    for fact in known:
        if fact.ends is None or fact.ends.earliest > desk.as_at:
            continue
        if not any(one.holds_on(fact.ends.latest + timedelta(days=1)) for one in known):
            caring_ended(desk, None, fact.ends)


def _ask(desk: Desk, source: Happening, prompt: Prompt) -> None:
    duty = desk.owed(CARERS)
    event = AssessmentRequested(
        assessment=duty.subject if duty else desk.new("carers-assessment"),
        whose=Whose.CARER,
        prompt=prompt,
        asked_by=Party(kind=BodyKind.CARER),
        carer=_CARER,
    )
    desk.put(event, source, on=source.known)


def _remind(desk: Desk, source: Happening) -> None:
    answered = _last_answer(desk)
    if desk.owed(CARERS) is not None or answered is None or source.known.latest > answered + _STILL_FRESH:
        _notice(desk, source, Weight.APPEARANCE)


def _notice(desk: Desk, source: Happening, weight: Weight) -> None:
    duty = desk.owed(CARERS)
    subject = duty.subject if duty else desk.new("carers-assessment")
    desk.put(CarerIdentified(carer=_CARER, assessment=subject), source, on=source.known, weight=weight)


def _known(desk: Desk, source: Happening) -> bool:
    facts = desk.chronology.facts("informal-carer")
    if facts:
        return any(one.holds_on(source.known.earliest) for one in facts)
    return any(one.by == _CARER or one.act in _OF_A_CARER for one in desk.before(source))


def _last_answer(desk: Desk) -> date | None:
    """When a carer was last assessed, or refused."""
    answers = [
        entry.occurred_on
        for entry in desk.entries
        if isinstance(entry.event, CarersAssessmentCompleted | CarersDutyEndedByRefusal)
    ]
    return max(answers, default=None)
