"""Cases: the question, its sources, and the page on which all of it stands."""

from __future__ import annotations

from typing import Any

from django.db.models import Case as CaseWhen
from django.db.models import F, Prefetch, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import (
    EDIT_REGISTER,
    FOLLOW_UP,
    ISSUE,
    OPEN_CASE,
    READ,
    RECORD_VOTE,
    may,
)
from fingerpost.web.audit.chain import history
from fingerpost.web.casework.classing import draw_class
from fingerpost.web.casework.models import Case, FollowUp, Rendition
from fingerpost.web.casework.positions import of_case
from fingerpost.web.casework.working import (
    add_source_to_case,
    change_case,
    open_case,
    remove_source_from_case,
    roll_call_faults,
)
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.case_forms import CLASS, NONE, ONE, RULE, CaseForm, FollowUpForm, about_of
from fingerpost.web.desk.classes import class_blocks, class_of
from fingerpost.web.desk.decided import decided
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import page_of
from fingerpost.web.desk.who_decides import who_decides
from fingerpost.web.evidence.models import Source
from fingerpost.web.numbers import number_in
from fingerpost.web.register.models import Law, Tie
from fingerpost.web.register.sides import add_places

PAGE = 100
FOLLOWUPS = 30
"""Things to be done that a case's page shows; the list of all of them has the rest."""
ENTRIES = 30
"""Of the history, what a case's page shows: the newest."""
RENDITIONS = Prefetch("renditions", Rendition.objects.defer("data").order_by("pk"))
"""The formats of issued briefings, without their bytes."""


@needs(READ)
def cases(request: HttpRequest) -> HttpResponse:
    """All cases, the newest first."""
    page = page_of(request, Case.objects.select_related("tie", "owner", "home", "carried_by"), PAGE)
    return render(request, "cases/cases.html", {"page": page, "may_open": may(request.user, OPEN_CASE)})


@needs(OPEN_CASE)
def new_case(request: HttpRequest) -> HttpResponse:
    """Open a case; ``?tie=``, ``?law=``, ``?about=class`` and ``?source=`` fill it in."""
    initial: dict[str, Any] = {"about": CLASS if request.GET.get("about") == CLASS else NONE}
    if number := number_in(request.GET.get("tie")):
        tie = get_object_or_404(Tie, pk=number)
        initial = {"about": ONE, "tie": tie, "title": str(tie)}
        initial["question"] = f"What shall become of the tie {tie}?"
    if number := number_in(request.GET.get("law")):
        law = get_object_or_404(Law, pk=number)
        initial |= {name: getattr(law, name) for name in RULE if hasattr(law, name)}
        initial |= {"about": CLASS, "title": f"{law.title}: what follows for our ties"[:300]}
        initial["question"] = f"{law.title} {law.scope}. What shall become of them?"
    sources = Source.objects.filter(pk=number_in(request.GET.get("source")))
    form = CaseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        case = open_case(by=request.user, changes=form.cleaned_data, sources=list(sources))
        if case.of_class:
            draw_class(by=request.user, case=case, on=timezone.localdate())
        return redirect("case", pk=case.pk)
    return form_page(request, form, "Open a case", back=reverse("cases"), template="cases/case_form.html")


@needs(READ)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case with all that belongs to it."""
    return case_page(request, pk, FollowUpForm())


def case_page(
    request: HttpRequest, pk: int, followup_form: FollowUpForm, *, status: int = 200
) -> HttpResponse:
    """Show a case; with a follow-up that was sent and is not right, where there is one."""
    found = get_object_or_404(Case.objects.select_related("tie", "owner", "home", "carried_by"), pk=pk)
    motions = list(
        found.motions.select_related("body", "mover", "seconder", "source").prefetch_related(
            "ballots__person"
        )
    )
    for motion in motions:
        motion.faults = roll_call_faults(motion)
    sources = list(found.sources.defer("text"))
    decisions = list(
        found.decisions.filter(class_decision=None).select_related(
            "body", "body__merged_into", "side__place", "side__tie"
        )
    )
    add_places([tie for tie in (found.tie, *(one.side.tie for one in decisions)) if tie])
    issues = list(found.issues.prefetch_related(RENDITIONS).select_related("by").defer("briefing"))
    here, elsewhere = of_case(found)
    context = {
        "case": found,
        "sources": sources,
        "other_sources": Source.objects.defer("text").exclude(cases=found)[:20],
        "histories": here,
        "elsewhere": elsewhere,
        "deciding": who_decides(found),
        "motions": motions,
        "class_decisions": class_blocks(found),
        "standing_class": class_of(found),
        "decisions": decided(decisions, sources),
        "followups": page_of(request, in_turn(found), FOLLOWUPS),
        "issues": issues,
        "entries": history(found, *motions, *decisions, *issues)[:ENTRIES],
        "followup_form": followup_form,
        "may_open": may(request.user, OPEN_CASE),
        "may_edit": may(request.user, EDIT_REGISTER),
        "may_vote": may(request.user, RECORD_VOTE),
        "may_follow": may(request.user, FOLLOW_UP),
        "may_issue": may(request.user, ISSUE),
    }
    return render(request, "cases/case.html", context, status=status)


def in_turn(case: Case) -> QuerySet[FollowUp]:
    """Give what is to be done in a case: what is open first, by its day."""
    is_open = Q(state=FollowUp.State.OPEN)
    items = case.followups.select_related("owner", "decision").annotate(
        turn=CaseWhen(When(is_open, then=0), default=1)
    )
    return items.order_by("turn", F("due").asc(nulls_last=True), "pk")


@needs(OPEN_CASE)
def edit_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a case says of itself."""
    found = get_object_or_404(Case, pk=pk)
    initial = {name: getattr(found, name) for name in CaseForm.base_fields if name != "about"}
    initial["about"] = about_of(found)
    rule = {name: getattr(found, name) for name in ("of_class", *RULE)}
    form = CaseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changed = change_case(by=request.user, case=found, changes=form.cleaned_data)
        if changed.of_class and rule != {name: getattr(changed, name) for name in rule}:
            draw_class(by=request.user, case=changed, on=changed.as_of or timezone.localdate())
        return redirect("case", pk=pk)
    back = reverse("case", args=(pk,))
    return form_page(request, form, f"Change {found}", back=back, template="cases/case_form.html")


@require_POST
@needs(OPEN_CASE)
def case_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a source into a case, or take it out."""
    found = get_object_or_404(Case, pk=pk)
    source = get_object_or_404(Source, pk=number_in(request.POST.get("source")))
    if request.POST.get("do") == "remove":
        remove_source_from_case(by=request.user, case=found, source=source)
    else:
        add_source_to_case(by=request.user, case=found, source=source)
    return redirect("case", pk=pk)
