"""What follows in a case: things to be done, its calendar, its briefings."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.briefing import BriefingError
from fingerpost.casefile import NoTie
from fingerpost.printing import NoPdf
from fingerpost.web.accounts.permissions import FOLLOW_UP, ISSUE, READ, may
from fingerpost.web.casework.briefing import issue_briefing
from fingerpost.web.casework.calendar import calendar_of
from fingerpost.web.casework.following import (
    add_follow_up,
    change_follow_up,
    close_follow_up,
    owner_of,
    reopen_follow_up,
)
from fingerpost.web.casework.models import Case, FollowUp, Rendition
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.case_forms import FollowUpForm
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import page_of
from fingerpost.web.desk.views.cases import case_page
from fingerpost.web.numbers import number_in

PAGE = 100
CHOICES = {
    "all": "All",
    "mine": "Mine",
    "overdue": "Overdue",
    "undated": "Without a day",
    "unowned": "Nobody's",
}
"""How the list of what is to be done can be narrowed."""
FORMATS = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}


@require_POST
@needs(FOLLOW_UP)
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Add something to be done."""
    found = get_object_or_404(Case, pk=pk)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        return case_page(request, pk, form, status=400)
    add_follow_up(by=request.user, case=found, changes=_changes(form))
    return redirect("case", pk=pk)


def _changes(form: FollowUpForm) -> dict[str, Any]:
    data = dict(form.cleaned_data)
    return data | owner_of(data.pop("owner"))


@needs(FOLLOW_UP)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is to be done, by whom, or until when."""
    item = get_object_or_404(FollowUp.objects.select_related("owner", "case"), pk=pk)
    initial = {name: getattr(item, name) for name in ("what", "until_words", "due")}
    initial["owner"] = item.owner.email if item.owner else item.owner_name
    form = FollowUpForm(request.POST or None, initial=initial)
    back = reverse("case", args=(item.case_id,))
    if request.method == "POST" and form.is_valid():
        change_follow_up(by=request.user, item=item, changes=_changes(form))
        return redirect(back)
    return form_page(request, form, "Change what is to be done", back=back)


@needs(READ)
def follow_ups(request: HttpRequest) -> HttpResponse:
    """Everything that is to be done, in every case; ``?of=`` narrows it."""
    today = timezone.localdate()
    found = FollowUp.objects.filter(state=FollowUp.State.OPEN).select_related("case", "owner")
    narrowed = {
        "all": found,
        "mine": found.filter(owner=request.user),
        "overdue": found.filter(due__lt=today),
        "undated": found.filter(due=None),
        "unowned": found.filter(owner=None, owner_name=""),
    }
    of = request.GET.get("of", "")
    of = of if of in narrowed else "all"
    case = number_in(request.GET.get("case"))
    listed = narrowed[of].filter(case=case) if case else narrowed[of]
    context = {
        "page": page_of(request, listed, PAGE),
        "of": of,
        "choices": CHOICES,
        "today": today,
        "may_follow": may(request.user, FOLLOW_UP),
    }
    return render(request, "cases/to_do.html", context)


@require_POST
@needs(FOLLOW_UP)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close something that was to be done, or open it again."""
    item = get_object_or_404(FollowUp, pk=pk)
    if request.POST.get("do") == "reopen":
        reopen_follow_up(by=request.user, item=item)
    else:
        close_follow_up(by=request.user, item=item, done=request.POST.get("do") != "drop")
    return redirect("case", pk=item.case_id)


@require_POST
@needs(ISSUE)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the case's briefing."""
    found = get_object_or_404(Case, pk=pk)
    try:
        made = issue_briefing(by=request.user, case=found)
    except (BriefingError, NoPdf, NoTie) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"Briefing {made.number} is issued.")
    return redirect("case", pk=pk)


@needs(READ)
def issued(request: HttpRequest, pk: int, number: int, form: str) -> HttpResponse:
    """An issued briefing as it was handed out."""
    if form not in FORMATS:
        raise Http404("There is no such format.")
    found = get_object_or_404(Rendition, issue__case=pk, issue__number=number, format=form)
    response = HttpResponse(bytes(found.data), content_type=FORMATS[form])
    how = "inline" if form == "html" else "attachment"
    name = re.sub(r"[^a-z0-9]+", "-", f"briefing {pk} {number}") + f".{form}"
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    if form == "html":
        response["Content-Security-Policy"] = "sandbox allow-scripts"
    return response


@needs(READ)
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The case's calendar."""
    found = get_object_or_404(Case, pk=pk)
    items = found.followups.filter(state="open").select_related("case", "decision")
    data = calendar_of(items, [found], timezone.now(), request.get_host())
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="case-{pk}.ics"'
    return response
