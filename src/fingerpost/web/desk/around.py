"""What hangs on a place, a body or a person: ties, posts, decisions, votes, what sources say; a query for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db import models
from django.urls import reverse

from fingerpost.web.casework.models import Ballot
from fingerpost.web.desk.templatetags.days import day
from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.models import (
    Body,
    Decision,
    Involvement,
    Person,
    Place,
    Post,
    Succession,
    Tenure,
    Tie,
)
from fingerpost.web.register.succession import went_into

SHOWN = 50
"""How many of each kind are shown."""


class Line(NamedTuple):
    """One thing, the address of its page, and what to say of it."""

    name: str
    link: str
    note: str = ""


class Group(NamedTuple):
    """Things of one kind; ``more``: there are more than are shown."""

    label: str
    lines: list[Line]
    more: bool


def around(record: models.Model) -> list[Group]:
    """Give what hangs on a record, kinds of which there is none left out."""
    groups = []
    for label, found, line in AROUND.get(type(record), lambda _: ())(record):
        first = list(found[: SHOWN + 1])
        if first:
            groups.append(Group(label, [line(one) for one in first[:SHOWN]], len(first) > SHOWN))
    return groups


Kind = tuple[str, "models.QuerySet[Any]", Callable[[Any], Line]]


def _of_place(place: Place) -> Iterable[Kind]:
    ties = Tie.objects.filter(merged_into=None, sides__place=place).prefetch_related("sides__place")
    yield "Ties", ties.order_by("pk"), _tie
    taken_over = Tie.objects.filter(merged_into=None, sides__place__in=went_into(place))
    yield "Ties of what went into it", taken_over.prefetch_related("sides__place").order_by("pk"), _tie
    yield "Bodies", place.bodies.filter(merged_into=None), _body
    yield "What it was before", place.earlier.select_related("predecessor"), _before
    yield "What it became", place.later.select_related("successor"), _after
    yield "What sources say", _facts(place=place), _fact


def _of_body(body: Body) -> Iterable[Kind]:
    rules = body.involvements.select_related("place").prefetch_related("tie__sides__place")
    yield "Its part in ties", rules.order_by("pk"), _rule
    yield "Posts", body.posts.prefetch_related("tenures__person"), _post
    decisions = body.decisions.filter(withdrawn=None).prefetch_related("side__tie__sides__place")
    yield "Decisions", decisions.order_by("-date", "-pk"), _decision
    yield "Bodies within it", body.parts.filter(merged_into=None), _body
    yield "What sources say", _facts(body=body), _fact


def _of_person(person: Person) -> Iterable[Kind]:
    yield "Posts", person.tenures.select_related("post__body"), _tenure
    votes = Ballot.objects.filter(person=person).select_related("motion__case", "motion__body")
    yield "Votes", votes.order_by("-motion__date", "-pk"), _ballot
    yield "What sources say", _facts(person=person), _fact


AROUND: dict[type[models.Model], Callable[[Any], Iterable[Kind]]] = {
    Place: _of_place,
    Body: _of_body,
    Person: _of_person,
}


def _facts(**of: models.Model) -> models.QuerySet[Fact]:
    return Fact.objects.filter(superseded=None, **of).select_related("finding__source")


def _page(record: models.Model) -> str:
    return reverse("record", args=(record._meta.model_name, record.pk))


def _tie(tie: Tie) -> Line:
    return Line(str(tie), reverse("tie", args=(tie.pk,)), tie.get_kind_display())


def _body(body: Body) -> Line:
    return Line(str(body), _page(body), body.get_kind_display())


def _before(one: Succession) -> Line:
    return Line(str(one.predecessor), _page(one.predecessor), day(one.date))


def _after(one: Succession) -> Line:
    return Line(str(one.successor), _page(one.successor), day(one.date))


def _rule(rule: Involvement) -> Line:
    name = str(rule.tie) if rule.tie else f"all ties of {rule.place}" if rule.place else "all ties"
    link = reverse("tie", args=(rule.tie_id,)) if rule.tie else _page(rule)
    return Line(name, link, rule.get_role_display().lower() + _period(rule))


def _post(post: Post) -> Line:
    held = [f"{tenure.person}{_period(tenure)}" for tenure in post.tenures.all()]
    return Line(post.title, _page(post), "; ".join(held) or "nobody is recorded")


def _tenure(tenure: Tenure) -> Line:
    return Line(str(tenure.post), _page(tenure), _period(tenure).strip())


def _period(held: Tenure | Involvement) -> str:
    since = f" since {day(held.since)}" if held.since else ""
    return since + (f" until {day(held.until)}" if held.until else "")


def _decision(decision: Decision) -> Line:
    name = f"{decision.get_result_display()}: {decision.side.tie}"
    return Line(name, _page(decision), ", ".join(filter(None, (day(decision.date), decision.instrument))))


def _ballot(ballot: Ballot) -> Line:
    motion = ballot.motion
    link = reverse("case", args=(motion.case_id,))
    return Line(str(motion.case), link, f"{ballot.get_choice_display().lower()}, {day(motion.date)}")


def _fact(fact: Fact) -> Line:
    words = next((passage["text"] for passage in fact.data.get("passages", [])), fact.data.get("text", ""))
    if fact.finding is None:
        return Line(words or fact.predicate, _page_of_subject(fact), f"imported from {fact.imported_from}")
    link = reverse("review", args=(fact.finding.source_id,)) + f"#f{fact.finding_id}"
    if not words:
        return Line(str(fact.finding.source), link, "named there")
    return Line(words, link, f"{fact.predicate}; {fact.finding.source}")


def _page_of_subject(fact: Fact) -> str:
    return _page(next(one for one in (fact.person, fact.body, fact.place) if one is not None))
