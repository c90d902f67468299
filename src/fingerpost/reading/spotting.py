"""Where certain words stand in a parse, without walking it token by token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LEMMA, LOWER
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

KEY = "fingerpost.spotting"


def spots(doc: Doc, words: frozenset[str]) -> Iterator[Token]:
    """Yield the tokens whose lemma or lower-case form is among the words, in text order."""
    forms = doc.user_data.get(KEY)
    if forms is None:
        forms = doc.user_data[KEY] = doc.to_array([LEMMA, LOWER])
    wanted = _hashes(words)
    found = (
        wanted.take(wanted.searchsorted(forms), mode="clip") == forms
    )  # np.isin would load numpy.ma for it
    for i in np.flatnonzero(found.any(axis=1)):
        yield doc[int(i)]


@lru_cache(maxsize=64)
def _hashes(words: frozenset[str]) -> NDArray[np.uint64]:
    strings = StringStore()
    return np.array(sorted(strings[word] for word in words), dtype=np.uint64)
