"""What a sentence says, as features that are present or absent, for whoever is named or speaks in it.

A feature is a name ("g=oppose", "verb=urge"). No proper noun and no number is one, so that nothing is learned about
the people and towns of the training articles. Words count by themselves and by their group (``en/learned.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from fingerpost.reading.columns import Columns
from fingerpost.reading.en.learned import groups_of
from fingerpost.reading.model import Actor

WORDY = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PART", "SCONJ", "ADP", "PRON", "DET", "INTJ"})
"""Parts of speech whose lemmas are features."""
NAME_PARTS = frozenset({"compound", "nmod", "appos", "conj", "flat", "poss"})
"""Relations between the words of a name or a list; above them stands the actor's own place in the clause."""
CLAUSE = frozenset({"VERB", "AUX"})
NEGATION_REACH = 4
"""Farthest that "not" may stand before what it denies, in tokens."""
CLIMB = 8
"""Steps up the parse before giving up."""


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, tuple[str, ...]]:
    return groups_of()


class Sentence:
    """Tokens ``start`` to ``end`` (half-open) with their groups of words.

    Args:
        operations: what is done with the tie, by token index.
    """

    def __init__(self, columns: Columns, start: int, end: int, operations: Mapping[int, str]) -> None:
        self.columns, self.start, self.end = columns, start, end
        self.at: dict[int, tuple[str, ...]] = {}
        """The groups of each token that has any, by index."""
        self.common: dict[str, None] = {}
        """The features that hold for every actor of the sentence."""
        self._look(operations)
        self.groups = tuple(dict.fromkeys(group for own in self.at.values() for group in own))

    def _look(self, operations: Mapping[int, str]) -> None:
        groups, columns, names = _groups(), self.columns, self.common
        denied = -NEGATION_REACH - 1
        for i in range(self.start, self.end):
            if columns.pos[i] not in WORDY:
                continue
            word = columns.lemma[i].lower()
            names[f"w={word}"] = None
            own = groups.get(word) or groups.get(columns.low[i]) or ()
            if i in operations:
                own = (*own, f"op-{operations[i]}")
            if not own:
                continue
            self.at[i] = own
            way = "/said" if columns.in_marks[i] else "/told"
            turned = i - denied <= NEGATION_REACH
            for group in own:
                names[f"g={group}"] = None
                names[f"g={group}{way}"] = None
                if turned:
                    names[f"g={group}!not"] = None
                if group == "not":
                    denied = i

    def features(self, actor: Actor, i: int, *, speaks: bool) -> list[str]:
        """Give the features of the sentence for one actor.

        Args:
            i: the token that means the actor; -1 where the sentence does not name it.
            speaks: the actor says the words in quotation marks.
        """
        relation, verb = self._place(i)
        way = f"{relation}+speaks" if speaks else relation
        names = dict(self.common)
        names[f"kind={actor.kind}"] = names[f"way={way}"] = None
        if actor.role:
            names[f"role={actor.role.split()[-1].lower()}"] = None
        for group in self.groups:
            names[f"{way}&{group}"] = names[f"{actor.kind}&{group}"] = None
        if verb >= 0:
            names |= dict.fromkeys(self._clause(verb, relation))
        return list(names)

    def _place(self, i: int) -> tuple[str, int]:
        """Give the relation of an actor's token to its clause, and the clause's verb (-1: none)."""
        if i < 0:
            return "unnamed", -1
        columns, owner = self.columns, ""
        for _ in range(CLIMB):
            if columns.dep[i] not in NAME_PARTS or columns.head[i] == i:
                break
            owner = "poss-" if columns.dep[i] == "poss" else owner
            i = columns.head[i]
        relation = owner + columns.dep[i]
        verb = columns.head[i]
        for _ in range(CLIMB // 2):
            if columns.pos[verb] in CLAUSE or columns.head[verb] == verb:
                break
            if columns.dep[verb] in {"prep", "agent"} and relation == "pobj":
                relation = f"pobj-{columns.low[verb]}"
            verb = columns.head[verb]
        return relation, verb

    def _clause(self, verb: int, relation: str) -> Iterator[str]:
        """Yield what the clause of the actor's verb says, and what stands under that verb."""
        columns = self.columns
        if columns.pos[verb] in CLAUSE:
            word = columns.lemma[verb].lower()
            yield f"verb={word}"
            yield f"{relation}&verb={word}"
        own = self.at.get(verb, ())
        turned = any(columns.head[i] == verb and columns.dep[i] == "neg" for i in range(self.start, self.end))
        if turned:
            yield "verb-not"
        for group in own:
            yield f"verb-in={group}"
            yield f"{relation}&verb-in={group}"
            if turned:
                yield f"verb-not={group}"
        for i, groups in self.at.items():
            if i == verb or not self._is_under(i, verb):
                continue
            for group in groups:
                yield f"under={group}"
                for above in own:
                    yield f"{above}>{group}"
                    if turned:
                        yield f"not-{above}>{group}"

    def _is_under(self, i: int, verb: int) -> bool:
        head = self.columns.head
        for _ in range(CLIMB):
            up = head[i]
            if up == verb:
                return True
            if up == i:
                return False
            i = up
        return False
