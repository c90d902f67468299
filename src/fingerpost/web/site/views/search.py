"""The search, over everything that is public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fingerpost.web.site.answering import public
from fingerpost.web.site.searching import search as find


@public(asks=("q",))
def search(request: HttpRequest) -> HttpResponse:
    """What is found by ``?q=``, the beginnings of words."""
    words = request.GET.get("q", "")
    groups = find(words, request.edition.today) if words else []
    return render(request, "site/search.html", {"q": words, "groups": groups}, using="site")
