"""What several views answer with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(
    request: HttpRequest,
    form: forms.Form,
    title: str,
    *,
    back: str = "",
    template: str = "register/form.html",
    **more: Any,
) -> HttpResponse:
    """Show a form on a page of its own; once it was sent and something is wrong with it, with status 400.

    Args:
        back: where "Leave it" leads; empty: no such link.
        template: extends the plain page of a form with what stands above the fields, out of ``more``.
    """
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, template, context, status=400 if form.is_bound else 200)
