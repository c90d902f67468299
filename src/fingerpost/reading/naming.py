"""People by name: full names settle who the surnames, titles and appositions mean."""

from __future__ import annotations

from fingerpost.reading.columns import Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.en.speech import STATIVE
from fingerpost.reading.names import Name, find_names
from fingerpost.reading.parties import is_party
from fingerpost.reading.parts import Part
from fingerpost.reading.roles import apposed, noun_end, noun_start, post_of
from fingerpost.reading.stage import Stage

SURE = 2
"""Signs that make a run of capitals the name of a person."""
LONGEST_CREDIT = 120
"""Longest line that can be a byline or a photographer's credit, in characters."""


class Naming:
    """The names of people on a page.

    Attributes:
        names: the names by their first token.
        linked: heads of the noun phrases beside names ("its chair, Paul Oyelaran") to the people.
        credits: numbers of the blocks that only say who wrote or photographed.
    """

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.columns = stage.columns
        self.credits = credit_blocks(stage.columns)
        self.linked: dict[int, Part] = {}
        self.roles: list[tuple[Part, int, int]] = []
        """Each role beside a name with its tokens: what body it is of is settled at the end."""
        self.names: dict[int, Name] = {}
        self._person: dict[int, Part] = {}
        self._settle()

    def taken(self) -> set[int]:
        """Give the tokens of the names."""
        return {i for name in self.names.values() for i in range(name.start, name.end)}

    def titles(self) -> set[int]:
        """Give the tokens of the titles before the names."""
        return {i for name in self.names.values() for i in range(name.title, name.start)}

    def _settle(self) -> None:
        """Settle the full names first, then the surnames, which look for them in the whole text."""
        found: dict[int, Name] = {}
        for name in find_names(self.columns, self.stage.atlas):
            known = found.get(name.start)
            if is_party(self.columns.slice(name.start, name.end)):
                continue
            if name.block not in self.credits and (known is None or name.sure > known.sure):
                found[name.start] = name
        sure = sorted((name for name in found.values() if name.sure >= SURE), key=lambda n: n.start - n.end)
        people = self.stage.people
        for name in sure:
            text = self.columns.slice(name.start, name.end)
            if " " in text or not people.match((text.lower(),)):
                self._person[name.start] = people.add(text, name.gender)
        for name in found.values():
            if name.start not in self._person:
                self._by_surname(name)
        self.names = {name.start: name for name in found.values() if name.start in self._person}
        for name in self.names.values():
            self._describe(name)
        self.stage.sort_posts()

    def _by_surname(self, name: Name) -> None:
        """Settle a part of a name by the full names known."""
        columns = self.columns
        key = tuple(columns.slice(name.start, name.end).lower().split())
        part = self.stage.people.match(key, gender=name.gender)
        if part is None and len(key) > 1 and name.sure > -3:
            part = self._surname_inside(name)
        if part is None:
            return
        placed = self.stage.place_at(name.start) is not None and name.title == name.start
        last = name.end - 1
        acts = columns.is_subject(last) and columns.lemma[columns.head[last]] not in STATIVE
        if not (placed and name.sure < -1 and not acts):
            self._person[name.start] = part
            part.gender = part.gender or name.gender

    def _surname_inside(self, name: Name) -> Part | None:
        """Look for a surname in a longer run of capitals, as in a headline; the name shrinks to it."""
        for i in range(name.start, name.end):
            low = self.columns.low[i]
            part = self.stage.people.match((low,))
            if part and len(part.words) > 1 and part.words[-1] == low:
                name.start = name.title = i
                name.end = i + 1
                return part
        return None

    def _describe(self, name: Name) -> None:
        """Give a person the titles before the name and the description beside it."""
        part = self._person[name.start]
        if name.title < name.start and name.post:
            self._titled(part, name)
        found = apposed(self.columns, name)
        if found:
            self._apposed(part, found[0], name)

    def _titled(self, part: Part, name: Name) -> None:
        columns, stage = self.columns, self.stage
        role = columns.slice(name.title, name.start).strip(" -–")
        if name.post in words.PLURAL_TITLES:
            role = role.rstrip("s")
        stage.give_post(part, post_of(columns, name.title, name.start - 1), role, name.start)
        self.roles.append((part, name.title, name.start))
        if part.role is None or part.role.lower().rstrip(".") in words.HONORIFICS:
            part.role = role
        for i in range(name.title, name.start):
            place = stage.place_at(i)
            if place and part.place is None:
                part.place = place.id

    def _apposed(self, part: Part, head: int, name: Name) -> None:
        columns = self.columns
        start = noun_start(columns, head, max(0, head - 8))
        end = noun_end(columns, head, len(columns.text))
        end = min(end, name.title) if head < name.start else end
        role = columns.slice(start, end)
        self.stage.give_post(part, post_of(columns, start, head), role, name.start)
        self.roles.append((part, max(start - 1, 0), end))
        part.role = part.role or role
        part.gender = part.gender or words.GENDER_NOUNS.get(columns.low[head])
        self.linked[head] = part

    def person(self, name: Name) -> Part:
        """Give whom a name means where it stands; of several with one surname the latest mentioned."""
        part = self._person[name.start]
        key = self.columns.slice(name.start, name.end).lower().split()
        if len(key) == 1 and len(part.words) > 1:
            return self.stage.people.match((key[0],), gender=name.gender) or part
        return part

    def meet(self, name: Name) -> None:
        """Note a name on the way through the text."""
        part = self.person(name)
        self.stage.mark(part, name.title, name.end)
        self.stage.note(part, name.start, name.end, name.end - 1)

    def affiliate(self) -> None:
        """Say which body each role is of, now that all bodies are known: "president of NCSA"."""
        at = self.stage.at
        for part, start, end in self.roles:
            if part.of is None:
                found = (at[i] for i in range(start, end) if i in at and not at[i].is_person)
                part.of = next(found, None)
                if part.of is not None and part.place is None:
                    part.place = part.of.place


def credit_blocks(columns: Columns) -> set[int]:
    """Give the numbers of the blocks that only name who wrote, photographed or edited."""
    document = columns.page.document
    return {
        number
        for number in {block for _, _, block in columns.spans}
        if document.blocks[number].end - document.blocks[number].start < LONGEST_CREDIT
        and words.CREDIT.match(document.text, document.blocks[number].start)
    }
