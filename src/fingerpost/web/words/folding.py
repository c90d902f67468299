"""From names and texts to the words they are found by, and from what is typed to the beginnings of such words."""

from __future__ import annotations

from hashlib import blake2b

from fingerpost.places.normal import APOSTROPHES, SHORT, folded_words, normal

LONGEST = 40
"""Characters of a word that are kept and compared."""
MOST_TERMS = 6
"""More words than this narrow nothing further."""

_APART = str.maketrans(dict.fromkeys(APOSTROPHES, " "))
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LONG: dict[str, set[str]] = {}
for _long, _short in SHORT.items():
    _LONG.setdefault(_short, set()).add(_long)


def words_in(text: str) -> set[str]:
    """Give every word by which a text is found.

    "L'Aquila" is found as laquila and as aquila, "Königsberg" as konigsberg and as koenigsberg, "St. Paul" as saint
    and as st: people leave out apostrophes, spell umlauts out and write short forms, or do not.
    """
    words: set[str] = set()
    for spelling in _spellings(text):
        words.update(folded_words(spelling))
    for word in tuple(words):
        words |= _LONG.get(word, set())
        if word in SHORT:
            words.add(SHORT[word])
    return {word[:LONGEST] for word in words}


def _spellings(text: str) -> set[str]:
    apart = text.translate(_APART)
    return {text, apart} | {one.casefold().translate(_SPELLED_OUT) for one in (text, apart)}


def whole(name: str) -> str:
    """Give the mark by which a whole name is found, however it is spelled; no term begins like it."""
    form = normal(name)
    if len(form) < LONGEST:
        return f"={form}"
    return f"={form[: LONGEST - 18]}={blake2b(form.encode(), digest_size=8).hexdigest()}"


def terms_in(typed: str) -> list[str]:
    """Give the terms somebody searches for, each the beginning of a word; none twice, and at most MOST_TERMS."""
    terms = list(dict.fromkeys(word[:LONGEST] for word in folded_words(typed)))
    # What begins with "norfolk" begins with "nor" as well.
    needed = [term for term in terms if not any(other != term and other.startswith(term) for other in terms)]
    return needed[:MOST_TERMS]
