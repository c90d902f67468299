"""The words of a condition: "until Russian troops leave Ukraine"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from fingerpost.reading.en.conditions import HELD, OPENERS, PAUSING, PAUSINGS, SUCH_TIME
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties

STOPS = frozenset({";", "—", "–"})
MARKS = frozenset({'"', "”", "“"})
NEXT = 3
"""How many sentences after a suspension its terms may be told."""


def terms_of(page: Page, ties: Ties, token: Token, tie: str | None) -> str | None:
    """Give the condition of a suspension, from its sentence or one told soon after.

    "The resolution keeps the suspension in place until the troops have left" tells it of the vote before.

    Args:
        page: the page.
        ties: its ties; a sentence about another tie tells nothing of this one.
        token: the word that suspends.
        tie: id of the tie that is suspended.
    """
    sent = token.sent
    found = condition_in(sent, token)
    for later in page.sents_after(sent, NEXT) if found is None else ():
        other = ties.about(later)
        if other is not None and tie is not None and other.id != tie:
            return None
        word = _pausing(page, later)
        found = condition_in(later, word) if word is not None else None
        if found:
            return found
    return found


def _pausing(page: Page, sent: Span) -> Token | None:
    """Give the word of a sentence that says again what was suspended: "the suspension", "it suspends"."""
    for at in range(sent.start, sent.end):
        word = page.lower[at]
        if word in PAUSING or (word in PAUSINGS and HELD.intersection(page.lower[at : sent.end])):
            return page.doc[at]
    return None


def condition_in(sent: Span, token: Token) -> str | None:
    """Give the words of the condition that follows ``token`` in its sentence, or None."""
    doc = sent.doc
    for i in range(token.i + 1, sent.end):
        words = OPENERS.get(doc[i].lower_)
        if words is None or not any(doc[i : i + len(w)].text.lower() == " ".join(w) for w in words):
            continue
        end = _end(doc[i])
        return _tidy(doc[i:end].text)
    return None


def _end(opener: Token) -> int:
    """Give the end of the phrase that a condition's first word opens (token index, exclusive)."""
    doc = opener.doc
    first: int = opener.i
    last: int = opener.sent.end
    if first and doc[first - 1].text in MARKS:
        return next((i for i in range(first + 1, last) if doc[i].text in MARKS), last)
    if first + 2 < last and doc[first + 1].text in MARKS:
        return next((i + 1 for i in range(first + 2, last) if doc[i].text in MARKS), last)
    head = opener if opener.dep_ == "prep" else opener.head
    end: int = min(max(head.right_edge.i + 1, first + 2), last)
    if doc[first + 1 : first + 3].text.lower() == SUCH_TIME:
        end = last  # the parser ends the phrase there
    for i in range(first + 1, end):
        if doc[i].text in STOPS:
            return i
        if doc[i].text == "," and i + 1 < end and doc[i + 1].tag_ == "VBG":
            return i  # "until a ceasefire is in force, following a debate of hours"
    return end


def _tidy(text: str) -> str | None:
    """Give the words without what stands around them; a mark that has lost its fellow goes."""
    text = text.strip(" .,;")
    for opening, closing in (("“", "”"), ('"', '"')):
        whole = text.count(opening) == text.count(closing) and text.count('"') % 2 == 0
        text = text if whole else text.strip(opening + closing)
    return text.strip(" .,;") or None
