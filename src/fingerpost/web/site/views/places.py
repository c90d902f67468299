"""The page of a place: its ties, its bodies, and what it was before."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.arms import arms
from fingerpost.web.site.paging import page_of
from fingerpost.web.site.standing_records import standing_for

A_PAGE = 50
MOST_BODIES = 50


@public(asks=("page",))
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """One place with its ties, a page of them at a time."""
    found = gate.places().filter(pk=pk).first()
    if found is None:
        return redirect("site:place", standing_for(gate.merged_places(), gate.places(), pk), permanent=True)
    ids = [found.pk, *found.merged.values_list("pk", flat=True)]
    ties = gate.ties().filter(pk__in=gate.sides().filter(place__in=ids).values("tie")).order_by("pk")
    page = page_of(request, ties, A_PAGE)
    context = {
        "place": found,
        "page": page,
        "arms": arms(page.records, request.edition.today, seen_from=found),
        "bodies": gate.bodies().filter(place__in=ids).order_by("name", "pk")[:MOST_BODIES],
        "earlier": gate.successions().filter(successor__in=ids).select_related("predecessor"),
        "later": gate.successions().filter(predecessor__in=ids).select_related("successor"),
    }
    return render(request, "site/place.html", context, using="site")
