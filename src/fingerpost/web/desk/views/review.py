"""The review of findings: judged, assigned and proposed, source by source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import JUDGE, OPEN_CASE, PROPOSE, READ, may
from fingerpost.web.desk.fields import RecordField
from fingerpost.web.desk.forms import MOST_TOGETHER, JudgeForm, ProposeForm, TogetherForm
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import page_found
from fingerpost.web.desk.reviewing import belongings, open_case_of, review_of
from fingerpost.web.desk.views.sources import PAGE, count_findings
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.assigning import add_and_assign, assign_finding, unassign_findings
from fingerpost.web.evidence.correcting import blank, corrected
from fingerpost.web.evidence.judging import (
    Changed,
    judge_finding,
    judge_together,
    needs_second_reader,
    propose_finding,
)
from fingerpost.web.evidence.marking import marked
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.suggesting import NEW, RECORDS
from fingerpost.web.evidence.waiting import TO_JUDGE, waiting_sources
from fingerpost.web.numbers import number_in


@needs(READ)
def to_review(request: HttpRequest) -> HttpResponse:
    """The sources with findings that wait to be judged."""
    page = page_found(request, waiting_sources(), Source.objects.defer("text"), PAGE)
    count_findings(page)
    return render(request, "sources/to_review.html", {"page": page})


@needs(READ)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Review one source: its text on the left, its findings on the right."""
    found = get_object_or_404(Source, pk=pk)
    groups = review_of(found)
    findings = [finding for group in groups for finding in group.findings]
    context = {
        "source": found,
        "paragraphs": marked(found, findings),
        "groups": groups,
        "all": len(findings),
        "left": sum(finding.state in TO_JUDGE for finding in findings),
        "judged": sum(finding.state not in TO_JUDGE for finding in findings),
        "kinds": Finding.Kind.choices,
        "open_case": open_case_of(found, findings) if may(request.user, OPEN_CASE) else None,
        "cases": found.cases.all()[:5],
        "may_judge": may(request.user, JUDGE),
        "may_propose": may(request.user, PROPOSE),
    }
    return render(request, "sources/review.html", context)


@require_POST
@needs(JUDGE)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge one finding. Asked for JSON it answers so; otherwise it goes back to the review."""
    finding = get_object_or_404(Finding.objects.select_related("source"), pk=pk)
    form = JudgeForm(request.POST)
    if not form.is_valid():
        problem = "; ".join(f"{name}: {' '.join(errors)}" for name, errors in form.errors.items())
        return _answer(request, finding.source, [finding], problem=problem, status=400)
    try:
        judge_finding(
            by=request.user,
            finding=finding,
            verdict=form.cleaned_data["verdict"],
            seen=form.cleaned_data["seen"],
            data=corrected(finding, request.POST) if form.cleaned_data["verdict"] == "correct" else None,
            why=form.cleaned_data["why"],
            second_reader=needs_second_reader(finding),
        )
    except WebError as problem:
        status = 409 if isinstance(problem, Changed) else 400
        return _answer(request, finding.source, [finding], problem=str(problem), status=status)
    return _answer(request, finding.source, [finding])


@require_POST
@needs(JUDGE)
def together(request: HttpRequest, pk: int) -> HttpResponse:
    """Give several findings of a source the same judgement, or take their last ones back: all of them or none."""
    source = get_object_or_404(Source, pk=pk)
    form = TogetherForm(request.POST)
    if not form.is_valid():
        return _answer(request, source, [], problem="Say which findings, and how to judge them.", status=400)
    versions = form.cleaned_data["findings"]
    findings = list(source.findings.filter(pk__in=versions))
    try:
        judge_together(
            by=request.user,
            seen={finding: versions[finding.pk] for finding in findings},
            verdict=form.cleaned_data["verdict"],
            second_reader=needs_second_reader,
        )
    except WebError as problem:
        return _answer(request, source, findings, problem=str(problem), status=409)
    return _answer(request, source, findings)


@require_POST
@needs(JUDGE)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which record a finding belongs to, or that one be added; with a tie goes what is about it."""
    finding = get_object_or_404(Finding.objects.select_related("source"), pk=pk)
    kind, _, number = request.POST.get("record", "").partition(":")
    try:
        if kind == NEW:
            moved = add_and_assign(by=request.user, finding=finding)
        elif kind in RECORDS and number_in(number):
            subject = get_object_or_404(RECORDS[kind], pk=number_in(number))
            moved = assign_finding(by=request.user, finding=finding, record_kind=kind, subject=subject)
        else:
            kind, subject = _named(request.POST)
            moved = assign_finding(by=request.user, finding=finding, record_kind=kind, subject=subject)
    except WebError as problem:
        return _belonging(request, finding.source, [finding], problem=str(problem), status=400)
    return _belonging(request, finding.source, moved)


def _named(posted: Any) -> tuple[str, Any]:
    """Give the record that somebody named in words."""
    kind = posted.get("kind", "")
    if kind not in RECORDS:
        raise WebError("Choose the record it belongs to.")
    field = RecordField(RECORDS[kind])
    try:
        return kind, field.clean(posted.get("name", ""))
    except ValidationError as error:
        raise WebError(" ".join(error.messages)) from error


@require_POST
@needs(JUDGE)
def unassign(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that findings of a source belong to no record after all."""
    source = get_object_or_404(Source, pk=pk)
    numbers = [number_in(number) for number in request.POST.getlist("finding")[:MOST_TOGETHER]]
    findings = list(source.findings.filter(pk__in=numbers))
    return _belonging(request, source, unassign_findings(by=request.user, findings=findings))


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
    finding = propose_finding(
        by=request.user,
        source=found,
        kind=data["kind"],
        start=data["start"],
        end=data["end"],
        text=data["text"].replace("\r\n", "\n"),
        data={"note": data["note"], **blank(data["kind"])},
    )
    messages.success(request, "The passage is a finding now. Somebody who reviews can judge it.")
    return _back(found, finding.pk)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _back(source: Source, finding: int | None) -> HttpResponse:
    anchor = f"#f{finding}" if finding else ""
    return redirect(reverse("review", args=[source.pk]) + anchor)


def _answer(
    request: HttpRequest, source: Source, findings: Sequence[Finding], *, problem: str = "", status: int = 200
) -> HttpResponse:
    """Say how findings stand now; without a script, go on to the next that waits."""
    if _wants_json(request):
        states = {f.pk: _state(f) for f in _fresh(findings)}
        return JsonResponse({"findings": states, "problem": problem}, status=status)
    if problem:
        messages.error(request, problem)
    judged = [finding.pk for finding in findings]
    return _back(source, judged[0] if problem and judged else _next(source, judged))


def _fresh(findings: Iterable[Finding]) -> list[Finding]:
    return list(Finding.objects.filter(pk__in=[finding.pk for finding in findings]))


def _state(finding: Finding) -> dict[str, Any]:
    return {"state": finding.state, "label": finding.get_state_display(), "version": finding.version}


def _next(source: Source, judged: Sequence[int]) -> int | None:
    """Give the next finding that waits, in the order of the review; after the last, the first that waits."""
    order = [finding for group in review_of(source, bare=True) for finding in group.findings]
    last = max((at for at, finding in enumerate(order) if finding.pk in judged), default=-1)
    waiting = [f.pk for f in (*order[last + 1 :], *order[: last + 1]) if f.state in TO_JUDGE]
    return waiting[0] if waiting else next(iter(judged), None)


def _belonging(
    request: HttpRequest, source: Source, findings: Sequence[Finding], *, problem: str = "", status: int = 200
) -> HttpResponse:
    """Say what findings belong to now."""
    if _wants_json(request):
        answer: dict[str, Any] = {"belongs": belongings(findings), "problem": problem}
        if may(request.user, OPEN_CASE):
            answer["open_case"] = open_case_of(source, findings)
        return JsonResponse(answer, status=status)
    if problem:
        messages.error(request, problem)
    return _back(source, findings[0].pk if findings else None)
