"""What visitors send: that they want mail, and comments."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fingerpost.web.accounts.mailing import sends_mail
from fingerpost.web.casework.models import Case
from fingerpost.web.errors import WebError
from fingerpost.web.numbers import number_in
from fingerpost.web.register.models import Tie
from fingerpost.web.site import alerting, gate
from fingerpost.web.site.commenting import send_comment
from fingerpost.web.site.limiting import place_of, too_often
from fingerpost.web.site.models import Subscription
from fingerpost.web.site.taking import taking

HOUR = 3600
MOST_AN_HOUR = 10
NAME, TOWN, MAIL = {"autocomplete": "name"}, {"autocomplete": "address-level2"}, {"autocomplete": "email"}
"""What browsers fill in for those who find typing hard (WCAG 1.3.5)."""


class VisitorForm(forms.Form):
    """A form with a field that people do not see, and programs that fill in every form do."""

    website = forms.CharField(required=False, max_length=200)

    @property
    def is_trap_sprung(self) -> bool:
        """Tell whether a program filled it in."""
        return bool(self.cleaned_data["website"])


class AlertForm(VisitorForm):
    """Where to send mail."""

    email = forms.EmailField(label=_("Your mail address"), max_length=254, widget=forms.EmailInput(MAIL))


class LineField(forms.CharField):
    """Words that stand in one line: how lines and spaces were broken says nothing."""

    def to_python(self, value: Any) -> Any:
        """Give the words with one space between them."""
        return " ".join((super().to_python(value) or "").split())


class CommentForm(VisitorForm):
    """A comment, and who writes it from where."""

    name = LineField(label=_("Your name"), max_length=100, widget=forms.TextInput(NAME))
    town = LineField(label=_("Your town"), max_length=100, widget=forms.TextInput(TOWN))
    email = forms.EmailField(
        label=_("Your mail address"),
        required=False,
        max_length=254,
        help_text=_("If you like, for questions of the office. It is not shown."),
        widget=forms.EmailInput(MAIL),
    )
    text = forms.CharField(label=_("Your comment"), max_length=2000, widget=forms.Textarea)


def _about(request: HttpRequest) -> Tie | Case | None:
    """Give the tie or case that ``?tie=`` or ``?case=`` names."""
    for name, found in (("tie", gate.ties()), ("case", gate.cases())):
        if given := request.GET.get(name, ""):
            return get_object_or_404(found, pk=number_in(given))
    return None


def _address(about: Tie | Case | None) -> str:
    """Give the page that somebody came from."""
    if about is None:
        return reverse("site:home")
    return reverse("site:tie" if isinstance(about, Tie) else "site:case", args=(about.pk,))


def _page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, f"site/{template}.html", context, status=status, using="site")


@taking
def ask_alert(request: HttpRequest) -> HttpResponse:
    """Ask for mail about a tie, a case, or everything."""
    if not sends_mail():
        raise Http404
    about = _about(request)
    form = AlertForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if too_often(place_of(request), "alert", most=MOST_AN_HOUR, seconds=HOUR):
            return _page(request, "too_often", status=429)
        if not form.is_trap_sprung:
            alerting.ask_for_mail(
                email=form.cleaned_data["email"],
                about=about,
                root=request.build_absolute_uri("/"),
                language=get_language(),
                now=timezone.now(),
            )
        return _page(request, "alert_asked", about=about, back=_address(about))
    return _page(request, "ask_alert", status=400 if form.is_bound else 200, form=form, about=about)


@taking
def confirm_alert(request: HttpRequest, key: str) -> HttpResponse:
    """Say yes. Asked for by a link, done by a button: programs that look mail through open links."""
    found = get_object_or_404(Subscription, key=key)
    if request.method != "POST":
        return _page(request, "confirm_alert", what=alerting.what_of(found))
    if alerting.confirm(key, timezone.now()) is None:
        raise Http404
    return _page(
        request, "alert_confirmed", what=alerting.what_of(found), end=reverse("site:end-alert", args=(key,))
    )


@taking
def end_alert(request: HttpRequest, key: str) -> HttpResponse:
    """End the mails; a mail program does so with one post."""
    if request.method != "POST":
        return _page(request, "end_alert")
    alerting.end(key)
    return _page(request, "alert_ended")


@taking
def comment(request: HttpRequest) -> HttpResponse:
    """Write a comment on a tie or case, where the office takes any."""
    about = _about(request)
    if about is None or not request.site.comments:
        raise Http404
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if too_often(place_of(request), "comment", most=MOST_AN_HOUR, seconds=HOUR):
            return _page(request, "too_often", status=429)
        if not form.is_trap_sprung:
            given = {name: form.cleaned_data[name] for name in ("name", "town", "email", "text")}
            try:
                send_comment(about=about, now=timezone.now(), **given)
            except WebError:
                return _page(request, "too_often", status=429)
        return _page(request, "comment_sent", about=about, back=_address(about))
    return _page(request, "write_comment", status=400 if form.is_bound else 200, form=form, about=about)
