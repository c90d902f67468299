"""The register's pages: every kind of record but ties."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from fingerpost.places.codes import code_name
from fingerpost.web.accounts.permissions import (
    ADMINISTER,
    EDIT_REGISTER,
    MERGE,
    OPEN_CASE,
    READ,
    RECORD_VOTE,
    may,
    require,
)
from fingerpost.web.audit.chain import history
from fingerpost.web.casework.positions import of_record
from fingerpost.web.dates import PartialDateField
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.around import around
from fingerpost.web.desk.decided import decided
from fingerpost.web.desk.fields import RecordField
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.naming import a_record, label_of
from fingerpost.web.desk.paging import MOST_CHARACTERS, Page, page_found, page_of
from fingerpost.web.desk.register_forms import FIELDS, REGIONS, form_for
from fingerpost.web.desk.templatetags.days import day
from fingerpost.web.evidence.models import Source
from fingerpost.web.numbers import number_in
from fingerpost.web.register.keeping import keep, merge, rights_for, unmerge
from fingerpost.web.register.models import Body, Decision, Law, Person, Place, Post, Record, Side, Tie
from fingerpost.web.register.reach import ties_in
from fingerpost.web.register.sheets.kinds import KINDS as SHEETS
from fingerpost.web.words.finding import find
from fingerpost.web.words.subjects import BY_MODEL

PAGE = 100
FIXING: dict[str, type[models.Model]] = {
    "tie": Tie,
    "predecessor": Place,
    "place": Place,
    "body": Body,
    "post": Post,
}
"""What a new record can be fixed to by its page, as ``?tie=12``: field and kind."""
ADDING: dict[type[models.Model], tuple[tuple[str, str, str], ...]] = {
    Place: (
        ("succession", "predecessor", "Record what it became"),
        ("involvement", "place", "Record who decides about its ties"),
    ),
    Body: (("post", "body", "Add a post"), ("involvement", "body", "Add its part in ties")),
    Post: (("tenure", "post", "Record who holds it"),),
}
"""What is added from a record's page: the kind, the field that is fixed to the record, and the words."""
REACHED = 50
"""Ties that a law's page shows at once."""
KINDS: dict[str, type[models.Model]] = {model._meta.model_name: model for model in FIELDS}
"""Name in addresses to kind of record."""

LISTED = ("place", "body", "person", "law")
"""Kinds that have a list."""


@needs(READ)
def records(request: HttpRequest, kind: str) -> HttpResponse:
    """All records of a kind."""
    if kind not in LISTED:
        raise Http404(f"There is no list of {kind}.")
    model = KINDS[kind]
    words = request.GET.get("q", "")[:MOST_CHARACTERS].strip()
    context = {
        "page": _page(request, model, words),
        "kind": kind,
        "q": words,
        "title": model._meta.verbose_name_plural,
        "sheet": kind in SHEETS,
    }
    return render(request, "register/records.html", context | {"may_edit": may(request.user, EDIT_REGISTER)})


def _page(request: HttpRequest, model: type[models.Model], words: str) -> Page:
    every = model.objects.filter(merged_into=None) if issubclass(model, Record) else model.objects.all()
    if model is Law:
        every = every.select_related("body", "home")
    if words:
        return page_found(request, find(BY_MODEL[model].kind, words), every, PAGE)
    return page_of(request, every, PAGE)


@needs(READ)
def register(request: HttpRequest) -> HttpResponse:
    """What the register holds, kind by kind."""
    return render(
        request,
        "register/register.html",
        {
            "kinds": {kind: KINDS[kind]._meta.verbose_name_plural.capitalize() for kind in LISTED},
            "may_administer": may(request.user, ADMINISTER),
            "sheets": SHEETS.values() if may(request.user, EDIT_REGISTER) else (),
        },
    )


@needs(READ)
def record(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One record: its fields, what was merged into it, its history."""
    model = _model(kind)
    found = get_object_or_404(model, pk=pk)
    rows = [(label_of(model._meta.get_field(name)), *_shown(found, name)) for name in FIELDS[model]]
    context = {
        "record": found,
        "kind": kind,
        "what": a_record(model).partition(" ")[2],
        "rows": [row for row in rows if row[1] not in {"", None}],
        "around": around(found),
        "entries": history(found)[:50],
        "merged": type(found).objects.filter(merged_into=found)[:20] if isinstance(found, Record) else [],
        "is_record": isinstance(found, Record),
        "may_edit": may(request.user, rights_for(model)),
        "may_withdraw": isinstance(found, Decision)
        and not found.withdrawn
        and may(request.user, RECORD_VOTE),
        "adding": ADDING.get(model, ()) if may(request.user, EDIT_REGISTER) else (),
        "may_erase": kind == "person" and not found.erased and may(request.user, ADMINISTER),
        "may_merge": may(request.user, MERGE),
    }
    if isinstance(found, Decision):
        (context["one"],) = decided([found])
    if isinstance(found, Person | Body):
        context["positions"] = of_record(found)
    if isinstance(found, Law):
        context["may_open"] = may(request.user, OPEN_CASE)
        context["reached"] = page_of(request, ties_in(found).prefetch_related("sides__place"), REACHED)
    return render(request, "register/record.html", context)


def _shown(found: models.Model, name: str) -> tuple[Any, str]:
    """Give a field's value as it is shown, and the address of the page it leads to, if any."""
    value = getattr(found, name)
    if isinstance(value, models.Model):
        return value, _page_of(value)
    if isinstance(found._meta.get_field(name), PartialDateField):
        return day(value), ""
    if name in {*REGIONS, "country", "admin1"} and value:
        return code_name(value), ""
    display = getattr(found, f"get_{name}_display", None)
    return (display() if display else value), ""


def _page_of(found: models.Model) -> str:
    if isinstance(found, Source | Tie):
        return reverse(found._meta.model_name, args=(found.pk,))
    if found._meta.model_name in KINDS:
        return reverse("record", args=(found._meta.model_name, found.pk))
    return reverse("tie", args=(found.tie_id,)) if isinstance(found, Side) else ""


def _mergeable(kind: str) -> type[models.Model]:
    model = _model(kind)
    if not issubclass(model, Record):
        raise Http404(f"Two records of the kind {kind} are never one.")
    return model


def _model(kind: str) -> type[models.Model]:
    if kind not in KINDS:
        raise Http404(f"There is no kind of record called {kind}.")
    return KINDS[kind]


@needs(EDIT_REGISTER)
def edit(request: HttpRequest, kind: str, pk: int | None = None) -> HttpResponse:
    """Add or change a record. ``?tie=12`` fixes the tie it is for; so with the others of ``FIXING``."""
    model = _model(kind)
    require(request.user, rights_for(model))
    found = get_object_or_404(model, pk=pk) if pk else model()
    fixed = _fixed(model, request.GET) if pk is None else {}
    form_class = form_for(model, tuple(fixed))
    initial = {name: getattr(found, name, None) for name in FIELDS[model]} if pk else {}
    form = form_class(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = {name: value for name, value in form.cleaned_data.items() if name != "why"} | fixed
        changes = {name: _filled(model, name, value) for name, value in changes.items()}
        try:
            kept = keep(
                by=request.user,
                record=found,
                changes=changes,
                why=form.cleaned_data["why"],
                source=changes.get("source"),
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, "Saved.")
            if fixed:
                return redirect(_page_of(*fixed.values()))
            return redirect("record", kind=kind, pk=kept.pk)
    title = f"Change {found}" if pk else f"Add {a_record(model)}"
    back = _page_of(found) if pk else _page_of(*fixed.values()) if fixed else ""
    return form_page(request, form, title, back=back)


def _fixed(model: type[models.Model], given: Any) -> dict[str, Any]:
    for name, kind in FIXING.items():
        if name in FIELDS[model] and (number := number_in(given.get(name))):
            return {name: get_object_or_404(kind, pk=number)}
    return {}


def _filled(model: type[models.Model], name: str, value: Any) -> Any:
    """Give the empty value that a field keeps: "" for text, None for the rest."""
    field = model._meta.get_field(name)
    if value in (None, "") and isinstance(field, models.CharField | models.TextField):
        return ""
    return value


@require_POST
@needs(MERGE)
def merge_record(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Merge a record into another."""
    model = _mergeable(kind)
    found = get_object_or_404(model, pk=pk)
    try:
        into = RecordField(model).clean(request.POST.get("into", ""))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("record", kind=kind, pk=pk)
    merge(by=request.user, record=found, into=into, why=request.POST.get("why", "")[:2000])
    messages.success(request, f"{found} is part of {into} now. This can be undone.")
    return redirect("record", kind=kind, pk=into.pk)


@require_POST
@needs(MERGE)
def unmerge_record(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take a merge back."""
    found = get_object_or_404(_mergeable(kind), pk=pk)
    unmerge(by=request.user, record=found, why=request.POST.get("why", "")[:2000])
    messages.success(request, f"{found} stands by itself again.")
    return redirect("record", kind=kind, pk=pk)
