"""The words of a condition: "until Russian troops leave Ukraine"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from fingerpost.reading.en.conditions import OPENERS

STOPS = frozenset({";", "—", "–"})


def condition_in(sent: Span, token: Token) -> str | None:
    """Give the words of the condition that follows ``token`` in its sentence, or None."""
    doc = sent.doc
    for i in range(token.i + 1, sent.end):
        words = OPENERS.get(doc[i].lower_)
        if words is None or not any(doc[i : i + len(w)].text.lower() == " ".join(w) for w in words):
            continue
        end = _end(doc[i])
        text: str = doc[i:end].text.strip(" .,;")
        return text or None
    return None


def _end(opener: Token) -> int:
    """Give the end of the phrase that a condition's first word opens (token index, exclusive)."""
    head = opener if opener.dep_ == "prep" else opener.head
    right: int = head.right_edge.i + 1
    sent_end: int = opener.sent.end
    end: int = min(max(right, opener.i + 2), sent_end)
    for i in range(opener.i + 1, end):
        if opener.doc[i].text in STOPS:
            return i
    return end
