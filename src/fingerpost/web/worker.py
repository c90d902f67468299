"""The background worker: ``python -m fingerpost.web.worker [PID]``; it ends when the process PID does."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import NoReturn

from fingerpost.web.setup import start_django

log = logging.getLogger("fingerpost.web")

TELL_SECONDS = 15.0
HOUR_SECONDS = 3600.0


def main() -> None:
    """Work until told to stop."""
    start_django()
    if len(sys.argv) > 1:
        threading.Thread(target=_end_with, args=(int(sys.argv[1]),), daemon=True).start()
    work()


def work() -> None:
    """Read sources and send reminders until told to stop; Django is ready already."""
    from django.core.management import call_command

    from fingerpost.web.casework.reminding import remind
    from fingerpost.web.evidence.receiving import queue_forgotten
    from fingerpost.web.site.alerting import send_news

    queue_forgotten()
    for task in (remind, send_news):
        threading.Thread(target=_each_hour, args=(task,), daemon=True).start()
    threading.Thread(target=_keep_telling, daemon=True).start()
    call_command("db_worker", verbosity=0, startup_delay=False, interval=0.5)


def _each_hour(task: Callable[[datetime], object]) -> NoReturn:
    """Do something once an hour, for as long as the process lives."""
    from django.db import DatabaseError, close_old_connections
    from django.utils import timezone

    while True:
        try:
            task(timezone.now())
        except DatabaseError:
            log.exception("The database did not answer; %s is tried again in an hour.", task.__name__)
        finally:
            close_old_connections()
        time.sleep(HOUR_SECONDS)


def _keep_telling() -> None:
    """Let the readiness page know of this worker, for as long as it lives."""
    from django.db import DatabaseError, close_old_connections

    from fingerpost.web.probing import tell_alive

    while True:
        close_old_connections()
        with suppress(DatabaseError):  # the database is away; the worker itself waits for it too
            tell_alive()
        time.sleep(TELL_SECONDS)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    main()
