"""The pages of people and bodies: what they said, did and held in public, and nothing else."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fingerpost.web.register.vitals import holder
from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.saying import sayings, with_words
from fingerpost.web.site.standing_records import standing_for

MOST = 100
"""Of each kind of thing on one page: the latest."""
TOLD = ("position", "event", "action", "authority", "quote")


@public()
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: positions, posts, motions and votes."""
    found = gate.people().filter(pk=pk).first()
    if found is None:
        return redirect("site:person", standing_for(gate.merged_people(), gate.people(), pk), permanent=True)
    ids = [found.pk, *found.merged.values_list("pk", flat=True)]
    facts = gate.facts_about("person", ids).filter(predicate__in=TOLD)
    motions = gate.motions().filter(Q(mover__in=ids) | Q(seconder__in=ids)).select_related("body", "case")
    ballots = gate.ballots().filter(person__in=ids).select_related("motion__body", "motion__case")
    tenures = gate.tenures().filter(person__in=ids).select_related("post__body").order_by("-since", "pk")
    context = {
        "person": found,
        "sayings": _latest(facts),
        "tenures": tenures[:MOST],
        "motions": motions.order_by("-date", "-pk")[:MOST],
        "ballots": ballots.order_by("-motion__date", "-pk")[:MOST],
    }
    return render(request, "site/person.html", context, using="site")


@public()
def body(request: HttpRequest, pk: int) -> HttpResponse:
    """One body: what it is to which ties, its posts, what it decided and said."""
    found = gate.bodies().filter(pk=pk).select_related("place__merged_into", "part_of__merged_into").first()
    if found is None:
        return redirect("site:body", standing_for(gate.merged_bodies(), gate.bodies(), pk), permanent=True)
    ids = [found.pk, *found.merged.values_list("pk", flat=True)]
    day = request.edition.today.isoformat()
    posts = gate.posts().filter(body__in=ids).select_related("body").prefetch_related("tenures__person")
    facts = gate.facts_about("body", ids).filter(predicate__in=TOLD)
    rules = gate.involvements().filter(body__in=ids).select_related("place", "source").defer("source__text")
    decisions = gate.decisions().filter(body__in=ids).select_related("side__place", "source")
    context = {
        "body": found,
        "sayings": _latest(facts),
        "rules": rules.prefetch_related("tie__sides__place").order_by("role", "pk")[:MOST],
        "seats": [(post, holder(post, day)) for post in posts.order_by("title", "pk")[:MOST]],
        "decisions": decisions.defer("source__text")
        .prefetch_related("side__tie__sides__place")
        .order_by("-date", "-pk")[:MOST],
        "motions": gate.motions().filter(body__in=ids).select_related("case").order_by("-date", "-pk")[:MOST],
        "laws": gate.laws().filter(body__in=ids).order_by("-since", "pk")[:MOST],
    }
    return render(request, "site/body.html", context, using="site")


def _latest(facts: object) -> list[object]:
    told = with_words(facts).prefetch_related("finding__tie__sides__place", "tie__sides__place")
    return sorted(sayings(told.order_by("-pk")[:MOST]), key=lambda one: one.date, reverse=True)
