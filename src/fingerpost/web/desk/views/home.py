"""The start page, the first run, and one's own account."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.places import Candidate, Gazetteer
from fingerpost.places.search import UnknownPlaceError, search
from fingerpost.web.accounts.permissions import ADMINISTER, EDIT_REGISTER, PUBLISH, READ, RIGHTS, may
from fingerpost.web.casework.feeding import feed_key
from fingerpost.web.casework.models import Case, FollowUp
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.home import home_place
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.waiting import waiting_sources
from fingerpost.web.register.founding import AlreadyFounded, found_register, is_founded
from fingerpost.web.register.models import Place, Tie
from fingerpost.web.register.where import where
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.models import Comment

MOST_COUNTED = 100
"""Sources to review that are counted; more are "100 or more"."""
LOOPBACK = frozenset({"127.0.0.1", "::1"})


class FirstRunForm(forms.Form):
    """The home place and the first account."""

    home = forms.CharField(
        label="Whose register is this?",
        max_length=200,
        help_text="The town, city, county or region whose ties you keep, as Norfolk, Virginia.",
    )
    place = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)
    name = forms.CharField(
        label="Your name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label="Your mail address",
        help_text="You sign in with it.",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="A password",
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "new-password"}),
        help_text="At least eight characters.",
    )

    candidates: list[Candidate] = []

    def clean_password(self) -> str:
        """Give the password, checked."""
        validate_password(self.cleaned_data["password"])
        return str(self.cleaned_data["password"])

    def clean_home(self) -> Candidate:
        """Give the home place; where the name is several places', ask which."""
        words = self.cleaned_data["home"]
        self.candidates = named(words)
        if not self.candidates:
            raise ValidationError(
                f'No place called "{words}" is known. Check the spelling, or write the name as it is written there. '
                "A place that is not among the world's towns and regions can be added in a file of your own "
                "(FINGERPOST_PLACES)."
            )
        chosen = self.data.get("place", "")
        if len(self.candidates) == 1:
            return self.candidates[0]
        for number, candidate in enumerate(self.candidates):
            if chosen == str(candidate.geonames or number):
                return candidate
        raise ValidationError(f'"{words}" is the name of several places. Choose one below.')


def named(words: str) -> list[Candidate]:
    """Give the places that "Norfolk, Virginia" can mean, the likeliest first; none where there is none."""
    try:
        return [found.place for found in search(Gazetteer.open(), words)[:12]]
    except UnknownPlaceError:
        return []


@needs(READ)
def _desk(request: HttpRequest) -> HttpResponse:
    home = home_place()
    sources = list(Source.objects.defer("text")[:5])
    context = {
        "home_place": home,
        "is_new": not sources and not Tie.objects.exists(),
        "may_edit": may(request.user, EDIT_REGISTER),
        "may_invite": may(request.user, ADMINISTER),
        "today": timezone.localdate(),
        "comments_waiting": Comment.objects.filter(state=Comment.State.WAITING)[:100].count()
        if may(request.user, PUBLISH)
        else 0,
        "most_counted": MOST_COUNTED,
        "cases": Case.objects.filter(state="open").select_related("tie")[:8],
        "to_judge": sum(1 for _ in islice(waiting_sources(), MOST_COUNTED)),
        "sources": sources,
        "followups": FollowUp.objects.filter(state="open").select_related("case", "owner")[:8],
        "rights": [right for right in RIGHTS if may(request.user, right)],
        "calendar_key": feed_key(request.user),
    }
    return render(request, "home/desk.html", context)


def start(request: HttpRequest) -> HttpResponse:
    """The start page; before anybody can sign in, the first run."""
    if not is_founded():
        return redirect("first_run")
    return _desk(request)


def first_run(request: HttpRequest) -> HttpResponse:
    """Ask for the home place and the first account; only on the machine itself, and only once."""
    if is_founded():
        return redirect("home")
    _only_here(request)
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = form.cleaned_data
        user = found_register(
            home=data["home"], name=data["name"], email=data["email"], password=data["password"]
        )
        login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return redirect("inbox")
    choices = [
        (
            str(c.geonames or n),
            c,
            where(c.name, kind=c.kind, country=c.country, admin1=c.admin1),
            Place.Kind(c.kind).label.lower(),
        )
        for n, c in enumerate(form.candidates)
        if len(form.candidates) > 1
    ]
    status = 400 if form.is_bound else 200
    return render(request, "home/first_run.html", {"form": form, "choices": choices}, status=status)


def _only_here(request: HttpRequest) -> None:
    if request.META.get("REMOTE_ADDR") not in LOOPBACK or "HTTP_X_FORWARDED_FOR" in request.META:
        raise PermissionDenied("The first account is made on the machine that serves Fingerpost.")


@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """Load the sample register, and sign in as its imaginary administrator; on the machine itself, and only once."""
    if is_founded():
        return redirect("home")
    _only_here(request)
    try:
        keeper = load_sample(timezone.localdate())
    except AlreadyFounded:
        return redirect("home")
    login(request, keeper.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    messages.info(
        request,
        f"You are signed in as {keeper.user}. To sign in again: {keeper.user.email}, password {keeper.password}.",
    )
    return redirect("home")


@needs(READ)
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: name, roles, second factor."""
    return render(
        request, "home/account.html", {"rights": [right for right in RIGHTS if may(request.user, right)]}
    )
