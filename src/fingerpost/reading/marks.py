"""Pairs of quotation marks within one block: what stands between an opening mark and its closing one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

OPENS = {"“": "double", "„": "double", "«": "double", "‹": "single", "‘": "single", "‚": "single"}
CLOSES = {"”": "double", "»": "double", "›": "single", "’": "single"}
MARK = re.compile("[“”„«»‹›‘’‚\"']")
CLOSING_BEFORE = frozenset(".,?!;:…—–-")
"""What usually stands before a closing mark, when it is no apostrophe."""


class Marked(Struct, frozen=True):
    """Words in marks. ``start`` and ``end`` are offsets of the content, without the marks.

    ``closed`` is False where the block ends first, ``opened`` where only a closing mark was found.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True


def marked(text: str, start: int, end: int) -> Iterator[Marked]:
    """Yield what stands in marks in ``text[start:end]``, outermost only, in text order."""
    at, first = start, True
    while match := MARK.search(text, at, end):
        mark = match.start()
        if _opens(text, mark, start, end):
            found = _close(text, mark, end)
            yield found
            at, first = found.end + 1, False
        elif first and _orphan(text, mark, start, end):
            yield Marked(start, mark, opened=False)
            at, first = mark + 1, False
        else:
            at = mark + 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Tell whether the mark opens: white space, a bracket or a dash before it and a word after it."""
    mark = text[at]
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1] if at > start else " "
    if after.isspace():
        return False
    if mark in OPENS:
        return not (mark == "‘" and before.isalnum()) and not (mark == "“" and before.isalnum())
    if mark in "\"'":
        free = before.isspace() or before in "([{—–/:“‘" or (mark == '"' and before in "-…")
        return free and (after.isalnum() or after in "…$£€[(“‘'\"—-#@¡¿")
    return False


def _close(text: str, at: int, end: int) -> Marked:
    """Give what the opening mark at ``at`` opens, up to its closing mark or the end of the block."""
    single = text[at] in "‘'‚‹"
    depth, here, candidate = 0, at + 1, -1
    while match := MARK.search(text, here, end):
        mark, here = match.start(), match.end()
        if single != (text[mark] in "‘’'‚‹›"):
            continue
        if text[mark] in OPENS and text[mark] != "„" and _opens(text, mark, at, end) and not candidate > 0:
            depth += 1
        elif _closes(text, mark, at, end, single=single):
            if depth:
                depth -= 1
            elif single and _maybe_possessive(text, mark, end) and candidate < 0:
                candidate = mark
            elif candidate > 0 and text[mark - 1] not in CLOSING_BEFORE:
                return Marked(at + 1, candidate)
            else:
                return Marked(at + 1, mark)
        elif candidate > 0 and _opens(text, mark, at, end):
            break
    if candidate > 0:
        return Marked(at + 1, candidate)
    if depth and (last := _last_close(text, at, end, single=single)) > 0:
        return Marked(at + 1, last)
    if single and text[at] == "'":
        return Marked(at + 1, at + 1, closed=False)
    return Marked(at + 1, end, closed=False)


def _last_close(text: str, at: int, end: int, *, single: bool) -> int:
    closing = "’'›" if single else '”"»'
    return max(text.rfind(mark, at + 1, end) for mark in closing)


def _closes(text: str, at: int, start: int, end: int, *, single: bool) -> bool:
    """Tell whether the mark can close: something before it, and no letter after it."""
    mark, before = text[at], text[at - 1]
    after = text[at + 1] if at + 1 < end else " "
    if mark in OPENS and mark != "“":
        return False
    if mark == "“":
        return text[start] == "„"
    if single:
        return not before.isspace() and not after.isalnum()
    if mark == '"':
        return not before.isspace() or after.isspace() or after in ".,;:?!)"
    return True


def _maybe_possessive(text: str, at: int, end: int) -> bool:
    """Tell whether a single mark may be the apostrophe of "the cities’ mayors"."""
    return text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _orphan(text: str, at: int, start: int, end: int) -> bool:
    """Tell whether a closing mark has lost its opening one: the block begins with the words spoken."""
    after = text[at + 1] if at + 1 < end else " "
    return text[at] in '”"' and text[at - 1] in ".,?!" and after.isspace() and at - start > 20
