"""What the text tells of a tie's life besides decisions: waning, vacancies, letters, renewals, proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from spacy.tokens import Span, Token

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.en import events as en
from fingerpost.reading.en.ties import TALKS
from fingerpost.reading.model import EventKind
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties

NEAR = 12
"""How many tokens apart the words of one sign may stand."""


class Happening(Struct, frozen=True):
    """One sign found in a sentence. ``at`` is the token that tells it; its subject is the actor, if any."""

    kind: EventKind
    sent: Span
    at: Token
    why: str


def happenings_on(page: Page, ties: Ties, calendar: Calendar) -> tuple[Happening, ...]:
    """Give the happenings of a page that no decision made, in text order. They are read once."""
    if "happenings" not in page.memo:
        page.memo["happenings"] = tuple(happenings_in(page, ties, calendar))
    found: tuple[Happening, ...] = page.memo["happenings"]
    return found


def happenings_in(page: Page, ties: Ties, calendar: Calendar) -> Iterator[Happening]:
    """Yield the happenings of a page that no decision made, in text order."""
    for sent in page.sents:
        lower = page.lower[sent.start : sent.end]
        words = set(lower)
        for kind, look in _LOOKS:
            found = look(sent, lower, words, ties, calendar)
            if found:
                yield Happening(kind, sent, sent.doc[sent.start + found[0]], found[1])


_Found = tuple[int, str] | None


def _first(lower: list[str], wanted: frozenset[str], start: int = 0, end: int | None = None) -> int | None:
    return next((at for at in range(start, min(end or len(lower), len(lower))) if lower[at] in wanted), None)


def _waned(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "has waned over the years", "no visits since 2012", "the last visit took place in 2011"."""
    at = _first(lower, en.WANED)
    if at is not None:
        return at, "waned"
    over = next((i for i in range(len(lower)) if tuple(lower[i : i + 2]) == en.NO_LONGER), None)
    if over is not None and en.MEETS & set(lower[over : over + 4]):
        return over, "no-longer"
    if not en.CONTACT & words or en.UNTOUCHED & words:
        return None
    dated = bool(calendar.dates_in(sent))
    if not any(token.pos_ in {"VERB", "AUX"} for token in sent):
        return None
    since = _first(lower, en.SINCE)
    denied = _first(lower, en.NONE)
    if since is not None and denied is not None and (dated or en.LONG & set(lower[since : since + 4])):
        contact = _first(lower, en.CONTACT, max(0, min(denied - 2, since)))
        if contact is not None and abs(since - denied) <= 2 * NEAR:
            return contact, "none-since"
    last = _first(lower, en.LAST)
    of_them = last is not None and lower[last + 1 : last + 3] == ["of", "them"]
    if last is not None and dated and (of_them or en.CONTACT & set(lower[last + 1 : last + 4])):
        return _last_of(sent, lower, last, calendar)
    return None


def _last_of(sent: Span, lower: list[str], last: int, calendar: Calendar) -> _Found:
    """True only where the last one lies years back: "last sent a delegation in 2015"."""
    published = calendar.published
    for when, date in calendar.dates_in(sent):
        if when.year and date.value and (not published or int(published[:4]) - when.year >= 2):
            return last, "last-in"
    return None


def _vacancy(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "without a chair", "has had no chair since", "has stood empty for two years"."""
    if not en.SEAT_NOUNS & words:
        return None
    empty = _first(lower, en.EMPTY)
    if empty is not None:
        return (empty, "empty-seat") if _carries(sent, words, ties) else None
    for at, word in enumerate(lower):
        if word in en.WITHOUT and _seat_after(lower, at + 1):
            return (at, "without-seat") if _carries(sent, words, ties) else None
        if (
            word in en.LACKING
            and "had" in lower[at : at + 3]
            and (_seat_after(lower, at + 1) or "one" in lower[at : at + 4])
        ):
            return at, "no-seat"
    return None


def _seat_after(lower: list[str], at: int) -> bool:
    return any(word in en.SEATS for word in lower[at : at + 3])


def _carries(sent: Span, words: set[str], ties: Ties) -> bool:
    return (
        bool(en.CARRIERS & words)
        or ties.has_word(sent.start, sent.end)
        or ties.named_first(sent.start, sent.end) is not None
    )


def _letter(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "wrote to the council", "in a letter that reached the city", "notice was sent"."""
    if en.EDITOR & words:
        return None
    if lower[0] in en.ME and en.WRITE & set(lower[1:3]):
        return 1, "we-write"
    for at, word in enumerate(lower):
        to = "to" in lower[at + 1 : at + 4] or lower[max(0, at - 6) : at].count("which")
        if word in en.WRITTEN and to and _is_sent(lower, at):
            return at, "wrote-to"
        if word in en.LETTERS and _is_sent(lower, at) and _brings_in(lower, at):
            return at, "letter"
    return None


def _is_sent(lower: list[str], at: int) -> bool:
    """True where nothing puts the writing into the future; "written" needs its "has"."""
    before = set(lower[max(0, at - 4) : at])
    return not en.UNSENT & before and (lower[at] != "written" or bool(en.HAVE & before))


def _brings_in(lower: list[str], at: int) -> bool:
    """True for "a letter that reached", "letter of March 2" and "notice was sent", not for "the letter said"."""
    after, before = lower[at + 1 : at + 13], lower[max(0, at - 3) : at]
    if lower[at] == "notice":
        return bool(en.SENT & set(after[:3])) and not en.PERIODS & set(before)
    if en.SAYING & set(after[:1]) or "last" in before or after[:2] == ["of", "friendship"]:
        return False
    sent = bool(en.SENT & set(after)) or bool(en.SENT & set(lower[max(0, at - 6) : at]))
    return sent and bool(en.LETTER_OPENERS & set(before) or en.LETTER_SOURCES & set(after[:1]))


def _renewed(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "first signed in 2010 and renewed in 2016", and "signed a new charter"."""
    at = _first(lower, en.RENEWED)
    if at is not None and not en.RENEWED_NOT & set(lower[max(0, at - 4) : at]):
        ahead = calendar.dates_in(sent.doc[sent.start + at : min(sent.end, sent.start + at + 7)])
        if "every" in lower[at : at + 3] or any(when.year for when, _ in ahead):
            return at, "renewed-then"
    signed = _first(lower, en.SIGNED)
    if signed is not None and "new" in lower[signed : signed + 3] and ties.main and ties.main.since:
        return (
            (signed, "new-charter") if ties.has_word(sent.start + signed, sent.start + signed + 6) else None
        )
    return None


def _lapsed(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "expired in 2021", "was allowed to lapse in 2004", "ran out"."""
    at = _first(lower, en.LAPSED)
    if at is None or en.LAPSED_NOT & set(lower[max(0, at - 5) : at]) or lower[at + 1 : at + 2] == ["to"]:
        return None
    if lower[at] in en.RAN and "out" not in lower[at + 1 : at + 3]:
        return None
    if lower[at] == "lapse" and "allowed" not in lower[max(0, at - 3) : at]:
        return None
    dated = bool(calendar.dates_in(sent)) or "years" in lower[at : at + 4] or "therefore" in words
    named = ties.has_word(sent.start, sent.end) or "it" in lower[:at]
    return (at, "lapsed-then") if dated and named else None


def _suspended(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "the suspension that it imposed in 2020" and "three years after it froze the agreement"."""
    at = _first(lower, en.SUSPENSION)
    if at is not None and en.IMPOSED & set(lower[at + 1 : at + 6]):
        return at, "suspension-imposed"
    froze = _first(lower, en.FROZE)
    if (
        froze is not None
        and "after" in lower[max(0, froze - 8) : froze]
        and ties.has_word(sent.start, sent.end)
    ):
        return froze, "after-freeze"
    return None


def _proposed(sent: Span, lower: list[str], words: set[str], ties: Ties, calendar: Calendar) -> _Found:
    """Read "the idea came from the Friends" where a tie is new, and "a request to establish an agreement"."""
    talks = _first(lower, TALKS)
    if talks is not None and "about" in lower[talks:] and ties.named_first(sent.start + talks, sent.end):
        return talks, "in-talks"
    at = _first(lower, en.IDEAS)
    if at is None:
        return None
    if any(tie.status_after == "proposed" or tie.since is None for tie in ties.ties):
        after = lower[at + 1 : at + 12]
        if ties.has_word(sent.start + at, sent.end) and {"establish", "for", "new"} & set(after):
            return at, "request-for"
        if en.PUT_FORWARD & set(after[:4]):
            return at, "put-forward"
    return None


_Look = Callable[[Span, list[str], set[str], Ties, Calendar], _Found]
_LOOKS: tuple[tuple[EventKind, _Look], ...] = (
    ("waned", _waned),
    ("vacancy", _vacancy),
    ("letter", _letter),
    ("renewed", _renewed),
    ("lapsed", _lapsed),
    ("suspended", _suspended),
    ("proposed", _proposed),
)
