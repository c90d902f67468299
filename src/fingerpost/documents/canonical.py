"""Canonical text: the author's characters, with one kind of line end and nothing that no text may hold."""

from __future__ import annotations

import re

NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
PAIRED = re.compile("[\ud800-\udbff][\udc00-\udfff]")
REPLACEMENT = "\ufffd"


def canonical(text: str) -> tuple[str, list[str]]:
    """Give the canonical text and what had to be left out for it, in plain sentences.

    Every kind of line end becomes ``\\n``; a byte order mark at the start, NUL and other control characters
    go; half of a surrogate pair becomes U+FFFD. All other characters stay, in the author's own form (no
    Unicode normalisation).
    """
    warnings = []
    text = text.removeprefix("\ufeff")
    if not text.isprintable():
        text = NEWLINES.sub("\n", text)
        text, count = CONTROLS.subn("", text)
        if count:
            warnings.append(f"{_count(count, 'control character')} left out (NUL and the like).")
        text = PAIRED.sub(lambda pair: _joined(pair.group()), text)
        text, count = IMPOSSIBLE.subn(REPLACEMENT, text)
        if count:
            warnings.append(f"{_count(count, 'impossible character')} replaced by {REPLACEMENT}.")
    return text, warnings


def clean_line(text: str | None) -> str | None:
    """Give a title, name or other single line in canonical form; None where nothing remains."""
    if not text:
        return None
    return " ".join(canonical(text[:2000])[0].split()) or None


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{' was' if count == 1 else 's were'}"


def _joined(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
