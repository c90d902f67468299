"""What follows in a case: things to be done, its calendar, its briefings."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.briefing import BriefingError
from fingerpost.casefile import NoTie
from fingerpost.printing import NoPdf
from fingerpost.web.accounts.models import User
from fingerpost.web.accounts.permissions import FOLLOW_UP, ISSUE, READ
from fingerpost.web.casework.briefing import issue_briefing
from fingerpost.web.casework.calendar import calendar_of
from fingerpost.web.casework.models import Case, FollowUp, Rendition
from fingerpost.web.casework.working import add_follow_up, close_follow_up
from fingerpost.web.desk.case_forms import FollowUpForm
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.views.cases import case_page

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
    data = form.cleaned_data
    owner = (
        User.objects.filter(email__iexact=data.pop("owner")).first() if data["owner"] else data.pop("owner")
    )
    name = "" if isinstance(owner, User) else request.POST.get("owner", "")[:200]
    changes = data | {"owner": owner if isinstance(owner, User) else None, "owner_name": name}
    add_follow_up(by=request.user, case=found, changes=changes)
    return redirect("case", pk=pk)


@require_POST
@needs(FOLLOW_UP)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close something that was to be done."""
    item = get_object_or_404(FollowUp, pk=pk)
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
    items = found.followups.filter(state="open").select_related("case")
    data = calendar_of(items, [found], timezone.now(), request.get_host())
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="case-{pk}.ics"'
    return response
