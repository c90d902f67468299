"""Names made comparable: one form for every spelling that readers take for the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻ`´ʹʿʾ′\u200b\u200c\u200d"
"""Marks within a word, apostrophes and letters' signs of softness, that one writer sets and another leaves out."""

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss",
        "ə": "a", "ŋ": "n", "ŧ": "t",
        **dict.fromkeys(APOSTROPHES, ""),
    }
)  # fmt: skip
_BREAKS = re.compile(r"[\W_]+")
SHORT = {"saint": "st", "sankt": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """Give the comparable form of a name: casefolded, no accents or apostrophes, single spaces.

    "Saint", "Mount" and "Fort" take their usual short forms, so that "St. Paul" meets "Saint Paul".
    The empty string means that nothing in the name can be compared.
    """
    return " ".join([SHORT.get(word, word) for word in folded_words(name)])


def folded_words(text: str) -> list[str]:
    """Give the words of a text in their order, casefolded, without accents or apostrophes."""
    folded = text.casefold().translate(_LETTERS)
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded)
        folded = "".join(char for char in apart if not unicodedata.combining(char))
    return _BREAKS.sub(" ", folded).split()
