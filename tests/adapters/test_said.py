"""What an entry says: every code that a number is counted from can be read in a replay, and nobody's words."""

from __future__ import annotations

from swp_adapters.cli.said import said
from swp_domain.actor import BodyKind
from swp_domain.party import Party
from swp_domain.safeguarding.enquiry_vocabulary import Achieved, EnquiryEnd
from swp_domain.safeguarding.events import ConcernReceived, EnquiryClosed
from swp_domain.safeguarding.vocabulary import AbuseType
from tests.papers import decided


def test_codes_ids_and_answers_are_told_and_names_and_narratives_are_not() -> None:
    raised_by = Party(kind=BodyKind.FAMILY, name="Somebody Invented", id="p7")
    types = (AbuseType.PHYSICAL, AbuseType.NEGLECT)
    told = said(ConcernReceived(concern="k1", raised_by=raised_by, types=types, account="A narrative.", safe_now=False))
    assert told == "; ".join(
        (
            "concern: k1",
            "raised by: family or friend p7",
            "types: physical, neglect and acts of omission",
            "safe now: no",
        )
    )


def test_a_decision_is_left_to_its_own_lines_and_what_is_not_told_is_not_said() -> None:
    closed = EnquiryClosed(enquiry="q1", achieved=Achieved.NOT, decision=decided(EnquiryEnd.CONCLUDED))
    assert said(closed) == f"enquiry: q1; achieved: {Achieved.NOT.value}"
