"""The process that reads apart: ``python -m fingerpost.reading.apart_child MEGABYTES PARENT``.

It takes sources on standard input and answers on standard output, until the input ends or the process
PARENT does.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from msgspec import msgpack

from fingerpost.documents import DocumentError, TooSlow
from fingerpost.reading.apart import OUT_OF_MEMORY, Answer, receive, send
from fingerpost.reading.given import Found, Given, read_given


def main(read: Callable[[Given], Found] = read_given) -> None:
    """Answer until nobody asks."""
    taken = os.fdopen(os.dup(0), "rb")
    given_back = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes to the log, not between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the one that serves
    megabytes, parent = int(sys.argv[1]), int(sys.argv[2])
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    bound(megabytes)
    with suppress(EOFError, BrokenPipeError):
        while True:
            send(given_back, _answered(taken, read))


def _answered(taken: IO[bytes], read: Callable[[Given], Found]) -> bytes:
    """Give the answer to the next question as a message."""
    try:
        return msgpack.encode(answer(msgpack.decode(receive(taken), type=Given), read))
    except MemoryError:  # outside the reading itself: there is no room for the question or the answer
        os._exit(OUT_OF_MEMORY)


def answer(given: Given, read: Callable[[Given], Found]) -> Answer:
    """Give the answer about one source."""
    try:
        return Answer(found=read(given))
    except DocumentError as error:
        late = isinstance(error, TooSlow)  # a call into C that was given up may still be running
        return Answer(problem=str(error), out_of_memory=_is_memory(error), last=late)
    except Exception as error:
        if _is_memory(error):
            return Answer(out_of_memory=True)
        return Answer(fault=traceback.format_exc())


def _is_memory(error: BaseException | None) -> bool:
    """Tell whether an error, or what it came of, is that there was no memory."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def bound(megabytes: int) -> None:
    """Bound this process's memory, and put it first where the system itself runs out of memory."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1_000_000
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    with suppress(ValueError, OSError):  # macOS refuses it
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    main()
