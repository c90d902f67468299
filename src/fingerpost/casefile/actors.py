"""Actors of several readings made one, where name, role and place allow it; a doubt keeps them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from fingerpost.casefile.citing import cite, together
from fingerpost.casefile.model import CaseActor, CasePlace
from fingerpost.casefile.names import fold, initials, is_acronym, words_of
from fingerpost.casefile.places import Keys, covers
from fingerpost.reading.model import Actor, Reading


class _One(Struct, frozen=True):
    number: int
    actor: Actor
    place: str | None


class _Group(Struct):
    ones: list[_One] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        return self.ones[0].actor.kind == "person"


def merge_actors(
    readings: Iterable[tuple[int, Reading]], places: Mapping[str, CasePlace], place_keys: Keys
) -> tuple[tuple[CaseActor, ...], Keys]:
    """Give the actors of the case, and which actor of which reading each one is.

    The same full name is one actor unless places or roles speak against it. A surname alone, an acronym or
    a bare "city council" joins the one actor it can mean; where it could mean two, it stays by itself.
    """
    ones = [
        _One(number, actor, place_keys.get((number, actor.place or "")))
        for number, reading in readings
        for actor in reading.actors
    ]
    groups = _Groups(places)
    for one in ones:
        if not _is_short(one.actor):
            groups.join_full(one)
    for one in ones:
        if _is_short(one.actor):
            groups.join_short(one)
    return groups.merged(ones)


def _is_short(actor: Actor) -> bool:
    words = words_of(actor.name)
    return len(words) < 2 or is_acronym(actor.name) or actor.name.islower()


class _Groups:
    def __init__(self, places: Mapping[str, CasePlace]) -> None:
        self.places = places
        self.all: list[_Group] = []
        self.by_name: dict[str, list[_Group]] = defaultdict(list)
        self.by_short: dict[str, list[_Group]] = defaultdict(list)

    def join_full(self, one: _One) -> None:
        name = fold(one.actor.name)
        fits = [g for g in self.by_name[name] if self.fits(g, one)]
        if len(fits) == 1:
            fits[0].ones.append(one)
        else:
            self.start(one, name)

    def join_short(self, one: _One) -> None:
        name = fold(one.actor.name)
        means = [g for g in self.by_short[self.short_of(one)] if self.fits(g, one)]
        same = [g for g in self.by_name[name] if self.fits(g, one) and self.tied(g, one)]
        fits = means or same
        if len(fits) == 1:
            fits[0].ones.append(one)
        else:
            self.start(one, name)

    def start(self, one: _One, name: str) -> None:
        group = _Group([one])
        self.all.append(group)
        self.by_name[name].append(group)
        if _is_short(one.actor):
            return
        words = words_of(one.actor.name)
        if group.is_person:
            self.by_short[words[-1]].append(group)
            return
        self.by_short[initials(one.actor.name)].append(group)
        if one.place in self.places:
            self.by_short[self.generic(words, one.place)].append(group)

    def short_of(self, one: _One) -> str:
        words = words_of(one.actor.name)
        if one.actor.kind == "person" or is_acronym(one.actor.name) or one.place not in self.places:
            return "".join(words) if is_acronym(one.actor.name) else (words[-1] if words else "")
        return self.generic(words, one.place)

    def generic(self, words: tuple[str, ...], place: str | None) -> str:
        """Give a body's name without its town's: "Norfolk City Council" of p1 gives "city council @p1"."""
        town = set(words_of(self.places[place].name)) if place else set()
        kept = [word for word in words if word not in town and word != "of"]
        return f"{' '.join(kept)} @{place}"

    def fits(self, group: _Group, one: _One) -> bool:
        """Tell whether nothing speaks against one more: kind, source, place, role."""
        if group.is_person != (one.actor.kind == "person"):
            return False
        return all(
            other.number != one.number and self.near(other.place, one.place) and self.role_fits(other, one)
            for other in group.ones
        )

    def near(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None or one == other:
            return True
        a, b = self.places[one], self.places[other]
        return covers(a, b) or covers(b, a)

    @staticmethod
    def role_fits(one: _One, other: _One) -> bool:
        if not (one.actor.role and other.actor.role) or (one.place and one.place == other.place):
            return True
        return bool(set(words_of(one.actor.role)) & set(words_of(other.actor.role)))

    @staticmethod
    def tied(group: _Group, one: _One) -> bool:
        """Tell whether two short names share more than the name: a place, or a role."""
        other = group.ones[0]
        same_place = one.place is not None and one.place == other.place
        return same_place or bool(one.actor.role and one.actor.role == other.actor.role)

    def merged(self, ones: list[_One]) -> tuple[tuple[CaseActor, ...], Keys]:
        order = {(one.number, one.actor.id): at for at, one in enumerate(ones)}
        for group in self.all:
            group.ones.sort(key=lambda one: order[one.number, one.actor.id])
        self.all.sort(key=lambda group: order[group.ones[0].number, group.ones[0].actor.id])
        keys = {(one.number, one.actor.id): f"a{at}" for at, g in enumerate(self.all, 1) for one in g.ones}
        actors = tuple(_merged(f"a{at}", group, keys) for at, group in enumerate(self.all, 1))
        return actors, keys


def _merged(case_id: str, group: _Group, keys: Keys) -> CaseActor:
    names = list(dict.fromkeys(one.actor.name for one in group.ones))
    fullest = max(names, key=len)
    kinds = [one.actor.kind for one in group.ones if one.actor.kind not in {"other", "group"}]
    return CaseActor(
        id=case_id,
        name=fullest,
        kind=kinds[0] if kinds else group.ones[0].actor.kind,
        role=next((one.actor.role for one in group.ones if one.actor.role), None),
        of=next((keys.get((one.number, one.actor.of)) for one in group.ones if one.actor.of), None),
        place=next((one.place for one in group.ones if one.place), None),
        aliases=tuple(name for name in names if name != fullest),
        citations=together(*(cite(one.number, one.actor.mentions) for one in group.ones)),
    )
