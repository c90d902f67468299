"""Compare names: folded to plain lower-case words, with acronyms and surnames."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"the", "of", "and", "for", "in", "a", "an", "de", "la", "le", "der", "die", "das"})


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, lower-case, without accents, points and a leading article."""
    plain = unicodedata.normalize("NFKD", name.replace(".", "").replace("’s", "").replace("'s", ""))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = tuple(_WORD.findall(kept))
    return words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words


def fold(name: str) -> str:
    """Give the words of a name as one string, for equality."""
    return " ".join(words_of(name))


def initials(name: str) -> str:
    """Give the initials of the great words: "Norfolk Sister City Association" gives "nsca"."""
    return "".join(word[0] for word in words_of(name) if word not in _SMALL)


def is_acronym(name: str) -> bool:
    """Tell whether a name looks like NSCA or N.S.C.A."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 8 and bare.isalpha() and bare.isupper()
