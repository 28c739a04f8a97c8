"""The words of moving between councils and of who is responsible: closed lists."""

from __future__ import annotations

from enum import StrEnum


class ResidenceBasis(StrEnum):
    """Why a council is the one responsible."""

    ORDINARY = "ordinarily resident in its area"
    NO_SETTLED = "no settled residence, and present in its area"
    DEEMED = "placed by it elsewhere, and deemed resident (s 39)"
    AFTER_CARE = "ordinarily resident before detention (MHA s 117)"
    PRISON = "in a prison in its area (s 76)"
    URGENT = "urgent needs, whoever is responsible (s 19(3))"


class AfterCareEnd(StrEnum):
    """How after-care ended."""

    NO_LONGER_NEEDED = "both bodies are satisfied that it is no longer needed"
    DETAINED_AGAIN = "detained again"
    DIED = "died"


class FailureEnd(StrEnum):
    """Why a council no longer meets needs because a provider failed (s 48(2))."""

    MET_OTHERWISE = "they are met otherwise"
    NOT_NECESSARY = "it is no longer necessary"


class CustodyKind(StrEnum):
    """Where somebody is held."""

    PRISON = "prison"
    APPROVED_PREMISES = "approved premises"
    BAIL_ACCOMMODATION = "bail accommodation"
