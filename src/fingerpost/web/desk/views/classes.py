"""Cases about a class of ties: its members, and a decision on all of them at once."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.briefing.words import counted
from fingerpost.web.accounts.permissions import ISSUE, OPEN_CASE, READ, RECORD_VOTE, may
from fingerpost.web.audit.chain import history
from fingerpost.web.casework.class_letters import LETTERS, write_class_letters
from fingerpost.web.casework.classing import draw_class, move_member
from fingerpost.web.casework.deciding_class import take_back_class
from fingerpost.web.casework.models import Case, ClassDecision, Member
from fingerpost.web.dates import day_words
from fingerpost.web.desk.answering import form_page
from fingerpost.web.desk.case_forms import WithdrawForm
from fingerpost.web.desk.classes import class_of
from fingerpost.web.desk.decided import decided
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import page_of
from fingerpost.web.numbers import number_in
from fingerpost.web.register.models import Tie
from fingerpost.web.register.standings import standings

PAGE = 100
SHOWN = {"in": "Belong to it", "out": "Taken out", "unsure": "Not sure"}


@needs(READ)
def members(request: HttpRequest, pk: int) -> HttpResponse:
    """The ties of a case's class, with the reason for each; ``?of=`` shows those taken out, or not sure."""
    found = get_object_or_404(Case.objects.select_related("home", "carried_by"), pk=pk, of_class=True)
    of = request.GET.get("of", "")
    of = of if of in SHOWN else "in"
    listed = found.members.filter(state=of).select_related("tie").prefetch_related("tie__sides__place")
    page = page_of(request, listed, PAGE)
    stand = standings([member.tie for member in page], found.as_of) if found.as_of else {}
    for member in page:
        member.standing = stand[member.tie_id][0].standing
    context = {
        "case": found,
        "page": page,
        "of": of,
        "shown": SHOWN,
        "standing_class": class_of(found),
        "today": timezone.localdate(),
        "may_open": may(request.user, OPEN_CASE),
        "may_vote": may(request.user, RECORD_VOTE),
    }
    return render(request, "cases/members.html", context)


@require_POST
@needs(OPEN_CASE)
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up a case's class as of a day."""
    found = get_object_or_404(Case, pk=pk, of_class=True)
    try:
        on = date.fromisoformat(request.POST.get("as_of", ""))
    except ValueError:
        messages.error(request, "Give the day as 2022-03-08. Nothing was changed.")
        return redirect("members", pk=pk)
    drawn = draw_class(by=request.user, case=found, on=on)
    number = drawn.members.filter(state=Member.State.IN).count()
    messages.success(
        request, f"The class holds {counted(number, 'tie', 'ties')} as of {day_words(on.isoformat())}."
    )
    return redirect("members", pk=pk)


@require_POST
@needs(OPEN_CASE)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a tie out of the class, or put it in."""
    found = get_object_or_404(Case, pk=pk, of_class=True)
    tie = get_object_or_404(Tie, pk=number_in(request.POST.get("tie")))
    inside = request.POST.get("do") == "in"
    why = request.POST.get("why", "")[:2000]
    move_member(by=request.user, case=found, tie=tie, inside=inside, why=why)
    messages.success(request, f"{tie} is {'put in' if inside else 'taken out'}.")
    return redirect("members", pk=pk)


@needs(READ)
def class_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """What was decided about a class at once, tie by tie."""
    found = get_object_or_404(ClassDecision.objects.select_related("case", "by"), pk=pk)
    made = found.decisions.select_related("body", "body__merged_into", "side__place", "side__tie", "source")
    page = page_of(request, made.prefetch_related("side__tie__sides__place").order_by("pk"), PAGE)
    shown = decided(page.object_list)
    context = {
        "of": found,
        "page": page,
        "decisions": shown,
        "one": shown[0] if shown else None,
        "standing": found.decisions.filter(withdrawn=None).exists(),
        "entries": history(found)[:20],
        "letters": LETTERS,
        "may_issue": may(request.user, ISSUE),
        "may_vote": may(request.user, RECORD_VOTE),
    }
    return render(request, "cases/class_decision.html", context)


@needs(RECORD_VOTE)
def withdraw_class(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back all decisions that were made together."""
    found = get_object_or_404(ClassDecision.objects.select_related("case"), pk=pk)
    form = WithdrawForm(request.POST or None)
    back = reverse("class_decision", args=(pk,))
    if request.method == "POST" and form.is_valid():
        number = take_back_class(by=request.user, of=found, why=form.cleaned_data["why"])
        messages.success(request, f"{number} decisions are withdrawn. They stay in the record.")
        return redirect(back)
    return form_page(request, form, "Withdraw decisions entered by mistake", back=back)


@needs(ISSUE)
def class_letters(request: HttpRequest, pk: int, to: str) -> HttpResponse:
    """Draft letters about a decision on a class: to each partner, to each body that carries ties, or to the press."""
    if to not in LETTERS:
        raise Http404("There is no such letter.")
    found = get_object_or_404(ClassDecision.objects.select_related("case__home", "case__carried_by"), pk=pk)
    file = write_class_letters(by=request.user, of=found, to=to, now=timezone.localtime())
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
