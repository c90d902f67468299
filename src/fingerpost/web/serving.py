"""Serve the desk: web threads in this process, the background worker in another."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

log = logging.getLogger("fingerpost.web")

THREADS = 8
RESTART_SECONDS = 2.0
"""Wait before a worker that ended is started again, so that one that cannot start does not spin."""


def serve(
    host: str, port: int, *, ready: Callable[[int], None], threads: int = THREADS, worker: bool = True
) -> None:
    """Serve until the process is told to stop: by Ctrl-C or SIGTERM. Requests under way are answered first.

    Args:
        host: the address to listen on.
        port: the port; 0 for any that is free.
        ready: told the port once browsers can come.
        threads: how many requests are answered at once.
        worker: whether to keep a background worker as well.

    Raises:
        OSError: the address is taken, or not of this machine.
    """
    from django.conf import settings
    from waitress.server import create_server

    from fingerpost.web.evidence.receiving import queue_forgotten
    from fingerpost.web.migrating import migrate
    from fingerpost.web.wsgi import application

    migrate()
    server = create_server(
        application, host=host, port=port, threads=threads, ident=None, **proxy_rules(settings.HTTPS)
    )
    queue_forgotten()
    keeper = Keeper() if worker else None
    if keeper:
        keeper.start()
    # waitress stops in good order when it is interrupted, and knows of no other way.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    ready(server.effective_port)
    try:
        server.run()
    finally:
        if keeper:
            keeper.stop()


def proxy_rules(behind_proxy: bool) -> dict[str, Any]:
    """Tell waitress whom to believe about the visitor's address.

    Behind a proxy, the proxy. Otherwise nobody, but what a proxy says stays visible: the first run is refused to
    whoever comes through one.
    """
    if behind_proxy:
        believed = {"x-forwarded-for", "x-forwarded-proto"}
        return {
            "trusted_proxy": "*",
            "trusted_proxy_headers": believed,
            "clear_untrusted_proxy_headers": True,
        }
    return {"clear_untrusted_proxy_headers": False}


class Keeper(threading.Thread):
    """Keeps the background worker alive: a worker that was killed is started again, and takes up what it left."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._stopping = threading.Event()
        self._worker: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Start the worker, again and again."""
        while not self._stopping.is_set():
            self._worker = subprocess.Popen([sys.executable, "-m", "fingerpost.web.worker", str(os.getpid())])
            self._worker.wait()
            if not self._stopping.is_set():
                log.warning("The background worker ended; starting it again.")
                time.sleep(RESTART_SECONDS)

    def stop(self) -> None:
        """Stop the worker and do not start it again."""
        self._stopping.set()
        if self._worker and self._worker.poll() is None:
            self._worker.terminate()
            try:
                self._worker.wait(10)
            except subprocess.TimeoutExpired:
                self._worker.kill()
