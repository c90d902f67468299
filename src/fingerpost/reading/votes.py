"""The figures of a vote in a sentence."""

from __future__ import annotations

from spacy.tokens import Span

from fingerpost.reading.en import votes as words
from fingerpost.reading.model import Vote


def vote_in(sent: Span) -> Vote | None:
    """Give the vote that a sentence reports, or None. Figures not given stay None."""
    text = sent.text
    if not words.VOTE_WORDS.search(text):
        return None
    found = words.SCORE.search(text) or words.VOTED_FOR.search(text)
    unanimous = words.UNANIMOUS.search(text) is not None
    if found:
        ayes, noes = _number(found["for"]), _number(found["against"])
        if ayes is not None and noes is not None:
            return Vote(for_=ayes, against=noes, unanimous=noes == 0 or unanimous or None)
    return Vote(unanimous=True) if unanimous else None


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    tens, _, ones = word.lower().partition("-")
    if tens not in words.ONES or (ones and ones not in words.ONES):
        return None
    return words.ONES[tens] + (words.ONES[ones] if ones else 0)
