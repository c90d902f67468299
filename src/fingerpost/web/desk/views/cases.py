"""Cases: from the question to the vote and what follows."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.briefing import BriefingError
from fingerpost.casefile import NoTie
from fingerpost.web.accounts.models import User
from fingerpost.web.accounts.permissions import FOLLOW_UP, ISSUE, OPEN_CASE, READ, RECORD_VOTE, may
from fingerpost.web.audit.chain import history
from fingerpost.web.casework.briefing import issue_briefing
from fingerpost.web.casework.calendar import calendar_of
from fingerpost.web.casework.models import Ballot, Case, FollowUp, Motion, Rendition
from fingerpost.web.casework.voices import voices
from fingerpost.web.casework.working import (
    add_follow_up,
    add_source_to_case,
    change_case,
    close_follow_up,
    open_case,
    publish_motion,
    record_decision,
    record_motion,
    record_roll_call,
    remove_source_from_case,
    roll_call_faults,
)
from fingerpost.web.dates import check_partial_date
from fingerpost.web.desk.fields import RecordField
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import page_of
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Body, Decision, Person, Side, Tie

PAGE = 100
DATE_HELP = "As 2022-03-08; empty where it is not known."
FORMATS = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}


class DateField(forms.CharField):
    """A date known to the year, month or day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, required=False, help_text=DATE_HELP, **kwargs)

    def clean(self, value: Any) -> str:
        """Give the date, checked."""
        words = str(super().clean(value) or "").strip()
        if words:
            check_partial_date(words)
        return words


class CaseForm(forms.Form):
    """What a case says of itself."""

    title = forms.CharField(max_length=300)
    question = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    tie = RecordField(Tie, where="pk", required=False, help_text="The tie's number, as #12.")
    vote_due = DateField(label="The vote is due")


class MotionForm(forms.Form):
    """A motion, with its vote where there was one."""

    body = RecordField(Body, help_text="The council or other body it is before.")
    text = forms.CharField(
        max_length=5000, widget=forms.Textarea(attrs={"rows": 4}), label="The motion's words"
    )
    mover = RecordField(Person, required=False)
    seconder = RecordField(Person, required=False)
    date = DateField()
    outcome = forms.ChoiceField(choices=Motion.Outcome.choices)
    votes_for = forms.IntegerField(required=False, min_value=0, label="For")
    votes_against = forms.IntegerField(required=False, min_value=0, label="Against")
    abstained = forms.IntegerField(required=False, min_value=0)
    absent = forms.IntegerField(required=False, min_value=0)
    source = RecordField(Source, required=False, help_text="The minutes, by their file name or number.")


class RollCallForm(forms.Form):
    """The names, a line each."""

    votes_for = forms.CharField(required=False, widget=forms.Textarea, label="For", max_length=20_000)
    votes_against = forms.CharField(required=False, widget=forms.Textarea, label="Against", max_length=20_000)
    abstained = forms.CharField(required=False, widget=forms.Textarea, max_length=20_000)
    absent = forms.CharField(required=False, widget=forms.Textarea, max_length=20_000)


class DecisionForm(forms.Form):
    """What was decided, from the instrument."""

    result = forms.ChoiceField(choices=[("", "Choose what the instrument says"), *Decision.Result.choices])
    body = RecordField(Body)
    instrument = forms.CharField(max_length=300, required=False, help_text="As Resolution 22-104.")
    operative_words = forms.CharField(
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The words of the instrument that decide, exactly.",
    )
    date = DateField()
    effective = DateField(label="In effect from")
    condition = forms.CharField(
        max_length=2000, required=False, help_text="For a suspension: the words for what would lift it."
    )
    review = DateField(label="To be reviewed on")
    press_verb = forms.CharField(
        max_length=100,
        required=False,
        label="The press wrote",
        help_text="Where it differs: cut, sever, end.",
    )
    must_tell_partner = forms.CharField(max_length=300, required=False, label="Who must tell the partner")
    source = RecordField(Source, required=False, help_text="By its file name or number.")


class FollowUpForm(forms.Form):
    """Something to be done."""

    what = forms.CharField(max_length=1000)
    owner = forms.CharField(
        max_length=200, required=False, help_text="A mail address of somebody here, or a name."
    )
    until_words = forms.CharField(max_length=300, required=False, label="Until (the words)")
    due = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))


@needs(READ)
def cases(request: HttpRequest) -> HttpResponse:
    """All cases, the newest first."""
    page = page_of(request, Case.objects.select_related("tie", "owner"), PAGE)
    return render(request, "cases/cases.html", {"page": page, "may_open": may(request.user, OPEN_CASE)})


@needs(OPEN_CASE)
def new_case(request: HttpRequest) -> HttpResponse:
    """Open a case; ``?tie=`` and ``?source=`` fill it in."""
    initial: dict[str, Any] = {}
    if request.GET.get("tie", "").isdecimal():
        tie = get_object_or_404(Tie, pk=int(request.GET["tie"]))
        initial = {"tie": f"#{tie.pk}", "title": str(tie), "question": f"What shall become of the tie {tie}?"}
    sources = (
        Source.objects.filter(pk=int(request.GET["source"]))
        if request.GET.get("source", "").isdecimal()
        else []
    )
    form = CaseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        case = open_case(by=request.user, changes=form.cleaned_data, sources=list(sources))
        return redirect("case", pk=case.pk)
    return _form(request, form, "Open a case")


@needs(READ)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case with all that belongs to it."""
    found = get_object_or_404(Case.objects.select_related("tie", "owner"), pk=pk)
    motions = list(
        found.motions.select_related("body", "mover", "seconder", "source").prefetch_related(
            "ballots__person"
        )
    )
    for motion in motions:
        motion.faults = roll_call_faults(motion)
    # By number: an "or" over two joins would look at every decision there is.
    decided = {
        *Decision.objects.filter(motion__case=found).values_list("pk", flat=True),
        *found.followups.exclude(decision=None).values_list("decision", flat=True),
    }
    decisions = Decision.objects.filter(pk__in=decided)
    context = {
        "case": found,
        "sources": found.sources.defer("text"),
        "other_sources": Source.objects.defer("text").exclude(cases=found)[:20],
        "voices": voices(found),
        "motions": motions,
        "decisions": decisions.select_related("body", "side__place"),
        "followups": found.followups.select_related("owner", "decision"),
        "issues": found.issues.prefetch_related("renditions").select_related("by").defer("briefing"),
        "entries": history(found)[:20],
        "followup_form": FollowUpForm(),
        "may_open": may(request.user, OPEN_CASE),
        "may_vote": may(request.user, RECORD_VOTE),
        "may_follow": may(request.user, FOLLOW_UP),
        "may_issue": may(request.user, ISSUE),
    }
    return render(request, "cases/case.html", context)


@needs(OPEN_CASE)
def edit_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a case says of itself."""
    found = get_object_or_404(Case, pk=pk)
    initial = {name: getattr(found, name) for name in CaseForm.base_fields}
    initial["tie"] = f"#{found.tie_id}" if found.tie_id else ""
    form = CaseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_case(by=request.user, case=found, changes=form.cleaned_data)
        return redirect("case", pk=pk)
    return _form(request, form, f"Change {found}")


@require_POST
@needs(OPEN_CASE)
def case_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a source into a case, or take it out."""
    found = get_object_or_404(Case, pk=pk)
    number = request.POST.get("source", "")
    source = get_object_or_404(Source, pk=int(number) if number.isdecimal() else 0)
    if request.POST.get("do") == "remove":
        remove_source_from_case(by=request.user, case=found, source=source)
    else:
        add_source_to_case(by=request.user, case=found, source=source)
    return redirect("case", pk=pk)


@needs(RECORD_VOTE)
def motion(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    """Record a motion, or change one."""
    found = get_object_or_404(Case, pk=pk)
    known = get_object_or_404(Motion, pk=number, case=found) if number else None
    initial = {name: getattr(known, name) for name in MotionForm.base_fields} if known else {}
    form = MotionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        record_motion(by=request.user, case=found, motion=known, changes=form.cleaned_data)
        return redirect("case", pk=pk)
    return _form(request, form, "The motion")


@needs(RECORD_VOTE)
def roll_call(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Record who voted how."""
    known = get_object_or_404(Motion, pk=number, case=pk)
    fields = {"votes_for": "for", "votes_against": "against", "abstained": "abstained", "absent": "absent"}
    named: dict[str, list[str]] = {choice: [] for choice in Ballot.Choice.values}
    for ballot in known.ballots.select_related("person"):
        named[ballot.choice].append(ballot.person.name)
    initial = {field: "\n".join(named[choice]) for field, choice in fields.items()}
    form = RollCallForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        ballots = {choice: form.cleaned_data[field].splitlines() for field, choice in fields.items()}
        try:
            record_roll_call(by=request.user, motion=known, ballots=ballots)
            return redirect("case", pk=pk)
        except ValidationError as error:
            form.add_error(None, error.messages)
    return _form(request, form, "The roll call: a name on each line")


@require_POST
@needs(RECORD_VOTE)
def publish(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Publish a motion with its vote."""
    publish_motion(by=request.user, motion=get_object_or_404(Motion, pk=number, case=pk))
    messages.success(request, "Published.")
    return redirect("case", pk=pk)


@needs(RECORD_VOTE)
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what was decided; ``?motion=`` names the motion it follows from."""
    found = get_object_or_404(Case.objects.select_related("tie"), pk=pk)
    if found.tie is None:
        messages.error(request, "This case is about no single tie. Say which tie it is about first.")
        return redirect("edit_case", pk=pk)
    number = request.GET.get("motion", "")
    known = get_object_or_404(Motion, pk=int(number), case=found) if number.isdecimal() else None
    initial = {"body": f"{known.body} #{known.body_id}", "date": known.date} if known else {}
    form = DecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        side = Side.objects.filter(tie=found.tie).order_by("-place__is_home", "order").first()
        record_decision(by=request.user, case=found, motion=known, changes=form.cleaned_data | {"side": side})
        messages.success(request, "The decision is recorded.")
        return redirect("case", pk=pk)
    return _form(request, form, "What was decided")


@require_POST
@needs(FOLLOW_UP)
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Add something to be done."""
    found = get_object_or_404(Case, pk=pk)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Say what is to be done, and the day as 2022-03-08.")
        return redirect("case", pk=pk)
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
    except (BriefingError, NoTie) as problem:
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


def _form(request: HttpRequest, form: forms.Form, title: str) -> HttpResponse:
    status = 400 if form.is_bound else 200
    return render(request, "register/form.html", {"form": form, "title": title}, status=status)
