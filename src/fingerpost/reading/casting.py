"""Cast a page: gather the names, bodies and descriptions, then walk through the text once and join them."""

from __future__ import annotations

import re
from collections import Counter

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.bodies import Body, find_bodies
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.en.speech import DECISION_NOUNS, SPEECH_NOUNS, STATIVE, STRONG
from fingerpost.reading.names import Name, find_names
from fingerpost.reading.parts import Bodies, Part, People
from fingerpost.reading.pronouns import Mention, Salience
from fingerpost.reading.roles import Role, apposed, find_roles, noun_end, noun_start, post_of

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$")
AGENTS = frozenset({"nsubj", "nsubjpass", "agent"})


class Casting:
    """The work of one page. After ``walk``, ``at`` maps token indices to parts."""

    def __init__(self, columns: Columns, atlas: Atlas) -> None:
        self.columns = columns
        self.atlas = atlas
        self.people = People()
        self.bodies = Bodies()
        self.others: list[Part] = []
        self.at: dict[int, Part] = {}
        self.salience = Salience()
        self.acronyms: dict[str, Part] = {}
        self.posts: dict[int, Name] = {}
        self.towns: dict[str, Part] = {}
        self._gather()

    @property
    def parts(self) -> list[Part]:
        """Every part, in order of first mention."""
        found = [p for p in [*self.people.parts, *self.bodies.parts, *self.others] if p.spans]
        return sorted(found, key=lambda part: part.spans[0])

    def _gather(self) -> None:
        """Find all mentions; settle the people with full names, so that surnames find them from anywhere."""
        columns = self.columns
        by_start: dict[int, Name] = {}
        self.credits = credit_blocks(columns)
        for name in find_names(columns, self.atlas):
            if name.block in self.credits:
                continue
            known = by_start.get(name.start)
            if known is None or name.sure > known.sure:
                by_start[name.start] = name
        self.names = list(by_start.values())
        sure = [name for name in self.names if name.sure >= 2]
        self.person_of: dict[int, Part] = {}
        for name in sorted(sure, key=lambda name: name.start - name.end):
            text = columns.slice(name.start, name.end)
            if " " in text or not self.people.match((text.lower(),)):
                self.person_of[name.start] = self.people.add(text, name.gender)
        for name in self.names:
            if name.start not in self.person_of:
                self._by_surname(name)
        self.names = [name for name in self.names if name.start in self.person_of]
        taken = {i for name in self.names for i in range(name.start, name.end)}
        self.titles = {i for name in self.names for i in range(name.title, name.start)}
        self.found_bodies = find_bodies(columns, self.atlas, taken)
        inside = {i for body in self.found_bodies for i in range(body.start, body.end) if body.named}
        self.body_at = {i: body for body in self.found_bodies for i in range(body.start, body.end)}
        self.roles = list(find_roles(columns, taken | self.titles | inside))
        self.free = taken | inside

    def _by_surname(self, name: Name) -> None:
        """Settle a part of a name by the full names known."""
        columns = self.columns
        key = tuple(columns.slice(name.start, name.end).lower().split())
        part = self.people.match(key, gender=name.gender)
        if part is None and len(key) > 1:
            for i in range(name.start, name.end):
                part = self.people.match((columns.low[i],))
                if part and len(part.words) > 1 and part.words[-1] == columns.low[i] and name.sure > -3:
                    name.start = name.title = i
                    name.end = i + 1
                    break
                part = None
        placed = self.atlas.at(columns.token(name.start)) is not None and name.title == name.start
        acts = columns.is_subject(name.end - 1) and columns.lemma[columns.head[name.end - 1]] not in STATIVE
        if part and not (placed and name.sure < -1 and not acts):
            self.person_of[name.start] = part
            part.gender = part.gender or name.gender

    def walk(self) -> None:
        """Go through the text once, token by token, and say who each name, noun phrase and pronoun is."""
        names = {name.start: name for name in self.names}
        bodies = {body.head: body for body in self.found_bodies}
        roles = {role.head: role for role in self.roles}
        self._appositions(names)
        low = self.columns.low
        for number, (start, end, block) in enumerate(self.columns.spans):
            if block in self.credits:
                continue
            self.sentence, self.number_of_block = number, block
            for i in range(start, end):
                if i in names:
                    self._meet_person(names[i])
                elif i in bodies:
                    self._meet_body(bodies[i])
                elif i in roles:
                    self._meet_role(roles[i])
                elif low[i] in words.PRONOUNS or low[i] in words.RELATIVES:
                    self._meet_pronoun(i)
                elif i not in self.free and self.columns.is_cap(i):
                    self._meet_capital(i)
                elif low[i] in words.PLACE_HEADS:
                    self._meet_town(i)
                elif i not in self.at and self._speaks(i):
                    self._meet_speaker(i)

    def _note(self, part: Part, start: int, end: int, head: int) -> None:
        columns = self.columns
        if (start, end) not in part.spans:
            part.spans.append((start, end))
        subject = columns.is_subject(head)
        main = subject and columns.dep[columns.head[head]] in ("ROOT", "conj")
        mention = Mention(
            part, head, self.sentence, self.number_of_block, subject, main, columns.in_marks[head]
        )
        self.salience.note(mention)

    def _appositions(self, names: dict[int, Name]) -> None:
        """Give people the posts and roles that stand beside their names."""
        self.linked: dict[int, Part] = {}
        for name in names.values():
            part = self.person_of[name.start]
            if name.title < name.start and name.post:
                self._titled(part, name)
            found = apposed(self.columns, name)
            if found:
                self._described(part, found[0], name)

    def _titled(self, part: Part, name: Name) -> None:
        columns = self.columns
        role = columns.slice(name.title, name.start).strip(" -–")
        post = post_of(columns, name.title, name.start - 1) if name.post else ""
        if name.post in words.PLURAL_TITLES and name.start - name.title > 0:
            role = role.rstrip("s")
        part.posts.setdefault(post, role)
        if part.role is None or part.role.lower().rstrip(".") in words.HONORIFICS:
            part.role = role
        for i in range(name.title, name.start):
            place = self.atlas.at(columns.token(i))
            if place and part.place is None:
                part.place = place.id

    def _described(self, part: Part, head: int, name: Name) -> None:
        columns = self.columns
        start = noun_start(columns, head, max(0, head - 8))
        end = noun_end(columns, head, len(columns.text))
        if head < name.start:
            end = min(end, name.title)
        post = post_of(columns, start, head)
        text = columns.slice(start, end)
        part.posts.setdefault(post, text)
        if part.role is None:
            part.role = text
        part.gender = part.gender or words.GENDER_NOUNS.get(columns.low[head])
        self.linked[head] = part

    def _meet_person(self, name: Name) -> None:
        part = self.person_of[name.start]
        words_here = self.columns.slice(name.start, name.end).lower().split()
        if len(words_here) == 1 and len(part.words) > 1:
            part = self.people.match(tuple(words_here), gender=name.gender) or part
        for i in range(name.title, name.end):
            self.at.setdefault(i, part)
        self._note(part, name.start, name.end, name.end - 1)

    def _meet_body(self, body: Body) -> None:
        columns = self.columns
        part = self.bodies.find(body)
        text = columns.slice(body.start, body.end)
        if part is None:
            if body.vague:
                return
            part = self.bodies.add(body, text)
            part.described = not body.named
        elif (
            (self._seats(part) and body.noun == columns.low[body.head])
            or body.modifiers > part.modifiers
            or (len(text) > len(part.name) and body.modifiers >= part.modifiers)
        ):
            part.name, part.modifiers = text, part.modifiers | body.modifiers
        for i in range(body.start, body.end):
            place = self.atlas.at(columns.token(i))
            if place and part.place is None:
                part.place = place.id
            self.at[i] = part
        self._acronym_after(part, body.end)
        self._note(part, body.start, body.end, body.head)

    def _seats(self, part: Part) -> bool:
        """Tell whether a body is so far named only by those who sit in it: "councillors"."""
        return part.name.lower().split()[-1] in words.SEATS

    def _acronym_after(self, part: Part, end: int) -> None:
        columns = self.columns
        if end + 2 < len(columns.text) and columns.text[end] == "(" and columns.text[end + 2] == ")":
            self.acronyms[columns.text[end + 1]] = part
        elif columns.low[end : end + 2] == [",", "or"] and ACRONYM.match(
            "".join(columns.text[end + 2 : end + 3])
        ):
            self.acronyms[columns.text[end + 2]] = part

    def _meet_role(self, role: Role) -> None:
        columns = self.columns
        part = self.linked.get(role.head) or self._members(role) or self._holder(role)
        if part is None:
            part = self._description(role)
        if part:
            self.at.setdefault(role.head, part)
            self._note(part, role.start, role.end, role.head)
            for i in range(role.start, role.head):
                if columns.dep[i] in ("compound", "amod") and i not in self.at:
                    self.at[i] = part

    def _members(self, role: Role) -> Part | None:
        """Give the body whose members a noun phrase means: "fourteen members of the city council"."""
        columns = self.columns
        following = role.head + 1
        if columns.low[role.head] not in words.MEMBERS_OF or columns.low[following : following + 1] != ["of"]:
            return None
        body = next((self.body_at[i] for i in range(following, role.end) if i in self.body_at), None)
        if body is None or columns.low[role.head] == "member":
            return None
        self._meet_body(body)
        return self.at.get(body.head)

    def _holder(self, role: Role) -> Part | None:
        """Give who holds a post; of several the one mentioned last, of the same place if one is named."""
        columns = self.columns
        if not role.definite:
            return None
        places = {place.id for i in range(role.start, role.end) if (place := self.atlas.at(columns.token(i)))}
        known = [p for p in [*self.people.parts, *self.others] if role.post in p.posts]
        fits = [p for p in known if not places or p.place in places or self._said_of(p, role)]
        if not places:
            return max(fits, key=lambda part: part.last, default=None)
        return fits[0] if fits else None

    def _said_of(self, part: Part, role: Role) -> bool:
        words_here = {self.columns.low[i] for i in range(role.start, role.end)} - words.EMPTY
        return words_here <= set(part.posts[role.post].lower().replace("'", " ").replace("’", " ").split())

    def _description(self, role: Role) -> Part | None:
        """Give a part for somebody described and not named, where it does something."""
        columns = self.columns
        low = columns.low[role.head]
        plural = low in words.GROUP_NOUNS
        dep = columns.dep[role.head]
        acts = dep in AGENTS or (dep == "pobj" and self._by(role.head))
        acts = acts or (dep == "appos" and columns.dep[columns.head[role.head]] in AGENTS)
        if not acts and (plural or not role.definite or dep not in ("appos", "dobj", "pobj", "conj")):
            return None
        name = columns.slice(role.start, self._described_end(role))
        key = name.lower()
        for part in self.others:
            if part.described and (part.name.lower() == key or (role.definite and role.post in part.posts)):
                return part
        kind = "group" if plural else "person"
        part = Part(kind=kind, name=name, noun=low, described=True)  # type: ignore[arg-type]
        part.posts[role.post] = name
        part.gender = words.GENDER_NOUNS.get(low)
        self.others.append(part)
        return part

    def _described_end(self, role: Role) -> int:
        """Give the end of a description, with the whole of a body's name in it, or with a clause if it is bare."""
        columns = self.columns
        body = self.body_at.get(role.end - 1)
        if body and body.end > role.end:
            return body.end
        if role.end == role.start + 1 and role.end < len(columns.low) and columns.low[role.end] == "who":
            stop = min(columns.tokens[role.head].right_edge.i + 1, role.end + 10)
            cut = (i for i in range(role.end, stop) if columns.text[i] in ',;:."“”')
            return next(cut, stop)
        return role.end

    def _by(self, i: int) -> bool:
        head = self.columns.head[i]
        return self.columns.low[head] in ("by", "to") and self.columns.low[self.columns.head[head]] != "close"

    def _meet_pronoun(self, i: int) -> None:
        columns = self.columns
        low = columns.low[i]
        if low in words.RELATIVES:
            verb = columns.head[i]
            while columns.dep[verb] in ("conj", "xcomp") and columns.head[verb] != verb:
                verb = columns.head[verb]
            part = self.at.get(columns.head[verb]) if columns.dep[verb] == "relcl" else None
            if part is None and low == "who" and i and columns.text[i - 1] == ",":
                part = self.at.get(i - 2)
            if part and not (low == "that" and columns.dep[i] not in AGENTS):
                self.at[i] = part
            return
        if columns.in_marks[i]:
            return
        gender = words.PRONOUNS[low]
        subject = columns.is_subject(i)
        if gender in "mf":
            part = self.salience.person(gender, i, self.sentence, self.number_of_block, subject=subject)
            if part and part.gender is None and not part.described:
                part.gender = gender
        else:
            part = self.salience.body(i, self.sentence, plural=gender == "p")
        if part:
            self.at[i] = part
            self._note(part, i, i + 1, i)

    def _meet_capital(self, i: int) -> None:
        """An acronym of a body, a town that acts, or a company whose name says no kind."""
        columns = self.columns
        text = columns.text[i]
        if i in self.at:
            return
        if text in self.acronyms or (ACRONYM.match(text) and len(text) > 1):
            part = self._acronym(text, i)
            if part:
                self.at[i] = part
                self._note(part, i, i + 1, i)
            return
        place = self.atlas.at(columns.token(i))
        if place and columns.is_subject(i) and columns.lemma[columns.head[i]] not in STATIVE:
            start = self._start_of_place(i, place.id)
            part = self._town(place.id, columns.slice(start, i + 1))
            for j in range(start, i + 1):
                self.at[j] = part
            self._note(part, start, i + 1, i)
        elif columns.ent[i] == "ORG" and not place:
            self._organisation(i)

    def _start_of_place(self, i: int, place: str) -> int:
        while i and (found := self.atlas.at(self.columns.token(i - 1))) and found.id == place:
            i -= 1
        return i

    def _town(self, place: str, name: str) -> Part:
        part = self.towns.get(place)
        if part is None:
            part = self.towns[place] = Part(kind="government", name=name, noun="city", place=place)
            self.others.append(part)
        return part

    def _acronym(self, text: str, i: int) -> Part | None:
        part = self.acronyms.get(text)
        if part is None:
            letters = sorted(text)
            for body in self.bodies.parts:
                if (
                    sorted(initials(body.name)) == letters
                    or sorted(initials(body.name, small=True)) == letters
                ):
                    part = body
                    break
        acts = self.columns.dep[i] in AGENTS and text not in words.NOT_ACRONYMS
        if part is None and acts and not self.atlas.at(self.columns.token(i)):
            part = Part(kind="group", name=text, noun=text)
            self.others.append(part)
        if part:
            self.acronyms[text] = part
        return part

    def _organisation(self, i: int) -> None:
        columns = self.columns
        start = end = i
        while start and columns.ent[start - 1] == "ORG" and columns.block[start - 1] == columns.block[i]:
            start -= 1
        while end < len(columns.ent) and columns.ent[end] == "ORG" and end not in self.at:
            end += 1
        while start < end and columns.low[start] in words.NOT_CAPITALS:
            start += 1
        span = columns.page.doc[start:end] if start < end else None
        if span is None or columns.dep[span.root.i] not in (*AGENTS, "poss", "appos", "conj"):
            return
        if any(j in self.at or j in self.free for j in range(start, end)):
            return
        if columns.low[end - 1] in words.NOT_NAMES:
            return
        name = columns.slice(start, end)
        part = next((p for p in self.others if p.name == name), None)
        if part is None:
            part = Part(kind="other", name=name, noun=columns.low[end - 1])
            self.others.append(part)
        for j in range(start, end):
            self.at[j] = part
        self._note(part, start, end, span.root.i)

    def _meet_town(self, i: int) -> None:
        """ "The city" as one that acts: the town in question."""
        columns = self.columns
        if not columns.is_subject(i) or i in self.at:
            return
        if i + 2 < len(columns.low) and columns.low[i + 1] == "of":
            place = self.atlas.at(columns.token(i + 2))
            if place:
                self.at[i] = self._town(place.id, place.name)
                self._note(self.at[i], i, i + 3, i)
                return
        if columns.low[i - 1] not in words.DEFINITE:
            return
        if columns.lemma[columns.head[i]] in STATIVE or columns.in_marks[i]:
            return
        part = max(self.towns.values(), key=lambda part: part.last, default=None) or self._home_town()
        if part:
            self.at[i] = part
            self._note(part, i, i + 1, i)

    def _speaks(self, i: int) -> bool:
        """Tell whether a common noun is the subject of a verb of saying: somebody described."""
        columns = self.columns
        return (
            columns.dep[i] == "nsubj"
            and columns.pos[i] == "NOUN"
            and columns.lemma[columns.head[i]] in STRONG
            and columns.low[i] not in SPEECH_NOUNS
            and columns.low[i] not in DECISION_NOUNS
            and not columns.in_marks[i]
        )

    def _meet_speaker(self, i: int) -> None:
        columns = self.columns
        start, end = noun_start(columns, i, max(0, i - 8)), noun_end(columns, i, len(columns.text))
        name = columns.slice(start, end)
        part = next((p for p in self.others if p.described and p.name.lower() == name.lower()), None)
        if part is None:
            part = Part(kind="other", name=name, noun=columns.low[i], described=True)
            self.others.append(part)
        self.at[i] = part
        self._note(part, start, end, i)

    def _home_town(self) -> Part | None:
        """Give the town whose council is mentioned most, else none."""
        counts = Counter(
            {p.place: len(p.spans) for p in self.bodies.parts if p.place and p.kind == "council"}
        )
        if not counts:
            return None
        place = counts.most_common(1)[0][0]
        return self._town(place, self.atlas.by_id[place].name) if place else None


def credit_blocks(columns: Columns) -> set[int]:
    """Give the numbers of the blocks that only name who wrote, photographed or edited."""
    first = {block: start for start, _, block in reversed(columns.spans)}
    found = set()
    for number, _start in first.items():
        block = columns.page.document.blocks[number]
        if block.end - block.start < 120 and words.CREDIT.match(columns.page.document.text, block.start):
            found.add(number)
    return found


def initials(name: str, *, small: bool = False) -> str:
    """Give the initials of a name's capitalised words; with ``small`` of all its words."""
    found = re.findall(r"[\w.]+", name)
    return "".join(word[0].upper() for word in found if small or word[0].isupper())
