"""Follow every link of a public site, and note what is broken, slow or heavy, by the shape of the address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from math import inf
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.web.site.walking import links

SECONDS, BYTES = 1.0, 150_000
"""The budget of a page: until it is there when it is made anew, and with all its files."""
FILE_SECONDS = {".pdf": 5.0, "/downloads/": 60.0}
"""The budget of what is a file and no page: the signpost in print size, whole lists."""
TRIES = 3
"""A page that took longer is asked for again: another program may have had the machine."""
FIRST = 40
"""So many addresses of each shape are always followed, unless told otherwise."""

FILES = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script[^>]*?|img[^>]*?)[^>]*? (?:href|src)="([^"]+)"')
OF_STYLES = re.compile(r"url\(['\"]?([^'\")]+)")
LETTERING = (".woff2",)


class Answer(NamedTuple):
    """What came back: the seconds until all of it was there."""

    status: int
    kind: str
    body: bytes
    seconds: float
    location: str = ""


Get = Callable[[str], Answer]
"""Asks for an address, as if nobody had before."""


@dataclass
class Seen:
    """The pages of one shape of address that were asked for."""

    found: int = 0
    asked: int = 0
    broken: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    heaviest: tuple[int, str] = (0, "")


def crawl(
    get: Get, *, root: str, share: int = 1, first: int = FIRST, starts: tuple[str, ...] = ("/",)
) -> dict[str, Seen]:
    """Follow links from some addresses until there are no new ones; give what was seen, by shape of the address.

    Args:
        get: asks for an address.
        root: what the site's own addresses begin with where they are whole, as ``http://127.0.0.1:8000``.
        share: of each shape, one in so many is followed, beside the first; 1: all.
        first: so many of each shape are always followed.
        starts: where to begin.
    """
    waiting, known = list(starts), set(starts)
    shapes: dict[str, Seen] = {}
    files = Files(get)
    while waiting:
        address = waiting.pop()
        seen = shapes.setdefault(shape(address), Seen())
        answer = _patiently(get, address)
        seen.asked += 1
        if answer.status >= 400:
            seen.broken.append(f"{address} ({answer.status})")
        seen.slowest = max(seen.slowest, (answer.seconds, address))
        seen.heaviest = max(seen.heaviest, (len(answer.body) + files.weigh(answer, address), address))
        for found in _leads_to(answer, address, root):
            if found not in known:
                known.add(found)
                of = shapes.setdefault(shape(found), Seen())
                of.found += 1
                if of.found <= first or _drawn(found, share):
                    waiting.append(found)
    return shapes


def shape(address: str) -> str:
    """Give an address without its numbers and what was typed: ``/ties/12?as_of=2022`` is ``/ties/N?as_of``."""
    parts = urlsplit(address)
    names = "&".join(re.findall(r"(?:^|&)([^=&]+)", parts.query))
    return re.sub(r"\d+", "N", parts.path) + (f"?{names}" if names else "")


def seconds_for(address: str) -> float:
    """Give how long an address may take."""
    return next((seconds for part, seconds in FILE_SECONDS.items() if part in address), SECONDS)


def bytes_for(address: str) -> float:
    """Give how much an address may weigh: the map more than pages do, and files as much as they hold."""
    return inf if any(part in address for part in ("/map/", *FILE_SECONDS)) else BYTES


def _patiently(get: Get, address: str) -> Answer:
    answer = get(address)
    for _ in range(TRIES - 1):
        if answer.seconds <= seconds_for(address):
            break
        answer = min(answer, get(address), key=lambda one: one.seconds)
    return answer


def _leads_to(answer: Answer, address: str, root: str) -> Iterator[str]:
    if answer.location:
        parts = urlsplit(answer.location)
        yield parts.path + (f"?{parts.query}" if parts.query else "")
    elif answer.kind.startswith("text/html"):
        yield from links(answer.body.decode(), address, root=root)


def _drawn(address: str, share: int) -> bool:
    return int.from_bytes(blake2b(address.encode(), digest_size=4).digest()) % share == 0


class Files:
    """Weighs the files that pages need, each fetched once."""

    def __init__(self, get: Get) -> None:
        self._get = get
        self._weights: dict[str, int] = {}

    def weigh(self, answer: Answer, address: str) -> int:
        """Give the bytes of a page's style sheets, scripts, drawings and lettering."""
        if not answer.kind.startswith("text/html"):
            return 0
        return sum(map(self._weight, {*FILES.findall(answer.body.decode())}))

    def _weight(self, name: str) -> int:
        if name not in self._weights:
            answer = self._get(name)
            if answer.status != 200:
                raise FileNotFoundError(f"{name}: a page needs it, and the answer was {answer.status}")
            body = answer.body
            inner = OF_STYLES.findall(body.decode()) if name.split("?")[0].endswith(".css") else []
            folder = name.rpartition("/")[0]
            whole = {one if one.startswith("/") else f"{folder}/{one}" for one in inner}
            self._weights[name] = len(body) + sum(
                self._weight(one) for one in whole if one.endswith(LETTERING)
            )
        return self._weights[name]
