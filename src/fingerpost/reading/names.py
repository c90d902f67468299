"""The names of people on a page: runs of capitalised words, with the titles before them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.beside import head_before, is_calling
from fingerpost.reading.columns import HYPHENS, Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.en.speech import SAY, STRONG
from fingerpost.reading.en.stances import ROLL_CALL

POSSESSIVES = frozenset({"'s", "’s"})
PARTY = frozenset({"party", "alliance", "league", "movement"})
OPEN_POS = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})


class Name(Struct):
    """A run of name words, tokens ``start`` to ``end`` (half-open), and its title from ``title`` on."""

    start: int
    end: int
    title: int
    """First token of the title; equals ``start`` where there is none."""
    sure: int = 0
    """Signs that it names a person; at least 2 is enough."""
    gender: str | None = None
    post: str = ""
    """The title's last word, lower case, where it is a post."""
    block: int = 0


def find_runs(columns: Columns) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words (start, end), with the small words and hyphens inside them."""
    for start, end, _ in columns.spans:
        i = start
        while i < end:
            if _begins(columns, i, start, end):
                stop = _end_of_run(columns, i, end)
                yield i, stop
                i = stop
            else:
                i += 1


def _begins(columns: Columns, i: int, start: int, end: int) -> bool:
    if not columns.is_cap(i) or columns.low[i] in words.NOT_CAPITALS:
        return False
    first = i == start or columns.text[i - 1] in "\"“‘'«„:(-–—•*"
    if not first or columns.pos[i] == "PROPN" or columns.ent[i]:
        return True
    low = columns.low[i]
    if low in words.TITLES or low in words.HONORIFICS or low in words.BODIES:
        return True
    if columns.text[i] in columns.inner and columns.pos[i] not in ("ADP", "DET", "PRON", "SCONJ", "CCONJ"):
        return True
    following = i + 1 < end and columns.is_cap(i + 1) and columns.pos[i + 1] == "PROPN"
    return columns.pos[i] in OPEN_POS and following


def _end_of_run(columns: Columns, i: int, end: int) -> int:
    j = i + 1
    while j < end:
        if columns.low[j] in words.MINUTED and columns.text[j].isupper():
            break  # "Cllr Tom Lee MOVED"
        if columns.is_cap(j) and (
            columns.low[j] not in words.NOT_CAPITALS or _is_given_name(columns, j, end)
        ):
            j += 1
        elif columns.text[j] in HYPHENS and columns.glued[j - 1] and columns.glued[j] and j + 1 < end:
            j += 2
        elif (step := _small_words(columns, j, end)) and not columns.text[j - 1].endswith((",", ";")):
            j += step
        elif columns.text[j] == "&" and j + 1 < end and columns.is_cap(j + 1):
            j += 2
        elif columns.text[j] in NICKNAMED and (step := _nickname(columns, j, end)):
            j += step
        else:
            break
    return j


NICKNAMED = {"“": "”", '"': '"'}
NICKNAME = 4
"""Most tokens that a nickname takes, with its marks."""


def _nickname(columns: Columns, j: int, end: int) -> int:
    """Give how many tokens the nickname at ``j`` takes in "Sean “Big Jim” Lacey", or 0."""
    for k in range(j + 2, min(j + NICKNAME, end - 1)):
        if columns.text[k] == NICKNAMED[columns.text[j]]:
            inside = all(columns.is_cap(i) for i in range(j + 1, k))
            return k - j + 1 if inside and columns.is_cap(k + 1) else 0
    return 0


def _is_given_name(columns: Columns, j: int, end: int) -> bool:
    """Tell whether "I" begins a Balinese name after a title: "Governor I Wayan Koster"."""
    return (
        columns.text[j] == "I"
        and j + 2 < end
        and columns.is_cap(j + 1)
        and columns.low[j - 1] in words.TITLES
    )


def _small_words(columns: Columns, j: int, end: int) -> int:
    """Give how many small words at ``j`` lead on to a further capital ("de la Cruz"), or 0."""
    k = j
    while k < end and k - j < 3 and columns.low[k] in words.PARTICLES and not columns.is_cap(k):
        k += 1
    return k - j if k > j and k < end and columns.is_cap(k) else 0


def find_names(columns: Columns, atlas: Atlas) -> list[Name]:
    """Find what may be names of people, with the signs for it; places and bodies are left out."""
    names: list[Name] = []
    alone = _alone(columns)
    for start, end in find_runs(columns):
        name = _name(columns, start, end)
        if name:
            _weigh(columns, atlas, name)
            names.append(name)
            if name.post in words.PLURAL_TITLES:
                names.extend(_listed(columns, name))
    names.extend(_called_upon(columns))
    alone |= {columns.text[name.start] for name in names if name.title < name.start == name.end - 1}
    for name in names:
        if name.end - name.start > 1 and name.title == name.start and columns.text[name.end - 1] in alone:
            name.sure += 2
    return names


def _alone(columns: Columns) -> set[str]:
    """Give the capitalised words that alone are the subject of a verb of saying: surnames, nearly always."""
    return {
        columns.text[i]
        for i, verb in enumerate(columns.head)
        if columns.dep[i] == "nsubj"
        and columns.lemma[verb] in STRONG
        and columns.is_cap(i)
        and not (i and columns.is_cap(i - 1))
        and columns.low[i] not in words.NOT_CAPITALS
        and columns.low[i] not in words.BODY_HEADS
        and columns.low[i] not in words.ROLE_HEADS
    }


def _name(columns: Columns, start: int, end: int) -> Name | None:
    """Give the person's part of a run: what follows its last title word, or all of it."""
    low = columns.low
    at, gender, post = _after_titles(columns, start, end)
    title = start
    if at == start and (office := _office_before(columns, start)):
        after = _after_office(columns, start, end)
        if after is None:
            return None
        at, title, post = after, office, low[office]
    if at >= end:
        return None
    if any(low[i] in words.BODIES and low[i] not in words.FIRST_NAMES for i in range(at, end - 1)):
        return None
    if low[end - 1] in words.BODIES and (at == start or not gender):
        return None
    titled = at > title
    while titled and title and low[title - 1] in words.LOWER_TITLE_WORDS and not columns.glued[title - 1]:
        title -= 1
    return Name(at, end, title if titled else at, 3 if titled else 0, gender, post, columns.block[at])


def _after_titles(columns: Columns, start: int, end: int) -> tuple[int, str | None, str]:
    """Give the first token after the titles of a run, with the gender and the post they tell."""
    low, gender, post, at = columns.low, None, "", start
    for i in range(start, end):
        if low[i] in words.TITLES and not (low[i] == "ms" and i > start):
            gender, post, at = words.TITLES[low[i]] or gender, low[i], i + 1
        elif low[i] in words.FIRST_NAMES and start < i == at == end - 2:
            break  # "Cllr Dean Rudston"
        elif low[i] in words.HONORIFICS and i in (at, start):
            gender, at = words.HONORIFICS[low[i]] or gender, i + 1
    while start < at < end and (columns.text[at] in HYPHENS or low[at] in words.TITLE_MODIFIERS):
        at += 1
    return at, gender, post


def _office_before(columns: Columns, start: int) -> int:
    """Give the token of the title in "Minister of Regional Affairs X" or "Director of services X", or 0."""
    i = start - 1
    while i > 0 and start - i < 4 and columns.pos[i] in ("NOUN", "ADJ", "DET") and not columns.is_cap(i):
        i -= 1
    office = i > 0 and columns.low[i] in words.OF_WORDS and columns.low[i - 1] in words.TITLES
    return i - 1 if office and columns.is_cap(i - 1) else 0


def _after_office(columns: Columns, start: int, end: int) -> int | None:
    """Give where the person begins after an office: "Regional Affairs Liisa Pärtel"; None: there is only a place."""
    if columns.low[start - 1] not in words.OF_WORDS and columns.low[start - 1] not in words.ARTICLES:
        return start
    at = end
    while at > start and columns.ent[at - 1] == "PERSON":
        at -= 1
    if at < end - 1:
        return at
    first = next((i for i in range(start, end - 1) if columns.low[i] in words.FIRST_NAMES), None)
    verb_follows = end < len(columns.pos) and columns.pos[end] in ("VERB", "AUX")
    return end - 2 if first is None and verb_follows and end - start > 2 else first


def _weigh(columns: Columns, atlas: Atlas, name: Name) -> None:
    """Add up the signs that the run names a person."""
    start, end, low = name.start, name.end, columns.low
    length = sum(columns.text[i] not in HYPHENS for i in range(start, end))
    last = low[end - 1]
    if last in words.NOT_NAMES or (low[start] in words.NOT_NAMES and low[start] not in words.FIRST_NAMES):
        name.sure -= 4
    if low[start] in words.FIRST_NAMES:
        name.sure += 2 if length > 1 else 0
        if length > 1:
            name.gender = name.gender or words.FIRST_NAMES[low[start]]
    types = [columns.ent[i] for i in range(start, end)]
    if types.count("PERSON") * 2 >= len(types):
        name.sure += 2 if length > 1 else 1
    placed = sum(atlas.at(columns.token(i)) is not None for i in range(start, end))
    if placed * 2 >= len(types) and placed:
        name.sure -= 2 if placed == len(types) else 1
    if columns.text[start].isupper() and len(columns.text[start]) > 2 and length == 1:
        name.sure -= 2
    before = low[start - 1] if start else ""
    if before in words.PERSON_NOUNS and is_calling(columns, start - 1) and start == name.title:
        name.sure += 2 if length > 1 else 1
        name.gender = name.gender or words.GENDER_NOUNS.get(before)
    if length > 1 and start == name.title and before == "," and _introduced(columns, start, end):
        name.sure += 2
    if length > 1 and before in POSSESSIVES and start > 1 and low[start - 2] in PARTY:
        name.sure += 2  # "the Reform Party's Mihkel-Jaan Soosaar"
    if before in words.CALLED and "who" in low[max(0, start - 12) : start]:
        name.sure += 3
    if before in ("named", "called") and length > 1:
        name.sure += 1
    if before == "the" and start == name.title:
        name.sure -= 2
    if 1 < length <= 4 and start == name.title:
        name.sure += _speaks(columns, start, end - 1) + _described(columns, end)


def _introduced(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a description of a person ends right before the name."""
    if head_before(columns, start) is not None:
        return True
    head = columns.head[end - 1]
    verb = columns.head[head]
    return columns.dep[end - 1] == "appos" and columns.dep[head] == "nsubj" and columns.lemma[verb] in STRONG


def _speaks(columns: Columns, start: int, last: int) -> int:
    """Give 1 where the name is the subject of a verb of saying; 2 with a calling before it: "goalie X said"."""
    verb = columns.head[last]
    if columns.dep[last] != "nsubj" or columns.lemma[verb] not in SAY:
        return 0
    called = start > 0 and columns.pos[start - 1] == "NOUN" and not columns.is_cap(start - 1)
    return 2 if called and columns.lemma[verb] in STRONG else 1


def _described(columns: Columns, end: int) -> int:
    """Give 1 where a description of a person follows: ", a retired teacher," or ", 36,"."""
    if end + 2 >= len(columns.low) or columns.text[end] != ",":
        return 0
    if columns.low[end + 1] == "who" or (columns.text[end + 1].isdigit() and columns.text[end + 2] == ","):
        return 2
    for i in range(end + 1, min(end + 7, len(columns.low))):
        if columns.text[i] in ",.;" or columns.pos[i] in ("VERB", "AUX"):
            return 0
        if columns.low[i] in words.PERSON_NOUNS and columns.pos[i] in ("NOUN", "PROPN"):
            return 2
    return 0


def _called_upon(columns: Columns) -> Iterator[Name]:
    """Yield the names of a roll call: "AYES: Reed, Lee, Fox."."""
    document = columns.page.document
    for block in document.blocks:
        if block.kind == "promo":
            continue
        for match in ROLL_CALL.finditer(document.text, block.start, block.end):
            if match["mark"] not in {"were", "was"}:
                yield from _names_listed(columns, columns.at(match.end()), columns.at(block.end))


def _names_listed(columns: Columns, i: int, end: int) -> Iterator[Name]:
    """Yield the names of a bare list, up to its full stop."""
    while i < end:
        if columns.text[i] in {",", "and", "&"} or columns.low[i] in words.TITLES:
            i += 1
            continue
        if columns.text[i] == "." and columns.low[i - 1] in words.TITLES:
            i += 1
            continue
        if not columns.is_cap(i) or columns.low[i] in words.NOT_CAPITALS | words.NOT_NAMES:
            return
        stop = min(_end_of_run(columns, i, end), end)
        yield Name(i, stop, i, 3, None, "", columns.block[i])
        i = stop


def _listed(columns: Columns, name: Name) -> Iterator[Name]:
    """Yield the further names of a list after a plural title: "Councillors Okemow, Sandhu and Thiessen"."""
    i, end = name.end, len(columns.text)
    while i + 1 < end and columns.text[i] in (",", "and", "&"):
        i += 1
        if columns.text[i] == "and" and i + 1 < end:
            i += 1
        if not columns.is_cap(i) or columns.low[i] in words.TITLES or columns.low[i] in words.NOT_CAPITALS:
            return
        stop = _end_of_run(columns, i, end)
        yield Name(i, stop, i, 3, None, name.post, name.block)
        i = stop
