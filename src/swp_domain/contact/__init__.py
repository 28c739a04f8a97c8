"""Contact: the front door. A file of its own, because most contacts never become a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from swp_domain.contact import events
from swp_domain.contact.rules import RULES
from swp_domain.contact.state import ContactState, evolve
from swp_domain.file import File
from swp_domain.stage import Stage

STAGE = Stage(name="contact", events=events, state=ContactState(), evolve=evolve, rules=RULES)


@dataclass(frozen=True)
class Contact(File):
    """The file of one contact."""

    kind: ClassVar[str] = "contact"
    stages: ClassVar = (STAGE,)
    elsewhere: ClassVar[frozenset[str]] = frozenset({"case", "referral"})

    contact: ContactState = ContactState()
