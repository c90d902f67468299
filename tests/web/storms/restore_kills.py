"""Kill a restore at random moments, and look whether the database holds the whole register or nothing.

``python -m tests.web.storms.restore_kills KILLS SEED`` on an empty database, with the real settings. Prints what
happened as JSON; ``faults`` is empty where each kill left all or nothing, and all where the end had been announced.
"""

from __future__ import annotations

import json
import logging
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tests.web.storms.kills import TEXTS
from tests.web.storms.processes import end, fork, in_child, said

from fingerpost.web.setup import start_django

SOURCES = 4
"""Articles that are read beside the sample, so that there are bytes, passages and findings."""
LATE = 1.1
"""A restore is killed within this many times of what the quickest one took: some kills come when all is done."""
MOST_SECONDS = 30.0
"""How long a server may take to see that its client is dead."""
Report = Callable[..., None]


def main() -> None:
    """Make a register and its backup; then restore it, killed again and again, and once to the end."""
    kills, chance = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    start_django()
    logging.disable(logging.CRITICAL)
    file = Path(os.environ["FINGERPOST_DATA"]) / "register.backup"
    in_child(partial(keep, file))
    in_child(empty)
    reported = in_child(partial(restore, file))
    whole = seconds_of(reported)
    outcomes: Counter[str] = Counter()
    faults = [left for left in [look(file, reported)] if left != "whole"]
    in_child(empty)
    while outcomes["killed"] < kills:
        reported, killed = kill_one(file, chance.uniform(0, whole * LATE))
        left = look(file, reported)
        outcomes[left] += 1
        outcomes["killed"] += killed
        whole = min(whole, seconds_of(reported) or whole)
        if left not in {"whole", "nothing"}:
            faults.append(f"after kill {outcomes['killed']}: {left}")
        if left != "nothing":
            in_child(empty)
    last = look(file, in_child(partial(restore, file)))
    sys.stdout.write(json.dumps({"outcomes": outcomes, "last": last, "seconds": whole, "faults": faults}))


def seconds_of(reported: list[list[Any]]) -> float:
    """Give how long a restore took that came to its end; 0 of one that was killed."""
    return sum(float(words[1]) for words in reported if words[0] == "done")


def keep(file: Path, _: Report) -> None:
    """Write the backup of a register: the sample, and sources that were read."""
    from fingerpost.web.evidence.reading import read_now
    from fingerpost.web.evidence.receiving import receive_source
    from fingerpost.web.migrating import migrate
    from fingerpost.web.sample.loading import load_sample
    from fingerpost.web.transfer.exporting import export_lines
    from fingerpost.web.transfer.files import write_file

    migrate()
    load_sample(date(2026, 11, 23))
    for article in sorted(TEXTS.glob("*.txt"))[:SOURCES]:
        source, _new = receive_source(by=None, data=article.read_bytes(), name=article.name)
        read_now(source.pk)
    write_file(file, export_lines(), packed=True)


def empty(_: Report) -> None:
    """Take every row of the register out, so that the tables are as a first start makes them."""
    from django.core.management import call_command

    call_command("flush", verbosity=0, interactive=False)


def restore(file: Path, report: Report) -> None:
    """Do as ``fingerpost restore`` does, and report when it would say that it is done."""
    from fingerpost.web.migrating import migrate
    from fingerpost.web.transfer.files import read_file
    from fingerpost.web.transfer.importing import import_lines

    began = time.monotonic()
    migrate()
    import_lines(read_file(file))
    report("done", time.monotonic() - began)


def kill_one(file: Path, seconds: float) -> tuple[list[list[Any]], bool]:
    """Kill a restore after some time: (what it had reported, whether it was still at work)."""
    pid, pipe = fork(partial(restore, file))
    time.sleep(seconds)
    killed = end(pid)
    return said(pipe), killed


def look(file: Path, reported: list[list[Any]]) -> str:
    """Say what is in the database: ``whole``, ``nothing``, or in words what is wrong."""
    left = str(in_child(partial(state, file))[0][0])
    announced = any(kind == "done" for kind, *_ in reported)
    return "said to be done, and not there" if announced and left == "nothing" else left


def state(file: Path, report: Report) -> None:
    """Report what is in the database."""
    from fingerpost.web.transfer.exporting import export_lines
    from fingerpost.web.transfer.files import read_file
    from fingerpost.web.transfer.state import is_empty
    from fingerpost.web.transfer.verifying import verify
    from fingerpost.web.words.models import Word

    wait_for_the_dead()
    if is_empty():
        report("words of a register that is not there" if Word.objects.exists() else "nothing")
    elif list(export_lines()) != list(read_file(file)):
        report("another register than the one in the backup")
    else:
        report("; ".join(verify().faults) or "whole")


def wait_for_the_dead() -> None:
    """Wait until a PostgreSQL has ended what a killed client had begun; it may yet commit."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid != pg_backend_pid()"
    )
    late = time.monotonic() + MOST_SECONDS
    with connection.cursor() as cursor:
        while time.monotonic() < late:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.02)
    raise TimeoutError("The server still works for a client that was killed.")


if __name__ == "__main__":
    main()
