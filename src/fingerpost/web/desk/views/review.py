"""The review of findings: judged, assigned and proposed, source by source."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import JUDGE, PROPOSE, READ, may
from fingerpost.web.desk.forms import JudgeForm, ProposeForm
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.marking import marked
from fingerpost.web.desk.paging import page_of
from fingerpost.web.desk.views.sources import PAGE, TO_JUDGE, count_findings
from fingerpost.web.evidence.correcting import corrected, fields_of
from fingerpost.web.evidence.judging import Changed, assign_finding, judge_finding, propose_finding
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.suggesting import RECORDS, suggestions
from fingerpost.web.evidence.wording import headline


@needs(READ)
def to_review(request: HttpRequest) -> HttpResponse:
    """The sources with findings that wait to be judged."""
    waits = Finding.objects.filter(source=OuterRef("pk"), state__in=TO_JUDGE)
    page = page_of(
        request, Source.objects.filter(Exists(waits)).defer("text").order_by("received", "id"), PAGE
    )
    count_findings(page)
    return render(request, "sources/to_review.html", {"page": page})


@needs(READ)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Review one source: its text on the left, its findings on the right."""
    found = get_object_or_404(Source, pk=pk)
    findings = list(
        found.findings.select_related("tie", "person", "body", "place")
        .prefetch_related("passages", "judgements__by", "tie__sides__place")
        .order_by("-unsettled", "start", "id")
    )
    names = names_in(findings)
    for finding in findings:
        finding.headline = headline(finding, names)
        finding.fields = fields_of(finding, names)
        finding.last = (
            finding.judgements.all()[len(finding.judgements.all()) - 1] if finding.judgements.all() else None
        )
    suggested = suggestions(findings)
    for finding in findings:
        finding.suggested = suggested.get(finding.pk)
    return render(
        request,
        "sources/review.html",
        {
            "source": found,
            "paragraphs": marked(found, findings),
            "findings": findings,
            "left": sum(finding.state in {"open", "second"} for finding in findings),
            "kinds": Finding.Kind.choices,
            "may_judge": may(request.user, JUDGE),
            "may_propose": may(request.user, PROPOSE),
        },
    )


def names_in(findings: list[Finding]) -> dict[str, str]:
    """Give the names of the actors and places of a reading by their ids in it."""
    return {
        finding.data["id"]: finding.data["name"]
        for finding in findings
        if finding.kind in {"actor", "place"} and "id" in finding.data
    }


@require_POST
@needs(JUDGE)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge one finding. Asked for JSON it answers so; otherwise it goes back to the review."""
    finding = get_object_or_404(Finding.objects.select_related("source"), pk=pk)
    form = JudgeForm(request.POST)
    wants_json = request.headers.get("Accept") == "application/json"
    if not form.is_valid():
        problem = "; ".join(f"{name}: {' '.join(errors)}" for name, errors in form.errors.items())
        return _answer(request, finding, wants_json, problem=problem, status=400)
    data = corrected(finding, request.POST) if form.cleaned_data["verdict"] == "correct" else None
    try:
        judge_finding(
            by=request.user,
            finding=finding,
            verdict=form.cleaned_data["verdict"],
            seen=form.cleaned_data["seen"],
            data=data,
            why=form.cleaned_data["why"],
            second_reader=needs_second_reader(finding),
        )
    except Changed as problem:
        return _answer(request, finding, wants_json, problem=str(problem), status=409)
    return _answer(request, finding, wants_json)


def needs_second_reader(finding: Finding) -> bool:
    """Tell whether the office wants two readers for this finding: where it says that something was decided."""
    return (
        settings.SECOND_READER
        and finding.kind == Finding.Kind.EVENT
        and finding.data.get("kind") in DECISIONS
    )


DECISIONS = frozenset({"suspended", "ended", "kept", "restored", "renewed", "established", "lapsed", "vote"})


def _answer(
    request: HttpRequest, finding: Finding, wants_json: bool, *, problem: str = "", status: int = 200
) -> HttpResponse:
    finding.refresh_from_db()
    if wants_json:
        answer = {
            "state": finding.state,
            "label": finding.get_state_display(),
            "version": finding.version,
            "problem": problem,
        }
        return JsonResponse(answer, status=status)
    if problem:
        messages.error(request, problem)
    following = (
        finding.source.findings.filter(state="open")
        .exclude(pk=finding.pk)
        .values_list("pk", flat=True)
        .first()
    )
    anchor = f"#f{following or finding.pk}"
    return redirect(reverse("review", args=[finding.source_id]) + anchor)


@require_POST
@needs(JUDGE)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which record of the register a finding belongs to."""
    finding = get_object_or_404(Finding.objects.select_related("source"), pk=pk)
    kind, _, number = request.POST.get("record", "").partition(":")
    if kind in RECORDS and number.isdecimal():
        subject = get_object_or_404(RECORDS[kind], pk=int(number))
        assign_finding(by=request.user, finding=finding, record_kind=kind, subject=subject)
        messages.success(request, f"It belongs to {subject} now.")
    else:
        messages.error(request, "Choose the record it belongs to.")
    return redirect(reverse("review", args=[finding.source_id]) + f"#f{finding.pk}")


@require_POST
@needs(PROPOSE)
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a finding of a passage marked by hand."""
    found = get_object_or_404(Source, pk=pk)
    form = ProposeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Mark the words in the text first, then say what kind of finding they are.")
        return redirect("review", pk=pk)
    data = form.cleaned_data
    text = data["text"].replace("\r\n", "\n")
    finding = propose_finding(
        by=request.user,
        source=found,
        kind=data["kind"],
        start=data["start"],
        end=data["end"],
        text=text,
        data={"note": data["note"]},
    )
    messages.success(request, "The passage is a finding now. Somebody who reviews can judge it.")
    return redirect(reverse("review", args=[pk]) + f"#f{finding.pk}")
