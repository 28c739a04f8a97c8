"""The workload: invented cases of twenty entries, from referral to court, judged by the engine itself.

Everything follows from a seed. A few lives are judged; the cases of a benchmark are those lives again
under other names.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from statistics import mean
from typing import Any, Final

from swp_adapters.casework import Casework
from swp_adapters.demo.life import COURT
from swp_adapters.demo.people import establish
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.security.seal import Sealer
from swp_adapters.store.mapper import StreamSealer
from swp_domain.actor import Actor, BodyKind
from swp_domain.assessment import events as assessing
from swp_domain.assessment.vocabulary import Conclusion, Prompt
from swp_domain.case.events import CaseAllocated, ComplexityChanged, PersonRegistered
from swp_domain.case.vocabulary import Complexity
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.eligibility.events import DeterminationGiven, EligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import Appearance, AssessmentCoverage
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultAbility, AdultNeeds, AdultOutcome
from swp_domain.party import Party
from swp_domain.proposal import Proposal, propose
from swp_domain.referral.events import ReferralReceived, ReferralTriaged, UrgentSupportProvided
from swp_domain.referral.vocabulary import Source, TriageOutcome, Urgency
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome
from swp_domain.stored import from_bytes, to_bytes

PER_CASE: Final = 20
_WORDS: Final = (
    "needs", "carer", "home", "support", "wellbeing", "decision", "advocate", "budget", "mobility", "meals", "washing",
    "family", "visit", "hospital", "discharge", "respite", "equipment", "risk", "alone", "kitchen", "stairs", "memory",
    "tablets", "neighbour", "daughter", "money", "letters", "sleep",
)  # fmt: skip
_FIRST: Final = date(2025, 1, 6)


def life(seed: int, stream: str, casework: Casework) -> list[Proposal[Event]]:
    """Twenty proposals of one case, in the order of recording; the staff are those of the demonstration."""
    chance = random.Random(seed)
    day = _FIRST + timedelta(days=chance.randrange(60))
    ada, edith = casework.actor("ada", day), casework.actor("edith", day)
    told: list[Proposal[Event]] = []
    for event, by in _events(chance, ada, edith):
        recorded_by = edith if by is COURT else None
        told.append(propose(stream, event, by, day, recorded_by=recorded_by))
        day += timedelta(days=chance.randrange(6))
    # What the front door told is heard of late: it is recorded last but happened first.
    late = told.pop(4)
    return [*told[:9], late, *told[9:]]


def judged(seeds: int) -> list[list[AnyEntry]]:
    """The entries of so many lives, as the engine records them, each on the day after it happened."""
    numbers = count(1)
    moment = datetime.combine(_FIRST, time(9), UTC)
    casework = Casework(
        "sqlite:///:memory:", keys=MemoryKeys(), clock=lambda: moment, new_id=lambda: f"{next(numbers)}"
    )
    establish(casework)
    lives = []
    for seed in range(seeds):
        stream, moment = f"case/{seed}", datetime.combine(_FIRST, time(9), UTC)
        for proposal in life(seed, stream, casework):
            moment = max(moment + timedelta(minutes=1), datetime.combine(proposal.on, time(9), UTC) + timedelta(days=1))
            casework.submit(proposal)
        lives.append(casework.entries(stream))
    casework.close()
    return lives


def write(seeds: int, path: str) -> float:
    """Keep so many lives where the other processes find them; how many bytes an entry has when it is stored.

    Personal text is invented, and is not sealed here.
    """
    lives = judged(seeds)
    Path(path).write_text(json.dumps([[(one.event_name, to_bytes(one).decode()) for one in case] for case in lives]))
    sealer = StreamSealer(Sealer(MemoryKeys()), stream_of(0))
    return mean(len(to_bytes(one, sealer)) for case in lives for one in case)


class Cases:
    """As many cases as are asked for, by number, each one of the kept lives under names of its own."""

    def __init__(self, path: Path) -> None:
        self._lives = [
            [from_bytes(state.encode(), name) for name, state in case] for case in json.loads(path.read_text())
        ]
        for case in self._lives:
            for one in case:
                one.judged  # noqa: B018  read once, so that no side pays for it while it is measured

    def __getitem__(self, number: int) -> list[AnyEntry]:
        case = self._lives[number % len(self._lives)]
        versions = {one.entry_id: one.version for one in case}
        return [
            one.model_copy(
                update={
                    "stream": stream_of(number),
                    "entry_id": f"{number:08}-{one.version:04}",
                    "command_id": f"command-{number:08}-{one.version:04}",
                    "corrects": one.corrects and f"{number:08}-{versions[one.corrects]:04}",
                }
            )
            for one in case
        ]

    def half(self, number: int) -> date:
        """The day on which half of a case's entries had happened."""
        return sorted(one.occurred_on for one in self._lives[number % len(self._lives)])[PER_CASE // 2]


def stream_of(number: int) -> str:
    """The file of a case by number."""
    return f"case/bench-{number:08}"


def _text(chance: random.Random, most: int) -> str:
    words: list[str] = ["Invented:"]
    while sum(map(len, words)) < chance.randrange(most // 3, most):
        words.append(chance.choice(_WORDS))
    return " ".join(words)


def _events(chance: random.Random, ada: Actor, edith: Actor) -> Iterator[tuple[Event, Actor]]:
    yield from _referral(chance, ada)
    yield from _assessment(chance, ada)
    yield from _safety(chance, ada, edith)
    yield from _court(chance, edith)


def _referral(chance: random.Random, ada: Actor) -> Iterator[tuple[Event, Actor]]:
    yield (
        ReferralReceived(
            referral="R1",
            source=chance.choice((Source.GP, Source.SELF, Source.HOSPITAL, Source.FAMILY_OR_FRIEND)),
            urgency=Urgency.URGENT,
            referrer=Party(kind=BodyKind.FAMILY, relation="daughter", name=_text(chance, 30)),
            summary=_text(chance, 500),
        ),
        ada,
    )
    yield (
        PersonRegistered(
            name_given="Synthetic",
            name_family=_text(chance, 20),
            birth_date="1941-02-03",
            birth_year=1941,
            nhs_number="999 000 0018",
            address=_text(chance, 60),
        ),
        ada,
    )
    yield UrgentSupportProvided(assessment="A1", support=_text(chance, 300)), ada
    yield (
        ReferralTriaged(
            referral="R1",
            assessment="A1",
            appearance=Appearance(appears_to_have_needs=True),
            decision=Decision(outcome=TriageOutcome.ASSESS, reasons=_text(chance, 400), views=_text(chance, 200)),
        ),
        ada,
    )
    yield assessing.CarerIdentified(carer="daughter", relation="daughter", assessment="A2"), ada
    level = chance.choice((Complexity.LEVEL_1, Complexity.LEVEL_2))
    yield CaseAllocated(team=chance.choice(("East", "West")), worker="ada", complexity=level), ada


def _assessment(chance: random.Random, ada: Actor) -> Iterator[tuple[Event, Actor]]:
    yield assessing.AssessmentRequested(assessment="A3", prompt=Prompt.REQUEST, wanted=_text(chance, 300)), ada
    yield (
        assessing.InvolvementConsidered(
            assessment="A1", involvement=InvolvementFacts(difficulty_weighing=True, appropriate_person=False)
        ),
        ada,
    )
    yield (
        assessing.AdvocateArranged(
            assessment="A1",
            works_for_council_or_delegate=False,
            decision=Decision(
                outcome=Party(kind=BodyKind.REPRESENTATIVE, relation="advocate", name=_text(chance, 30)),
                reasons=_text(chance, 200),
            ),
        ),
        ada,
    )
    conduct = ConductFacts(self_assessment_offered=True, deafblind=False, may_need_nhs_continuing_healthcare=False)
    yield assessing.AssessmentStarted(assessment="A1", conduct=conduct), ada
    yield (
        assessing.AssessmentCompleted(
            assessment="A1",
            coverage=AssessmentCoverage(
                wellbeing=True, outcomes_wished=True, contribution=True, involved=True, other_help=True
            ),
            conduct=conduct,
            decision=Decision(outcome=Conclusion.NEEDS, reasons=_text(chance, 700), views=_text(chance, 300)),
        ),
        ada,
    )
    yield assessing.AssessmentCopyGiven(assessment="A1"), ada
    outcomes = set(chance.sample(tuple(AdultOutcome), 3))
    abilities = tuple(
        AdultAbility(
            outcome=one,
            needs_assistance=one in outcomes,
            pain_distress_or_anxiety=False,
            danger_to_health_or_safety=False,
            significantly_longer=False,
        )
        for one in AdultOutcome
    )
    yield (
        EligibilityDetermined(
            determination="D1",
            assessment="A1",
            needs=AdultNeeds(
                from_impairment_or_illness=True, abilities=abilities, significant_impact_on_wellbeing=True
            ),
            wants_needs_met=True,
            ordinarily_resident=True,
            decision=Decision(outcome=Eligibility.ELIGIBLE, reasons=_text(chance, 500)),
        ),
        ada,
    )
    yield DeterminationGiven(determination="D1"), ada


def _safety(chance: random.Random, ada: Actor, edith: Actor) -> Iterator[tuple[Event, Actor]]:
    yield (
        ConcernReceived(
            concern="S1",
            raised_by=Party(kind=BodyKind.PROVIDER, relation="home care", name=_text(chance, 30)),
            types=(chance.choice(tuple(AbuseType)),),
            account=_text(chance, 600),
        ),
        ada,
    )
    yield (
        EnquiryDecided(
            concern="S1",
            suspected=SafeguardingFacts(has_needs=True, at_risk=True, unable_to_protect=True),
            decision=Decision(outcome=EnquiryOutcome.ENQUIRE, reasons=_text(chance, 400), views=_text(chance, 200)),
        ),
        edith,
    )
    yield ComplexityChanged(complexity=Complexity.LEVEL_3), ada


def _court(chance: random.Random, edith: Actor) -> Iterator[tuple[Event, Actor]]:
    yield (
        ApplicationMade(
            application="P1",
            kind=ApplicationKind.PROPERTY_AND_AFFAIRS,
            applicant=BodyKind.COUNCIL,
            about=_text(chance, 300),
        ),
        edith,
    )
    order: dict[str, Any] = {"review_by": date(2026, 6, 30), "expires_on": date(2026, 9, 30)}
    yield (
        OrderMade(
            order="O1",
            application="P1",
            authorises_deprivation_of_liberty=False,
            decision=Decision(outcome=OrderOutcome.INTERIM, reasons=_text(chance, 200)),
            **order,
        ),
        COURT,
    )
    yield OrderReviewed(order="O1"), COURT
