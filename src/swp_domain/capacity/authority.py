"""Who may decide for the person on a day, about one decision, and what the law makes of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.capacity.state import Authority, CapacityState
from swp_domain.law.finding import Finding
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import (
    AttorneyFacts,
    LastingPowerFacts,
    a_lasting_power_confers_authority,
    an_attorney_may_decide_on_welfare,
)
from swp_domain.law.mental_capacity_act_2005.s20_deputies import DeputyFacts, a_deputy_may_decide
from swp_domain.law.mental_capacity_act_2005.s27_excluded import OF_WELFARE


@dataclass(frozen=True, slots=True)
class MayDecide:
    """An attorney or deputy within whose matters a decision lies, and what stands for or against their deciding it."""

    authority: Authority
    findings: tuple[Finding, ...]

    @property
    def answer(self) -> bool | None:
        """Whether they may decide; ``None`` where something was not told."""
        if any(one.not_met for one in self.findings):
            return False
        return True if all(one.met for one in self.findings) else None


def who_may_decide(state: CapacityState, decision: str, on: date) -> tuple[MayDecide, ...]:
    """Every attorney and deputy within whose matters a decision lies on a day, attorneys first.

    Capacity is presumed: where no assessment of incapacity is in force, nobody decides on welfare for the person.
    """
    if not a_deputy_may_decide.in_force(on):
        return ()
    one = state.decisions.get(decision)
    matter = one.matter if one else None
    within = sorted(state.may_decide(matter, on), key=lambda held: held.deputy)
    lacks = state.found(decision, on).bears_incapacity
    attorneys = any(not held.deputy and held.confers for held in within)
    found = []
    for held in within:
        if held.deputy:
            # Whether a deputy goes against an attorney can only be asked of what the deputy decides.
            against = None if attorneys else False
            facts = DeputyFacts(lacks_capacity=lacks, within_the_order=True, against_an_attorney=against)
            findings: tuple[Finding, ...] = (a_deputy_may_decide(facts, on=on),)
        else:
            welfare = AttorneyFacts(of_welfare=matter in OF_WELFARE, lacks_capacity=lacks)
            findings = (
                a_lasting_power_confers_authority(LastingPowerFacts(registered=held.confers), on=on),
                an_attorney_may_decide_on_welfare(welfare, on=on),
            )
        found.append(MayDecide(held, findings))
    return tuple(found)
