"""The page of a source, with what was taken from it marked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.saying import sayings, with_words
from fingerpost.web.site.source_page import paragraphs, reviewed


@public()
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """One source: its text or its passages, each passage with an anchor (``#p12``) to cite it by."""
    found = get_object_or_404(gate.sources(), pk=pk)
    findings = reviewed(found)
    facts = with_words(gate.facts().filter(finding__in=findings)).select_related("finding__tie")
    facts = facts.prefetch_related("finding__tie__sides__place").order_by("finding__start", "pk")
    context = {
        "source": found,
        "whole": found.shown == found.Shown.WHOLE,
        "paragraphs": paragraphs(found, findings),
        "sayings": sayings(facts),
        "cases": gate.cases().filter(sources=found).order_by("-opened")[:20],
    }
    return render(request, "site/source.html", context, using="site")
