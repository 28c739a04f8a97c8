"""The identifiers that events share: each names something begun by one event and referred to by others."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from swp_domain.event import Names, NamesDecisions

_Identifier = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/-]*$")]

ContactId = Annotated[_Identifier, Names("contact")]
ReferralId = Annotated[_Identifier, Names("referral")]
AssessmentId = Annotated[_Identifier, Names("assessment")]
DeterminationId = Annotated[_Identifier, Names("determination")]
ConcernId = Annotated[_Identifier, Names("concern")]
ApplicationId = Annotated[_Identifier, Names("application")]
OrderId = Annotated[_Identifier, Names("order")]
DelegationId = Annotated[_Identifier, Names("delegation")]
CaseId = Annotated[_Identifier, Names("case")]
PlanId = Annotated[_Identifier, Names("plan")]
ServiceId = Annotated[_Identifier, Names("service")]
ChangeId = Annotated[_Identifier, Names("change")]
PaymentId = Annotated[_Identifier, Names("payment")]
FinancialAssessmentId = Annotated[_Identifier, Names("financial-assessment")]
ChargeId = Annotated[_Identifier, Names("charge")]
PlacementId = Annotated[_Identifier, Names("placement")]
ReviewId = Annotated[_Identifier, Names("review")]
MoveId = Annotated[_Identifier, Names("move")]
DisputeId = Annotated[_Identifier, Names("dispute")]
AfterCareId = Annotated[_Identifier, Names("after-care")]
AdmissionId = Annotated[_Identifier, Names("admission")]
NoticeId = Annotated[_Identifier, Names("notice")]
TransitionId = Annotated[_Identifier, Names("transition")]
ComplaintId = Annotated[_Identifier, Names("complaint")]
RemedyId = Annotated[_Identifier, Names("remedy")]
MessageId = Annotated[_Identifier, Names("message")]
OutcomeId = Annotated[_Identifier, Names("outcome")]
PartyId = Annotated[_Identifier, Names("party")]
EnquiryId = Annotated[_Identifier, Names("enquiry")]
AllegedId = Annotated[_Identifier, Names("alleged")]
MeetingId = Annotated[_Identifier, Names("safeguarding-meeting")]
ActionId = Annotated[_Identifier, Names("action")]
SafeguardingPlanId = Annotated[_Identifier, Names("safeguarding-plan")]
ReservationId = Annotated[_Identifier, Names("reservation")]
CohortId = Annotated[_Identifier, Names("cohort")]
ReferenceId = Annotated[_Identifier, Names("reserved-decision")]
AgreementId = Annotated[_Identifier, Names("partnership")]
AuthorisationId = Annotated[_Identifier, Names("authorisation")]
DeprivationId = Annotated[_Identifier, Names("deprivation")]
LibertyRequestId = Annotated[_Identifier, Names("authorisation-request")]
LibertyReviewId = Annotated[_Identifier, Names("authorisation-review")]
ReportId = Annotated[_Identifier, Names("unauthorised-deprivation")]
RecommendationId = Annotated[_Identifier, Names("recommendation")]
LoanId = Annotated[_Identifier, Names("loan")]
DecisionKind = Annotated[str, StringConstraints(pattern=r"^[a-z-]+/[a-z-]+$"), NamesDecisions()]
"""The stored name of a class of decision (``planning/approval-decided``): it means all decisions of that kind."""
CapacityDecisionId = Annotated[_Identifier, Names("capacity-decision")]
BestInterestsId = Annotated[_Identifier, Names("best-interests")]
AuthorityId = Annotated[_Identifier, Names("authority")]
AdvanceDecisionId = Annotated[_Identifier, Names("advance-decision")]
AdvocacyId = Annotated[_Identifier, Names("advocacy")]
RestrictionId = Annotated[_Identifier, Names("restriction")]
