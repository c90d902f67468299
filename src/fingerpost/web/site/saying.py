"""What public facts say: who, what, when, in which words, out of which source. Plain values for pages and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fingerpost.web.evidence.models import Fact, Finding, Source
from fingerpost.web.register.models import Body, Person
from fingerpost.web.site import gate, words

Names = Mapping[tuple[int, str], str]
"""By source and id of an actor in its reading: the actor's name."""


@dataclass(frozen=True)
class Passage:
    """A sentence with where it stands: ``anchor`` is its mark on the source's page."""

    text: str
    source: Source
    anchor: int


@dataclass(frozen=True)
class Saying:
    """A fact in words."""

    fact: Fact
    who: str
    person: Person | None
    """Their record in the register, where they have one that may be shown."""
    body: Body | None
    """The record of the body that speaks."""
    what: str
    date: str
    """When it happened or was said; where the source does not say, when the source was published."""
    dated_by_source: bool
    passages: tuple[Passage, ...]
    imported_from: str

    @property
    def source(self) -> Source | None:
        """Give where it stands; None: it was imported."""
        return self.fact.finding.source if self.fact.finding else None

    @property
    def stance(self) -> str:
        """Give what a position wants; empty for other facts."""
        return str(self.fact.data.get("stance", ""))

    @property
    def key(self) -> str:
        """Give what tells one speaker from another."""
        if self.person:
            return f"person {self.person.pk}"
        return f"body {self.body.pk}" if self.body else self.who.casefold()


def with_words(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """Give facts together with all that their words are made of, in the same number of queries for any number."""
    return (
        facts.select_related(
            "finding__source",
            "finding__person__merged_into",
            "finding__body__merged_into",
            "person__merged_into",
            "body__merged_into",
        )
        .defer("finding__source__text", "finding__data")
        .prefetch_related("finding__passages")
    )


def names_of(facts: Iterable[Fact]) -> dict[tuple[int, str], str]:
    """Give the names of the actors that the sources of these facts name, with one query for any number of facts."""
    findings = [fact.finding for fact in facts if fact.finding]
    if not findings:
        return {}
    found = gate.actors(findings).prefetch_related("judgements")
    return {(one.source_id, one.data.get("id", "")): _data(one).get("name", "") for one in found}


def sayings(facts: Iterable[Fact], names: Names | None = None) -> list[Saying]:
    """Give facts in words, for those that ``with_words`` gave."""
    facts = list(facts)
    names = names_of(facts) if names is None else names
    return [saying(fact, names) for fact in facts]


def saying(fact: Fact, names: Names) -> Saying:
    """Give a fact in words."""
    finding = fact.finding
    person = finding.person if finding else fact.person
    body = finding.body if finding else fact.body
    erased = person is not None and person.erased is not None
    key = fact.data.get(_WHO.get(fact.predicate, "actor"))
    who = names.get((finding.source_id, key), "") if finding and key else ""
    published = finding.source.published if finding else ""
    told = _told(fact)
    return Saying(
        fact=fact,
        who=_("A person whose data was removed") if erased else _called(person, body) or who,
        person=None if erased or person is None else person.current,
        body=body.current if body else None,
        what=_WHAT[fact.predicate](fact.data) if fact.predicate in _WHAT else "",
        date=told or published,
        dated_by_source=not told and bool(published),
        passages=passages_of(finding) if finding else (),
        imported_from=fact.imported_from,
    )


def _called(person: Person | None, body: Body | None) -> str:
    return person.name if person else body.name if body else ""


def passages_of(finding: Finding) -> tuple[Passage, ...]:
    """Give the passages of a finding whose source has a page."""
    if not gate.may_be_read(finding.source):
        return ()
    return tuple(Passage(one.text, finding.source, finding.pk) for one in finding.passages.all())


def _data(finding: Finding) -> dict[str, Any]:
    corrected = [judgement.data for judgement in finding.judgements.all() if judgement.data]
    return corrected[-1] if finding.state == Finding.State.CORRECTED and corrected else finding.data


def _told(fact: Fact) -> str:
    date = fact.data.get("date") or fact.data.get("since") or {}
    return fact.date or date.get("value") or ""


_WHO = {"quote": "speaker"}
"""Where a kind of fact names who it is about; elsewhere in ``actor``."""


def _position(data: Mapping[str, Any]) -> str:
    return str(words.STANCE.get(data.get("stance", ""), ""))


def _event(data: Mapping[str, Any]) -> str:
    said = str(words.EVENT.get(data.get("kind", ""), ""))
    vote = data.get("vote") or {}
    if vote.get("for") is not None and vote.get("against") is not None:
        return f"{said}, {vote['for']}–{vote['against']}"
    return said


def _authority(data: Mapping[str, Any]) -> str:
    return str(words.POWER.get(data.get("power", ""), ""))


def _action(data: Mapping[str, Any]) -> str:
    return str(words.ACTION.get(data.get("status", ""), ""))


def _kind(name: str) -> Any:
    return lambda data: str(words.FACT[name])


_WHAT = {
    "position": _position,
    "event": _event,
    "authority": _authority,
    "action": _action,
    "tie": _kind("tie"),
    "claim": _kind("claim"),
    "quote": _kind("quote"),
}
