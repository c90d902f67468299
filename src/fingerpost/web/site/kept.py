"""Answers that this process made before: never more bytes of them than were allowed, and each made by one thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakValueDictionary

from django.http import HttpResponse

from fingerpost.web.site.edition import Edition

Value = TypeVar("Value")

MB = 1_000_000
BESIDE = 1_000
"""Bytes that an answer takes beside its content: headers, tag and the entry itself."""


class _Answer(NamedTuple):
    content: bytes
    headers: dict[str, str]

    @property
    def bytes(self) -> int:
        return len(self.content) + BESIDE


class Kept:
    """Answers of one edition by their tag. What was asked for longest ago makes room; a new edition empties it."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._lock = Lock()
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._bytes = 0
        self._edition: object = None
        self._turns: WeakValueDictionary[str, Lock] = WeakValueDictionary()
        _everything.append(self)

    @property
    def bytes(self) -> int:
        """Give how many bytes are kept."""
        return self._bytes

    def answer(self, edition: object, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
        """Give the answer that was made under a tag, or make it: one thread makes it while the others wait for it.

        Only answers with status 200 are kept, and none that is read piece by piece or larger than all that may be.
        """
        with self._lock:
            if found := self._found(tag):
                return found
            turn = self._turns.get(tag) or self._turns.setdefault(tag, Lock())
        with turn:
            with self._lock:
                if found := self._found(tag):
                    return found
            made = make()
            if made.status_code == 200 and not made.streaming:
                self._keep(edition, tag, _Answer(made.content, dict(made.headers)))
            return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._forget()

    def _found(self, tag: str) -> HttpResponse | None:
        if (kept := self._answers.get(tag)) is None:
            return None
        self._answers.move_to_end(tag)
        return HttpResponse(kept.content, headers=kept.headers)

    def _keep(self, edition: object, tag: str, answer: _Answer) -> None:
        if answer.bytes > self.most_bytes:
            return
        with self._lock:
            if edition != self._edition:
                self._forget()
                self._edition = edition
            before = self._answers.pop(tag, None)
            self._answers[tag] = answer
            self._bytes += answer.bytes - (before.bytes if before else 0)
            while self._bytes > self.most_bytes:
                self._bytes -= self._answers.popitem(last=False)[1].bytes

    def _forget(self) -> None:
        self._answers.clear()
        self._bytes = 0


class Once(Generic[Value]):
    """Something that many pages of an edition need: reckoned by the first, while the others wait for it."""

    def __init__(self, reckon: Callable[[date], Value]) -> None:
        self._reckon = reckon
        self._lock = Lock()
        self._known: tuple[object, Value] | None = None
        _everything.append(self)

    def of(self, edition: Edition) -> Value:
        """Give it as of the edition's day."""
        with self._lock:
            if self._known is None or self._known[0] != edition.until_changed:
                self._known = edition.until_changed, self._reckon(edition.today)
            return self._known[1]

    def clear(self) -> None:
        """Forget it."""
        with self._lock:
            self._known = None


_everything: list[Kept | Once[Any]] = []
pages = Kept(32 * MB)
"""What people see: some 1500 pages."""
answers = Kept(16 * MB)
"""What programs are given. They are apart, so that a program that reads everything leaves people their pages."""


def forget() -> None:
    """Forget everything that this process keeps of what it shows."""
    for one in _everything:
        one.clear()
