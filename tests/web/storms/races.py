"""Do the same thing from many threads at the same moment, and print what came of it as JSON.

``python -m tests.web.storms.races`` on an empty database, with the real settings.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.utils import timezone

from fingerpost.web.setup import start_django

ROUNDS, THREADS = 15, 4


def main() -> None:
    """Race, and report."""
    starts = [
        subprocess.Popen([sys.executable, "-c", MIGRATE], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    problems = [start.communicate()[1].decode().strip()[-300:] for start in starts]
    start_django()
    logging.disable(logging.CRITICAL)
    sys.stdout.write(
        json.dumps(
            {
                "migrations": [
                    problem for start, problem in zip(starts, problems, strict=True) if start.returncode
                ],
                "reviewers": reviewers(),
                "uploads": uploads(),
                "chain": chain(),
            }
        )
    )


MIGRATE = """
from fingerpost.web.setup import start_django
start_django()
from fingerpost.web.migrating import migrate
migrate()
"""


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """Give what each thread returned or raised."""
    gate, came = threading.Barrier(THREADS), [None] * THREADS

    def run(number: int) -> None:
        gate.wait()
        try:
            came[number] = work(number)
        except Exception as error:
            came[number] = type(error).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def reviewers() -> dict[str, Any]:
    """Let several reviewers judge one finding, each having seen the same version."""
    from fingerpost.web.evidence.judging import judge_finding
    from fingerpost.web.evidence.models import Fact, Finding, Judgement, Source

    judges = [member(f"Reviewer {number}", "reviewer") for number in range(THREADS)]
    source = Source.objects.create(digest="sha256:1", name="a", received=timezone.now(), text="They met.")
    rounds = []
    for number in range(ROUNDS):
        finding = Finding.objects.create(
            source=source, kind="event", key=f"e{number}", data={"kind": "met"}, start=0
        )

        def judge(who: int, finding: Finding = finding) -> str:
            judge_finding(by=judges[who], finding=finding, verdict="accept", seen=0)
            return "won"

        rounds.append(Counter(at_once(judge)))
    return {
        "rounds": rounds,
        "judgements": Judgement.objects.count(),
        "facts": Fact.objects.filter(superseded=None).count(),
    }


def uploads() -> dict[str, Any]:
    """Let several people add the same bytes."""
    from django_tasks_db.models import DBTaskResult

    from fingerpost.web.evidence.models import Original
    from fingerpost.web.evidence.receiving import receive_source

    people = [member(f"Contributor {number}", "contributor") for number in range(THREADS)]
    rounds = []
    for number in range(ROUNDS):
        data = f"Letter {number}".encode()

        def add(who: int, data: bytes = data) -> str:
            source, new = receive_source(by=people[who], data=data, name="letter.txt")
            return f"{source.digest} {'new' if new else 'known'}"

        rounds.append(Counter(word.rpartition(" ")[2] for word in at_once(add)))
    return {"rounds": rounds, "kept": Original.objects.count(), "queued": DBTaskResult.objects.count()}


def chain() -> dict[str, Any]:
    """Let several threads write to the audit chain, and a part of them fail after it."""
    from fingerpost.web.audit.chain import broken_links
    from fingerpost.web.audit.models import Entry
    from fingerpost.web.register.keeping import keep
    from fingerpost.web.register.models import Person

    before = Entry.objects.count()

    def write(who: int) -> list[str]:
        came = []
        for number in range(ROUNDS):
            try:
                keep(
                    by=None, record=Person(), changes={"name": f"Person {who}-{number}"[: 200 * (number % 5)]}
                )
                came.append("kept")
            except Exception as error:
                came.append(type(error).__name__)
        return came

    came = Counter(word for words in at_once(write) for word in words)
    return {"came": came, "entries": Entry.objects.count() - before, "broken": list(broken_links())}


def member(name: str, role: str) -> Any:
    """Make somebody with a role."""
    from fingerpost.web.accounts.models import Membership, User

    made = User.objects.create(username=name, email=f"{name.replace(' ', '')}@example.org", name=name)
    Membership.objects.create(user=made, role=role)
    return made


if __name__ == "__main__":
    main()
