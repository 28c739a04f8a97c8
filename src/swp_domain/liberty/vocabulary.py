"""The words of deprivation of liberty."""

from __future__ import annotations

from enum import StrEnum


class Setting(StrEnum):
    """What kind of place somebody is in."""

    CARE_HOME = "care home"
    HOSPITAL = "hospital"
    SUPPORTED_LIVING = "supported living"
    OWN_HOME = "own home"
    OTHER = "other"

    @property
    def under_the_schedule(self) -> bool:
        """Whether it is a place for which Schedule A1 was made; elsewhere only a court can authorise."""
        return self in (Setting.CARE_HOME, Setting.HOSPITAL)


class Determination(StrEnum):
    """What somebody concluded about the arrangements."""

    DEPRIVED = "deprived of liberty"
    NOT_DEPRIVED = "not deprived of liberty"


class DeprivationEnd(StrEnum):
    """How a deprivation of liberty, or a stay that might have become one, ended."""

    LEFT = "the person left"
    ARRANGEMENTS_CHANGED = "the arrangements changed"
    REGAINED_CAPACITY = "the person consents"
    NOT_ONE = "found not to be one"


class RequestGround(StrEnum):
    """Why a standard authorisation was requested (Sch A1 paras 24, 25, 29, 30 and 71)."""

    FIRST = "is, or will be, detained"
    CHANGE_OF_PLACE = "change of the place of detention"
    RENEWAL = "follows an authorisation that will expire"
    DURING_REVIEW = "while a review goes on"
    AFTER_REPORT = "treated as made after a report of an unauthorised deprivation"


class PutAside(StrEnum):
    """What was to become of a request that others were put before."""

    LATER = "to be assessed after more urgent ones"
    NEVER = "not to be assessed"


class AuthorisationOutcome(StrEnum):
    """What a supervisory body decided on a request for a standard authorisation."""

    GRANTED = "granted"
    REFUSED = "refused"


class ExtensionOutcome(StrEnum):
    """What a supervisory body decided on a request to extend an urgent authorisation."""

    EXTENDED = "extended"
    REFUSED = "refused"


class AuthorisationEnd(StrEnum):
    """Why an authorisation came to an end."""

    EXPIRED = "its period ended"
    TERMINATED = "a review ended it"
    LEFT = "the person left"
    REPLACED = "another replaced it"
    NOT_ELIGIBLE = "suspended, and not eligible again in time"
    COURT = "the court ended it"


class ReviewOutcome(StrEnum):
    """What a review of an authorisation came to (Sch A1 Part 8)."""

    UNCHANGED = "unchanged"
    REASONS_VARIED = "reasons varied"
    CONDITIONS_VARIED = "conditions varied"
    TERMINATED = "terminated"


class RepresentativeChoice(StrEnum):
    """Who chose a representative (SI 2008/1315 regs 5 to 9)."""

    PERSON = "the person"
    ATTORNEY_OR_DEPUTY = "an attorney or deputy"
    ASSESSOR = "the best interests assessor"
    PROFESSIONAL = "the supervisory body, a paid one"


class RepresentativeEnd(StrEnum):
    """Why a representative ceased to be one."""

    DIED = "died"
    UNWILLING = "no longer willing"
    OBJECTED_TO = "objected to by whoever chose"
    NO_CONTACT = "does not keep in contact"
    NOT_IN_BEST_INTERESTS = "does not act in the person's best interests"
    NOT_ELIGIBLE = "no longer eligible"
    PERIOD_ENDED = "the authorisation ended"


class ReportOutcome(StrEnum):
    """What came of a report that somebody is deprived of liberty without authority (Sch A1 paras 67 to 73)."""

    NOT_DEPRIVED = "no deprivation of liberty"
    AUTHORISED = "authorised"
    UNAUTHORISED = "not authorised"
    DECLINED = "not assessed: vexatious, or decided before and unchanged"
