"""What the office sets for the whole register."""

from __future__ import annotations

from dataclasses import asdict

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fingerpost.web.accounts.permissions import ADMINISTER
from fingerpost.web.audit.models import Entry
from fingerpost.web.desk.guard import needs
from fingerpost.web.register.health import Thresholds
from fingerpost.web.register.setting import MOST_MONTHS, set_thresholds, thresholds_set


def _months(label: str, help_text: str) -> forms.IntegerField:
    return forms.IntegerField(
        required=False, min_value=1, max_value=MOST_MONTHS, label=label, help_text=help_text
    )


class ThresholdsForm(forms.Form):
    """Months; an empty field means that nothing is warned of."""

    exchange = _months("Months without an exchange", "After longer than this, a tie carries a warning.")
    letter = _months("Months without a letter", "Sent or received.")
    vacancy = _months(
        "Months in which a post is vacant", "A chair, a secretary: whatever posts are kept for a tie."
    )
    ahead = _months(
        "Months before something is due",
        "How long before a term runs out, or a review or a law's deadline is due.",
    )
    report = _months(
        "Months without a report",
        "Where whoever carries a tie reports on it to you. Empty: no report is asked for.",
    )
    why = forms.CharField(required=False, max_length=2000, label="Why (for the history)")


@needs(ADMINISTER)
def thresholds(request: HttpRequest) -> HttpResponse:
    """After how long something is worth a warning."""
    form = ThresholdsForm(request.POST or None, initial=asdict(thresholds_set()))
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data.pop("why")
        set_thresholds(by=request.user, thresholds=Thresholds(**form.cleaned_data), why=why)
        messages.success(request, "Saved. Every page warns by these from now on.")
        return redirect("thresholds")
    context = {
        "form": form,
        "entries": Entry.objects.filter(action="set-thresholds").order_by("-number")[:20],
    }
    return render(request, "home/thresholds.html", context, status=400 if form.is_bound else 200)
