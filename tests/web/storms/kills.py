"""Kill a working process at random moments, take up what it left, and look for damage.

``python -m tests.web.storms.kills MIGRATION_KILLS WORK_KILLS SEED`` on an empty database, with the real settings.
Prints what happened as JSON; ``faults`` is empty where nothing was lost, half or double.

The process that is killed is forked from one that has the reader loaded, so that a kill costs the time of some
actions, not of a start. It writes what was acknowledged to a pipe, as a browser would have seen it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.web.storms.processes import end, fork, in_child, said

from fingerpost.web.setup import start_django

TEXTS = Path(__file__).parents[3] / "evaluation" / "dev"
BEGINNING = 3
"""Sources that are read before the first kill, so that there is something to judge."""
ROUND_SECONDS = 0.8
"""A process is killed within this time of its first action, or, on a busy machine, within what two readings take."""


def main() -> None:
    """Kill while the database is migrated, then while people and the reader work on it."""
    migrations, work, seed = (int(word) for word in sys.argv[1:4])
    chance = random.Random(seed)
    start_django()
    logging.disable(logging.CRITICAL)
    faults: list[str] = []
    kills = {"migrate": kill_migrations(chance, migrations)}
    prepare()
    began = time.monotonic()
    in_child(begin)
    most_seconds = max(ROUND_SECONDS, (time.monotonic() - began) * 2 / BEGINNING)
    acknowledged: list[list[Any]] = []
    for number in range(work):
        acknowledged += kill_one(chance, most_seconds, partial(work_on, seed=(seed, number)))
        faults += [f"after kill {number + 1}: {fault}" for fault in damage(acknowledged)]
    kills["work"] = work
    in_child(lambda report: (finish(report), read_once_more(chance, report), finish(report)))
    faults += [f"at the end: {fault}" for fault in [*damage(acknowledged), *unread()]]
    done = {kind: sum(line[0] == kind for line in acknowledged) for kind in ("upload", "judge", "read")}
    sys.stdout.write(json.dumps({"kills": kills, "acknowledged": done, "kept": counts(), "faults": faults}))


# What is killed


def kill_migrations(chance: random.Random, kills: int) -> int:
    """Migrate, killed again and again, then once to the end; give how many were cut short."""
    cut = 0
    for _ in range(kills):
        child = fork(lambda report: migrate())
        time.sleep(chance.uniform(0.02, 0.4))
        cut += end(child[0])
        os.close(child[1])
    in_child(lambda report: migrate())
    return cut


def migrate() -> None:
    """Bring the database up to date."""
    from fingerpost.web.migrating import migrate as bring_up

    bring_up()


def work_on(report: Callable[..., None], seed: Any) -> None:
    """Upload, read and judge in random order, without end."""
    chance = random.Random(str(seed))
    doing = (upload, upload, judge, judge, judge, read, read_once_more, work_off, migrate_again)
    report("begin")
    while True:
        chance.choice(doing)(chance, report)


def begin(report: Callable[..., None]) -> None:
    """Have something to judge from the start."""
    for number in range(BEGINNING):
        upload(random.Random(number), report)
    finish(report)


def upload(chance: random.Random, report: Callable[..., None]) -> None:
    """Receive one of some hundred sources; many come twice."""
    from fingerpost.web.evidence.receiving import receive_source

    article = chance.choice(sorted(TEXTS.glob("*.txt")))
    data = article.read_bytes() + f"\n\nEdition {chance.randrange(8)}.".encode()
    receive_source(by=user("Cora"), data=data, name=article.name)
    report("upload", "sha256:" + hashlib.sha256(data).hexdigest())


def read(chance: random.Random, report: Callable[..., None]) -> None:
    """Read a source that waits, as the worker does."""
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.reading import read_now

    waiting = list(Source.objects.filter(state__in=("waiting", "reading")).values_list("pk", flat=True))
    if waiting:
        pk = chance.choice(waiting)
        read_now(pk)
        if Source.objects.filter(pk=pk, state="read").exists():
            report("read", pk)


def read_once_more(chance: random.Random, report: Callable[..., None]) -> None:
    """Let what was left alone, because kills cut its reading short three times, be read again, as a person does."""
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.reading import STOPPED
    from fingerpost.web.evidence.receiving import read_again

    for source in Source.objects.filter(state="failed", problem=STOPPED):
        read_again(by=user("Cora"), source=source)


def work_off(chance: random.Random, report: Callable[..., None]) -> None:
    """Start the worker on what waits."""
    finish(report)


def judge(chance: random.Random, report: Callable[..., None]) -> None:
    """Judge a finding, some of them for the second time."""
    from fingerpost.web.evidence.judging import judge_finding
    from fingerpost.web.evidence.models import Finding

    number = Finding.objects.count()
    if number:
        finding = Finding.objects.order_by("pk")[chance.randrange(number)]
        verdict = chance.choice(("accept", "accept", "correct", "reject", "unsure"))
        data = {**finding.data, "note": "as corrected"} if verdict == "correct" else None
        judge_finding(by=user("Rita"), finding=finding, verdict=verdict, seen=finding.version, data=data)
        report("judge", finding.pk, finding.version + 1)


def migrate_again(chance: random.Random, report: Callable[..., None]) -> None:
    """Migrate a database that is up to date, as every start does."""
    if chance.random() < 0.2:
        migrate()


def finish(report: Callable[..., None]) -> None:
    """Queue what was forgotten and read until nothing waits."""
    from django.core.management import call_command

    from fingerpost.web.evidence.receiving import queue_forgotten

    queue_forgotten()
    call_command("db_worker", verbosity=0, batch=True, startup_delay=False, interval=0.05)


# What must hold


def damage(acknowledged: list[list[Any]]) -> Iterator[str]:
    """Yield a sentence for everything half, lost or double."""
    from django.db import connection

    from fingerpost.web.transfer.verifying import verify

    yield from verify().faults
    yield from halves()
    yield from losses(acknowledged)
    connection.close()


def halves() -> Iterator[str]:
    """Yield what is half: a source without bytes, a reading without findings, a judgement without its fact."""
    from django.db.models import Count, Q

    from fingerpost.web.audit.models import Entry
    from fingerpost.web.evidence.models import Finding, Original, Source
    from fingerpost.web.evidence.reading import KINDS

    written = dict(Entry.objects.values_list("action").annotate(Count("pk")).order_by())
    states = dict(Source.objects.values_list("state").annotate(Count("pk")).order_by())
    if not Source.objects.count() == Original.objects.count() == written.get("receive-source", 0):
        yield "sources, their bytes and their entries differ in number"
    if states.get("read", 0) != written.get("read-source", 0):
        yield f"{states.get('read', 0)} sources are read, {written.get('read-source', 0)} entries say so"
    for source in Source.objects.prefetch_related("readings").annotate(found=Count("findings")):
        readings = list(source.readings.all())
        proposed = sum(len(readings[0].data[kind]) for kind in KINDS) if readings else 0
        if len(readings) != (source.state == "read") or bool(source.text) != (source.state == "read"):
            yield f"source {source.pk} is {source.state} with {len(readings)} readings"
        if source.found != proposed:
            yield f"source {source.pk} has {source.found} of {proposed} findings"
    if without := Finding.objects.filter(passages=None).count():
        yield f"{without} findings have no passage"
    current = Count("facts", filter=Q(facts__superseded=None), distinct=True)
    judged = Finding.objects.filter(version__gt=0).annotate(
        n=Count("judgements", distinct=True), facts_now=current
    )
    for finding in judged:
        if finding.n != finding.version:
            yield f"finding {finding.pk} has version {finding.version} and {finding.n} judgements"
        if finding.facts_now != (finding.state in {"accepted", "corrected"}):
            yield f"finding {finding.pk} is {finding.state} and has {finding.facts_now} facts"
    if sum(finding.version for finding in judged) != written.get("judge-finding", 0):
        yield "judgements and their entries differ in number"


def losses(acknowledged: list[list[Any]]) -> Iterator[str]:
    """Yield what was acknowledged and is not there."""
    from fingerpost.web.evidence.models import Finding, Source

    states = dict(Source.objects.values_list("digest", "state"))
    by_pk = dict(Source.objects.values_list("pk", "state"))
    versions = dict(Finding.objects.filter(version__gt=0).values_list("pk", "version"))
    for kind, *rest in acknowledged:
        if kind == "upload" and rest[0] not in states:
            yield f"an upload that was acknowledged is lost: {rest[0]}"
        if kind == "read" and by_pk.get(rest[0]) != "read":
            yield f"a reading that was acknowledged is lost: source {rest[0]}"
        if kind == "judge" and versions.get(rest[0], 0) < rest[1]:
            yield f"a judgement that was acknowledged is lost: finding {rest[0]}"


def unread() -> Iterator[str]:
    """Yield the sources that nobody came to read."""
    from fingerpost.web.evidence.models import Source

    for pk, state in Source.objects.exclude(state="read").values_list("pk", "state"):
        yield f"source {pk} is still {state}"


def counts() -> dict[str, int]:
    """Give how much there is."""
    from fingerpost.web.audit.models import Entry
    from fingerpost.web.evidence.models import Fact, Finding, Judgement, Source

    return {model.__name__: model.objects.count() for model in (Source, Finding, Judgement, Fact, Entry)}


# The processes


def prepare() -> None:
    """Make the people; load the reader once, for all children, and let it read in them.

    A reader apart is killed in tests of its own: here each child would load its own, and be killed before it reads.
    """
    from django.db import connection

    from fingerpost.documents import open_document
    from fingerpost.reading import read as read_document
    from fingerpost.reading.given import read_given
    from fingerpost.web.accounts.models import Membership, User
    from fingerpost.web.evidence import tasks

    for name, role in (("Cora", "contributor"), ("Rita", "reviewer")):
        made = User.objects.create(username=name, email=f"{name}@example.org", name=name)
        Membership.objects.create(user=made, role=role)
    read_document(open_document(sorted(TEXTS.glob("*.txt"))[0]))
    tasks.reader = lambda: SimpleNamespace(read=read_given)
    connection.close()


def user(name: str) -> Any:
    """Give a member of the cast."""
    from fingerpost.web.accounts.models import User

    return User.objects.get(name=name)


def kill_one(
    chance: random.Random, most_seconds: float, work: Callable[[Callable[..., None]], None]
) -> list[list[Any]]:
    """Let a child work, kill it at a random moment, and give what it had acknowledged."""
    pid, pipe = fork(work)
    os.read(pipe, len(b'["begin"]\n'))
    time.sleep(chance.uniform(0, most_seconds))
    if not end(pid):
        raise SystemExit("The child ended by itself: there is a fault in its work.")
    return said(pipe)


if __name__ == "__main__":
    main()
