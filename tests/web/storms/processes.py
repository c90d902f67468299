"""Children that work, report what was acknowledged, and are killed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any


def in_child(work: Callable[[Callable[..., None]], None]) -> list[list[Any]]:
    """Let a child work to the end, and give what it reported."""
    pid, pipe = fork(work)
    reported = said(pipe)
    if os.waitpid(pid, 0)[1]:
        raise SystemExit("A child that nobody killed failed.")
    return reported


def said(pipe: int) -> list[list[Any]]:
    """Give what a child reported, to its end."""
    with os.fdopen(pipe, "rb") as file:
        return [json.loads(line) for line in file]


def fork(work: Callable[[Callable[..., None]], None]) -> tuple[int, int]:
    """Start a child at ``work``; give its id and the pipe it reports to."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    os.close(reading)

    def report(*words: Any) -> None:
        os.write(writing, json.dumps(words).encode() + b"\n")

    status = 1
    try:
        work(report)
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def end(pid: int) -> bool:
    """Kill a child; tell whether it was still at work."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    return os.WIFSIGNALED(status)
