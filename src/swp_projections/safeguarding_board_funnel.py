"""From concerns to their end: what was decided, begun, found, planned and closed, and what is not yet."""

from __future__ import annotations

from collections.abc import Sequence

from swp_domain.safeguarding.enquiry_vocabulary import ActionOutcome, EnquiryEnd, EnquiryKind
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_projections.safeguarding_board_cells import Line, Part, Table, one_column, share, slug, split
from swp_projections.safeguarding_board_rows import ConcernRow, EnquiryRow, PlanRow

_KINDS: tuple[Part[EnquiryRow], ...] = (
    *((slug(kind.value), kind.value, lambda one, kind=kind: one.kind is kind) for kind in EnquiryKind),
    ("kind-not-told", "kind not told", lambda one: one.kind is None),
)
_DECISIONS: tuple[Part[ConcernRow], ...] = (
    *((slug(one.value), one.value, lambda row, one=one: row.decision is one) for one in EnquiryOutcome),
    ("not-decided-yet", "not decided yet, or not by a decision that counts", lambda row: row.decision is None),
)
_ENDS: tuple[Part[EnquiryRow], ...] = (
    *((slug(end.value), end.value, lambda one, end=end: one.end is end) for end in EnquiryEnd),
    ("end-not-told", "end not told", lambda one: one.end is None),
)


_PLANS: tuple[Part[PlanRow], ...] = (
    ("going-on", "going on", lambda one: one.ended_on is None),
    ("ended", "ended", lambda one: one.ended_on is not None),
)


def funnel(concerns: Sequence[ConcernRow], enquiries: Sequence[EnquiryRow], plans: Sequence[PlanRow]) -> Table:
    """The concerns of a period, and what became of each; of every whole, what is not yet or not told is a part.

    Args:
        concerns: those received in the period.
        enquiries: every enquiry into one of them.
        plans: every safeguarding plan of one of those, or without an enquiry, of one of the concerns or of none named.
    """
    of_enquiries, alone = [one for one in plans if one.enquiry], [one for one in plans if not one.enquiry]
    decided = [one for one in concerns if one.decision is not None]
    enquire = [one for one in decided if one.decision is not None and one.decision.enquires]
    acted = [one for one in enquiries if one.action is ActionOutcome.ACTION]
    closed = [one for one in enquiries if one.closed_on is not None]
    return one_column(
        "funnel",
        "From concern to the end",
        split("concerns", "Concerns received", concerns, _DECISIONS),
        split(
            "concerns-decided",
            "Concerns decided on",
            decided,
            (
                ("looked-at-again", "looked at again, and not decided since", lambda one: one.reopened_on is not None),
                ("stands", "the decision stands", lambda one: one.reopened_on is None),
            ),
        ),
        split(
            "to-enquire",
            "Concerns on which an enquiry was decided",
            enquire,
            (
                ("begun", "an enquiry has begun", lambda one: bool(one.enquiries)),
                ("not-begun-yet", "not begun yet", lambda one: not one.enquiries),
            ),
        ),
        split("enquiries", "Enquiries into these concerns", enquiries, _KINDS),
        split("enquiries-action", "Enquiries, by the decision on action", enquiries, _actions()),
        split(
            "action-taken",
            "Enquiries in which action is taken",
            acted,
            (
                ("plan", "with a safeguarding plan", lambda one: bool(one.plans)),
                ("no-plan-told", "no plan is on record", lambda one: not one.plans),
            ),
        ),
        split(
            "enquiries-closing",
            "Enquiries, by whether they are closed",
            enquiries,
            (
                ("closed", "closed", lambda one: one.closed_on is not None),
                ("open", "not closed yet", lambda one: one.closed_on is None),
            ),
        ),
        split("enquiries-closed", "Enquiries closed, by how they ended", closed, _ENDS),
        split("plans", "Safeguarding plans of these enquiries", of_enquiries, _PLANS),
        split("plans-without-enquiry", "Plans without an enquiry, of these concerns or of none named", alone, _PLANS),
        note="Concerns that were received in the period, as they stand. One concern may lead to several enquiries, and "
        "one enquiry may be into several concerns, so that enquiries are not a part of concerns.",
    )


def _actions() -> tuple[Part[EnquiryRow], ...]:
    return (
        *((slug(one.value), one.value, lambda row, one=one: row.action is one) for one in ActionOutcome),
        (
            "closed-without",
            "closed without a decision on action",
            lambda row: row.action is None and row.closed_on is not None,
        ),
        ("not-decided-yet", "not decided yet", lambda row: row.action is None and row.closed_on is None),
    )


def conversion(concerns: Sequence[ConcernRow], raised: Sequence[ConcernRow], begun: Sequence[EnquiryRow]) -> Table:
    """How many concerns lead to enquiries, in two ways that are not the same, each with both its counts.

    Args:
        concerns: those received in the period.
        raised: the same, as the national collection counts them.
        begun: the enquiries that began in the period, whenever their concern came.
    """
    decided = [one for one in concerns if one.decision is not None]
    enquire = [one for one in decided if one.decision is not None and one.decision.enquires]
    section_42 = [one for one in begun if one.kind is EnquiryKind.SECTION_42]
    told = (
        ("of-decided", "Concerns of the period on which an enquiry was decided, of those decided on", enquire, decided),
        ("collection", "Enquiries that began in the period, of concerns received in it", begun, raised),
        ("section-42", "Section 42 enquiries, of enquiries that began in the period", section_42, begun),
    )
    lines = []
    for name, label, part, whole in told:
        (part_line, *_), _ = split(f"conversion/{name}/part", label, part, ())
        (whole_line, *_), _ = split(f"conversion/{name}/whole", label, whole, ())
        lines.append(Line(label, (*part_line.cells, *whole_line.cells, share(f"conversion/{name}", part, whole))))
    return Table(
        "conversion",
        "Conversion",
        ("part", "of", "per cent"),
        tuple(lines),
        "The second is the national collection's, and compares what began with what came: it can be more than a "
        "hundred. A higher rate is neither better nor worse.",
    )
