"""From bonds to pairs: whose tie it is, and what cannot be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fingerpost.reading.atlas import Atlas, is_home, is_town_too
from fingerpost.reading.bond import Bond
from fingerpost.reading.en.ties import METONYMS
from fingerpost.reading.homes import datelines, has_council, homes_of, is_heading
from fingerpost.reading.model import Place
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page
from fingerpost.reading.tie_words import Word

SURE_OF_HOME = frozenset({"the-two", "tie-between", "both-sisters", "both-signed", "society-of-both"})
"""Rules that name both sides."""
SURE_AT_HOME = frozenset({"tie-between", "tie-with"})
"""Rules sure enough for two places of one country, where the tie is named and both sides are."""
FAR_SIDE = frozenset(
    {"tie-with", "sister-of", "sister-named", "place-tie", "listed", "under-heading", "told-by-country"}
)
"""Rules whose partner is not the home of the page."""
DOUBTFUL = frozenset({"place-tie", "under-heading", "told-by-country"})
"""Those whose partner may be the home after all ("the Roscrea links")."""
SEAT_REACH = 60
"""How many tokens back a council or a heading makes its place the home of a tie whose words name none."""
MOST_WORDS = 20
"""How many tie words are tried for a tie that no rule finds."""

Pairs = dict[tuple[str, str], list[tuple[Bond, Place, Place]]]
"""The bonds of each pair of places, by their ids with the home first; each bond with home and partner."""


def pairs_of(page: Page, atlas: Atlas, names: Names, bonds: Iterable[Bond]) -> Pairs:
    """Group bonds by their two places, those that name both sides first, leaving out what cannot be a tie."""
    near = _Near(page, atlas, names, list(bonds))
    pairs: Pairs = {}
    for bond, home in near.homes():
        partner = bond.partner.place
        key = (home.id, partner.id)
        key = key if key[::-1] not in pairs else key[::-1]
        pairs.setdefault(key, []).append((bond, home, partner))
    return pairs


class _Near:
    """Finds the near side of each bond: named with it, else told by the text around, else the page's home."""

    def __init__(self, page: Page, atlas: Atlas, names: Names, bonds: list[Bond]) -> None:
        self.bonds = bonds
        self.far = Counter(bond.partner.place.id for bond in bonds if bond.why in FAR_SIDE)
        self.with_ = Counter(bond.partner.place.id for bond in bonds if bond.why in FAR_SIDE - DOUBTFUL)
        self.owning = Counter(
            bond.home.place.id for bond in bonds if bond.home and not bond.by_pronoun and may_tie(bond)
        )
        doubtful = self.far - self.owning
        self.ranked = homes_of(page, names, doubtful, atlas.home)
        main = self.ranked[:1]
        dated = datelines(page, names)
        self.briefs = dated if len({named.place.id for named in dated}) > 1 else []
        self.seats = [
            named
            for named in names.all
            if (named.place in main or named.place.id not in doubtful)
            and (named in self.briefs or has_council(page, named) or is_heading(page, named))
        ]

    def homes(self) -> Iterable[tuple[Bond, Place]]:
        """Yield each bond that ties with its near side."""
        tied: dict[str, Place] = {}
        open_ = []
        governments = self._governments()
        for bond in self.bonds:
            if bond.partner.place.id in governments:
                continue
            if bond.home and may_tie(bond) and not self._misleads(bond):
                tied.setdefault(bond.partner.place.id, bond.home.place)
                yield bond, bond.home.place
            elif bond.why not in SURE_OF_HOME and not _is_open(bond.home):
                open_.append(bond)
        for bond in open_:
            home = tied.get(bond.partner.place.id) or self._around(bond)
            if home:
                tied.setdefault(bond.partner.place.id, home)
                yield bond, home

    def _governments(self) -> set[str]:
        """Give the places that stand for a government: never far side of more than "relations with Beijing"."""
        held = {bond.partner.place.id for bond in self.bonds if bond.word.strong or _owned(bond)}
        return {
            bond.partner.place.id
            for bond in self.bonds
            if bond.partner.place.name.lower() in METONYMS and bond.partner.place.id not in held
        }

    def seated(self, place: Place) -> bool:
        """Tell whether a council or a heading of the page bears the place's name."""
        return any(seat.place == place for seat in self.seats)

    def _misleads(self, bond: Bond) -> bool:
        """True where "its" stands for another place than the subject: a far side that never is a near one."""
        home = bond.home.place.id if bond.home else ""
        return bond.by_pronoun and self.far[home] > self.owning[home]

    def _around(self, bond: Bond) -> Place | None:
        """Give the last council or heading before, else the likeliest home of the page."""
        for seat in reversed(self.seats):
            if not 0 < bond.at - seat.start < SEAT_REACH:
                continue
            if may_tie(bond, seat.place):
                return seat.place
            if seat in self.briefs and not is_home(seat.place):
                return None  # which town this brief is about is not settled
        main = next((home for home in self.ranked if home.kind != "admin2" or self.seated(home)), None)
        if main and self.with_[main.id] > self.owning[main.id] and not self.seated(main):
            return None
        towns = [
            home
            for home in self.ranked[:3]
            if main and home.country == main.country and (home == main or not self.far[home.id])
        ]
        likely = [home for home in towns if may_tie(bond, home)]
        return next((home for home in likely if home.kind == "populated"), next(iter(likely), None))


def _is_open(home: Named | None) -> bool:
    """True where the near side is named, and the text does not settle which place that is."""
    return home is not None and home.place.status == "ambiguous" and not is_home(home.place)


def _owned(bond: Bond) -> bool:
    return bond.home is not None and may_tie(bond)


def may_tie(bond: Bond, home: Place | None = None) -> bool:
    """Tell whether two places can be tied: settled, of the same rank, in two countries unless both are named."""
    partner, named = bond.partner.place, home is None
    home = home or (bond.home.place if bond.home else None)
    if home is None or home.id == partner.id or not is_home(home):
        return False
    wide = {"admin1", "admin2"}
    regions = bond.word.kind == "sister_state" or (home.kind in wide and partner.kind in wide)
    ranks = wide if regions else {"populated", "admin2", "other"}
    if not (home.kind in ranks or is_town_too(home)) or not (partner.kind in ranks or is_town_too(partner)):
        return False
    abroad = home.country is None or partner.country is None or home.country != partner.country
    listed = bond.why == "listed" and bond.word.strong
    return abroad or listed or (bond.word.strong and named and bond.why in SURE_AT_HOME)


def likeliest(page: Page, atlas: Atlas, names: Names, words: dict[int, Word]) -> list[Bond]:
    """Tie the two places that a page without a better sign is about, where a tie is named next to one.

    "Mount Isa and Erdenet are made for each other. ... The two mayors signed a sister city agreement."
    """
    strong = [word for word in words.values() if word.strong and word.start < word.end - 1] or []
    homes = homes_of(page, names, Counter(), atlas.home)
    if not strong or len(homes) < 2:
        return []
    counts = Counter(named.place.id for named in names.all)
    abroad = {
        named.place.id
        for named in names.all
        if named.place.kind == "populated" and named.place.country != homes[0].country
    }
    for word in strong[:MOST_WORDS]:
        sent = page.doc[word.start].sent
        start = page.doc[sent.start - 1].sent.start_char if sent.start else 0
        block = page.block_at(page.doc[word.start].idx)
        start = min(start, block.start if block else start)
        for named in names.all:
            both = counts[named.place.id], counts[homes[0].id]
            here = start <= page.doc[named.start].idx < sent.end_char
            near = here and named.place.id != homes[0].id
            only = abroad == {named.place.id} and both[1] >= 2
            if near and (only or (min(both) >= 2 and sum(both) >= 5)):
                return [Bond(word.start, word, named, None, "tie-nearby")]
    return []
