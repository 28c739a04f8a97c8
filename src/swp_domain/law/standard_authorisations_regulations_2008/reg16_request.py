"""Regulation 16: what a request for a standard authorisation says."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule
from swp_domain.law.standard_authorisations_regulations_2008 import COMMENCED, STANDARD_AUTHORISATIONS


class RequestContents(Facts):
    """Whether a request says each thing that every request must; what it need only say if available is not asked."""

    name_and_gender: bool | None = None
    age: bool | None = None
    where_and_telephone: bool | None = None
    authoritys_contact: bool | None = None
    purpose: bool | None = None
    from_when: bool | None = None
    whether_urgent_given: bool | None = None


@rule(STANDARD_AUTHORISATIONS["reg 16"], commenced=COMMENCED, family="contents of a request for an authorisation")
def request_is_complete(facts: RequestContents) -> Limbs:
    """A request says who, how old, where, by whom, for what purpose, from when, and whether urgent was given."""
    return (
        limb("a", "name and gender", facts.name_and_gender),
        limb("b", "age, or a belief that the person is 18 or over", facts.age),
        limb("c", "where the person is, and a telephone number", facts.where_and_telephone),
        limb("d", "how to reach the managing authority", facts.authoritys_contact),
        limb("e", "the purpose", facts.purpose),
        limb("f", "from when it is sought", facts.from_when),
        limb("g", "whether an urgent authorisation was given, and when it ends", facts.whether_urgent_given),
    )
