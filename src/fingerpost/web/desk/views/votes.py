"""Motions, roll calls and decisions of a case."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from fingerpost.briefing.words import counted
from fingerpost.web.accounts.permissions import RECORD_VOTE
from fingerpost.web.casework.deciding import own_side, record_decision, take_back_decision
from fingerpost.web.casework.deciding_class import decide_class
from fingerpost.web.casework.models import Ballot, Case, Member, Motion
from fingerpost.web.casework.working import publish_motion, record_motion, record_roll_call
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.case_forms import DecisionForm, MotionForm, RollCallForm, WithdrawForm
from fingerpost.web.desk.classes import class_of
from fingerpost.web.desk.guard import needs
from fingerpost.web.numbers import number_in
from fingerpost.web.register.instrument import tells
from fingerpost.web.register.models import Decision, Side
from fingerpost.web.register.powers import check_power, deciders, rules_over

MEMBERS_SHOWN = 30
"""Ties of a class that the form for a decision names."""


@needs(RECORD_VOTE)
def motion(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    """Record a motion, or change one."""
    found = get_object_or_404(Case, pk=pk)
    known = get_object_or_404(Motion, pk=number, case=found) if number else None
    initial = {name: getattr(known, name) for name in MotionForm.base_fields} if known else _before(found)
    form = MotionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        record_motion(by=request.user, case=found, motion=known, changes=form.cleaned_data)
        return redirect("case", pk=pk)
    return form_page(request, form, "The motion", back=reverse("case", args=(pk,)))


def _before(case: Case) -> dict[str, Any]:
    """Give what a motion begins with: the day of the vote, and the body where one alone may decide."""
    day = {"date": case.vote_due}
    sides = _own_sides(case)
    rules, became = rules_over(sides)
    bodies = {rule.body for side in sides for rule in deciders(side, case.vote_due, rules, became)}
    return day | {"body": bodies.pop()} if len(bodies) == 1 else day


def _own_sides(case: Case) -> list[Side]:
    """Give our sides of the ties that a case is about; of a class, the first few."""
    if case.tie:
        return [own_side(case.tie)]
    return [own_side(member.tie) for member in _first(case)]


def _first(case: Case) -> list[Member]:
    members = case.members.filter(state=Member.State.IN).select_related("tie")
    return list(members.prefetch_related("tie__sides__place")[:MEMBERS_SHOWN]) if case.of_class else []


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
    return form_page(request, form, "The roll call: a name on each line", back=reverse("case", args=(pk,)))


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
    found = get_object_or_404(Case.objects.select_related("tie", "home", "carried_by"), pk=pk)
    if found.tie is None and not found.of_class:
        messages.error(request, "This case is about no tie. Say which tie, or which class of ties, first.")
        return redirect("edit_case", pk=pk)
    number = number_in(request.GET.get("motion"))
    known = get_object_or_404(Motion, pk=number, case=found) if number else None
    form = DecisionForm(request.POST or None, initial=_from_motion(known) | {"seen": found.version})
    if request.method == "POST" and form.is_valid():
        if found.of_class:
            return _decide_class(request, found, known, dict(form.cleaned_data))
        return _decide(request, found, known, dict(form.cleaned_data))
    return _decision_page(request, form, found, known)


def _decide(request: HttpRequest, case: Case, motion: Motion | None, data: dict[str, Any]) -> HttpResponse:
    tell_by, _ = data.pop("tell_by"), data.pop("seen")
    side = own_side(case.tie)
    made = record_decision(
        by=request.user, case=case, motion=motion, changes=data | {"side": side}, tell_by=tell_by
    )
    messages.success(request, "The decision is recorded.")
    if (check := check_power(made, *rules_over([side]))).verdict == "mismatch":
        messages.warning(request, check.why)
    return redirect("case", pk=case.pk)


def _decide_class(
    request: HttpRequest, case: Case, motion: Motion | None, data: dict[str, Any]
) -> HttpResponse:
    tell_by, seen = data.pop("tell_by"), data.pop("seen")
    made = decide_class(
        by=request.user, case=case, motion=motion, changes=data, seen=seen or 0, tell_by=tell_by
    )
    messages.success(
        request, f"The decision is recorded for {counted(made.decisions.count(), 'tie', 'ties')}."
    )
    return redirect("class_decision", pk=made.pk)


def _decision_page(
    request: HttpRequest, form: DecisionForm, case: Case, motion: Motion | None
) -> HttpResponse:
    """Show the form, with who may decide and whom it is about."""
    shown = _first(case)
    sides = [own_side(case.tie)] if case.tie else [own_side(member.tie) for member in shown]
    rules, became = rules_over(sides)
    day = motion.date if motion else ""
    return form_page(
        request,
        form,
        "What was decided",
        back=reverse("case", args=(case.pk,)),
        template="cases/decide.html",
        case=case,
        members=shown,
        standing_class=class_of(case),
        deciders=list(dict.fromkeys(rule for side in sides for rule in deciders(side, day, rules, became))),
        homes=list(dict.fromkeys(side.place.name for side in sides)),
        unruled=next((side for side in sides if not deciders(side, day, rules, became)), None),
        titles=[source for source in case.sources.defer("text") if tells(source.title)],
    )


def _from_motion(motion: Motion | None) -> dict[str, str]:
    return {"body": f"{motion.body} #{motion.body_id}", "date": motion.date} if motion else {}


@needs(RECORD_VOTE)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a decision that was entered by mistake."""
    found = get_object_or_404(Decision.objects.select_related("case", "body", "side__tie"), pk=pk)
    form = WithdrawForm(request.POST or None)
    back = reverse("record", args=("decision", pk))
    if request.method == "POST" and form.is_valid():
        take_back_decision(by=request.user, decision=found, why=form.cleaned_data["why"])
        messages.success(request, "The decision is withdrawn. It stays in the record, and no longer counts.")
        return redirect(back)
    return form_page(request, form, "Withdraw a decision entered by mistake", back=back)
