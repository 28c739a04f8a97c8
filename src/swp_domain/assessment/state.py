"""How the assessments of a case stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentRequested,
    AssessmentStarted,
    CarerIdentified,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    DutyEndedByRefusal,
    InvolvementConsidered,
    RefusalExpressed,
)
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.entry import AnyEntry
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.party import Whose
from swp_domain.stage import changed


@dataclass(frozen=True)
class OneAssessment:
    """An assessment on a day; ``whose`` is ``None`` where the file does not tell."""

    whose: Whose | None = None
    requested_on: date | None = None
    started_on: date | None = None
    refused_on: date | None = None
    ended_by_refusal_on: date | None = None
    completed_on: date | None = None
    conclusion: Conclusion | None = None
    involvement: InvolvementFacts | None = None
    advocate_on: date | None = None

    @property
    def of_a_carer(self) -> bool:
        """Whether it is a carer's needs that are assessed."""
        return self.whose is Whose.CARER


@dataclass(frozen=True)
class AssessmentState:
    """All assessments, by identifier."""

    assessments: dict[str, OneAssessment] = field(default_factory=dict)

    def named(self, which: str) -> OneAssessment | None:
        """The assessment by that identifier, where the file knows it."""
        return self.assessments.get(which)


def evolve(state: AssessmentState, entry: AnyEntry) -> AssessmentState:
    """The assessments after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case AssessmentRequested(assessment=which, whose=whose):
            return _with(state, which, whose=whose, requested_on=on)
        case AssessmentStarted(assessment=which):
            return _with(state, which, started_on=on)
        case RefusalExpressed(assessment=which):
            return _with(state, which, refused_on=on)
        case CarerIdentified(assessment=which):
            return _with(state, which, whose=Whose.CARER)
        case InvolvementConsidered(assessment=which, involvement=involvement):
            return _with(state, which, involvement=involvement)
    return _decided(state, entry) if entry.counts else state


def _decided(state: AssessmentState, entry: AnyEntry) -> AssessmentState:
    """What decisions add. One that the law did not let be taken made nothing of an assessment."""
    on = entry.occurred_on
    match entry.event:
        case AdvocateArranged(assessment=which):
            return _with(state, which, advocate_on=on)
        case DutyEndedByRefusal(assessment=which, decision=decision) if decision.outcome:
            return _with(state, which, whose=Whose.ADULT, ended_by_refusal_on=on)
        case CarersDutyEndedByRefusal(assessment=which, decision=decision) if decision.outcome:
            return _with(state, which, whose=Whose.CARER, ended_by_refusal_on=on)
        case AssessmentCompleted(assessment=which, decision=decision):
            return _with(state, which, whose=Whose.ADULT, completed_on=on, conclusion=decision.outcome)
        case CarersAssessmentCompleted(assessment=which, decision=decision):
            return _with(state, which, whose=Whose.CARER, completed_on=on, conclusion=decision.outcome)
    return state


def _with(state: AssessmentState, which: str, **changes: Any) -> AssessmentState:
    one = changed(state.assessments.get(which, OneAssessment()), **changes)
    return AssessmentState({**state.assessments, which: one})
