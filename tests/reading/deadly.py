"""A reader that its sources can end: ``python -m tests.reading.deadly MEGABYTES PARENT``, as ReaderApart starts it.

What a source says in its first word happens to the process, for real; every other source is read.
"""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable

from fingerpost.reading.apart_child import main
from fingerpost.reading.given import Found, Given, read_given


def segfault() -> None:
    """Read where there is no memory, as a fault in C code does."""
    ctypes.string_at(0)


def eat_memory() -> None:
    """Take memory until there is none."""
    taken = []
    while True:
        taken.append(bytearray(50_000_000))


def be_killed() -> None:
    """End as the system ends a process when the whole machine has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    """Never come back."""
    time.sleep(3600)


def fail() -> None:
    """Fail as a fault of the reader's own does."""
    raise ZeroDivisionError("float division by zero")


DEEDS: dict[bytes, Callable[[], None]] = {
    b"SEGFAULT": segfault,
    b"MEMORY": eat_memory,
    b"KILLED": be_killed,
    b"HANG": hang,
    b"FAULT": fail,
}


def read(given: Given) -> Found:
    """Do what the source says, then read it."""
    DEEDS.get(given.data.split(b" ", 1)[0], lambda: None)()
    return read_given(given)


if __name__ == "__main__":
    main(read)
