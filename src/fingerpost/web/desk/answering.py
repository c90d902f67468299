"""What several views answer with."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(request: HttpRequest, form: forms.Form, title: str, *, back: str = "") -> HttpResponse:
    """Show a form on a page of its own; once it was sent and something is wrong with it, with status 400.

    Args:
        back: where "Leave it" leads; empty: no such link.
    """
    context = {"form": form, "title": title, "back": back}
    return render(request, "register/form.html", context, status=400 if form.is_bound else 200)
