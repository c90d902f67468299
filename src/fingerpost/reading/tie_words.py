"""The words of a page that name a tie or its far side."""

from __future__ import annotations

from msgspec import Struct

from fingerpost.reading.en import ties as en
from fingerpost.reading.model import TieKind
from fingerpost.reading.page import Page


class Word(Struct, frozen=True):
    """Words that name a tie: tokens ``start`` to ``end``. ``kind`` is None where only the noun is known.

    ``name_end`` leaves out closing nouns: "sister city" of "sister city agreement".
    """

    start: int
    end: int
    name_end: int
    kind: TieKind | None
    strong: bool


def bare(at: int) -> Word:
    """Give a word that ties without naming what kind of tie it is."""
    return Word(at, at + 1, at + 1, None, False)


def words_on(page: Page) -> dict[int, Word]:
    """Give the words of ties on a page by their first token; empty where it has none that may mean a tie at all."""
    found: dict[int, Word] = {}
    telling, last = False, 0
    for at, text in enumerate(page.lower):
        if at < last or text not in _ANY:
            continue
        word = _strong(page, at)
        if word is None and (text in en.RELATION or text in en.SIDES):
            word = Word(at, _past_nouns(page, at + 1), at + 1, None, False)
        if word is not None:
            found[at], last = word, word.end
            telling = telling or word.strong or text in en.TELLING
    return found if telling else {}


def _strong(page: Page, at: int) -> Word | None:
    text = page.lower[at]
    word = _pair(page, at)
    if word is not None:
        return word
    if text in en.STRONG_ALONE:
        return Word(at, _past_nouns(page, at + 1), at + 1, "twin_town", True)
    if (
        text == en.TWIN
        and page.doc[at].pos_ == "VERB"
        and not en.WITH.isdisjoint(page.lower[at + 1 : at + 5])
    ):
        return Word(at, at + 1, at + 1, "twin_town", True)
    if _foreign_side(page, at):
        return Word(at, at + 1, at + 1, "sister_city" if text == "sister" else "twin_town", True)
    return None


def _pair(page: Page, at: int) -> Word | None:
    lower = page.lower
    if lower[at] not in _FIRSTS or at + 2 >= len(lower):
        return None
    second = at + 2 if lower[at + 1] == "-" else at + 1
    kind = en.STRONG.get((lower[at], lower[second]))
    # "Twin Cities" with capitals is the name of a place.
    if kind is None or (kind == "twin_town" and page.doc[second].text == "Cities"):
        return None
    end = second if lower[second] in en.WITH else second + 1
    return Word(at, _past_nouns(page, end), end, kind, True)  # type: ignore[arg-type]


def _past_nouns(page: Page, at: int) -> int:
    """Step over the nouns that close a compound ("agreement", "program"), but not over a body's name."""
    lower = page.lower
    for _ in range(2):
        if at < len(lower) and (lower[at] in en.RELATION or lower[at] in en.CLOSING):
            at += 1
    return at


def _foreign_side(page: Page, at: int) -> bool:
    """True for "Chinese sister" and "French twin" on a page that has a council."""
    lower, doc = page.lower, page.doc
    if (
        lower[at] not in en.SISTERS
        or at == 0
        or doc[at - 1].tag_ != "JJ"
        or not doc[at - 1].text[0].isupper()
    ):
        return False
    return not (at + 1 < len(lower) and doc[at + 1].pos_ in {"NOUN", "PROPN"}) and "council" in lower


_FIRSTS = frozenset(first for first, _ in en.STRONG)
_ANY = _FIRSTS | en.RELATION | en.SIDES | frozenset(en.STRONG_ALONE) | en.SISTERS
