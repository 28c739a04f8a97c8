"""What the adult wanted and got, and who spoke for those who could not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from swp_domain.safeguarding.enquiry_vocabulary import Achieved, AskedWhen, EnquiryKind, LackedCapacity, Unasked
from swp_projections.safeguarding_board_cells import Part, Table, among, one_column, slug, split
from swp_projections.safeguarding_board_rows import EnquiryRow

_UNKNOWN: Final = Unasked.NOT_KNOWN
ASKED: tuple[Part[EnquiryRow], ...] = (
    ("expressed", "asked, and outcomes expressed", lambda one: bool(one.asked) and one.expressed is True),
    ("none-expressed", "asked, and none expressed", lambda one: bool(one.asked) and one.expressed is False),
    ("expression-not-told", "asked, not told whether any", lambda one: bool(one.asked) and one.expressed is None),
    ("not-asked", "not asked", lambda one: not one.asked and one.unasked is Unasked.NO),
    ("dont-know", "nobody knows whether they were asked", lambda one: not one.asked and one.unasked is _UNKNOWN),
    ("not-recorded", "asking is not on record", lambda one: not one.asked and one.unasked is None),
)
ACHIEVED: tuple[Part[EnquiryRow], ...] = (
    *((slug(how.value), how.value, lambda one, how=how: one.achieved is how) for how in Achieved),
    ("not-told", "not told", lambda one: one.achieved is None),
)
LACKED: tuple[Part[EnquiryRow], ...] = (
    ("yes", "yes, they lacked capacity", lambda one: one.lacked is LackedCapacity.YES),
    ("no", "no, they did not lack capacity", lambda one: one.lacked is LackedCapacity.NO),
    ("dont-know", "don't know", lambda one: one.lacked is LackedCapacity.NOT_KNOWN),
    ("not-recorded", "not recorded", lambda one: one.lacked is None),
)
SUPPORTED: tuple[Part[EnquiryRow], ...] = (
    ("yes", "supported by an advocate, family or friend", lambda one: one.supported is True),
    ("no", "not supported", lambda one: one.supported is False),
    ("not-told", "not told", lambda one: one.supported is None),
)


def expressed(concluded: Sequence[EnquiryRow]) -> list[EnquiryRow]:
    """Those in which the adult said what they want."""
    return [one for one in concluded if one.asked and one.expressed]


def lacked(concluded: Sequence[EnquiryRow]) -> list[EnquiryRow]:
    """Those in which the adult lacked capacity."""
    return [one for one in concluded if one.lacked is LackedCapacity.YES]


def personal(concluded: Sequence[EnquiryRow]) -> Table:
    """Making safeguarding personal, of the enquiries concluded in a period."""
    asked = [one for one in concluded if one.asked]
    when: list[Part[EnquiryRow]] = [(slug(at.value), at.value, among(lambda one: one.asked, at)) for at in AskedWhen]
    return one_column(
        "personal",
        "Making safeguarding personal",
        split("asked", "Enquiries concluded, by whether the adult was asked what they want", concluded, ASKED),
        split("asked-when", "Enquiries in which they were asked", asked, when, exactly=False),
        split("achieved", "Enquiries in which outcomes were expressed", expressed(concluded), ACHIEVED),
        note="Enquiries concluded in the period. What is not on record may have been done: the record does not know. "
        "Somebody may be asked more than once, so those asked at each time do not add up.",
    )


def advocacy(begun: Sequence[EnquiryRow], concluded: Sequence[EnquiryRow]) -> Table:
    """Who was supported, of those who needed it."""
    of_42 = [one for one in begun if one.kind is EnquiryKind.SECTION_42]
    owed = [one for one in of_42 if one.advocate_owed]
    return one_column(
        "advocacy",
        "Advocacy",
        split("capacity", "Enquiries concluded, by whether the adult lacked capacity", concluded, LACKED),
        split("supported", "Enquiries in which they lacked capacity", lacked(concluded), SUPPORTED),
        split(
            "advocate-owed",
            "Section 42 enquiries begun, by whether an advocate is owed (Care Act 2014, s 68)",
            of_42,
            (
                ("yes", "owed", lambda one: one.advocate_owed is True),
                ("no", "not owed", lambda one: one.advocate_owed is False),
                ("not-told", "involvement is not told, or not enough of it", lambda one: one.advocate_owed is None),
            ),
        ),
        split(
            "advocate",
            "Enquiries begun in which an advocate is owed",
            owed,
            (
                ("arranged", "an advocate was arranged", lambda one: one.advocate_here),
                ("refused", "the adult refused an advocate", lambda one: one.advocate_refused),
                ("not-arranged", "none is on record", lambda one: not (one.advocate_here or one.advocate_refused)),
            ),
        ),
    )
