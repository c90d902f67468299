"""Choose what the public sees: the site as a whole, a case, a tie, a source."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import ADMINISTER, PUBLISH
from fingerpost.web.casework.models import Case
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.guard import needs
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Tie
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import (
    arrange_site,
    publish_case,
    show_source,
    take_back_case,
    withhold_tie,
)


class SiteForm(forms.ModelForm):
    """Whether the public site is open, and how it presents itself."""

    licence_url = forms.URLField(
        label="Where these terms are written", required=False, max_length=500, assume_scheme="https"
    )

    class Meta:
        model = Site
        fields = ("open", "name", "welcome", "contact", "licence", "licence_url", "comments")
        labels = {
            "open": "The public site is open",
            "name": "Whose site it is",
            "welcome": "Words of welcome",
            "licence": "Terms of use of the data",
            "comments": "Residents may send comments",
        }
        help_texts = {
            "open": "Until then, visitors are asked to sign in.",
            "name": "As City of Norfolk, International Office.",
            "contact": "A mail address or a web address where the office is reached.",
            "licence": "As CC BY 4.0. Empty: none is stated.",
            "comments": "Each is read by a clerk before it is shown.",
        }


class ShownForm(forms.Form):
    """What the public sees of a source."""

    shown = forms.ChoiceField(choices=Source.Shown.choices)


@needs(ADMINISTER)
def site(request: HttpRequest) -> HttpResponse:
    """Open the public site, and choose how it presents itself."""
    form = SiteForm(request.POST or None, instance=Site.current())
    if request.method == "POST" and form.is_valid():
        arrange_site(by=request.user, changes=form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("arrange_site")
    return form_page(request, form, "The public site")


@require_POST
@needs(PUBLISH)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a case on the public site, or take it back."""
    found = get_object_or_404(Case, pk=pk)
    if request.POST.get("do") == "take-back":
        take_back_case(by=request.user, case=found, why=request.POST.get("why", "")[:2000])
    else:
        publish_case(by=request.user, case=found)
    return redirect("case", pk=pk)


@require_POST
@needs(PUBLISH)
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    """Withhold a tie from the public site, or show it again."""
    found = get_object_or_404(Tie, pk=pk)
    withheld = request.POST.get("do") == "take-back"
    withhold_tie(by=request.user, tie=found, withheld=withheld, why=request.POST.get("why", "")[:2000])
    return redirect("tie", pk=pk)


@require_POST
@needs(PUBLISH)
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what the public sees of a source."""
    found = get_object_or_404(Source, pk=pk)
    form = ShownForm(request.POST)
    if form.is_valid():
        why = request.POST.get("why", "")[:2000]
        show_source(by=request.user, source=found, shown=form.cleaned_data["shown"], why=why)
    else:
        messages.error(request, "Choose the whole text, reviewed passages or nothing. Nothing was changed.")
    return redirect("source", pk=pk)
