"""What a line looks like: prose or not, a name, all capitals. Cheap tests that know no vocabulary."""

from __future__ import annotations

import re

from fingerpost.documents.en import BYLINE_WORDS, NAME_PARTICLES, OUTLET_WORDS

CLOSERS = "\"'”’»)]*_ "
SENTENCE_MARKS = ".!?…:;"
WORD = re.compile(r"[^\s]+")
CLOCK_END = re.compile(r"\b[ap]\.m\.$", re.I)
MIN_PROSE_WORDS = 5
LONG_WORDS = 20
"""From this many words on, a line is prose even without a closing mark."""


def words_of(line: str) -> list[str]:
    """Give the words of a line, without the punctuation around them."""
    return [word for raw in line.split() if (word := raw.strip(".,;:!?()[]\"'“”‘’«»|–—-·/*_#"))]


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends as a sentence does; a clock time ("7.00 p.m.") is no such end."""
    bare = line.rstrip(CLOSERS)
    return bare.endswith(tuple(SENTENCE_MARKS)) and not CLOCK_END.search(bare)


def is_prose(line: str) -> bool:
    """Tell whether a line is running text rather than a heading, a name, a label or a date."""
    count = len(line.split(None, LONG_WORDS))
    return count > LONG_WORDS or (count >= MIN_PROSE_WORDS and ends_sentence(line))


def is_capitals(line: str) -> bool:
    """Tell whether a line has letters and all of them are capitals."""
    return line.upper() == line and line.lower() != line


def is_name(line: str, *, most: int = 5) -> bool:
    """Tell whether a line could be one name: two to ``most`` words, each capitalised, no figures."""
    words = words_of(line)
    if not 2 <= len(words) <= most or any(char.isdigit() for char in line) or ends_sentence(line):
        return False
    return (
        all(word[0].isupper() or word.casefold() in NAME_PARTICLES for word in words)
        and words[0][0].isupper()
    )


def is_person(line: str) -> bool:
    """Tell whether a line could be a person's name: a name without a newspaper's or a desk's words."""
    words = {word.casefold() for word in words_of(line)}
    particles = words & {"the", "of", "for", "in", "at", "on", "to", "a", "an"}
    return is_name(line, most=4) and not particles and not words & (BYLINE_WORDS | OUTLET_WORDS)


def is_outlet(words: str) -> bool:
    """Tell whether words could name a newspaper, station or agency."""
    parts = [word.casefold() for word in words_of(words)]
    desk = parts and parts[-1] in BYLINE_WORDS and parts[0] != "the"
    return bool(set(parts) & OUTLET_WORDS) and not desk and len(parts) <= 7 and words[:1].isupper()
