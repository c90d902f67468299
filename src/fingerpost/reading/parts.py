"""One actor in the making: its names, what tells it from others, and where it is mentioned."""

from __future__ import annotations

from msgspec import Struct, field

from fingerpost.reading.bodies import Body
from fingerpost.reading.en import cast as words
from fingerpost.reading.model import ActorKind

NEWEST = 60
"""How many of the newest bodies a mention is compared with, in a very long text."""


class Part(Struct, eq=False):
    """An actor while the page is read. Spans are token indices, half-open."""

    kind: ActorKind
    name: str
    words: tuple[str, ...] = ()
    """The words of a person's name, lower case."""
    gender: str | None = None
    leaning: str | None = None
    """The gender that the form of the name suggests, where nothing tells it."""
    role: str | None = None
    posts: dict[str, str] = field(default_factory=dict)
    """Post ("mayor", "deputy mayor") to the role's words in the text."""
    noun: str = ""
    """A body's head noun, or that of a description."""
    modifiers: frozenset[str] = frozenset()
    of: Part | None = None
    place: str | None = None
    seats: bool = False
    """True while a body is named only by those who sit in it: "councillors"."""
    called: bool = False
    """True where a name beside the common noun names it: "a charity, Ada's Table"."""
    described: bool = False
    """True where the name is only a description."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    last: int = -1
    """Where it was mentioned last (token), while the page is walked."""

    @property
    def is_person(self) -> bool:
        """True for one human being."""
        return self.kind == "person"


class People:
    """The people of a page by the words of their names."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._by_word: dict[str, list[Part]] = {}

    def add(self, name: str, gender: str | None) -> Part:
        """Give the part with this full name, new or known; the fuller name is kept."""
        key = tuple(name.lower().replace(".", "").split())
        part = self.match(key, full=True)
        if part is None:
            part = Part(kind="person", name=name, words=key, leaning="f" if key[0].endswith("a") else "m")
            self.parts.append(part)
        elif len(key) > len(part.words) or (part.name.isupper() and not name.isupper()):
            part.name, part.words = name, key
        part.gender = part.gender or gender
        for word in key:
            known = self._by_word.setdefault(word, [])
            if part not in known:
                known.append(part)
        return part

    def match(self, key: tuple[str, ...], *, full: bool = False, gender: str | None = None) -> Part | None:
        """Give the one person whose name holds these words in this order; the latest mentioned of several."""
        if not key:
            return None
        found = [
            part
            for part in self._by_word.get(key[-1], ()) or self._by_word.get(key[0], ())
            if _holds(part.words, key) or (full and _same_ends(part.words, key))
        ]
        if gender:
            found = [part for part in found if part.gender in (None, gender)]
        if len(key) == 1:
            found = [p for p in found if p.words[-1] == key[0]] or found
        return max(found, key=lambda part: part.last, default=None)


def _holds(have: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return any(have[i : i + len(key)] == key for i in range(len(have) - len(key) + 1))


def _same_ends(have: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """True for "John Smith" and "John T. Smith"."""
    if len(have) < 2 or len(key) < 2:
        return False
    return have[-1] == key[-1] and have[0] == key[0]


class Bodies:
    """The bodies of a page by head noun."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._by_noun: dict[str, list[Part]] = {}

    def find(self, body: Body, text: str) -> Part | None:
        """Give the body meant by a mention: same noun, no modifier against it, the latest of several."""
        known = self._by_noun.get(body.noun, [])[-NEWEST:]
        fits = [
            part
            for part in known
            if _agree(part.modifiers, body.modifiers, named=body.named) and not _is_another(part, body, text)
        ]
        if not fits and body.modifiers <= words.LEVELS and (body.definite or body.seats):
            fits = self._of_a_kind(body)
        return max(fits, key=lambda part: part.last, default=None)

    def _of_a_kind(self, body: Body) -> list[Part]:
        """Give what "the council" or "the group" can mean where no body has that noun in its name."""
        if body.seats or (body.noun == "council" and not body.modifiers):
            newest = self.parts[-NEWEST:]
            return [part for part in newest if part.noun in words.COUNCIL_LIKE]
        if body.noun in words.VAGUE_BODIES and not body.modifiers:
            kinds = ("association", "group", "other", "company")
            latest = max(
                (p for p in self.parts[-NEWEST:] if p.kind in kinds), key=lambda p: p.last, default=None
            )
            return [latest] if latest else []
        return []

    def add(self, body: Body, name: str) -> Part:
        """Give a new part for a body not met before."""
        part = Part(kind=body.kind, name=name, noun=body.noun, modifiers=body.modifiers, seats=body.seats)
        self.put(part)
        return part

    def put(self, part: Part) -> None:
        """Take in a part made elsewhere."""
        self.parts.append(part)
        self._by_noun.setdefault(part.noun, []).append(part)


def _is_another(part: Part, body: Body, text: str) -> bool:
    """Tell the "Norfolk Trades Council" from the "Norfolk City Council": names that only begin alike."""
    further = body.modifiers - part.modifiers - words.LEVELS
    known = part.modifiers - words.LEVELS
    named = body.named and any(word[0].isupper() for word in part.name.split()[-1:])
    return bool(named and further and known) and not text.lower().endswith(part.name.lower())


def _agree(have: frozenset[str], new: frozenset[str], *, named: bool) -> bool:
    """Tell whether two sets of modifiers can be of one body."""
    if new <= have:
        return True
    old_level, new_level = have & words.LEVELS, new & words.LEVELS
    if old_level and new_level and not old_level & new_level:
        return False
    have, new = have - words.LEVELS, new - words.LEVELS
    return new <= have or (have <= new and not have and named) or (have <= new and len(have) > 0)
