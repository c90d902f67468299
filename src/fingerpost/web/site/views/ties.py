"""The list of ties, and the page of one."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.arms import arms
from fingerpost.web.site.choosing import MOST_NAMED, Choice, chosen, countries_to_choose
from fingerpost.web.site.commenting import shown_about
from fingerpost.web.site.silences import silences
from fingerpost.web.site.standing_records import standing_for
from fingerpost.web.site.tie_page import tie_page
from fingerpost.web.site.words import STATUS, TIE_KIND

A_PAGE = 50


@public(asks=("q", "country", "kind", "status", "page"))
def ties(request: HttpRequest) -> HttpResponse:
    """All ties; ``?q=`` of places that are called so in any language, ``?country=``, ``?kind=``, ``?status=``."""
    choice = Choice.out_of(request.GET)
    page = chosen(request, choice, A_PAGE)
    context = {
        "page": page,
        "arms": arms(page.records, request.edition.today),
        "choice": choice,
        "countries": countries_to_choose(request.edition, choice),
        "kinds": TIE_KIND,
        "statuses": STATUS,
        "cut": choice.words and not page.has_next and page.number * A_PAGE >= MOST_NAMED,
    }
    return render(request, "site/ties.html", context, using="site")


@public(asks=("as_of",))
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    """One tie as of today, or ``?as_of=`` any day."""
    found = gate.ties().filter(pk=pk).first()
    if found is None:
        return redirect("site:tie", standing_for(gate.merged_ties(), gate.ties(), pk), permanent=True)
    on, problem = day_asked(request)
    page = tie_page(found, on)
    context = {
        "page": page,
        "tie": found,
        "tie_number": str(found.pk),
        "comments": shown_about(found) if request.site.comments else [],
        "on": on,
        "as_of": on != request.edition.today,
        "problem": problem,
        "silences": list(silences(page)),
    }
    return render(request, "site/tie.html", context, status=400 if problem else 200, using="site")


def day_asked(request: HttpRequest) -> tuple[date, str]:
    """Give the day of ``?as_of=``, today where there is none; and what was asked for where that is no day."""
    asked = request.GET.get("as_of", "")
    if not asked:
        return request.edition.today, ""
    try:
        return date.fromisoformat(asked), ""
    except ValueError:
        return request.edition.today, asked
