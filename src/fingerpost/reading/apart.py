"""Read in a process of its own, bounded in memory and time: what a source does to it, it does to nobody else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from msgspec import Struct, msgpack

from fingerpost.errors import PlainError
from fingerpost.reading.errors import ReadingError
from fingerpost.reading.given import Found, Given
from fingerpost.settings import READING_MEMORY, READING_SECONDS, Setting

COMMAND = (sys.executable, "-m", "fingerpost.reading.apart_child")
LENGTH_BYTES = 8
"""A message is its length in so many bytes, then msgpack."""
USUAL_SECONDS = 600
LEAST_MEGABYTES = 500
"""With less, the reader has no room for its own model."""
ROOMY_MEGABYTES = 1_000
"""What a long report takes, with room to spare. Below it the default never goes."""
OUT_OF_MEMORY = 77
"""The exit code of a process that had no memory left to answer with."""


class Answer(Struct, frozen=True, kw_only=True):
    """What the process answers: what it found, or the one reason why not."""

    found: Found | None = None
    problem: str = ""
    """A sentence for people: the source cannot be opened."""
    fault: str = ""
    """The traceback of a fault of the reader's own."""
    out_of_memory: bool = False
    last: bool = False
    """The process is not to be asked again: something it could not stop still runs in it."""


class Unreadable(PlainError):
    """The source cannot be opened; the message is the library's own sentence."""


class TooMuchMemory(PlainError):
    """Reading it takes more memory than the limit."""


class TooMuchTime(PlainError):
    """Reading it takes longer than the limit."""


class ReaderFault(Exception):
    """The reader met what it does not understand. The message is its traceback."""


class ReaderDied(Exception):
    """The process ended while it read: out of memory, a fault in a library's C code, or killed from outside."""


class ReaderApart:
    """A reader in another process, which is started when first needed and again whenever it has ended."""

    def __init__(
        self,
        *,
        command: Sequence[str] = COMMAND,
        megabytes: int | None = None,
        seconds: float | None = None,
    ) -> None:
        """Prepare; nothing is started.

        Args:
            command: what to start; the memory limit and this process's id are added.
            megabytes: most memory the process may take; by default ``FINGERPOST_READING_MEMORY``.
            seconds: longest time for one source; by default ``FINGERPOST_READING_SECONDS``.
        """
        self.megabytes = megabytes or _number(READING_MEMORY, LEAST_MEGABYTES) or usual_megabytes()
        self.seconds = seconds or _number(READING_SECONDS, 1) or USUAL_SECONDS
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, given: Given) -> Found:
        """Give what was found in a source.

        Raises:
            Unreadable, TooMuchMemory, TooMuchTime: this source cannot be read; for people.
            ReaderFault, ReaderDied: the reader failed on it; for the log.
        """
        answer = self._answer(given)
        if answer.last or answer.out_of_memory:
            self.stop()
        if answer.out_of_memory:
            raise self._too_much(given)
        if answer.problem:
            raise Unreadable(answer.problem)
        if answer.found is None:
            raise ReaderFault(answer.fault)
        return answer.found

    def stop(self) -> None:
        """End the process, at once and whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    assert pipe
                    pipe.close()
            self._process = None

    def _answer(self, given: Given) -> Answer:
        process = self._started()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self.seconds, give_up)
        clock.daemon = True
        clock.start()
        try:
            assert process.stdin and process.stdout
            send(process.stdin, msgpack.encode(given))
            return msgpack.decode(receive(process.stdout), type=Answer)
        except (EOFError, OSError) as error:
            status = process.wait()
            self.stop()
            if late.is_set():
                raise TooMuchTime(
                    f"{given.name} took over {self.seconds:,.0f} seconds to read, so it was given up. Split it, "
                    f"or keep only the article; or let {READING_SECONDS.name} allow more."
                ) from error
            if status == OUT_OF_MEMORY:
                raise self._too_much(given) from error
            raise ReaderDied(_ended(status)) from error
        except BaseException:
            self.stop()  # what it still says would be taken for the answer about the next source
            raise
        finally:
            clock.cancel()

    def _too_much(self, given: Given) -> TooMuchMemory:
        return TooMuchMemory(
            f"{given.name} takes more than the {self.megabytes:,} MB of memory that reading may take. Split it, "
            f"or keep only the article; or let {READING_MEMORY.name} allow more."
        )

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(
                [*self._command, str(self.megabytes), str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write a message."""
    pipe.write(len(message).to_bytes(LENGTH_BYTES, "big"))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Give the next message.

    Raises:
        EOFError: the other side has gone.
    """
    return _exactly(pipe, int.from_bytes(_exactly(pipe, LENGTH_BYTES), "big"))


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data


def usual_megabytes() -> int:
    """Give half of the machine's memory, in megabytes; ROOMY_MEGABYTES where it has little, or does not tell."""
    try:
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return ROOMY_MEGABYTES
    return max(pages // 2_000_000, ROOMY_MEGABYTES)


def _number(setting: Setting, least: int) -> int | None:
    chosen = setting.value
    if chosen is None:
        return None
    if not chosen.isdecimal() or int(chosen) < least:
        raise ReadingError(f'{setting.name} is "{chosen}". Set it to a whole number from {least} up.')
    return int(chosen)


def _ended(status: int) -> str:
    """Say how a process ended: "SIGSEGV", "exit code 1"."""
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"exit code {status}"
