"""How far the person can be involved in an assessment, and the advocate who is owed where nobody can support them."""

from __future__ import annotations

from datetime import date

from swp_adapters.exchange.chronology import Fact, Happening
from swp_adapters.exchange.chronology_actors import COUNCIL
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_domain.actor import BodyKind
from swp_domain.assessment.events import AdvocateArranged, InvolvementConsidered
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.party import Party


def consider_involvement(
    desk: Desk, source: Happening | None, subject: str, day: date, *, weight: Weight = Weight.FACT
) -> None:
    """Put the standing facts about difficulty and support beside an assessment, once.

    Args:
        desk: the case so far.
        source: the event that made the assessment owed, or ended it, if any.
        subject: the assessment.
        day: the day to look at: that event's earliest.
        weight: how sure it is that it was owed, where that is less than the source's own.
    """
    if any(isinstance(one.event, InvolvementConsidered) and one.event.assessment == subject for one in desk.entries):
        return
    difficulty = _standing(desk, "substantial-difficulty", day)
    if difficulty is None:
        return
    support = _standing(desk, "appropriate-person", day)
    # The fact does not say in which of the four ways involvement is difficult; one is enough in law.
    facts = InvolvementFacts(
        difficulty_understanding=True,
        appropriate_person=None if support is None else (support.who or "none") != "none",
    )
    since = [begun.earliest for one in (difficulty, support) if one and (begun := one.begins)]
    opened = min((one.opened_on for one in desk.file.ledger if one.subject == subject), default=day)
    desk.put(
        InvolvementConsidered(assessment=subject, involvement=facts),
        source,
        on=min(max([opened, *since]), day),
        by=COUNCIL,
        weight=weight,
    )


def advocate_arranged(desk: Desk, source: Happening) -> str | None:
    """An advocate stands beside the assessment that was last asked for, or finished; else beside a plan or review."""
    named = (getattr(one.event, "assessment", None) for one in reversed(desk.entries))
    subject = next((one for one in named if one), None) or desk.new("involvement")
    desk.put(AdvocateArranged(assessment=subject, decision=Decision(outcome=Party(kind=BodyKind.OTHER))), source)
    return None


def _standing(desk: Desk, name: str, day: date) -> Fact | None:
    return next((one for one in desk.chronology.facts(name) if one.holds_on(day)), None)
