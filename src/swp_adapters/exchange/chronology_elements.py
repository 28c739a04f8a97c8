"""Plans, budgets and services of a chronology, and the standing facts of what was planned, promised and given.

What an account says was planned or eligible is taken as given until it says otherwise: silence is no proof that
nobody came. A fact that nothing was delivered, that an element is not funded, or an act that ends a service says
otherwise. What a provider or a family does of its own neither fills a gap nor leaves one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from swp_adapters.exchange.chronology import Fact, Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_facts import (
    PLANNED,
    PRESUMED,
    after,
    begins_on,
    code_of,
    facts_of,
    goes_on,
    ground_of,
    is_over,
    names_a_policy,
    overlap,
    says_none,
    stands,
    weight_of,
)
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.decision import Decision
from swp_domain.eligibility.events import DeterminationGiven, EligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.dates import PartialDate
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds
from swp_domain.law.rule import Regime
from swp_domain.liberty.events import RequestPutAside
from swp_domain.liberty.vocabulary import PutAside
from swp_domain.planning.events import (
    ChangeDecided,
    NeedEnded,
    NeedsAccepted,
    ServiceResumed,
    ServiceStarted,
    ServiceSuspended,
)
from swp_domain.planning.vocabulary import (
    ChangeGround,
    ChangeKind,
    Suspension,
)

# Our reading: support that begins within a month of a need follows it at once.
_A_MONTH: Final = timedelta(days=31)
_SUPPORT: Final = frozenset(
    {
        "service-started", "service-changed", "service-ended", "service-suspended", "provider-notice-given",
        "direct-payment-started", "direct-payment-stopped", "urgent-support-provided",
    }
)  # fmt: skip
"""Acts that show that support was given, or had been."""
_OF_MANY: Final = frozenset({"backlog-counted", "case-closed"})


def planned(desk: Desk) -> None:
    """Put what was planned or accepted on the desk, with what the facts say of when it was not given."""
    for fact in facts_of(desk, PLANNED):
        code, begins = code_of(fact), begins_on(desk, fact)
        desk.put(NeedsAccepted(needs=(code,)), None, on=begins, by=COUNCIL, weight=weight_of(fact))
        event = ServiceStarted(service=PRESUMED + code, needs=(code,), weekly=None)
        desk.put(event, None, on=begins, by=COUNCIL, weight=Weight.IMPLIED)
        if fact.funded is False:
            _stop(desk, code, begins, weight_of(fact))
        elif _nothing_yet(desk, fact):
            _stop(desk, code, begins, Weight.INFERRED)
        if is_over(desk, fact) and fact.ends and not goes_on(desk, fact):
            desk.put(NeedEnded(needs=(code,)), None, on=after(fact.ends), by=COUNCIL, weight=weight_of(fact))
    for fact in facts_of(desk, ("delivered",)):
        if says_none(fact.amount):
            _not_delivered(desk, fact)
        else:
            _short(desk, fact)


def _not_delivered(desk: Desk, fact: Fact) -> None:
    """Nothing was given of what was planned or accepted: of that very item, else of a need that was in force then."""
    begins = begins_on(desk, fact)
    in_force = [one for one in facts_of(desk, PLANNED) if stands(desk, one, begins)]
    if not in_force:
        return
    code = code_of(fact)
    if code not in {code_of(one) for one in in_force}:
        desk.put(NeedsAccepted(needs=(code,)), None, on=begins, by=COUNCIL, weight=weight_of(fact))
    _stop(desk, code, begins, weight_of(fact))
    if fact.ends and is_over(desk, fact):
        desk.put(ServiceResumed(service=PRESUMED + code), None, on=after(fact.ends), by=COUNCIL)
        if code not in {code_of(one) for one in in_force}:
            desk.put(NeedEnded(needs=(code,)), None, on=after(fact.ends), by=COUNCIL, weight=weight_of(fact))


def _nothing_yet(desk: Desk, fact: Fact) -> bool:
    """Whether the first support that an account tells of began long after a need was accepted, and nobody cared."""
    begins = begins_on(desk, fact)
    if fact.fact != "eligible-need" or fact.begins is None or desk.chronology.holds("informal-carer", begins.earliest):
        return False
    if desk.chronology.facts("plan-element") or desk.chronology.facts("delivered"):
        return False  # The account says itself what was given, and when not.
    support = [one for one in desk.told if one.act in _SUPPORT and one.commissioned and one.by not in PERSONS_SIDE]
    first = min((one.occurred.earliest for one in support), default=None)
    return first is not None and first > begins.latest + _A_MONTH


def _short(desk: Desk, fact: Fact) -> None:
    """Less was given of an item than was planned: the rest, which may not have been wanted, is to be looked at."""
    begins = begins_on(desk, fact)
    planned = [one for one in facts_of(desk, PLANNED) if stands(desk, one, begins) and code_of(one) == code_of(fact)]
    if not any(_less(fact, one) for one in planned):
        return
    rest = f"the-rest-of-{code_of(fact)}"[:40]
    desk.put(NeedsAccepted(needs=(rest,)), None, on=begins, by=COUNCIL, weight=Weight.ASSUMED)
    if fact.ends and is_over(desk, fact):
        desk.put(NeedEnded(needs=(rest,)), None, on=after(fact.ends), by=COUNCIL, weight=Weight.ASSUMED)


def _less(given: Fact, planned: Fact) -> bool:
    """Whether two amounts can be compared, and what was given is the lesser."""
    sums = [one.amount for one in (given, planned)]
    numbers = [float(one) for one in sums if isinstance(one, int | float) and not isinstance(one, bool)]
    return len(numbers) == len(sums) and given.unit == planned.unit and numbers[0] < numbers[1]


def accepted(desk: Desk) -> None:
    """A need that was accepted when the assessment was finished was determined then, and a plan is owed for it."""
    for fact in facts_of(desk, ("eligible-need",)):
        begins = begins_on(desk, fact)
        if desk.file.eligibility.determinations or desk.file.regime_on(begins.earliest) is not Regime.CARE_ACT:
            continue
        for entry in list(desk.entries):
            made = entry.event
            if isinstance(made, AssessmentCompleted) and overlap(entry.occurred, begins):
                _eligible(desk, made.assessment, entry.occurred)
                break


def late_plan(desk: Desk, source: Happening) -> None:
    """A first plan after an assessment shows that its needs were eligible, and that a plan was owed since then."""
    if not council_acts(source.by) or "carer" in (source.subject, source.type) or desk.served(source):
        return
    done = [one for one in desk.entries if isinstance(one.event, AssessmentCompleted)]
    if not done or desk.file.eligibility.determinations or desk.weights[done[-1].entry_id] is not Weight.FACT:
        return
    if desk.file.regime_on(done[-1].occurred_on) is Regime.CARE_ACT and isinstance(done[-1].event, AssessmentCompleted):
        _eligible(desk, done[-1].event.assessment, done[-1].occurred)


def _eligible(desk: Desk, assessment: str, on: PartialDate) -> None:
    which = desk.new("determination")
    decision = Decision(outcome=Eligibility.ELIGIBLE)
    event = EligibilityDetermined(determination=which, assessment=assessment, needs=AdultNeeds(), decision=decision)
    desk.put(event, None, on=on, by=COUNCIL, weight=Weight.INFERRED)
    # What the account calls accepted was told to somebody.
    desk.put(DeterminationGiven(determination=which), None, on=on, by=COUNCIL, weight=Weight.IMPLIED)


def policies(desk: Desk) -> None:
    """A decision whose reason is a policy, with no change of need on record, is for a person to look at."""
    for fact in facts_of(desk, ("decision-reason",)):
        begins = begins_on(desk, fact)
        decided = [one for one in desk.entries if isinstance(one.event, ChangeDecided)]
        known = any(one.occurred_on == begins.placed() for one in decided)
        if ground_of(desk, fact) is ChangeGround.POLICY and not known:
            _by_policy(desk, begins, weight_of(fact))


def policy_adopted(desk: Desk, source: Happening) -> str | None:
    """A council's rule for many is to be looked at where it is one of caps or priorities, or requests then pile up.

    In an account of requests for authorisations of a deprivation it is those that were put behind others.
    """
    said = " ".join(filter(None, (source.type, source.decision, source.result))).lower()
    waits = any(one.act in _OF_MANY and (one.count or 1) > 1 for one in desk.later_than(source))
    if not council_acts(source.by) or not (waits if not said else names_a_policy(said)):
        return None
    if any(one.act.startswith("dols-") for one in desk.told):
        aside = RequestPutAside(decision=Decision(outcome=PutAside.LATER))
        desk.put(aside, source, by=COUNCIL, weight=Weight.INFERRED)
    else:
        _by_policy(desk, source.occurred, Weight.INFERRED)
    return None


def decided_by_policy(desk: Desk, source: Happening) -> None:
    """A decision of the council that gives a policy, cap, matrix or priority as what it rests on."""
    said = " ".join(filter(None, (source.decision, source.result, source.type)))
    changed = desk.chronology.holds("need-change", source.occurred.latest)
    if council_acts(source.by) and names_a_policy(said) and not changed:
        _by_policy(desk, source.occurred, Weight.FACT)


def _by_policy(desk: Desk, on: PartialDate, weight: Weight) -> None:
    event = ChangeDecided(
        change=desk.new("change"), ground=ChangeGround.POLICY, decision=Decision(outcome=ChangeKind.UNCHANGED)
    )
    desk.put(event, None, on=on, by=COUNCIL, weight=weight)


def _stop(desk: Desk, code: str, on: PartialDate, weight: Weight) -> None:
    event = ServiceSuspended(service=PRESUMED + code, why=Suspension.OTHER)
    desk.put(event, None, on=on, by=COUNCIL, weight=weight)
