"""Questions of capacity: a doubt about one decision, what is found, and what is then decided for the person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from swp_adapters.testing.lives.advocating import instructed, reported
from swp_adapters.testing.lives.housing import Housing
from swp_adapters.testing.others import ADULT
from swp_adapters.testing.pen import Over, Pen
from swp_adapters.testing.words import RELATIONS, synthetic
from swp_domain.actor import Actor, BodyKind
from swp_domain.capacity.events import (
    BestInterestsDecided,
    CapacityAssessed,
    CapacityDecisionNamed,
    CapacityDoubted,
    CapacityDoubtSettled,
    DecidingSupported,
    Option,
    PersonAccommodated,
    PersonOrOthersHeard,
)
from swp_domain.capacity.vocabulary import BestInterestsOutcome, CapacityResult
from swp_domain.decision import Decision
from swp_domain.law.mental_capacity_act_2005.s1_principles import FreedomFacts, GroundFacts, SupportFacts
from swp_domain.law.mental_capacity_act_2005.s2_capacity import CapacityFacts
from swp_domain.law.mental_capacity_act_2005.s4_best_interests import ConsultationFacts, Heard, PersonFacts
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.law.mental_capacity_act_2005.s39_advocates import Accommodation, Trigger
from swp_domain.party import Party

_ABLE: Final = CapacityFacts(
    understands=True, retains=True, uses_or_weighs=True, communicates=True, impairment=True, because_of_it=False
)
_ABILITIES: Final = ("understands", "retains", "uses_or_weighs")
_MATTERS: Final = {
    Matter.CARE: "whether to have carers come in",
    Matter.PROPERTY_AND_AFFAIRS: "what to do with the savings",
    Matter.CONTACT: "whom to let into the house",
    Matter.TENANCY: "whether to sign the tenancy",
    Matter.TREATMENT: "whether to have the tooth out",
}
_THE_PERSON: Final = PersonFacts(
    takes_part=True, wishes_and_feelings=True, beliefs_and_values=True, may_regain_capacity=True
)


def doubted(pen: Pen, matter: Matter, in_words: str, *, now_and_then: float = 0.0) -> str:
    """A decision is named, and somebody doubts that the person can take it; the id of the question."""
    question = pen.named("question")
    by = Party(kind=BodyKind.FAMILY, relation=pen.chance.choice(RELATIONS[:6]))
    pen.tell(
        CapacityDecisionNamed(capacity_decision=question, matter=matter, in_words=synthetic(in_words)),
        CapacityDoubted(capacity_decision=question, doubted_by=by, why=synthetic("forgets what was said")),
    )
    if pen.maybe(now_and_then):
        pen.after(2, 20)
        pen.tell(CapacityDoubtSettled(capacity_decision=question, why=synthetic("it need not be decided")))
        return ""
    return question


def assessed(
    pen: Pen, question: str, result: CapacityResult, *, by: Actor | None = None, differs: str | None = None
) -> None:
    """Somebody assesses; some do it poorly, and the record says so. It may have to be looked at again."""
    if pen.maybe(0.6):
        pen.tell(DecidingSupported(capacity_decision=question, how=synthetic("pictures, in the morning, twice")))
        pen.after(0, 3)
    lacks = result is CapacityResult.LACKS
    poor, again = pen.chance.random(), lacks and pen.maybe(0.15)
    pen.tell(
        CapacityAssessed(
            capacity_decision=question,
            information_given=synthetic("what each choice would be like"),
            support=SupportFacts(practicable_steps_taken=not (lacks and poor < 0.06)),
            found=_found(pen, result),
            grounds=GroundFacts(
                only_an_unwise_decision=lacks and 0.06 <= poor < 0.1, only_age_appearance_or_condition=False
            ),
            fluctuates=again or None,
            look_again_on=pen.day + timedelta(days=pen.chance.randint(90, 240)) if again else None,
            differs_because=differs,
            decision=Decision(outcome=result, reasons=synthetic("each element was looked at")),
        ),
        by=by,
    )


def _found(pen: Pen, result: CapacityResult) -> CapacityFacts:
    """The elements from which a result follows."""
    if result is CapacityResult.HAS:
        return _ABLE
    if result is CapacityResult.NOT_ESTABLISHED:
        return _ABLE.model_copy(update={"uses_or_weighs": None, "because_of_it": None})
    unable = pen.chance.sample(_ABILITIES, pen.chance.randint(1, 2))
    return _ABLE.model_copy(update={**dict.fromkeys(unable, False), "because_of_it": True})


def decided_for(pen: Pen, question: str, housing: Housing, what: str, other: str, *, report: bool = False) -> str:
    """What is best for the person is decided, once they and those around them were heard; some are not."""
    best = pen.named("best-interests")
    heard = [PersonOrOthersHeard(capacity_decision=question, who=ADULT, views=synthetic("would like to go home"))]
    family, passed_over = Heard.NOBODY, False
    if not housing.alone:
        family, passed_over = Heard.HEARD, pen.maybe(0.08)
        kin = Party(kind=BodyKind.FAMILY, relation=pen.chance.choice(RELATIONS[:6]))
        if passed_over:
            family = Heard.NOT_HEARD
        else:
            heard.append(PersonOrOthersHeard(capacity_decision=question, who=kin, views=synthetic("is worn out")))
    pen.tell(*heard)
    pen.after(0, 9)
    pen.tell(
        BestInterestsDecided(
            best_interests=best,
            rests_on=question,
            person=_THE_PERSON if pen.maybe(0.93) else _THE_PERSON.model_copy(update={"takes_part": False}),
            consultation=ConsultationFacts(
                named_by_the_person=Heard.NOBODY,
                carers_and_interested=family,
                attorney=Heard.NOBODY,
                deputy=Heard.NOBODY,
            ),
            options=(Option(what=synthetic(what), chosen=True), Option(what=synthetic(other), less_restrictive=True)),
            freedom=FreedomFacts(less_restrictive_considered=True),
            advocates_report_considered=report or None,
            decision=Decision(
                outcome=BestInterestsOutcome.DECIDED,
                reasons=synthetic("the checklist was gone through"),
                views=synthetic("would like to go home"),
            ),
        )
    )
    return best


def placed(pen: Pen, housing: Housing) -> None:
    """Somebody who cannot decide where to live is moved into a care home: some are assessed only afterwards."""
    if housing.since is None:
        raise Over
    asked_late = pen.maybe(0.12)
    if not asked_late:
        pen.until(max(pen.day, housing.since - timedelta(days=pen.chance.randint(14, 40))))
    else:
        pen.until(housing.since)
        pen.tell(PersonAccommodated(person=_THE_PERSON, consultation=ConsultationFacts()))
        pen.after(8, 60)
    question = doubted(pen, Matter.RESIDENCE, "whether to live in the care home")
    planned_for = None if asked_late else housing.since
    _till(pen, planned_for, 3, 12)
    assessed(pen, question, CapacityResult.LACKS)
    advocacy = None
    if housing.alone:
        advocacy = instructed(pen, question, Trigger.COUNCIL_ACCOMMODATION, Accommodation.CARE_HOME, planned_for)
    _till(pen, planned_for, 0, 10)
    report = reported(pen, advocacy, question)
    decided_for(pen, question, housing, "the care home", "more help at home", report=report)
    if not asked_late:
        pen.until(housing.since)
        pen.tell(PersonAccommodated(rests_on=question, advocacy=advocacy.id if advocacy else None, person_agrees=False))
    _looked_at_again(pen, question)


def _till(pen: Pen, day: date | None, least: int, most: int) -> None:
    """Some days pass, but no more than there are before the day on which something is to begin."""
    left = most if day is None else max(0, (day - pen.day).days)
    pen.after(min(least, left), min(most, left))


def _looked_at_again(pen: Pen, question: str) -> None:
    """After a year or so somebody looks again; most find the same, and a few the opposite, which another looks into."""
    if not pen.maybe(0.35):
        return
    pen.after(200, 500)
    if pen.maybe(0.85):
        assessed(pen, question, CapacityResult.LACKS)
        return
    assessed(pen, question, CapacityResult.HAS, by=pen.team.decider(pen.chance))
    pen.after(6, 30)
    why = synthetic("could not say the next day what had been talked of") if pen.maybe(0.6) else None
    assessed(pen, question, CapacityResult.LACKS, by=pen.staff.safeguarding.decider(pen.chance), differs=why)


def questioned(pen: Pen, housing: Housing, matter: Matter | None = None, of: str = "") -> None:
    """Somebody at home may be unable to decide one thing. Some can, some cannot, and of some two people disagree."""
    pen.after(20, 500)
    about = matter or pen.chance.choice(tuple(_MATTERS))
    question = doubted(pen, about, of or _MATTERS[about], now_and_then=0.08)
    if not question or pen.maybe(0.1):
        return  # settled; or doubted, and never assessed: that stays owed
    pen.after(5, 25 if pen.maybe(0.7) else 90)
    result = pen.chance.choices(tuple(CapacityResult), (55, 35, 10))[0]
    assessed(pen, question, result)
    if pen.maybe(0.2):
        _contradicted(pen, question, result)
    elif result is CapacityResult.LACKS:
        pen.after(3, 20)
        decided_for(pen, question, housing, "what keeps them safe", "leaving things as they are")


def _contradicted(pen: Pen, question: str, result: CapacityResult) -> None:
    """Weeks later somebody else finds the opposite; half of them say why."""
    pen.after(7, 50)
    other = CapacityResult.HAS if result is CapacityResult.LACKS else CapacityResult.LACKS
    why = synthetic("an infection has gone") if pen.maybe(0.5) else None
    assessed(pen, question, other, by=pen.staff.safeguarding.decider(pen.chance), differs=why)


def money_in_question(pen: Pen, then: Callable[[Pen], None]) -> None:
    """Somebody cannot see to their money, and the court is asked for somebody who does."""
    question = doubted(pen, Matter.PROPERTY_AND_AFFAIRS, _MATTERS[Matter.PROPERTY_AND_AFFAIRS])
    pen.after(5, 30)
    assessed(pen, question, CapacityResult.LACKS)
    pen.after(5, 40)
    then(pen)
