"""Open cases of a practice whose contract ends, and what tests of several processes run in each of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from time import sleep

from swp_adapters.casework import Casework
from swp_adapters.transfers import Progress, notify
from swp_domain.case.events import CaseAllocated
from swp_domain.practice.events import CohortAgreed, CohortTransferred, ContractEnded, ContractMade
from swp_domain.referral.events import ReferralReceived
from swp_domain.referral.vocabulary import Source
from swp_domain.responsibility.events import CohortRecorded
from tests.cast import COUNCIL, PRACTICE, administrator, council, joined, practice
from tests.desk import opened, put
from tests.telling import PRACTICE as THE_FILE
from tests.telling import Said

FILE = THE_FILE
HERE = Path(__file__).parents[1]
BEGAN, TAKEN_ON, ENDED = "2016-04-01", "2016-05-01", "2023-10-01"


def told(event: object, on: str) -> Said:
    """Something the council's office puts into the practice's file."""
    return administrator.tells(event, on, file=FILE)  # type: ignore[arg-type]


def made(until: str | None = None) -> tuple[Said, ...]:
    """A contract, with people on the staff."""
    last = date.fromisoformat(until) if until else None
    contract = told(ContractMade(council=COUNCIL, practice=PRACTICE, until=last), BEGAN)
    return contract, *(joined(one, BEGAN) for one in (council, practice, administrator))


def agreed(*areas: str, on: str = BEGAN) -> Said:
    """Whom the practice is to serve."""
    return told(CohortAgreed(cohort="c1", client_groups=("older people",), areas=areas), on)


def taken_on(on: str = TAKEN_ON, joint_until: str | None = "2016-07-31") -> Said:
    """The practice took them on."""
    return told(
        CohortTransferred(cohort="c1", joint_until=date.fromisoformat(joint_until) if joint_until else None), on
    )


def ended(on: str = ENDED, returned_to: str = COUNCIL) -> Said:
    """The contract ended."""
    return told(ContractEnded(returned_to=returned_to), on)


def case(name: str, area: str = "South", on: str = "2016-02-01", group: str = "older people") -> tuple[Said, ...]:
    """A case that somebody works on; without a group, its cohort is not on record."""
    file = f"case/{name}"
    begun = (
        council.tells(ReferralReceived(referral=f"R{name}", source=Source.SELF), on, file=file),
        council.tells(CaseAllocated(team="East", worker="practice-worker"), on, file=file),
    )
    told = CohortRecorded(client_groups=(group,), area=area)
    return (*begun, council.tells(told, on, file=file)) if group else begun


SERVED = (*made(), agreed("South"), taken_on())


def fill(casework: Casework, cases: int, *first: Said) -> list[str]:
    """A practice and its cases, each open; their files."""
    put(casework, *(first or (*SERVED, ended())))
    batch = casework.batch()
    for number in range(cases):
        batch.submit(*(one.proposal for one in case(str(number))), command_id=f"case-{number}")
        if number % 500 == 499:
            batch.keep()
    batch.keep()
    casework.catch_up()
    return [f"case/{number}" for number in range(cases)]


@dataclass
class Mover:
    """A process that tells the cases, and says how far it is."""

    url: str
    keys: Path
    at_once: int = 10
    process: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.moving", self.url, str(self.keys), str(self.at_once)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=HERE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )

    def says(self) -> str:
        """What it says next; nothing once it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def goes(self) -> None:
        """Let it begin, once it is ready."""
        assert self.says() == "ready"
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def killed(self, chance: Random) -> bool:
        """Kill it at a random moment of its work; whether it had not ended by itself before."""
        self.goes()
        for _ in range(chance.randrange(4)):
            if not self.says():
                break
        sleep(chance.random() * 0.05)
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()
        return self.process.returncode == -signal.SIGKILL

    def ends(self) -> str:
        """Let it end; the last that it said."""
        said, _ = self.process.communicate()
        assert self.process.returncode == 0, said
        return said.strip().split("\n")[-1]


def main(words: Sequence[str]) -> None:
    """What runs in a process of its own: tell the cases, and print after each batch how many are done."""
    url, keys, at_once = words
    casework = opened(url, Path(keys))

    def progress(how: Progress) -> None:
        print(how.done, flush=True)

    print("ready", flush=True)
    sys.stdin.readline()
    by = casework.actor("council-worker")
    outcome = notify(casework, FILE, by, at_once=int(at_once), progress=progress)
    print(f"told {outcome.notices}", flush=True)
    casework.close()


if __name__ == "__main__":
    main(sys.argv[1:])
