"""Walk the public site as a crawler does: every address that a page names, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
ROOT = "http://testserver"


def walk(visitor: Client, *starts: str, most: int = 500) -> Iterator[tuple[str, HttpResponse]]:
    """Yield each public address with its answer, beginning with some; files of styles and the desk are left out."""
    waiting, seen = list(starts), set(starts)
    while waiting:
        address = waiting.pop(0)
        answer = whole(visitor.get(address))
        yield address, answer
        if answer.headers["Content-Type"].startswith("text/html"):
            for found in links(answer.content.decode(), address):
                if found not in seen and len(seen) < most:
                    seen.add(found)
                    waiting.append(found)


def whole(answer: HttpResponse) -> HttpResponse:
    """Give an answer that is written while it is read, as one that was."""
    if not answer.streaming:
        return answer
    return HttpResponse(b"".join(answer.streaming_content), status=answer.status_code, headers=answer.headers)


def links(page: str, address: str, *, root: str = ROOT) -> Iterator[str]:
    """Yield the addresses of the public site that a page names; whole ones begin with its root."""
    for found in LINK.findall(page):
        parts = urlsplit(urljoin(root + address, unescape(found)))
        if f"{parts.scheme}://{parts.netloc}" != root or parts.path.startswith(("/desk/", "/static/")):
            continue
        yield parts.path + (f"?{parts.query}" if parts.query else "")
