"""Deprivation of liberty: urgent and standard authorisations, reviews, and who objects.

That somebody is deprived of their liberty is told by a standing fact. An act of which the account does not say for
which request it was done is taken for the one that is open.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Fact, Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_renewals import follows_on
from swp_domain.decision import Decision
from swp_domain.law.dates import ONE_DAY, PartialDate
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import extension
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AuthorisationEnded,
    AuthorisationReviewed,
    AuthorisationReviewRequested,
    DeprivationBegan,
    DeprivationEnded,
    DeprivationObjectedTo,
    RepresentativeAppointed,
    RequirementAssessed,
    RespiteBegan,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
)
from swp_domain.liberty.rules import ASSESSMENTS
from swp_domain.liberty.state import Request
from swp_domain.liberty.vocabulary import (
    AuthorisationOutcome,
    ExtensionOutcome,
    RepresentativeChoice,
    RequestGround,
    ReviewOutcome,
    Setting,
)
from swp_domain.party import Party

FACT: Final = "deprivation-of-liberty"
_DECIDES: Final = frozenset({"dols-standard-granted", "dols-standard-refused", "dols-standard-requested"})
_ENDS: Final = ("terminat", "ended", "revoked", "not met")
_HAS: Final = frozenset({"has", "yes"})


def deprivations(desk: Desk) -> None:
    """What standing facts tell of a deprivation: when it began and ended. An end that may be a move is that move."""
    settings = {one.value.replace(" ", "-"): one for one in Setting}
    for number, fact in enumerate(desk.chronology.facts(FACT), start=1):
        if fact.begins is None or fact.begins.earliest > desk.as_at:
            continue
        event = DeprivationBegan(
            deprivation=_named(number), setting=settings.get(desk.chronology.setting or "", Setting.OTHER)
        )
        weight = Weight.INFERRED if fact.basis else Weight.FACT
        desk.put(event, None, on=fact.begins, by=COUNCIL, weight=weight)
        if fact.ends is not None and fact.ends.earliest <= desk.as_at:
            desk.put(DeprivationEnded(deprivation=_named(number)), None, on=_end(desk, fact, fact.ends), by=COUNCIL)


def _end(desk: Desk, fact: Fact, ends: PartialDate) -> PartialDate:
    begins = fact.begins.latest if fact.begins else date.min
    for one in desk.told:
        when = one.occurred
        away = one.act == "moved-accommodation" and one.type != "retained" and when.latest > begins
        if away and when.earliest <= ends.latest and ends.earliest <= when.latest:
            return when if when.earliest > begins else ends
    return ends


def urgent(desk: Desk, source: Happening) -> str | None:
    """An urgent authorisation, for the request that is open, or for one that has yet to come."""
    first = source.occurred.latest
    until = source.valid_to.latest if source.valid_to else None
    if until is None and source.days:
        until = first + timedelta(days=source.days - 1)
    which = next((name for name, one in _open(desk) if one.urgent is None), None) or desk.new("request")
    desk.put(UrgentAuthorisationGiven(request=which, deprivation=_deprivation(desk, source), until=until), source)
    return None


def urgent_extended(desk: Desk, source: Happening) -> str | None:
    """The urgent authorisation given last was extended; without a day, by as much as there can be."""
    given = [(name, one.urgent) for name, one in desk.file.liberty.requests.items() if one.urgent]
    which, last = (given[-1][0], given[-1][1].until) if given else (desk.new("request"), None)
    until = source.valid_to.latest if source.valid_to else None
    if until is None and last is not None:
        until = last + timedelta(days=source.days or extension.length)
    event = UrgentExtensionDecided(request=which, until=until, decision=Decision(outcome=ExtensionOutcome.EXTENDED))
    desk.put(event, source)
    return None


def requested(desk: Desk, source: Happening) -> str | None:
    """A request reaches the supervisory body; after an authorisation it asks for the one that follows."""
    waiting = [
        name
        for name, one in desk.file.liberty.requests.items()
        if one.urgent is not None and one.requested is None and one.decided is None
    ]
    before = [name for name, one in desk.file.liberty.standards.items() if one.given is not None]
    event = StandardAuthorisationRequested(
        request=waiting[-1] if waiting else desk.new("request"),
        deprivation=_deprivation(desk, source),
        ground=RequestGround.RENEWAL if before else RequestGround.FIRST,
        follows=before[-1] if before else None,
    )
    desk.put(event, source)
    return None


def assessed(desk: Desk, source: Happening) -> None:
    """The last assessment that is told of before a decision completes them; one that finds capacity is negative."""
    which = next((name for name, _ in reversed(_open(desk))), None)
    if which is None:
        return
    if (source.result or "").lower() in _HAS:
        desk.put(RequirementAssessed(request=which, requirement=Requirement.MENTAL_CAPACITY, met=False), source)
    for one in desk.later_than(source):
        if one.act in _DECIDES:
            break
        if one.act == "dols-assessment-completed":
            return
    desk.put(AssessmentsCompleted(request=which), source, weight=Weight.INFERRED)


def granted(desk: Desk, source: Happening) -> str | None:
    """A standard authorisation, up to the day that is told."""
    _decided(desk, source, AuthorisationOutcome.GRANTED, source.valid_to.latest if source.valid_to else None)
    return None


def refused(desk: Desk, source: Happening) -> str | None:
    """A standard authorisation was refused."""
    _decided(desk, source, AuthorisationOutcome.REFUSED, None)
    return None


def _decided(desk: Desk, source: Happening, outcome: AuthorisationOutcome, until: date | None) -> None:
    request = next((name for name, _ in reversed(_open(desk))), None)
    duty = desk.owed(ASSESSMENTS)
    if duty is not None and duty.last_day is not None and source.occurred.earliest == duty.last_day + ONE_DAY:
        # What is decided on the day after the last can rest on assessments that were complete on the last.
        done = AssessmentsCompleted(request=duty.subject)
        desk.put(done, source, on=PartialDate.on(duty.last_day), by=COUNCIL, weight=Weight.IMPLIED)
    event = StandardAuthorisationDecided(
        authorisation=desk.new("authorisation"),
        request=request,
        begins_on=follows_on(desk, source) if outcome is AuthorisationOutcome.GRANTED else None,
        until=until,
        decision=Decision(outcome=outcome),
    )
    desk.put(event, source)


def expired(desk: Desk, source: Happening) -> str | None:
    """The authorisation granted last has ended."""
    which = _last(desk)
    if which is None:
        return "no authorisation is on the file"
    desk.put(AuthorisationEnded(authorisation=which), source)
    return None


def review_requested(desk: Desk, source: Happening) -> str | None:
    """Somebody asks for a review of the authorisation granted last."""
    which = _last(desk) or desk.new("authorisation")
    asked_by = Party(kind=kind_of(source.by), relation=source.by)
    event = AuthorisationReviewRequested(review=desk.new("part-8-review"), authorisation=which, asked_by=asked_by)
    desk.put(event, source)
    return None


def reviewed(desk: Desk, source: Happening) -> str | None:
    """The authorisation granted last was reviewed, whatever reviews of it were asked for."""
    which = _last(desk) or desk.new("authorisation")
    said = f"{source.result or ''} {source.decision or ''}".lower()
    outcome = ReviewOutcome.TERMINATED if any(word in said for word in _ENDS) else ReviewOutcome.UNCHANGED
    waiting = [
        one.subject for one in desk.file.ledger if one.mark.of == AuthorisationReviewRequested.name and not one.met_on
    ]
    for review in waiting or [desk.new("part-8-review")]:
        event = AuthorisationReviewed(review=review, authorisation=which, decision=Decision(outcome=outcome))
        desk.put(event, source)
    return None


def represented(desk: Desk, source: Happening) -> str | None:
    """A representative was appointed for the authorisation granted last."""
    event = RepresentativeAppointed(
        authorisation=_last(desk) or desk.new("authorisation"),
        representative=Party(kind=kind_of(source.by), relation="representative"),
        decision=Decision(outcome=RepresentativeChoice.ASSESSOR),
    )
    desk.put(event, source, by=COUNCIL)
    return None


def objected(desk: Desk, source: Happening) -> None:
    """An objection of somebody deprived of their liberty, or for them, is for a court, if it is not met."""
    which = _deprivation(desk, source)
    if which is not None:
        objector = Party(kind=kind_of(source.by), relation=source.by)
        desk.put(DeprivationObjectedTo(deprivation=which, objector=objector), source)


def moved(desk: Desk, source: Happening) -> None:
    """Whoever is kept by the council beyond what was agreed with others is kept against them: a court is asked.

    Respite that is followed by such keeping is told by its agreed end, where no standing fact says more.
    """
    which = _deprivation(desk, source)
    if source.type == "retained" and which is not None and council_acts(source.by):
        desk.put(DeprivationObjectedTo(deprivation=which), source, weight=Weight.INFERRED)
    if source.type == "respite" and not desk.chronology.facts(FACT):
        _outstayed(desk, source)


def _outstayed(desk: Desk, source: Happening) -> None:
    agreed = source.agreed_until.latest if source.agreed_until else None
    if agreed is None and source.agreed_days is not None:
        agreed = source.occurred.latest + timedelta(days=source.agreed_days)
    moves = [one for one in desk.later_than(source) if one.act == "moved-accommodation"]
    if agreed is None or not any(one.type == "retained" for one in moves):
        return
    which = desk.new("respite")
    desk.put(RespiteBegan(deprivation=which, agreed_until=agreed), source, weight=Weight.INFERRED)
    left = next((one for one in moves if one.type != "retained"), None)
    if left is not None:
        desk.put(DeprivationEnded(deprivation=which), left, weight=Weight.INFERRED)


def _named(number: int) -> str:
    return f"deprivation-{number}"


def _deprivation(desk: Desk, source: Happening) -> str | None:
    """The deprivation that standing facts tell of on a day that the event can have happened on."""
    days = source.occurred
    for number, fact in enumerate(desk.chronology.facts(FACT), start=1):
        ends = fact.ends.latest if fact.ends else date.max
        if fact.begins is not None and fact.begins.earliest <= days.latest and days.earliest <= ends:
            return _named(number) if _named(number) in desk.file.liberty.deprivations else None
    return None


def _open(desk: Desk) -> list[tuple[str, Request]]:
    return [
        (name, one)
        for name, one in desk.file.liberty.requests.items()
        if one.decided is None and one.withdrawn_on is None
    ]


def _last(desk: Desk) -> str | None:
    return next((name for name, one in reversed(desk.file.liberty.standards.items()) if one.given), None)
