"""Ties: their list, the page of each as of a day, and a new one."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.places.distance import Way, inverse
from fingerpost.web.accounts.permissions import EDIT_REGISTER, READ, may
from fingerpost.web.audit.chain import history
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.decided import decided
from fingerpost.web.desk.facts import told
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.naming import a_record
from fingerpost.web.desk.paging import MOST_CHARACTERS, Page, page_found, page_of
from fingerpost.web.desk.places import PlaceField
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Finding
from fingerpost.web.evidence.parts import parts_not_taken, take_part
from fingerpost.web.numbers import number_in
from fingerpost.web.register.keeping import add_tie
from fingerpost.web.register.models import (
    Agreement,
    Exchange,
    Involvement,
    Letter,
    Post,
    ReceivedReport,
    Tie,
)
from fingerpost.web.register.picture import picture
from fingerpost.web.register.sides import with_places
from fingerpost.web.register.standings import standings
from fingerpost.web.words.finding import find
from fingerpost.web.words.models import Kind

PAGE = 100
OVER_TIE = (Involvement, Agreement, Exchange, Letter, ReceivedReport, Post)
"""Kinds that are added from a tie's page."""


class NewTieForm(forms.Form):
    """Two places and the kind of tie."""

    here = PlaceField(label="Here", help_text="As Norfolk, Virginia.")
    there = PlaceField(label="There", help_text="As Kaliningrad, Russia.")
    kind = forms.ChoiceField(choices=Tie.Kind.choices)
    label = forms.CharField(required=False, max_length=100, label="What it is called locally")
    why = forms.CharField(required=False, max_length=2000, label="Why (for the history)")


@needs(READ)
def ties(request: HttpRequest) -> HttpResponse:
    """All ties, with both sides; those of the places named, where some are."""
    all_ties = with_places(Tie.objects.filter(merged_into=None)).order_by("-pk")
    if words := request.GET.get("q", "")[:MOST_CHARACTERS].strip():
        page = page_found(request, find(Kind.TIE, words), all_ties, PAGE)
    else:
        page = page_of(request, all_ties, PAGE)
    _add_standings(page)
    return render(
        request,
        "register/ties.html",
        {"page": page, "q": words, "may_edit": may(request.user, EDIT_REGISTER)},
    )


def _add_standings(page: Page) -> None:
    """Say how the ties of one page stand today, and of no others."""
    stand = standings(page.object_list, timezone.localdate())
    for tie in page:
        both = stand[tie.pk]
        tie.differ = len({one.standing.status for one in both}) > 1
        tie.stands = both if tie.differ else both[:1]


@needs(READ)
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    """One tie, as of today or any day."""
    found = get_object_or_404(with_places(Tie.objects.all()), pk=pk)
    if found.merged_into_id:
        messages.info(request, f"Tie {pk} was merged into this one.")
        return redirect("tie", pk=found.current.pk)
    on, problem = _day(request.GET.get("as_of", ""))
    seen = picture(found, on)
    facts = told(seen.facts)
    not_taken = list(parts_not_taken(seen.facts.get("authority", ()), seen.involvements))
    context = {
        "picture": seen,
        "facts": facts,
        "parts": [one for _, several in facts for one in several if one.fact in not_taken],
        "decisions": decided(seen.decisions, checks=seen.checks),
        "tie": found,
        "today": on == timezone.localdate(),
        "problem": problem,
        "kinds": [(model._meta.model_name, a_record(model)) for model in OVER_TIE],
        "way": _way(found),
        "entries": history(found)[:20],
        "cases": found.cases.all()[:20],
        "may_edit": may(request.user, EDIT_REGISTER),
    }
    return render(request, "register/tie.html", context)


@require_POST
@needs(EDIT_REGISTER)
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the part in a tie that an accepted finding gives a body, and go back to the case that asked for it."""
    finding = get_object_or_404(Finding.objects.select_related("source", "tie"), pk=pk)
    try:
        made = take_part(by=request.user, finding=finding)
    except WebError as problem:
        messages.error(request, str(problem))
        return redirect("review", pk=finding.source_id)
    messages.success(request, f"{made} is in the register.")
    if case := number_in(request.POST.get("case")):
        return redirect("case", pk=case)
    return redirect("tie", pk=made.tie_id)


def _way(found: Tie) -> Way | None:
    """Give the way between a tie's places; None where the register does not know where one of them is."""
    points = [(side.place.latitude, side.place.longitude) for side in found.sides.all()]
    if len(points) != 2 or None in (*points[0], *points[1]):
        return None
    return inverse(*points[0], *points[1])


def _day(words: str) -> tuple[date, str]:
    if not words:
        return timezone.localdate(), ""
    try:
        return date.fromisoformat(words), ""
    except ValueError:
        return timezone.localdate(), f'"{words[:20]}" is no day. Write it as 2022-03-08; today is shown.'


@needs(EDIT_REGISTER)
def new_tie(request: HttpRequest) -> HttpResponse:
    """Add a tie between two places."""
    form = NewTieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = add_tie(
            by=request.user,
            here=data["here"],
            there=data["there"],
            kind=data["kind"],
            label=data["label"],
            why=data["why"],
        )
        return redirect("tie", pk=made.pk)
    return form_page(request, form, "Add a tie", back=reverse("ties"))
