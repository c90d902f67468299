"""The list of cases, and the page of one."""

from __future__ import annotations

from django.db.models import Case as When
from django.db.models import Value
from django.db.models import When as Where
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.case_page import case_page
from fingerpost.web.site.commenting import shown_about
from fingerpost.web.site.paging import page_of

A_PAGE = 50


@public(asks=("page",))
def cases(request: HttpRequest) -> HttpResponse:
    """Every published case: those that are open first, the latest first."""
    open_first = When(Where(state="open", then=Value(0)), default=Value(1))
    found = gate.cases().order_by(open_first, "-opened", "-pk").prefetch_related("tie__sides__place")
    return render(request, "site/cases.html", {"page": page_of(request, found, A_PAGE)}, using="site")


@public()
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case."""
    found = get_object_or_404(gate.cases().prefetch_related("tie__sides__place"), pk=pk)
    context = {
        "case": found,
        "page": case_page(found, request.edition.today),
        "case_number": str(found.pk),
        "comments": shown_about(found) if request.site.comments else [],
    }
    return render(request, "site/case.html", context, using="site")
