"""How long something is to hold, in the exact words of the text: "until Russia ends its invasion"."""

from __future__ import annotations

from spacy.tokens import Span

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.en import actions as en
from fingerpost.reading.model import Until
from fingerpost.reading.page import Page

STOPS = frozenset({".", ";", "”", '"', "’", "?", "!", "—", "–", "\n"})


def until_in(page: Page, sent: Span, start: int, calendar: Calendar) -> Until | None:
    """Give the duration that follows a token in its sentence, or that opens the sentence.

    Args:
        page: the page.
        sent: the sentence.
        start: token of the act it holds for.
        calendar: the dates of the page.
    """
    lower = page.lower
    opener = next((at for at in range(start, sent.end) if _opens(lower, at)), None)
    if opener is None:
        opener = next((at for at in range(sent.start, min(sent.start + 2, start)) if _opens(lower, at)), None)
        leading = True
    else:
        leading = opener - sent.start < 2
    # "While" tells how long only beside a present: "while the suspension is in force".
    if opener is None or (lower[opener] == "while" and page.doc[opener].head.tag_ not in {"VBZ", "VBP"}):
        return None
    end = _end(lower, opener, sent.end, leading=leading)
    words = page.doc[opener:end]
    text = page.passage_of(words).text
    inside = calendar.dates_in(words)
    if en.INDEFINITE.intersection(lower[opener:end]):
        return Until(text=text, kind="indefinite")
    if inside and inside[0][0].start - opener <= 2:
        return Until(text=text, kind="date", date=inside[0][1])
    return Until(text=text, kind="condition")


def _opens(lower: list[str], at: int) -> bool:
    return any(tuple(lower[at : at + len(words)]) == words for words in en.UNTIL)


def _end(lower: list[str], opener: int, end: int, *, leading: bool) -> int:
    for at in range(opener + 1, end):
        if lower[at] in STOPS and not (lower[at] == "’" and lower[at - 1].endswith("s")):
            return at
        if lower[at] == "," and (leading or en.UNTIL_CUT.intersection(lower[at + 1 : at + 6])):
            return at
    return end
