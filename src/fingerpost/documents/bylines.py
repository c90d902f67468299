"""Who wrote and who published an article, by the lines that credit them."""

from __future__ import annotations

import re

from fingerpost.documents import en
from fingerpost.documents.canonical import clean_line
from fingerpost.documents.dates import written_date
from fingerpost.documents.shapes import ends_sentence, is_capitals, is_name, is_outlet, is_person, words_of

LONGEST = 200
BYLINE = re.compile(
    r"(?:By|BY|by|From|FROM:|From:|Words by|Authors?:|Report author:|Prepared by:?|Report by|Story by)\s+"
    r"(?=[^\W\d_])"
)
CUT = re.compile(r"\s*(?:\||·|•|\s[-–—]\s|/\s)\s*")
"""What parts the items of a byline: "By Owen Tarpley | Business"."""
NAME_END = re.compile(r",| in | for |\s-\s")
PUBLISHED_IN = re.compile(r"^(?:First )?[Pp]ublished in (?:the )?([^,.]{3,60})")
RIGHTS = re.compile(r"(?:Copyright|©|\(c\))\s*(?:©\s*)?(?:(?:19|20)\d\d[-–,]?\s*)*(?:by\s+)?([^.,;|]{2,60})")


def is_byline(line: str) -> bool:
    """Tell whether a line says by whom: "By Dana Whitlock", "Mountain Radio | By Imani Lockhart"."""
    if len(line) > LONGEST or ends_sentence(line.split("|")[0]):
        return False
    return any(_named(part) is not None for part in CUT.split(line)[:3])


def is_credit(line: str) -> bool:
    """Tell whether a line below a headline is a bare name, an outlet or a desk."""
    first = re.split(r",|\||·", line, maxsplit=1)[0].strip()
    if is_person(first) and (first == line or len(line.split()) <= 9) and not ends_sentence(line):
        return True
    words = {word.casefold() for word in words_of(line)}
    is_title = is_name(line, most=6) or is_capitals(line)
    return len(words) <= 6 and is_title and bool(words & (en.BYLINE_WORDS | en.OUTLET_WORDS))


def authors_of(line: str) -> str | None:
    """Give the person or persons that a byline or credit names; None for desks and "our reporter"."""
    names: list[str] = []
    for part in CUT.split(line):
        name = _named(part)
        if name is None and not names and ":" not in part:
            first = part.split(",", 1)[0].strip()
            name = first if is_person(first) else None
        if name and _is_human(name):
            names.append(name.title() if is_capitals(name) else name)
    return clean_line(" and ".join(dict.fromkeys(names)))


def outlet_of(line: str) -> str | None:
    """Give the newspaper, station or agency that a line above the article names."""
    found = written_date(line)
    rest = line[: found.start] if found else line
    parts = [part for part in CUT.split(rest) if not _is_human(_named(part) or "")]
    after = rest.split(",", 1)[1].split("|")[0].strip() if "," in rest else ""
    for part in (*parts, after, after.removeprefix("for ")):
        part = part.strip(" ,:")
        if (
            "," not in part
            and is_outlet(part)
            and part.casefold() not in en.KICKERS
            and len(part.split()) > 1
        ):
            return clean_line(part)
    return None


def rights_holder(line: str) -> str | None:
    """Give who holds the rights or published, by a line such as "Copyright 2022 KTPN. All rights ..."."""
    match = RIGHTS.search(line) or PUBLISHED_IN.search(line)
    holder = clean_line(match.group(1)) if match else None
    return holder if holder and holder[0].isupper() and holder.casefold() != "all rights reserved" else None


def _named(part: str) -> str | None:
    """Give the name after "By", with its role and place cut off; None where no "By" stands."""
    match = BYLINE.match(part)
    if not match:
        return None
    name = NAME_END.split(part[match.end() :], maxsplit=1)[0].strip()
    words = words_of(name)
    if not 1 <= len(words) <= 8 or any(char.isdigit() for char in name):
        return None
    others = en.NAME_PARTICLES | en.BYLINE_WORDS | {"our"}
    is_named = all(word[0].isupper() or word in others for word in words)
    return name if is_named and (words[0][0].isupper() or words[0] == "our") else None


def _is_human(name: str) -> bool:
    words = {word.casefold() for word in words_of(name)}
    return bool(words) and not words & (en.BYLINE_WORDS | en.OUTLET_WORDS | {"our", "staff"})
