"""What the words of an instrument do, beside what was recorded and what the press made of it.

A call, a wish or a headline is not a decision: the operative verb is. English; another language adds its own verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from fingerpost.reading.en.stances import DOING, LIFTING, OPERATION_NOUNS
from fingerpost.reading.en.words import word_set

if TYPE_CHECKING:
    from fingerpost.web.register.models import Decision

FAMILIES = {
    "established": "establish",
    "renewed": "renew",
    "kept": "keep",
    "kept_condemned": "keep",
    "suspended": "suspend",
    "ended": "end",
    "restored": "restore",
}
"""A decision's result to the stance whose verbs decide it. Other results have no verb of their own."""
TELLING = frozenset({"end", "suspend", "restore"})
"""Stances whose verbs contradict another result; "adopt" and "keep" stand in resolutions of every kind."""
INSTRUMENTS = word_set(
    "resolution order ordinance motion notice letter decree act proclamation bylaw statute memorandum"
)
IRREGULAR = {
    "break": ("broke", "broken"),
    "keep": ("kept",),
    "leave": ("left",),
    "freeze": ("froze", "frozen"),
    "undo": ("undid", "undone"),
}
NEGATIONS = frozenset(["not", "no", "never", "nor", "neither", "without"])
NEAR = 3
"""How many words before a verb a negation may stand."""


class Verb(NamedTuple):
    """A verb as it stands in words, with the stance it leads to."""

    form: str
    stance: str


def _forms(lemma: str) -> Iterator[str]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    doubled = stem + stem[-1] if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", stem) else stem
    yield from (lemma, lemma + "s", lemma + "es", *IRREGULAR.get(lemma, ()))
    yield from (base + ending for base in {stem, doubled} for ending in ("ed", "ing"))
    if lemma.endswith("y"):
        yield from (lemma[:-1] + "ied", lemma[:-1] + "ies")


FORMS = {
    form: stance for stance, lemmas in DOING.items() for lemma in sorted(lemmas) for form in _forms(lemma)
} | {noun: stance for noun, stance in OPERATION_NOUNS.items() if stance in DOING}
LIFTED = frozenset(form for lemma in LIFTING for form in _forms(lemma))


def verbs_in(words: str) -> list[Verb]:
    """Give the verbs in words that say what is done with a tie, in order; negated ones left out."""
    tokens = re.findall(r"[^\W\d_]+", words.casefold())
    lifted = [token for token in tokens if token in LIFTED]
    if "suspension" in tokens and lifted:
        # to lift, end or revoke a suspension restores the tie
        return [Verb(lifted[0], "restore")]
    return [
        Verb(token, FORMS[token])
        for at, token in enumerate(tokens)
        if token in FORMS and not NEGATIONS & set(tokens[max(0, at - NEAR) : at])
    ]


def other_verb(result: str, operative_words: str) -> str:
    """Give the verb by which operative words speak of something else than a result; "" where they do not."""
    own = FAMILIES.get(result)
    verbs = verbs_in(operative_words)
    if own is None or any(verb.stance == own for verb in verbs):
        return ""
    return next((verb.form for verb in verbs if verb.stance in TELLING), "")


def contradiction(decision: Decision) -> str:
    """Say that the operative words speak of something else than was recorded; "" where they do not."""
    other = other_verb(decision.result, decision.operative_words)
    recorded = decision.get_result_display().lower()
    return f"The words say “{other}”; recorded is “{recorded}”. Look again which it is." if other else ""


def press_difference(decision: Decision) -> str:
    """Say how the press put a decision, and what the instrument says; "" where they say the same, or nothing."""
    own, press = FAMILIES.get(decision.result), decision.press_verb
    said = verbs_in(press)
    if not press or (own and said and all(verb.stance == own for verb in said)):
        return ""
    verbs = verbs_in(decision.operative_words)
    exact = next((verb.form for verb in verbs if verb.stance == own), decision.get_result_display().lower())
    return f"The paper says “{press}”; {named(decision.instrument)} says “{exact}”."


def named(instrument: str) -> str:
    """Give what to call an instrument in a sentence: "the resolution"; "the decision" where its kind is not known."""
    kinds = [word for word in re.findall(r"[a-z]+", instrument.casefold()) if word in INSTRUMENTS]
    return f"the {kinds[0] if kinds else 'decision'}"


def tells(headline: str) -> bool:
    """Tell whether a headline says that a tie is ended, suspended or restored."""
    return any(verb.stance in TELLING for verb in verbs_in(headline))


def says_otherwise(decision: Decision, headline: str) -> bool:
    """Tell whether a headline's verb says something else than was decided: "Norfolk cuts ties" of a suspension."""
    stances = {verb.stance for verb in verbs_in(headline)} & TELLING
    return bool(stances) and FAMILIES.get(decision.result) not in stances
