"""Growing into adult care: what was expected, whether it was assessed before eighteen, and whether anybody let go."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s58_transition import TransitionFacts
from swp_domain.law.dates import PartialDate
from swp_domain.party import Party
from swp_domain.transition.events import (
    AdultConclusionReached,
    AdulthoodReached,
    ChildrensServicesEnded,
    FundingDecided,
    TransitionAssessmentCompleted,
    TransitionAssessmentRequested,
    TransitionExpected,
)
from swp_domain.transition.vocabulary import AdultConclusion, TransitionOutcome

_BEGINS: Final = frozenset({"plan-agreed", "service-started", "direct-payment-started", "budget-set"})
_STOPS: Final = frozenset({"service-ended", "service-suspended"})
# Our reading: a service that stops within a month of the eighteenth birthday was one for the child.
_MONTH: Final = timedelta(days=31)


def expected(desk: Desk) -> None:
    """A likely need as an adult, of which the council knew, and the birthday, where it is told."""
    birthday = _birthday(desk)
    for fact in desk.chronology.facts("likely-need-after-18")[:1]:
        if fact.begins is not None and fact.begins.latest <= desk.as_at:
            facts = TransitionFacts(likely_needs_after_18=True)
            event = TransitionExpected(
                transition=desk.new("transition"), facts=facts, birthday=birthday.latest if birthday else None
            )
            desk.put(event, None, on=fact.begins)


def grown_up(desk: Desk, source: Happening) -> str | None:
    """The eighteenth birthday."""
    which = _transition(desk)
    one = desk.file.transition.transitions.get(which) if which else None
    assessed = None if one is None else one.assessed_on is not None
    reached = AdulthoodReached(transition=which or desk.new("transition"), assessed=assessed)
    desk.put(reached, source, weight=_sureness(desk))
    return None


def is_a_child(desk: Desk, source: Happening) -> bool:
    """Whether it was known of before the eighteenth birthday, as far as that is told."""
    birthday = _birthday(desk)
    return birthday is not None and source.known.latest < birthday.earliest


def around_eighteen(desk: Desk, source: Happening) -> bool:
    """Whether it came before the eighteenth birthday, or within a month of it."""
    birthday = _birthday(desk)
    return birthday is not None and source.occurred.earliest <= birthday.latest + _MONTH


def requested(desk: Desk, source: Happening) -> str | None:
    """Somebody asks for an assessment of a child that looks ahead."""
    birthday, which = _birthday(desk), _transition(desk)
    if which is None:
        # Whoever asks says that needs are likely, and the council knows it; that they were is for a person to judge.
        which = desk.new("transition")
        likely = TransitionFacts(likely_needs_after_18=True)
        expected = TransitionExpected(transition=which, facts=likely, birthday=birthday.latest if birthday else None)
        desk.put(expected, source, on=source.known, weight=Weight.APPEARANCE)
    event = TransitionAssessmentRequested(
        transition=which, asked_by=Party(kind=kind_of(source.by)), birthday=birthday.latest if birthday else None
    )
    desk.put(event, source, on=source.known)
    return None


def assessed(desk: Desk, source: Happening) -> None:
    """An assessment finished before the birthday is the one that looks ahead."""
    which, birthday = _transition(desk), _birthday(desk)
    early = birthday is None or source.occurred.earliest <= birthday.latest
    if which and early and council_acts(source.by) and source.statutory:
        likely = source.result not in ("none", "no-needs")
        outcome = TransitionOutcome.LIKELY_ELIGIBLE if likely else TransitionOutcome.NOT_LIKELY
        event = TransitionAssessmentCompleted(transition=which, decision=Decision(outcome=outcome))
        desk.put(event, source, weight=_sureness(desk))


def funded(desk: Desk, source: Happening) -> str | None:
    """Money decided for somebody who grows up is for their life as an adult."""
    which, birthday = _transition(desk), _birthday(desk)
    if which is None or birthday is None or source.occurred.earliest > birthday.latest + _MONTH:
        return NOT_YET
    desk.put(FundingDecided(transition=which), source)
    return None


def support_began(desk: Desk, source: Happening) -> None:
    """A plan, or a service that begins once they are adults, shows that adult services have begun to meet needs."""
    which, birthday = _transition(desk), _birthday(desk)
    if which is None or birthday is None or not council_acts(source.by) or not source.commissioned:
        return
    if source.act == "plan-agreed" or source.occurred.latest >= birthday.earliest:
        decision = Decision(outcome=AdultConclusion.MEETING)
        desk.put(AdultConclusionReached(transition=which, decision=decision), source)


def let_go(desk: Desk) -> None:
    """What stopped around the birthday was a service for the child."""
    which, birthday = _transition(desk), _birthday(desk)
    if which is None or birthday is None or birthday.latest > desk.as_at:
        return
    stops = [one.occurred for one in desk.told if one.act in _STOPS]
    stops += [one.begins for one in desk.chronology.facts("delivered") if one.nothing and one.begins]
    near = [one for one in stops if birthday.earliest - _MONTH <= one.earliest <= birthday.latest + _MONTH]
    if near:
        first = min(near, key=lambda one: one.earliest)
        day = first if first.earliest >= birthday.earliest and first.latest <= desk.as_at else birthday
        desk.put(ChildrensServicesEnded(transition=which), None, on=day, weight=Weight.INFERRED)


def _sureness(desk: Desk) -> Weight:
    """Whether adult support that an account tells of began only long after the birthday; its silence shows nothing."""
    birthday = _birthday(desk)
    begins = [one.occurred for one in desk.told if one.act in _BEGINS and council_acts(one.by) and one.commissioned]
    first = min((one.earliest for one in begins), default=None)
    late = birthday is not None and first is not None and first > birthday.latest + _MONTH
    return Weight.INFERRED if late else Weight.IMPLIED


def _transition(desk: Desk) -> str | None:
    return next(iter(desk.file.transition.transitions), None)


def _birthday(desk: Desk) -> PartialDate | None:
    told = [one.begins for one in desk.chronology.facts("birthday-18") if one.begins]
    told += [one.occurred for one in desk.chronology.chronology if one.act == "person-turned-18"]
    return min(told, key=lambda one: (one.latest - one.earliest, one.latest), default=None)
