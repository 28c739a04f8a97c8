"""What is kept of the seven pilots is marked, and nonsense is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from swp_adapters.pilots import NAMES, Mark, Pilot, pilot, pilots, read
from swp_adapters.pilots.told import Told
from swp_domain.governance.vocabulary import PracticeForm
from swp_domain.refusal import Invalid

HERE = "a 2014 report on the pilots"


def _told(one: Pilot) -> Iterator[Told]:
    values = (getattr(one, field) for field in Pilot.model_fields)
    yield from (value for value in values if isinstance(value, Told))
    yield from (*one.facts, *one.life)


def test_there_are_seven_and_each_is_kept_under_its_own_name() -> None:
    assert [one.name for one in pilots()] == list(NAMES)
    assert len({one.council.value for one in pilots()}) == 7


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_says_how_sure_it_is_and_where_it_was_read(name: str) -> None:
    told = list(_told(pilot(name)))
    assert {one.mark for one in told} == set(Mark)
    assert all(one.source for one in told if one.mark is Mark.STATED)
    assert all(one.note for one in told if one.mark is Mark.UNCERTAIN)
    assert not any(one.source for one in told if one.mark is Mark.SYNTHETIC)
    assert pilot(name).staffing.mark is pilot(name).cases.mark is Mark.SYNTHETIC


@pytest.mark.parametrize(
    ("name", "form", "mark", "year"),
    [
        ("focus", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.STATED, 2013),
        ("people2people", PracticeForm.SOCIAL_ENTERPRISE, Mark.UNCERTAIN, 2012),
        ("activ8", PracticeForm.CHARITY, Mark.SYNTHETIC, 2012),
        ("sensingchange", PracticeForm.COUNCIL_OWNED, Mark.SYNTHETIC, 2012),
        ("jmc", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.UNCERTAIN, 2011),
        ("topaz", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.SYNTHETIC, 2012),
        ("firstpoint", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.SYNTHETIC, 2012),
    ],
)
def test_the_form_is_stated_and_a_first_day_that_nobody_gives_is_never_given_as_stated(
    name: str, form: PracticeForm, mark: Mark, year: int
) -> None:
    one = pilot(name)
    assert (one.form.value, one.form.mark) == (form, Mark.STATED)
    made = next(told for told in one.life if told.event == "practice/contract-made")
    assert (made.mark, made.on.year) == (mark, year)


def test_the_practice_of_stoke_has_two_names_in_one_report_and_neither_is_given_as_sure() -> None:
    stoke = pilot("jmc")
    assert stoke.also_called is not None
    assert {stoke.practice.value, stoke.also_called.value} == {"JMC Healthcare", "JMS Homecare"}
    assert stoke.practice.mark is stoke.also_called.mark is Mark.UNCERTAIN
    assert "inconsistent" in stoke.practice.note
    assert stoke.practice.source.startswith(HERE)


GOOD = """
name = "one"
practice = { is = "One", mark = "stated", source = "a report" }
council = { is = "Northmere Council", mark = "stated", source = "a report" }
form = { is = "charity", mark = "stated", source = "a report" }
serves = { is = ["older people"], mark = "stated", source = "a report" }
areas = { is = ["Northmere"], mark = "uncertain", note = "taken to be all of it" }
does = { is = "everything", mark = "stated", source = "a report" }
functions = { is = ["assessment of needs"], mark = "uncertain", note = "our reading" }
became = { is = "it ended", since = 2014-05-28, mark = "stated", source = "a report" }
staffing = { front_door = 2, case_management = 3, mark = "synthetic" }
cases = { number = 3, until = 2013-12-31, ways = { supported = 1 }, mark = "synthetic" }

[[life]]
on = 2012-02-01
event = "practice/contract-made"
mark = "synthetic"

[[life]]
on = 2012-08-02
event = "practice/functions-delegated"
tells = { delegation = "one", under = "SI 2011/1568", until = 2014-03-31 }
mark = "synthetic"
"""

STATED = '"One", mark = "stated", source = "a report"'
LATER = """on = 2012-08-02
event = "practice/functions-delegated"
tells = {"""
LISTED_EARLY = LATER.replace("2012-08-02", "2012-07-08") + " listed = [2],"
DOES = 'does = { is = "everything", mark = "stated", source = "a report" }'


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        (STATED, '"One", mark = "stated"', "one.toml.practice: what is stated names its source. Add source"),
        (', note = "our reading"', "", "functions: what is uncertain says what is not sure of it. Add note"),
        ("= 1 }, mark", '= 1 }, source = "x", mark', "cases: what is invented was read nowhere. Leave source out"),
        ('"charity", mark = "stated"', '"charity", mark = "sure"', "form.mark: input should be 'stated', 'uncertain'"),
        ('is = "charity"', 'is = "club"', "Use one of these"),
        ('["assessment of needs"]', '["assessing"]', "functions.is.0: input should be 'information and advice'"),
        ('name = "one"', 'name = "One of them"', "one.toml.name: string should match pattern"),
        (DOES, "", "one.toml.does: field required. Add it"),
        (DOES, f"{DOES}\nwho = 1", "one.toml.who: extra inputs are not permitted. Leave it out"),
        ("practice/functions-delegated", "practice/given", "life.1: event: 'practice/given' is not an event"),
        ('delegation = "one", ', "", "cannot tell delegation: Field required. See swp rules --events"),
        ("on = 2012-08-02", "on = 2012-01-02", "one.toml.life: what happened is told in the order in which it did"),
        ("practice/contract-made", "governance/practice-constituted", "one contract here, and 0 are told"),
        ("on = 2012-08-02", "on = 2014-04-01", "life.1: SI 2011/1568 gave no power on 2014-04-01. Name the power"),
        ('["assessment of needs"]', '["safeguarding enquiry decision"]', "SI 2011/1568 does not hold the safeguarding"),
        ("03-31 }", "03-31, listed = [6, 22] }", "the list annexed has no item 22. Name items 1 to 21"),
        (LATER, LISTED_EARLY, "life.1: the list annexed was not made by 2012-07-08. Leave listed out"),
        ("03-31 }", "03-31, listed = [6] }", "life.1: none of the items listed carries the assessment of needs"),
        ("until = 2013-12-31", "until = 2012-02-01", "cases.until is not after the contract of 2012-02-01"),
        ("2013-12-31,", "2013-12-31, later_in_services = 8,", "only people below the threshold come into"),
        ("number = 3", "number = 0", "cases.number: input should be greater than or equal to 1"),
        ("on = 2012-02-01", "on = 2012-02-31", "one.toml: is no TOML"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_the_field_and_the_remedy(wrong: str, right: str, says: str) -> None:
    assert read(GOOD).name == "one"
    assert wrong in GOOD
    with pytest.raises(Invalid) as refused:
        read(GOOD.replace(wrong, right, 1), "one.toml")
    assert says in str(refused.value)
    assert refused.value.remedy


def test_an_unknown_pilot_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(Invalid, match=r"there is no pilot called bath\. Name one of focus, people2people, activ8"):
        pilot("bath")


@pytest.mark.parametrize("name", ["Sensing Change", "sensingchange", "SensingChange", "sensing-change"])
def test_a_pilot_is_found_however_its_name_is_written(name: str) -> None:
    assert pilot(name).council.value == "Suffolk County Council"
    assert pilot("JMS Homecare") == pilot("jmc")


def test_what_became_of_a_pilot_is_known_from_a_day_on() -> None:
    became = pilot("activ8").became
    assert not became.known(date(2013, 9, 15))
    assert became.known(date(2013, 9, 16))
    assert became.known(None)
