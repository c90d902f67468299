"""What came inside a source, as bytes: the attachments of a mail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from fingerpost.documents import limits
from fingerpost.documents.mime import UNREADABLE, attached, decoded, leaves
from fingerpost.documents.sniffing import is_mail


class Enclosure(Struct, frozen=True):
    """Bytes as they were before they were attached, under the name they came with."""

    name: str
    data: bytes


def enclosures(data: bytes) -> Iterator[Enclosure]:
    """Yield what is attached to a mail, mails among them, but not what those hold; nothing for any other source.

    What cannot be decoded, or holds nothing, is left out; opening the mail warns of it.
    """
    if not is_mail(data):
        return
    try:
        parts = list(islice(leaves(data), limits.MAIL_PARTS))
    except UNREADABLE:
        return
    for name, part in attached(parts):
        try:
            inner = decoded(part)
        except UNREADABLE:
            continue
        if inner.strip():
            yield Enclosure(name, inner)
