"""What the law makes of services that are the NHS body's to give, or need its consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014.s22_health import not_for_the_nhs, nursing_is_agreed
from swp_domain.law.rule import Regime
from swp_domain.planning.events import ServiceStarted
from swp_domain.planning.vocabulary import ServiceKind
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("CA-22-01", effect=FLAG, regime=Regime.CARE_ACT)
def what_the_nhs_must_provide_is_looked_at(
    file: CaseFile, asked: Proposal[ServiceStarted], standing: Standing
) -> Findings:
    """A service that the NHS has to provide is not the council's to give."""
    if asked.event.health.nhs_required is not None and asked.event.commissioned:
        finding = not_for_the_nhs(asked.event.health, on=asked.on)
        yield finding.contradicts("health.nhs_required is yes") if finding.not_met else finding


@judges("CA-22-01", effect=BREACH, regime=Regime.CARE_ACT)
def nursing_has_the_consent_of_the_nhs(file: CaseFile, asked: Proposal[ServiceStarted], standing: Standing) -> Findings:
    """A care home with nursing is arranged with the NHS body's consent, or because it is urgent and for a while."""
    event = asked.event
    if event.kind is not ServiceKind.NURSING or not event.commissioned:
        return
    finding = nursing_is_agreed(event.health, on=asked.on)
    says = "health.nhs_consents is not yes, and it is not urgent and temporary"
    yield finding if finding.met else finding.contradicts(says, "Ask the NHS body")
