"""The words of the Court of Protection."""

from __future__ import annotations

from enum import StrEnum


class ApplicationKind(StrEnum):
    """What the court is asked for."""

    WELFARE = "welfare"
    PROPERTY_AND_AFFAIRS = "property and affairs"
    DEPUTYSHIP = "deputyship"
    STATUTORY_WILL = "statutory will"
    LASTING_POWER = "lasting or enduring power"
    CHALLENGE_TO_AUTHORISATION = "section 21A challenge"
    COMMUNITY_DEPRIVATION = "deprivation of liberty in the community"
    OTHER = "other"

    @property
    def puts_a_dispute(self) -> bool:
        """Whether it puts before the court where and how somebody lives, or their liberty."""
        return self in _ABOUT_LIFE

    @property
    def needs_no_permission(self) -> bool | None:
        """Whether the matter is one for which no permission is needed; ``None`` where the kind does not tell."""
        if self in (ApplicationKind.DEPUTYSHIP, ApplicationKind.OTHER):
            return None
        return self is not ApplicationKind.WELFARE


_ABOUT_LIFE = frozenset(
    {ApplicationKind.WELFARE, ApplicationKind.CHALLENGE_TO_AUTHORISATION, ApplicationKind.COMMUNITY_DEPRIVATION}
)


class Form(StrEnum):
    """The form an application was made on."""

    COP1 = "COP1"
    COP2 = "COP2"
    COP9 = "COP9"
    COP10 = "COP10"
    COP35 = "COP35"
    COPDLA = "COPDLA"
    COPDOL10 = "COPDOL10"
    COPDOL11 = "COPDOL11"


class OrderOutcome(StrEnum):
    """What the court did with what it was asked."""

    GRANTED = "order made"
    INTERIM = "interim order made"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"

    @property
    def stands(self) -> bool:
        """Whether there is an order that somebody must keep to."""
        return self in (OrderOutcome.GRANTED, OrderOutcome.INTERIM)


class OrderEnd(StrEnum):
    """Why an order is not in force any more, before its last day."""

    DISCHARGED = "discharged"
    REPLACED = "replaced"
    SET_ASIDE = "set aside on appeal"


class OnAuthorisation(StrEnum):
    """What the court did with a standard or urgent authorisation (Mental Capacity Act 2005 s 21A)."""

    TERMINATED = "terminated"
    VARIED = "varied"
    LEFT = "left as it was"


class ActKind(StrEnum):
    """A kind of act that an order can forbid."""

    MOVE = "moving the person"
    CONTACT_LIMITED = "limiting contact"
    DISCHARGE = "discharge from hospital"
    RESTRAINT = "restraint that was not used before"
    COVERT_MEDICATION = "covert medication"
    SUPPORT_ENDED = "ending support"
    OTHER = "another act named in the order"


class PermissionOutcome(StrEnum):
    """What the court said to whoever asked for permission."""

    GIVEN = "permission given"
    IN_PART = "permission given in part"
    REFUSED = "permission refused"


class Participation(StrEnum):
    """How the court lets the person take part (SI 2017/1035, r 1.2(2))."""

    JOINED = "joined as a party"
    ACCREDITED = "accredited legal representative"
    REPRESENTATIVE = "rule 1.2 representative"
    HEARD = "addresses the judge, directly or indirectly"
    NOTHING = "no direction needed"


class LitigantRole(StrEnum):
    """What somebody is in the proceedings."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    PERSON = "the person concerned, as a party"
    INTERESTED = "notified, and no party"


class RepresentativeKind(StrEnum):
    """Who speaks for the person in the proceedings."""

    LITIGATION_FRIEND = "litigation friend"
    OFFICIAL_SOLICITOR = "Official Solicitor as litigation friend"
    ACCREDITED = "accredited legal representative"
    RULE_1_2 = "rule 1.2 representative"

    @property
    def conducts(self) -> bool:
        """Whether they conduct the proceedings for a person who is a party."""
        return self is not RepresentativeKind.RULE_1_2


class Told(StrEnum):
    """As what somebody is served or notified."""

    RESPONDENT = "respondent"
    OTHER = "somebody likely to be interested"
    PERSON = "the person concerned"


class DirectionKind(StrEnum):
    """What somebody is directed to do."""

    STATEMENT = "statement"
    CAPACITY_EVIDENCE = "evidence of capacity"
    CARE_PLAN = "care plan"
    TRANSITION_PLAN = "transition plan"
    SECTION_49_REPORT = "section 49 report"
    BUNDLE = "bundle"
    SERVE_PAPERS = "serve papers"
    DISCLOSE = "disclose records"
    APPLY = "apply to the court"
    MEET = "meet, or attend"
    OTHER = "other"


class HearingKind(StrEnum):
    """What a hearing is for."""

    DIRECTIONS = "directions"
    INTERIM = "interim"
    DISPUTE_RESOLUTION = "dispute resolution"
    FACT_FINDING = "fact finding"
    FINAL = "final"
    REVIEW = "review"
    OTHER = "other"
