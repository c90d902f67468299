"""Cast a page: gather names, bodies and descriptions, then walk through the text once and join them."""

from __future__ import annotations

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.bodies import find_bodies
from fingerpost.reading.columns import SUBJECTS, Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.firsthand import first_hand
from fingerpost.reading.naming import Naming
from fingerpost.reading.offices import Offices
from fingerpost.reading.parties import find_parties
from fingerpost.reading.parts import Part
from fingerpost.reading.posts import Posts, speaks
from fingerpost.reading.roles import Role, find_roles
from fingerpost.reading.stage import Stage


def cast_page(columns: Columns, atlas: Atlas) -> Stage:
    """Give the actors of a page, with the tokens that mean them."""
    stage = Stage(columns, atlas)
    _Walk(stage).go()
    return stage


class _Walk:
    """One way through the text, token by token."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.columns = columns = stage.columns
        self.naming = Naming(stage)
        taken = self.naming.taken()
        every = find_bodies(columns, taken)
        found = [body for body in every if not body.leading]
        self.leading = {body.head: body for body in every if body.leading}
        named = {i for body in found for i in range(body.start, body.end) if body.named}
        self.bodies = {body.head: body for body in found}
        roles = find_roles(columns, taken | self.naming.titles() | named)
        self.roles = {role.head: role for role in roles}
        self.free = taken | named
        body_at = {i: body for body in found for i in range(body.start, body.end)}
        self.posts = Posts(stage, self.naming.linked, body_at)
        self.offices = Offices(stage, self.free)
        self.joined = range(0)
        """Tokens after "members of", where they stood last."""
        self.parties = {party.end - 1: party for party in find_parties(columns, taken)}

    def go(self) -> None:
        """Say who each name, noun phrase and pronoun is; then who "I" is, and what the roles are of."""
        for number, (start, end, block) in enumerate(self.columns.spans):
            if block not in self.naming.credits:
                self.stage.sentence, self.stage.block = number, block
                for i in range(start, end):
                    self._meet(i)
        first_hand(self.stage, self.naming)
        self.naming.affiliate()

    def _meet(self, i: int) -> None:
        low = self.columns.low[i]
        if i in self.naming.names:
            self.naming.meet(self.naming.names[i])
        elif i in self.parties and i not in self.stage.at:
            self.offices.meet_party(self.parties[i])
        elif i in self.bodies:
            if self.offices.meet(self.bodies[i]) is None and i in self.roles:
                self._meet_role(i)
        elif i in self.roles:
            self._meet_role(i)
        elif i in self.leading:
            self.offices.hear(self.leading[i])
        elif low in words.PRONOUNS:
            self._meet_pronoun(i)
        elif low in words.RELATIVES:
            self._meet_relative(i)
        elif self._is_name(i):
            self.offices.meet_capital(i)
        elif low in words.TOWN_HEADS and self.columns.is_cap(i) and i not in self.stage.at:
            self.offices.meet_city(i)
        elif low in words.PLACE_HEADS:
            self.offices.meet_town(i)
        elif i in self.naming.linked:
            self.stage.at[i] = self.naming.linked[i]
            self.stage.note(self.naming.linked[i], i, i + 1, i)
        elif i not in self.stage.at and speaks(self.columns, i):
            self.posts.meet_speaker(i)

    def _is_name(self, i: int) -> bool:
        columns = self.columns
        fresh = i not in self.free and i not in self.stage.at
        return fresh and columns.is_cap(i) and columns.low[i] not in words.PLACE_HEADS

    def _meet_role(self, i: int) -> None:
        role = self.roles[i]
        body = self.posts.body_of_members(role)
        part = self.offices.meet(body) if body else self._members_of_last(role)
        if part:
            self.stage.at[i] = part
            self.stage.note(part, role.start, role.end, i)
        else:
            self.posts.meet(self.roles[i])

    def _members_of_last(self, role: Role) -> Part | None:
        """Give the body last spoken of for "members" alone: "Members would travel in September"."""
        columns = self.columns
        member = columns.low[role.head] in words.BARE_MEMBERS
        if member and columns.low_at(role.head + 1) == "of":
            self.joined = range(role.head + 2, role.end)
        if not member or role.end != role.start + 1 or not columns.is_subject(role.head):
            return None
        at = self.stage.at
        named = next((at[i] for i in self.joined if i in at and not at[i].is_person), None)
        if named is not None:
            return named  # "the members of Moy District agreed ... members decided"
        return self.stage.salience.body(self.stage.sentence, plural=True)

    def _meet_pronoun(self, i: int) -> None:
        columns, stage = self.columns, self.stage
        if columns.in_marks[i]:
            return
        gender = words.PRONOUNS[columns.low[i]]
        if gender in "mf":
            part = stage.salience.person(gender, i, stage.sentence, subject=columns.is_subject(i))
            if part and part.gender is None and not part.described:
                part.gender = gender
        else:
            part = stage.salience.body(stage.sentence, plural=gender == "p")
        if part:
            stage.at[i] = part
            stage.note(part, i, i + 1, i)

    def _meet_relative(self, i: int) -> None:
        """Let "who" mean the noun that its clause describes."""
        columns, at = self.columns, self.stage.at
        verb = columns.head[i]
        while columns.dep[verb] in ("conj", "xcomp") and columns.head[verb] != verb:
            verb = columns.head[verb]
        part: Part | None = at.get(columns.head[verb]) if columns.dep[verb] == "relcl" else None
        if part is None and columns.low[i] == "who" and i > 1 and columns.text[i - 1] == ",":
            part = at.get(i - 2)
        if part and (columns.low[i] != "that" or columns.dep[i] in SUBJECTS):
            at[i] = part
