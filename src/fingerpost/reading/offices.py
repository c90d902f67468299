"""Bodies, acronyms, companies and towns as actors."""

from __future__ import annotations

import re

from fingerpost.reading.bodies import Body
from fingerpost.reading.en import cast as words
from fingerpost.reading.en.speech import STATIVE
from fingerpost.reading.parties import Party
from fingerpost.reading.parts import Part
from fingerpost.reading.posts import AGENTS
from fingerpost.reading.stage import Stage

NAMED_BESIDE = frozenset({"association", "group", "company"})
LINKS = frozenset({"–", "-", "e."})
CLOSING = frozenset({",", ".", ";", ")"})
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$")


class Offices:
    """Settles all that acts and is no person, as the text is walked. ``free`` tokens belong to no name."""

    def __init__(self, stage: Stage, named: set[int]) -> None:
        self.stage = stage
        self.columns = stage.columns
        self._named = named
        self._acronyms: dict[str, Part] = {}
        self._initials: dict[str, Part] = {}

    def meet(self, body: Body) -> Part | None:
        """Note a body on the way through the text."""
        columns, stage = self.columns, self.stage
        text = self._name(body)
        part = stage.bodies.find(body, text)
        if part is None:
            if body.vague and not (body.definite and self._acts(body.head)):
                return None
            part = stage.bodies.add(body, text)
            self._learn(part)
        elif self._is_fuller(part, body, text) or self._outdoes_headline(part, text):
            part.name, part.modifiers = text, part.modifiers | body.modifiers
            self._learn(part)
        for i in range(body.start, body.end):
            stage.at[i] = part
            if part.place is None and (place := stage.place_at(i)):
                part.place = place.id
        if part.kind == "council":
            stage.seat(part)
        if not body.named and (name := self._called(body)) is not None and not part.called:
            part.name, part.called = columns.slice(*name), True
            stage.mark(part, *name)
        self._acronym_after(part, body.end)
        if body.noun == "board" and part.of is None:
            part.of = self._acronyms.get(columns.text[body.end - 1])
        stage.note(part, body.start, body.end, body.head)
        return part

    def _called(self, body: Body) -> tuple[int, int] | None:
        """Give the name beside a common noun: "a civic group, the Harbour Watch," and "the charity Ada e.V."."""
        columns = self.columns
        if body.kind not in NAMED_BESIDE:
            return None
        comma = columns.low_at(body.end) == ","
        start = body.end + comma
        start += columns.low_at(start) == "the"
        end = start
        while end < len(columns.text) and (columns.is_cap(end) or columns.text[end] in LINKS or end == start):
            if end in self._named or columns.low[end] in words.NOT_CAPITALS:
                return None
            end += 1
        registered = columns.low[end - 1] == "v" and end - start > 2
        if end - start < 2 or columns.block[end - 1] != columns.block[body.head]:
            return None
        closed = columns.low_at(end) in CLOSING and (comma or registered)
        joined = registered or columns.dep[end - 1] == "appos"
        return (start, end) if closed and joined else None

    def hear(self, body: Body) -> None:
        """Learn the formal name of a council where it only tells of what vote or member something is."""
        text = self._name(body)
        part = self.stage.bodies.find(body, text)
        if part is None:
            self._learn(self.stage.bodies.add(body, text))
        elif self._is_fuller(part, body, text):
            part.name, part.modifiers = text, part.modifiers | body.modifiers

    def _name(self, body: Body) -> str:
        """Give the words that name a body; "local" and "full" only where nothing else does."""
        bare = body.end == body.start + 1 and body.start > 0 and not body.seats
        told = bare and self.columns.low[body.start - 1] in words.TELLING_LITTLE
        return self.columns.slice(body.start - told, body.end)

    def _is_fuller(self, part: Part, body: Body, text: str) -> bool:
        """Tell whether a mention names the body better than those before it."""
        if part.called:
            return False
        if part.seats and not body.seats:
            part.seats = False
            # "Wairoa district councillors" says more than "the council" after it.
            return bool(body.modifiers - words.LEVELS) or not part.modifiers - words.LEVELS
        if body.seats and not part.seats:
            # "City of Port Lincoln councillors" says more than "the council"; "councillors" does not.
            return bool(body.modifiers - words.LEVELS) and not part.modifiers - words.LEVELS
        if part.name.isupper() and not text.isupper():
            return text.lower() == part.name.lower()
        formal = body.named and body.modifiers & words.LEVELS
        if formal and not part.name[part.name.rfind(" ") + 1].isupper():
            return True  # "the City Council" after "Rochester council"
        longer = len(text) > len(part.name) and body.modifiers >= part.modifiers
        return body.modifiers > part.modifiers or longer

    def _outdoes_headline(self, part: Part, text: str) -> bool:
        """Tell whether the text names no worse what only the headline has named: "the town council"."""
        block, blocks = self.columns.block, self.columns.page.document.blocks
        above = bool(part.spans) and all(blocks[block[start]].kind == "headline" for start, _ in part.spans)
        return above and not part.called and len(text.split()) >= len(part.name.split())

    def _learn(self, part: Part) -> None:
        """Remember the initials by which a body may be called, in any order."""
        for letters in (initials(part.name), initials(part.name, small=True)):
            if len(letters) > 1:
                self._initials.setdefault("".join(sorted(letters)), part)

    def _acronym_after(self, part: Part, end: int) -> None:
        """Take in "(NCSA)" or ", or BAFU," behind a name."""
        columns = self.columns
        text = columns.text[end : end + 3]
        if len(text) == 3 and text[0] == "(" and text[2] == ")":
            self._acronyms[text[1]] = part
        elif columns.low[end : end + 2] == [",", "or"] and ACRONYM.match("".join(text[2:])):
            self._acronyms[text[2]] = part

    def meet_party(self, party: Party) -> None:
        """Note a political party; its short name means the same."""
        stage = self.stage
        part = stage.other(party.key, "group", "party")
        text = self.columns.slice(party.start, party.end).rstrip(".")
        if not part.spans or len(text) > len(part.name):
            part.name = text
        stage.mark(part, party.start, party.end)
        stage.note(part, party.start, party.end, party.end - 1)
        self._acronym_after(part, party.end)

    def meet_capital(self, i: int) -> None:
        """Note an acronym of a body, a town that acts, or a company whose name says no kind."""
        stage, text = self.stage, self.columns.text[i]
        if text in self._acronyms or ACRONYM.match(text):
            part = self._acronym(text, i)
            if part:
                stage.at[i] = part
                stage.note(part, i, i + 1, i)
            return
        place = stage.place_at(i)
        if place is None:
            if self.columns.ent[i] == "ORG":
                self._company(i)
        elif self._acts(i):
            start = i
            while start and (before := stage.place_at(start - 1)) and before.id == place.id:
                start -= 1
            part = stage.town(place)
            stage.mark(part, start, i + 1)
            stage.note(part, start, i + 1, i)

    def _acts(self, i: int) -> bool:
        """Tell whether a token is the subject of a verb of doing."""
        columns = self.columns
        return columns.is_subject(i) and columns.lemma[columns.head[i]] not in STATIVE

    def _has_say(self, i: int) -> bool:
        """Tell whether a state or province has, or lacks, a say: "the state has no say in it"."""
        columns, verb = self.columns, self.columns.head[i]
        if not columns.is_subject(i) or columns.lemma[verb] != "have" or columns.low[i] in words.TOWN_HEADS:
            return False
        return not words.SAY.isdisjoint(columns.low[verb + 1 : verb + 6])

    def _acronym(self, text: str, i: int) -> Part | None:
        if text in self._acronyms:
            return self._acronyms[text]
        part = self._initials.get("".join(sorted(text)))
        unknown = text not in words.NOT_ACRONYMS and self.stage.place_at(i) is None
        acts = self.columns.dep[i] in AGENTS or (self.columns.ent[i] == "ORG" and len(text) < 6)
        if part is None and unknown and acts:
            part = self.stage.other(text, "group", text)
        if part:
            self._acronyms[text] = part
        return part

    def _company(self, i: int) -> None:
        """Note what the parser calls an organisation and no rule knows: "Tessera Gate"."""
        columns, stage = self.columns, self.stage
        start = end = i
        while start and columns.ent[start - 1] == "ORG" and columns.block[start - 1] == columns.block[i]:
            start -= 1
        while end < len(columns.ent) and columns.ent[end] == "ORG":
            end += 1
        while start < end and columns.low[start] in words.NOT_CAPITALS:
            start += 1
        inside = range(start, end)
        if not inside or columns.low[end - 1] in words.NOT_NAMES:
            return
        if any(j in stage.at or j in self._named for j in inside):
            return
        head = columns.page.doc[start:end].root.i
        if columns.dep[head] in AGENTS or columns.dep[head] in ("poss", "appos", "conj"):
            part = stage.other(columns.slice(start, end), "other", columns.low[end - 1])
            stage.mark(part, start, end)
            stage.note(part, start, end, head)

    def meet_town(self, i: int) -> None:
        """Note "the city" where it acts: the town in question; "the province" stays what it is."""
        columns, stage = self.columns, self.stage
        if i in stage.at or columns.in_marks[i] or not (self._acts(i) or self._has_say(i)):
            return
        if columns.low[i + 1 : i + 2] == ["of"] and (
            place := stage.place_at(min(i + 2, len(columns.low) - 1))
        ):
            part: Part | None = stage.town(place)
        elif columns.low[i - 1] not in words.DEFINITE:
            return
        elif columns.low[i] in words.TOWN_HEADS:
            part = stage.last_town or self._home()
        else:
            part = stage.other(columns.low[i], "government", columns.low[i], described=True)
        if part:
            stage.at[i] = part
            stage.note(part, i, i + 1, i)

    def meet_city(self, i: int) -> None:
        """Note a town that acts under its full name: "Daegu Metropolitan City"; else as "the city"."""
        columns, stage, start = self.columns, self.stage, i
        while start > 0 and columns.is_cap(start - 1) and columns.dep[start - 1] == "compound":
            start -= 1
        place = stage.place_at(start) if start < i else None
        if place is None or not self._acts(i):
            self.meet_town(i)
            return
        part, text = stage.town(place), columns.slice(start, i + 1)
        part.name = max(part.name, text, key=len)
        stage.mark(part, start, i + 1)
        stage.note(part, start, i + 1, i)

    def _home(self) -> Part | None:
        home = self.stage.atlas.home
        return self.stage.town(home) if home else None


def initials(name: str, *, small: bool = False) -> str:
    """Give the initials of a name's capitalised words; with ``small`` of all its words."""
    found = re.findall(r"[\w.]+", name)
    return "".join(word[0].upper() for word in found if small or word[0].isupper())
