"""People by what they are: who "the mayor" is, and who is described and never named."""

from __future__ import annotations

from fingerpost.reading.bodies import Body
from fingerpost.reading.columns import SUBJECTS, Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.en.speech import DECISION_NOUNS, SPEECH_NOUNS, STRONG, VOTING
from fingerpost.reading.model import ActorKind
from fingerpost.reading.parts import Part
from fingerpost.reading.roles import Role, noun_end, noun_start
from fingerpost.reading.stage import Stage

AGENTS = frozenset({"nsubj", "nsubjpass", "agent"})
OBJECTS = frozenset({"appos", "dobj", "pobj", "conj"})
STOPS = frozenset(',;:."“”')


class Posts:
    """Settles the noun phrases for people as the text is walked."""

    def __init__(self, stage: Stage, linked: dict[int, Part], body_at: dict[int, Body]) -> None:
        self.stage = stage
        self.columns = stage.columns
        self._linked = linked
        self._body_at = body_at
        self._described: dict[str, Part] = {}

    def meet(self, role: Role) -> None:
        """Note a noun phrase for a person or group on the way through the text."""
        columns, stage = self.columns, self.stage
        part = self._linked.get(role.head) or self._holder(role) or self._description(role)
        if part is None:
            return
        stage.at.setdefault(role.head, part)
        stage.note(part, role.start, role.end, role.head)
        for i in range(role.start, role.head):
            if columns.dep[i] in ("compound", "amod"):
                stage.at.setdefault(i, part)

    def body_of_members(self, role: Role) -> Body | None:
        """Give the body whose members a noun phrase means: "fourteen members of the city council"."""
        following = role.head + 1
        if self.columns.low[role.head] not in words.MEMBERS_OF or following >= role.end:
            return None
        verb = self.columns.lemma[self.columns.head[role.head]]
        if self.columns.low[following] not in words.OF_WORDS or verb not in VOTING:
            return None
        return next((self._body_at[i] for i in range(following, role.end) if i in self._body_at), None)

    def _holder(self, role: Role) -> Part | None:
        """Give who holds a post; of several the one mentioned last, of the same place if one is named."""
        if not role.definite:
            return None
        known = self.stage.holders(role.post, role.head)
        places = {place.id for i in range(role.start, role.end) if (place := self.stage.place_at(i))}
        if places:
            found = next((p for p in known if p.place in places or self._said_of(p, role)), None)
            return found or self._only_at_home(known, places)
        return max(known, key=lambda part: part.last, default=None)

    def _only_at_home(self, known: list[Part], places: set[str]) -> Part | None:
        """Give the one holder of a post whose place is not told, where the home of the page is named."""
        home = self.stage.atlas.home
        untold = [part for part in known if part.place is None]
        return untold[0] if len(untold) == 1 and home is not None and home.id in places else None

    def _said_of(self, part: Part, role: Role) -> bool:
        """Tell whether the words of a noun phrase stand in the role of a part."""
        here = set(self.columns.low[role.start : role.end]) - words.EMPTY
        return here <= set(part.posts[role.post].lower().replace("'", " ").replace("’", " ").split())

    def _description(self, role: Role) -> Part | None:
        """Give a part for somebody described and not named, where it does something."""
        columns = self.columns
        low = columns.low[role.head]
        plural = low in words.GROUP_NOUNS
        if not self._acts(role.head) and (
            plural or not role.definite or columns.dep[role.head] not in OBJECTS
        ):
            return None
        bare = role.end == role.start + 1
        if role.definite and bare and role.post in self._described:
            return self._described[role.post]
        name = columns.slice(role.start, self._end(role))
        kind: ActorKind = "group" if plural else "person"
        part = self.stage.other(name, kind, low, described=True)
        part.posts.setdefault(role.post, name)
        part.gender = part.gender or words.GENDER_NOUNS.get(low)
        self._described[role.post] = part
        return part

    def _acts(self, i: int) -> bool:
        """Tell whether a noun phrase does or says something: a subject, "by" it, "according to" it."""
        columns = self.columns
        dep, head = columns.dep[i], columns.head[i]
        if dep == "pobj":
            return columns.low[head] in words.AGENT_WORDS
        if dep == "dobj":
            inverted = head > 1 and columns.in_marks[head - 2] and i > head
            return inverted and columns.lemma[head] in STRONG
        if dep == "ROOT":
            return columns.pos[i] == "NOUN" and ":" in columns.text[i : i + 16]
        return dep in AGENTS or (dep == "appos" and columns.dep[head] in AGENTS)

    def _end(self, role: Role) -> int:
        """Give the end of a description: with the whole name of a body in it, or with a clause if it is bare."""
        columns = self.columns
        body = self._body_at.get(role.end - 1)
        if body and body.end > role.end:
            return body.end
        if role.end > role.start + 1 or columns.low[role.end : role.end + 1] != ["who"]:
            return role.end
        stop = min(columns.tokens[role.head].right_edge.i + 1, role.end + 10)
        return next((i for i in range(role.end, stop) if columns.text[i] in STOPS), stop)

    def meet_speaker(self, i: int) -> None:
        """Note a common noun that speaks: "the leaflet's publisher said"."""
        columns = self.columns
        start, end = noun_start(columns, i, max(0, i - 8)), noun_end(columns, i, len(columns.text))
        part = self.stage.other(columns.slice(start, end), "other", columns.low[i], described=True)
        self.stage.at[i] = part
        self.stage.note(part, start, end, i)


def speaks(columns: Columns, i: int) -> bool:
    """Tell whether a common noun is the subject of a verb of saying and no paper."""
    return (
        columns.dep[i] in SUBJECTS
        and columns.pos[i] == "NOUN"
        and columns.lemma[columns.head[i]] in STRONG
        and columns.low[i] not in SPEECH_NOUNS
        and columns.low[i] not in DECISION_NOUNS
        and not columns.in_marks[i]
    )
