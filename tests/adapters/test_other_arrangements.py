"""Other bodies that discharge a council's functions are told in the words of the pilots: no field is theirs alone."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from swp_adapters.pilots import Pilot, Scenario, read
from swp_adapters.testing.recording import Recorder
from swp_domain.actor import BodyKind
from swp_domain.admission import standing_on
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.function import Function
from swp_domain.practice.proof import proof_of
from swp_domain.practice.vocabulary import Instrument
from swp_domain.refusal import Invalid

_TRADE = "careappointments.com on Sirona, 2011"
_OWN = "the council's consultation of November 2016"
_COMMUNITY_CARE = "Community Care, 25 September 2009"

BATH = f"""
name = "bath"
practice = {{ is = "Sirona Care and Health", mark = "stated", source = "{_TRADE}" }}
council = {{ is = "Bath and North East Somerset Council", mark = "stated", source = "{_TRADE}" }}
commissioner = {{ is = "NHS body of Bath", mark = "uncertain", note = "a care trust, then a commissioning group" }}
form = {{ is = "community interest company", mark = "stated", source = "{_TRADE}" }}
serves = {{ is = [], mark = "uncertain", note = "adult social care of the area" }}
areas = {{ is = ["Bath and North East Somerset"], mark = "stated", source = "{_TRADE}" }}
does = {{ is = "adult social care and community health", mark = "stated", source = "{_TRADE}" }}
became = {{ is = "not told here", since = 2016-01-01, mark = "uncertain", note = "not looked into" }}
staffing = {{ front_door = 2, case_management = 4, mark = "synthetic" }}

[functions]
is = ["information and advice", "assessment of needs", "determination of eligibility", "meeting needs",
      "care and support planning", "review of plans", "direct payments"]
mark = "uncertain"
note = "that functions of the council, and which, went to it under section 75 is from general knowledge"

[cases]
number = 6
until = 2014-12-31
ways = {{ supported = 2, "direct payment" = 1 }}
groups = ["older people", "people with learning disabilities"]
mark = "synthetic"

[[life]]
on = 2011-10-01
event = "practice/contract-made"
mark = "stated"
source = "{_TRADE}"

[[life]]
on = 2011-10-01
event = "governance/practice-constituted"
mark = "stated"
source = "{_TRADE}"

[[life]]
on = 2011-10-01
event = "practice/functions-delegated"
by = "NHS body"
tells = {{ delegation = "bath-s75", under = "NHS Act 2006 s 75" }}
mark = "uncertain"
note = "from general knowledge"

[[life]]
on = 2011-10-01
event = "practice/cohort-agreed"
tells = {{ cohort = "bath", areas = ["Bath and North East Somerset"] }}
mark = "synthetic"

[[life]]
on = 2011-10-01
event = "practice/cohort-transferred"
tells = {{ cohort = "bath" }}
mark = "synthetic"
"""

STAFFORDSHIRE = f"""
name = "staffordshire"
council = {{ is = "Staffordshire County Council", mark = "stated", source = "{_OWN}" }}
form = {{ is = "other", mark = "stated", source = "{_OWN}", note = "an NHS trust" }}
areas = {{ is = ["Staffordshire"], mark = "stated", source = "{_OWN}" }}
does = {{ is = "assessment and case management, reablement", mark = "stated", source = "{_OWN}" }}
became = {{ is = "long-term care was to go back to it", since = 2016-11-04, mark = "stated", source = "{_OWN}" }}
staffing = {{ front_door = 2, case_management = 4, mark = "synthetic" }}
cases = {{ number = 6, until = 2014-12-31, ways = {{ supported = 1 }}, mark = "synthetic" }}

[practice]
is = "Staffordshire and Stoke-on-Trent Partnership NHS Trust"
mark = "stated"
source = "{_OWN}"

[serves]
is = ["older people", "people with physical disabilities"]
mark = "stated"
source = "{_OWN}"

[functions]
is = ["assessment of needs", "determination of eligibility", "meeting needs", "care and support planning",
      "review of plans"]
mark = "uncertain"
note = "our reading of the words of the consultation"

[[life]]
on = 2012-04-02
event = "practice/contract-made"
mark = "uncertain"
source = "{_OWN}"
note = "April 2012 is stated; the day is invented"

[[life]]
on = 2012-04-02
event = "practice/functions-delegated"
tells = {{ delegation = "staffordshire-s75", under = "NHS Act 2006 s 75" }}
mark = "stated"
source = "{_OWN}"

[[life]]
on = 2012-04-02
event = "practice/cohort-agreed"
tells = {{ cohort = "staffordshire", areas = ["Staffordshire"] }}
mark = "uncertain"
note = "the client groups are stated; the words are ours"

[[life]]
on = 2012-04-02
event = "practice/cohort-transferred"
tells = {{ cohort = "staffordshire" }}
mark = "synthetic"
"""

ESSEX = f"""
name = "essex"
practice = {{ is = "Essex Cares", mark = "stated", source = "{_COMMUNITY_CARE}" }}
council = {{ is = "Essex County Council", mark = "stated", source = "{_COMMUNITY_CARE}" }}
form = {{ is = "owned by the council", mark = "stated", source = "{_COMMUNITY_CARE}" }}
serves = {{ is = [], mark = "uncertain", note = "adults of the county" }}
areas = {{ is = ["Essex"], mark = "stated", source = "{_COMMUNITY_CARE}" }}
does = {{ is = "services: it trades, and was no delegate", mark = "stated", source = "{_COMMUNITY_CARE}" }}
became = {{ is = "not told here", since = 2016-01-01, mark = "uncertain", note = "not looked into" }}
staffing = {{ front_door = 2, case_management = 4, mark = "synthetic" }}

[functions]
is = ["assessment of needs", "determination of eligibility", "meeting needs", "arranging advocacy",
      "care and support planning", "review of plans"]
mark = "synthetic"
note = "that any function was ever delegated"

[cases]
number = 6
until = 2016-12-31
ways = {{ supported = 2, "settled at triage" = 1 }}
groups = ["older people"]
mark = "synthetic"

[[life]]
on = 2015-04-01
event = "practice/contract-made"
mark = "synthetic"
note = "as it could have been from the first day of section 79; the company itself is of 2009"

[[life]]
on = 2015-04-01
event = "practice/functions-delegated"
tells = {{ delegation = "essex-s79", under = "Care Act 2014 s 79", until = 2018-03-31 }}
mark = "synthetic"

[[life]]
on = 2015-04-01
event = "practice/cohort-agreed"
tells = {{ cohort = "essex", areas = ["Essex"] }}
mark = "synthetic"

[[life]]
on = 2015-04-01
event = "practice/cohort-transferred"
tells = {{ cohort = "essex" }}
mark = "synthetic"
"""


@cache
def lived(text: str) -> tuple[Pilot, dict[str, list[AnyEntry]], list[AnyEntry]]:
    scenario = Scenario.of(read(text))
    recorder = Recorder(scenario)
    entries = [one for number in range(scenario.pilot.cases.number) for one in recorder.entries(number)]
    return scenario.pilot, recorder.practices, entries


@pytest.mark.parametrize(
    ("text", "under"),
    [
        (BATH, Instrument.NHS_ACT_S75),
        (STAFFORDSHIRE, Instrument.NHS_ACT_S75),
        (ESSEX, Instrument.CARE_ACT_S79),
    ],
    ids=["Bath", "Staffordshire", "Essex"],
)
def test_a_later_arrangement_is_told_in_the_same_words(text: str, under: Instrument) -> None:
    pilot, practices, entries = lived(text)
    assert not [one.event_name for one in entries if one.breaches or one.purported]
    taken = [one for one in entries if one.by.kind is BodyKind.PRACTICE and (proof := proof_of(one)) and proof.shown]
    assert {one.authority.under for one in taken if one.authority and one.authority.function} == {under.value}
    assert {one.authority.answerable for one in taken if one.authority} == {pilot.council.value}
    day = pilot.first + ONE_DAY
    (state,) = standing_on(day, practices).practices
    assert (state.council, state.practice) == (pilot.council.value, pilot.practice.value)
    assert {one for given in state.delegations.values() for one in given.functions} == set(pilot.functions.value)


def test_an_nhs_trust_takes_on_the_older_and_the_disabled_and_nobody_else() -> None:
    _, practices, _ = lived(STAFFORDSHIRE)
    (state,) = standing_on(date(2013, 1, 1), practices).practices
    (cohort,) = state.cohorts.values()
    assert cohort.extent.holds(("older people",), "Staffordshire")
    assert cohort.extent.holds(("people with learning disabilities",), "Staffordshire") is False


def test_a_trading_company_had_no_power_before_the_care_act() -> None:
    with pytest.raises(Invalid, match="Care Act 2014 s 79 gave no power on 2014-04-01"):
        read(ESSEX.replace("on = 2015-04-01", "on = 2014-04-01"))


def test_section_79_takes_what_cannot_be_delegated_as_told_and_the_engine_lets_nobody_use_it() -> None:
    text = ESSEX.replace('is = ["assessment', 'is = ["safeguarding enquiry decision", "assessment')
    pilot, practices, _ = lived(text)
    (entry,) = (
        one for one in practices[Scenario.of(pilot).staff.file] if getattr(one.event, "delegation", "") == "essex-s79"
    )
    (finding,) = (one for one in entry.findings if one.rule == "DEL-02" and one.contradiction)
    assert finding.contradiction == f"functions names the {Function.SAFEGUARDING_ENQUIRY.value}"
