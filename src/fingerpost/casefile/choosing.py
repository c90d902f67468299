"""Choose the tie that the case is about, and which of its places asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from fingerpost.casefile.model import CaseActor, CasePlace, CaseTie
from fingerpost.casefile.names import fold, words_of
from fingerpost.casefile.places import Keys
from fingerpost.errors import PlainError
from fingerpost.reading.model import Reading


class NoTie(PlainError):
    """The sources name no tie, or none of the place that asks. ``found`` names the ties they do name."""

    def __init__(self, home: str | None = None, found: Sequence[str] = ()) -> None:
        self.home = home
        self.found = tuple(found)
        if home and found:
            message = f'No tie of "{home}" found. The sources name: {"; ".join(found)}.'
        else:
            message = "No tie found: the sources name no lasting agreed relation between two places."
        super().__init__(message)


def evidence(readings: Iterable[tuple[int, Reading]], tie_keys: Keys) -> Counter[str]:
    """Count for each tie the passages that tell of it and the findings that are about it."""
    count: Counter[str] = Counter()
    for number, reading in readings:
        for tie in reading.ties:
            count[tie_keys[number, tie.id]] += len(tie.passages)
        for position in reading.positions:
            count[tie_keys.get((number, position.target.tie or ""), "")] += 1
        for finding in (*reading.events, *reading.authority):
            about = getattr(finding, "tie", None) or getattr(finding, "over", None)
            count[tie_keys.get((number, about or ""), "")] += 1
    return count


def choose_tie(
    ties: Sequence[CaseTie],
    places: Mapping[str, CasePlace],
    weight: Mapping[str, int],
    *,
    question: str | None = None,
    home: str | None = None,
) -> CaseTie:
    """Give the tie that the question names, else one of ``home``'s, else the one with most evidence.

    Raises:
        NoTie: there is none, or none of ``home``'s.
    """
    fitting = [tie for tie in ties if home is None or home_of(tie, places, home)]
    if not fitting:
        raise NoTie(home, [" – ".join(places[p].name for p in tie.places) for tie in ties])
    asked = f" {fold(question or '')} "

    def rank(tie: CaseTie) -> tuple[int, int]:
        named = sum(f" {fold(places[p].name)} " in asked for p in tie.places)
        return named, weight.get(tie.id, 0)

    return max(fitting, key=rank)


def home_of(tie: CaseTie, places: Mapping[str, CasePlace], home: str) -> str | None:
    """Give the side of the tie that ``home`` ("Norfolk, Virginia") names, or None.

    What follows the comma is held against the side's codes and against the regions the sources name.
    """
    name, *rest = (part.strip() for part in home.split(","))
    sides = [p for p in tie.places if words_of(places[p].name) == words_of(name)]
    for qualifier in rest:
        codes = _codes(qualifier, places.values())
        if codes:
            sides = [p for p in sides if codes & {places[p].country, places[p].admin1}]
    return sides[0] if sides else None


def _codes(qualifier: str, places: Iterable[CasePlace]) -> set[str]:
    """Give the country and region codes that a qualifier can mean, as far as the case knows."""
    known = list(places)
    upper = qualifier.upper().replace(".", "")
    codes = {code for p in known for code in (p.country, p.admin1) if code and code.endswith(upper)}
    for place in known:
        if place.kind in {"admin1", "country"} and fold(place.name) == fold(qualifier):
            codes.update(code for code in (place.admin1 or place.country,) if code)
    return codes


COUNCIL, FIRST = 3, 2
"""What a town's own council, and being named first, weigh beside one actor who belongs there."""


def likely_home(tie: CaseTie, actors: Iterable[CaseActor], places: Mapping[str, CasePlace]) -> str:
    """Give the side that asks where nobody says: the one that councils and actors belong to, named first."""
    weight: Counter[str] = Counter()
    for actor in actors:
        if actor.place in tie.places:
            weight[actor.place] += COUNCIL if actor.kind == "council" else 1
    named = [place for place in tie.places if places[place].citations]
    if named:
        weight[min(named, key=lambda place: places[place].citations[0])] += FIRST
    return max(tie.places, key=lambda place: weight[place])
