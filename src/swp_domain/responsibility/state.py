"""How it stands whose a case is: the state is :class:`swp_domain.belonging.Belonging`, which every file has."""

from __future__ import annotations

from swp_domain.actor import BodyKind
from swp_domain.belonging import Answer, Belonging, Urgent
from swp_domain.entry import AnyEntry
from swp_domain.responsibility.events import (
    CaseGivenBack,
    CaseTakenBack,
    CohortRecorded,
    DecisionRatified,
    OutOfHoursHandedBack,
    OutOfHoursHandedOver,
    ReservedDecisionAnswered,
    ReservedDecisionReferred,
    ResponsibilityMoved,
)
from swp_domain.responsibility.vocabulary import Agreement, Ratification
from swp_domain.stage import changed


def evolve(state: Belonging, entry: AnyEntry) -> Belonging:
    """Whose the case is, after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case CohortRecorded(client_groups=groups, area=area):
            return changed(state, client_groups=groups, area=area)
        case ResponsibilityMoved(to_body=body, joint_until=joint):
            return changed(state, moved_to=body, moved_on=on, joint_until=joint)
        case CaseTakenBack() if entry.counts:
            return changed(state, taken_back_on=on)
        case CaseGivenBack() if entry.by.kind is BodyKind.COUNCIL:
            return changed(state, taken_back_on=None)
        case OutOfHoursHandedOver(to_body=body):
            return changed(state, out_of_hours=body)
        case OutOfHoursHandedBack():
            return changed(state, out_of_hours="")
        case DecisionRatified(entry=which, decision=decision) if entry.counts:
            adopted = decision.outcome is Ratification.RATIFIED
            return changed(state, ratified={**state.ratified, which: adopted})
    return _reserved(state, entry)


def _reserved(state: Belonging, entry: AnyEntry) -> Belonging:
    """What the council was asked of decisions that it reserved, and what it said."""
    on = entry.occurred_on
    match entry.event:
        case ReservedDecisionReferred(of=kind, emergency=True, reference=which):
            urgent = (*state.emergencies.get(kind, ()), Urgent(entry.entry_id, on, which))
            return changed(state, emergencies={**state.emergencies, kind: urgent})
        case ReservedDecisionAnswered(of=kind, weekly=weekly, reference=which, decision=decision) if entry.counts:
            answer = Answer(entry.entry_id, on, decision.outcome is Agreement.AGREED, weekly, which or "")
            return changed(state, answers={**state.answers, kind: (*state.answers.get(kind, ()), answer)})
    return state
