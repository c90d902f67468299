"""One's own tokens for programs."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import READ
from fingerpost.web.api.models import Token
from fingerpost.web.api.tokens import end_token, make_token
from fingerpost.web.desk.guard import needs


class TokenForm(forms.Form):
    """What a token is for."""

    name = forms.CharField(max_length=100, label="What it is for", help_text="As import of exchanges.")


@sensitive_variables("secret")
@needs(READ)
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens one has, and a form to make one; its secret is shown once."""
    form = TokenForm(request.POST or None)
    secret, status = "", 200
    if request.method == "POST":
        if form.is_valid():
            _, secret = make_token(by=request.user, name=form.cleaned_data["name"])
            form = TokenForm()
        else:
            status = 400
    context = {"form": form, "secret": secret, "tokens": request.user.tokens.filter(ended=None)}
    answer = render(request, "home/tokens.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@needs(READ)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token."""
    end_token(by=request.user, token=get_object_or_404(Token, pk=pk, user=request.user))
    return redirect("tokens")
