"""Run a library over untrusted input for a bounded time."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from fingerpost.documents import limits
from fingerpost.documents.errors import TooSlow

Result = TypeVar("Result")
ASKINGS = 5
"""How often a worker out of time is asked to stop."""


class _Stopped(BaseException):
    """Raised inside the worker when its time is over; no ``except Exception`` holds it up."""


def within_time(name: str, work: Callable[..., Result], *arguments: Any) -> Result:
    """Give what ``work(*arguments)`` gives, and raise what it raises.

    It runs in a thread of its own, which is stopped between two steps of Python code. A single call into C
    that never ends cannot be stopped; it is left behind, and ends with the process.

    Raises:
        TooSlow: it took longer than ``limits.SECONDS``.
    """
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work(*arguments))
        except BaseException as error:  # handed to the caller below
            errors.append(error)

    worker = threading.Thread(target=run, name=f"open {name}"[:60], daemon=True)
    worker.start()
    worker.join(limits.SECONDS)
    if worker.is_alive():
        _stop(worker)
        raise TooSlow(
            name,
            f"took over {limits.SECONDS:.0f} seconds to open, so it was given up. Save it as plain text or "
            "as a fresh PDF, then try again.",
        )
    if errors:
        raise errors[0]
    return results[0]


def _stop(worker: threading.Thread) -> None:
    """Ask the worker to stop, again where the first asking was lost (in a finaliser, say)."""
    for _ in range(ASKINGS):
        identity = ctypes.c_ulong(worker.ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(identity, ctypes.py_object(_Stopped))
        worker.join(0.05)
        if not worker.is_alive():
            return
