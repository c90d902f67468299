"""What is known while a page is cast: the actors so far, and where each was mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.model import ActorKind, Place
from fingerpost.reading.parts import Bodies, Part, People
from fingerpost.reading.pronouns import Mention, Salience

HOLDERS_BEFORE, HOLDERS_AFTER = 30, 10
"""How many holders of one post are looked at before and after a mention of it, in a very long text."""


class Stage:
    """The actors of a page in the making. ``at`` maps token indices to parts."""

    def __init__(self, columns: Columns, atlas: Atlas) -> None:
        self.columns = columns
        self.atlas = atlas
        self.people = People()
        self.bodies = Bodies()
        self.others: list[Part] = []
        self.at: dict[int, Part] = {}
        self.salience = Salience()
        self.sentence = 0
        self.block = 0
        self.last_town: Part | None = None
        """The town in question: it has a council here, or the page is written from it."""
        self.seats: set[str] = set()
        self._by_name: dict[str, Part] = {}
        self._towns: dict[str, Part] = {}
        self._holders: defaultdict[str, list[tuple[int, Part]]] = defaultdict(list)

    @property
    def parts(self) -> list[Part]:
        """Every part that is mentioned, in order of first mention."""
        found = [part for part in [*self.people.parts, *self.bodies.parts, *self.others] if part.spans]
        return sorted(found, key=lambda part: part.spans[0])

    def note(self, part: Part, start: int, end: int, head: int) -> None:
        """Write down a mention, tokens ``start`` to ``end`` (half-open), and remember it for pronouns."""
        columns = self.columns
        if not part.spans or (start, end) != part.spans[-1]:
            part.spans.append((start, end))
        subject = columns.is_subject(head)
        first = columns.head[head] if columns.dep[head] == "conj" else head
        main = subject and columns.dep[columns.head[first]] in ("ROOT", "conj")
        quoted = columns.in_marks[head]
        agent = columns.low[columns.head[head]] in words.AGENT_WORDS
        self.salience.note(Mention(part, head, self.sentence, self.block, subject, main, agent, quoted))

    def mark(self, part: Part, start: int, end: int) -> None:
        """Let tokens ``start`` to ``end`` mean a part, where they mean nobody yet."""
        for i in range(start, end):
            self.at.setdefault(i, part)

    def place_at(self, i: int) -> Place | None:
        """Give the place that a token names."""
        return self.atlas.at(self.columns.token(i))

    def other(self, name: str, kind: ActorKind, noun: str, *, described: bool = False) -> Part:
        """Give the part of this name that is neither a person's name nor a body's; new or met before."""
        key = name.lower()
        part = self._by_name.get(key)
        if part is None:
            part = self._by_name[key] = Part(kind=kind, name=name, noun=noun, described=described)
            self.others.append(part)
        return part

    def town(self, place: Place) -> Part:
        """Give the part for a place that acts."""
        part = self._towns.get(place.id)
        if part is None:
            part = Part(kind="government", name=place.name, noun="city", place=place.id)
            self._towns[place.id] = part
            self.others.append(part)
        if place.id in self.seats or (self.atlas.home and place.id == self.atlas.home.id):
            self.last_town = part
        return part

    def seat(self, part: Part) -> None:
        """Remember the town of a council: "the city" after it is that town."""
        place = self.atlas.by_id.get(part.place or "")
        if place and place.kind == "populated":
            self.seats.add(place.id)
            self.town(place)

    def give_post(self, part: Part, post: str, role: str, at: int) -> None:
        """Let a part hold a post, as the text says around token ``at``."""
        if post not in part.posts:
            part.posts[post] = role
            self._holders[post].append((at, part))

    def sort_posts(self) -> None:
        """Bring the holders of each post into text order, once all names are settled."""
        for holders in self._holders.values():
            holders.sort(key=lambda pair: pair[0])

    def holders(self, post: str, at: int) -> list[Part]:
        """Give those who hold a post, the ones named near token ``at`` in a very long text."""
        known = self._holders.get(post, [])
        middle = bisect_left(known, at, key=lambda pair: pair[0])
        return [part for _, part in known[max(0, middle - HOLDERS_BEFORE) : middle + HOLDERS_AFTER]]
