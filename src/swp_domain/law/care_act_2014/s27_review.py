"""Section 27: keeping plans under review, answering requests, and revising them."""

from __future__ import annotations

from swp_domain.law.finding import Facts


class ReviewFacts(Facts):
    """What a review looked at, and who took part (s 27(2)-(3)).

    ``circumstances_changed`` is whether the council was satisfied that circumstances have changed in a way that
    affects the plan (s 27(4)); ``reassessed`` whether an assessment followed, to the extent it thought appropriate.
    """

    involved: bool | None = None
    outcomes_looked_at: bool | None = None
    circumstances_changed: bool | None = None
    reassessed: bool | None = None
