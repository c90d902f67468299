"""What stands above the article: kicker, headline, deck, byline, date; and what it says of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from fingerpost.documents import en
from fingerpost.documents.bylines import authors_of, is_byline, is_credit, outlet_of
from fingerpost.documents.canonical import clean_line
from fingerpost.documents.dateline import dateline_end
from fingerpost.documents.dates import written_date
from fingerpost.documents.labels import kind_by_label, label_of
from fingerpost.documents.lines import BULLET
from fingerpost.documents.model import BlockKind, SourceDate
from fingerpost.documents.shapes import (
    CLOSERS,
    ends_sentence,
    is_capitals,
    is_name,
    is_prose,
    words_of,
)

LONGEST_MASTHEAD = 14
"""Most pieces above the first paragraph; beyond, the text is no article (a list, a table)."""
LONGEST_HEADLINE = 250
LONGEST_LINE = 600
"""What is longer is body, whatever it looks like."""
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+$|(?:https?://|www\.)\S+$|@\w+$|P\.?\s?O\.? Box\b", re.I)


@dataclass
class Masthead:
    """The kinds of the pieces above the body (by position), and what they say of the source."""

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    body: int = 0
    """Position of the first piece of the body."""
    headlines: list[str] = field(default_factory=list)
    subject: str | None = None
    author: str | None = None
    publisher: str | None = None
    is_letter: bool = False

    @property
    def title(self) -> str | None:
        """The stated subject; else the first headline in ordinary case that is no name; else the longest."""
        if self.subject:
            return self.subject
        for line in self.headlines:
            if not is_capitals(line) and not is_name(line, most=8):
                return line
        return max(self.headlines, key=len, default=None)


def read_masthead(lines: list[str]) -> Masthead:
    """Give the masthead of an article's pieces; empty where the article begins with its first paragraph."""
    head = Masthead()
    for at, _line in enumerate(lines[:LONGEST_MASTHEAD]):
        if _begins_body(lines, at, head):
            head.body = at
            break
        head.kinds[at] = _kind(lines, at, head)
    else:
        return head if len(lines) > LONGEST_MASTHEAD else _all_short(lines, head)
    return head


def _all_short(lines: list[str], head: Masthead) -> Masthead:
    """A few short lines and no paragraph: the first may be a headline, the rest is read as text."""
    head.body = 1 if len(lines) > 1 and head.kinds.get(0) == "headline" else 0
    notes = [at for at, kind in head.kinds.items() if kind == "other"]
    head.body = max([head.body, *(at + 1 for at in notes if at + 1 < len(lines))])
    head.kinds = {
        at: kind for at, kind in head.kinds.items() if at < head.body or kind in ("promo", "caption")
    }
    head.headlines = head.headlines[: head.body]
    return head


def _begins_body(lines: list[str], at: int, head: Masthead) -> bool:
    line = lines[at]
    if len(line) > LONGEST_LINE:
        return True
    if BULLET.match(line) or is_salutation(line):
        head.is_letter = head.is_letter or is_salutation(line)
        return True
    if dateline_end(line, opening=True):
        return True
    is_sentence = bool(head.headlines) and line.rstrip(CLOSERS)[-1:] in tuple(".!?") and not _date_in(line)
    if kind_by_label(line) or not (is_prose(line) or is_sentence) or is_byline(line):
        return False
    if not head.headlines and len(line) <= LONGEST_HEADLINE:
        return not _is_sentence_headline(line, lines[at + 1 : at + 4])
    return True


def is_salutation(line: str) -> bool:
    """Tell whether a line begins as a letter does: "Dear ...", "To the Editor:", "SIR – "."""
    lower = line[:40].casefold()
    return lower.startswith(en.SALUTATION_STARTS) and (lower.startswith("sir") or len(line) < 160)


def _is_sentence_headline(line: str, following: list[str]) -> bool:
    """Tell whether a first line that ends like a sentence is a headline: a byline or a date follows soon."""
    if any(is_byline(after) or _date_in(after) for after in following[:2]):
        return True
    return (
        line.endswith(("?", "!")) and len(words_of(line)) <= 14 and bool(following) and is_prose(following[0])
    )


def _kind(lines: list[str], at: int, head: Masthead) -> BlockKind:
    """Give the kind of a piece above the body, noting what it says of the source."""
    line = lines[at]
    plain = line.split(",")[0].strip(" :.-–—|").casefold()
    if is_byline(line):
        _note_byline(line, head)
        return "other"
    kind = kind_by_label(line)
    if kind:
        if label_of(line) in en.SUBJECT_LABELS:
            head.subject = clean_line(line.split(":", 1)[1])
        return kind
    if (
        plain in en.KICKERS
        or ADDRESS.search(line)
        or _is_number(line)
        or _date_in(line, most=10 if head.headlines else 5)
    ):
        head.publisher = head.publisher or outlet_of(line)
        return "other"
    if len(line) > LONGEST_HEADLINE or line.endswith(",") or _is_addressee(lines, at):
        return "other"
    if _has_headline(head) and is_credit(line):
        _note_byline(line, head)
        return "other"
    head.headlines.append(clean_line(line) or "")
    return "headline"


def _has_headline(head: Masthead) -> bool:
    """Tell whether a real headline stands already, not only a letterhead in capitals."""
    return any(not is_capitals(line) or len(line.split()) > 5 for line in head.headlines)


def _is_number(line: str) -> bool:
    """Tell whether a line is the number of a file or an item ("Item No. 4.7(b)")."""
    return len(line.split()) <= 4 and sum(char.isdigit() for char in line) >= 2 and not is_prose(line)


def _is_addressee(lines: list[str], at: int) -> bool:
    """Tell whether a line stands between a date and a salutation, as an address does in a letter."""
    ahead = next((n for n, line in enumerate(lines[at : at + 6]) if is_salutation(line)), None)
    dated = any(_date_in(line) for line in lines[:at])
    return ahead is not None and dated


def _date_in(line: str, *, most: int = 10) -> bool:
    """Tell whether a line is there for its date: a complete date and at most so many other words."""
    found = written_date(line) if len(line) <= 160 else None
    if not found:
        return False
    rest = line[: found.start] + " " + line[found.end :]
    return len(words_of(rest)) <= most and not (ends_sentence(line) and len(words_of(rest)) > 5)


def _note_byline(line: str, head: Masthead) -> None:
    head.author = head.author or authors_of(line)
    head.publisher = head.publisher or outlet_of(line)


def dates_in(lines: list[str]) -> list[SourceDate]:
    """Give the dates that lines of the masthead or notes of the end state about the source, in text order."""
    found = []
    for line in lines:
        date = written_date(line)
        label = (label_of(line) or "").split(" in ")[0]
        if not date or label in en.NOT_PUBLISHED_LABELS:
            continue
        before = line[: date.start].casefold()
        updated = any(word in before for word in en.UPDATED_WORDS)
        published = any(word in before for word in en.PUBLISHED_WORDS)
        kind: Literal["modified", "published"] = "modified" if updated and not published else "published"
        found.append(SourceDate(kind, date.value, f"text: {' '.join(line.split())[:80]}"))
    return found
