"""The background worker: ``python -m fingerpost.web.worker [PID]``; it ends when the process PID does."""

from __future__ import annotations

import os
import sys
import threading
import time

from fingerpost.web.setup import start_django


def main() -> None:
    """Work until told to stop."""
    start_django()
    if len(sys.argv) > 1:
        threading.Thread(target=_end_with, args=(int(sys.argv[1]),), daemon=True).start()
    from django.core.management import call_command

    from fingerpost.web.casework.reminding import keep_reminding
    from fingerpost.web.evidence.receiving import queue_forgotten

    queue_forgotten()
    threading.Thread(target=keep_reminding, daemon=True).start()
    call_command("db_worker", verbosity=0, startup_delay=False, interval=0.5)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    main()
