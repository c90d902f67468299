"""Let the worker meet sources that end its reader, and be killed itself while it reads; print what became of them.

``python -m tests.web.storms.worker_deaths`` on an empty database, with the real settings.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

from fingerpost.web.setup import start_django

DEADLY = (sys.executable, "-m", "tests.reading.deadly")
SOURCES = {
    "segfault.txt": b"SEGFAULT at once.",
    "first.txt": b"The council of Norfolk met on Tuesday.",
    "memory.txt": b"MEMORY without end.",
    "hang.txt": b"HANG for ever.",
    "killed.txt": b"KILLED by the system.",
    "last.txt": b"The council of Norfolk met on Wednesday.",
}
SECONDS = 60.0


def main() -> None:
    """Add the sources, work until none waits, and report; or, with ``work``, be the worker."""
    start_django()
    if sys.argv[1:] == ["work"]:
        work()
        return
    from fingerpost.web.evidence.receiving import receive_source
    from fingerpost.web.migrating import migrate

    migrate()
    for name, data in SOURCES.items():
        receive_source(by=None, data=data, name=name)
    run_workers()
    became = described()
    sys.stdout.write(json.dumps({"became": became, "killed": killed_workers()}))


def run_workers() -> None:
    """Work, with a new worker whenever one ends, until nothing waits."""
    from fingerpost.web.evidence.models import Source

    end = time.monotonic() + SECONDS
    while Source.objects.filter(state__in=("waiting", "reading")).exists() and time.monotonic() < end:
        subprocess.run([sys.executable, "-m", "tests.web.storms.worker_deaths", "work"], check=False)


def killed_workers() -> dict[str, Any]:
    """Kill the worker itself, three times while it reads the same source."""
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.receiving import receive_source

    slow, _ = receive_source(by=None, data=b"HANG until the worker is killed.", name="slow.txt")
    behind, _ = receive_source(by=None, data=b"The council met on Thursday.", name="behind.txt")
    kills = 0
    for attempt in (1, 2, 3):
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.web.storms.worker_deaths", "work"],
            env=os.environ | {"FINGERPOST_READING_SECONDS": "600"},
        )
        while not Source.objects.filter(pk=slow.pk, state="reading", attempts=attempt).exists():
            time.sleep(0.05)
        worker.kill()
        worker.wait()
        kills += 1
    run_workers()
    return {"kills": kills, **{name: described()[name] for name in (slow.name, behind.name)}}


def described() -> dict[str, list[str]]:
    """Give the state and the problem of each source."""
    from fingerpost.web.evidence.models import Source

    rows = Source.objects.values_list("name", "state", "problem")
    return {name: [state, problem] for name, state, problem in rows}


def work() -> None:
    """Work off what waits, with a reader that sources can end."""
    from django.core.management import call_command

    from fingerpost.reading.apart import ReaderApart
    from fingerpost.web.evidence import reading, tasks
    from fingerpost.web.evidence.receiving import queue_forgotten

    logging.disable(logging.CRITICAL)
    reading.AGAIN = timedelta(seconds=0.1)
    one = ReaderApart(command=DEADLY, megabytes=700)
    tasks.reader = lambda: one
    queue_forgotten()
    call_command("db_worker", verbosity=0, batch=True, startup_delay=False, interval=0.05)


if __name__ == "__main__":
    main()
