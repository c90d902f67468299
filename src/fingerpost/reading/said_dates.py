"""When somebody said, wished or decided something: the date beside that verb, not one of a side clause."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Token

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.clauses import modal, own_subject
from fingerpost.reading.dates import When
from fingerpost.reading.en import dates as en
from fingerpost.reading.model import Date
from fingerpost.reading.numbers import number_at

FAR = 12
"""How many steps up the parse a verb of saying is looked for."""
LOOSE = frozenset({"weekday", "unit", "day", "ago"})
"""Sorts of dates ("Wednesday", "last week") that tell when, even where the parser hangs them on a noun."""
BACK = 400
"""How many tokens back a vote is looked for."""
DAYS = {"day": 1, "week": 7, "fortnight": 14}


def said_date(calendar: Calendar, token: Token) -> Date | None:
    """Give when somebody took a stance or a decision; None where the sentence does not say.

    "Marsh, whose pupils traded letters in 2009, told the council on Monday to keep the tie" gives Monday.

    Args:
        calendar: the dates of the page.
        token: the word for what is wanted or decided ("keep").
    """
    spine = _spine(token)
    verbs = _telling(spine, token)
    wanted = token.i if _is_wanted(token, spine) else None
    for when, found in calendar.dates_in(token.sent):
        verb = _verb_of(calendar, when)
        if verb is None or _is_ahead(calendar, found):
            continue
        # "agreed to renew it in March", told in June: the parser hangs March on "renew".
        if verb in verbs or (verb == wanted and (when.year is None or _is_let(token))):
            return found
    return _before(calendar, spine[-1]) if spine else None


def _spine(token: Token) -> list[Token]:
    """Give the verbs above a word, and itself, up to where another clause begins."""
    found: list[Token] = []
    here = token
    for _ in range(FAR):
        if here.pos_ in {"VERB", "AUX"}:
            found.append(here)
        if here.head == here or _opens_clause(here, found):
            break
        here = here.head
    return found


def _opens_clause(verb: Token, spine: list[Token]) -> bool:
    """True where what stands above a verb is no longer about the same saying."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() not in en.OCCASIONS:
        return len(spine) > 1  # "who had asked ... to end it"; but on from "a resolution which suspends"
    if verb.dep_ in {"advcl", "conj"}:
        own = own_subject(verb)
        return own is not None and own.lower_ != "which"
    return False


def _telling(spine: list[Token], token: Token) -> set[int]:
    """Give the verbs that say, wish or decide: all but what is wanted, and what is yet to be."""
    above = [verb for verb in spine if verb != token] or spine
    return {verb.i for verb in above if modal(verb) not in en.FUTURE_MODALS}


def _is_wanted(token: Token, spine: list[Token]) -> bool:
    """True for an infinitive below a past verb: what is wanted lies ahead, so a past date is not its own."""
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
    return to and any(verb.tag_ in {"VBD", "VBN"} for verb in spine)


def _is_let(token: Token) -> bool:
    """True for "was allowed to lapse in 2004": what is let happen happens then."""
    return token.head.lemma_.lower() in en.LETTING


def _verb_of(calendar: Calendar, when: When) -> int | None:
    """Give the token index of the verb that a date belongs to, None where it tells an end, a start or an age."""
    here = calendar.page.doc[when.start : when.end].root
    occasion = False
    for _ in range(FAR):
        above = here.head
        if here.dep_ == "prep" and here.lower_ in en.NOT_WHEN and not occasion:
            return None
        if above.dep_ == "acl" and above.head.lemma_.lower() in en.OCCASIONS:
            above = above.head  # "in a letter dated June 20"
        if above.pos_ in {"VERB", "AUX"}:
            return int(above.i)
        if above == here:
            return None
        inside = when.start <= above.i < when.end or above.lower_ in en.WEEKDAYS
        if above.pos_ in {"NOUN", "PROPN", "ADJ"} and not inside:
            occasion = occasion or above.lemma_.lower() in en.OCCASIONS
            if not occasion and not _hangs_loose(here, when):
                return None
        here = above
    return None


def _hangs_loose(here: Token, when: When) -> bool:
    """True where the parser took a day for a part of a noun: "the council Monday"."""
    by_itself = here.dep_ in {"npadvmod", "appos", "prep", "pobj", "advmod"}
    return by_itself and (when.sort in LOOSE or (when.sort == "calendar" and when.day is not None))


def _is_ahead(calendar: Calendar, found: Date) -> bool:
    """True for a date after publication, on which nobody has said anything yet."""
    published = calendar.published
    if not published or not found.value:
        return False
    shared = min(len(published), len(found.value))
    return found.value[:shared] > published[:shared]


def _before(calendar: Calendar, verb: Token) -> Date | None:
    """Count back for "the vote came eight days after she urged ...", from the day of what came after."""
    doc = verb.doc
    after = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == en.AFTER), None)
    if verb.dep_ != "advcl" or after is None:
        return None
    counted = next(
        (found for at in (after.i - 2, after.i - 3) if (found := _count(calendar, at, after.i))), None
    )
    later = said_date(calendar, verb.head) or _last_vote(calendar, verb)
    if counted is None or later is None or not later.value or len(later.value) != len("2022-03-15"):
        return None
    words = calendar.page.passage_of(doc[counted[1] : after.i + 1])
    value = date.fromisoformat(later.value) - timedelta(days=counted[0])
    return Date(
        value=value.isoformat(),
        precision="day",
        text=words.text,
        resolved_from=later.resolved_from,
        passage=words,
    )


def _count(calendar: Calendar, at: int, end: int) -> tuple[int, int] | None:
    """Give the days of "eight days" that stands at ``at`` and ends at ``end``, and where it begins."""
    lower = calendar.page.lower
    if at < 0:
        return None
    found = number_at(lower, at)
    if not found or found[1] != end - 1:
        return None
    unit = DAYS.get(en.UNITS.get(lower[end - 1], ""))
    return (int(found[0] * unit), at) if unit else None


def _last_vote(calendar: Calendar, verb: Token) -> Date | None:
    """Give the date of the vote told last before a sentence."""
    sent = verb.sent
    if not en.VOTE.intersection(calendar.page.lower[sent.start : verb.i]):
        return None
    doc = verb.doc
    for when, found in reversed(calendar.dates_in(doc[max(0, sent.start - BACK) : sent.start])):
        at = _verb_of(calendar, when)
        if at is not None and doc[at].lemma_.lower() in en.VOTE:
            return found
    return None
