"""What a tie's page says of each fact: in words, with the sentence it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fingerpost.web.evidence.models import Fact, Finding
from fingerpost.web.evidence.wording import says

TITLES = {
    "tie": "The tie",
    "authority": "Who may decide",
    "position": "Positions",
    "event": "Events",
    "action": "Actions",
    "claim": "Claims",
    "quote": "Quotes",
}
"""Kinds of fact in the order of a page."""


@dataclass(frozen=True)
class Told:
    """A fact in words; ``sentence`` is what its source says, empty where it was imported."""

    fact: Fact
    says: str
    sentence: str


def told(facts: Mapping[str, list[Fact]]) -> list[tuple[str, list[Told]]]:
    """Give facts by kind, each in words, for facts with their findings and sources; two queries for any number."""
    names = _names(fact for several in facts.values() for fact in several)
    kinds = [*(kind for kind in TITLES if kind in facts), *(kind for kind in facts if kind not in TITLES)]
    return [
        (TITLES.get(kind, kind.capitalize()), [_told(fact, names) for fact in facts[kind]]) for kind in kinds
    ]


def _told(fact: Fact, names: Mapping[int, Mapping[str, str]]) -> Told:
    if fact.finding is None:
        return Told(fact, "", "")
    passages = fact.data.get("passages") or [{"text": fact.data.get("text", "")}]
    words = says(fact.predicate, fact.data, names.get(fact.finding.source_id, {}))
    return Told(fact, words, passages[0]["text"])


def _names(facts: Iterable[Fact]) -> dict[int, dict[str, str]]:
    """Give by source the names of the actors and places of its reading, by their ids in it."""
    sources = {fact.finding.source_id for fact in facts if fact.finding}
    names: dict[int, dict[str, str]] = {}
    kinds = (Finding.Kind.ACTOR, Finding.Kind.PLACE)
    found = Finding.objects.filter(source__in=sources, kind__in=kinds).prefetch_related("judgements")
    for finding in found if sources else ():
        if "id" in finding.data:
            names.setdefault(finding.source_id, {})[finding.data["id"]] = finding.judged["name"]
    return names
