"""What goes out of the desk: search, the calendar of everything, letters, the annual report."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from fingerpost.web.accounts.permissions import ISSUE, READ, may
from fingerpost.web.casework.calendar import calendar_of
from fingerpost.web.casework.feeding import keyholder
from fingerpost.web.casework.letters import TO, write_letter
from fingerpost.web.casework.models import Case, FollowUp
from fingerpost.web.desk.finding import find
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.home import home_place
from fingerpost.web.desk.paging import MOST_CHARACTERS, page_of
from fingerpost.web.paper import FORMATS, MEDIA_TYPES, Paper, rendered
from fingerpost.web.register.models import Decision, Tie
from fingerpost.web.register.placing import is_american
from fingerpost.web.register.report import annual_report
from fingerpost.web.register.report_paper import check_size, report_paper, status_words, totals

TIES_A_PAGE = 100
FIRST_YEAR = 1900


@needs(READ)
def search(request: HttpRequest) -> HttpResponse:
    """What bears a name."""
    words = request.GET.get("q", "")[:MOST_CHARACTERS].strip()
    return render(request, "papers/search.html", {"q": words, "groups": find(words)})


def calendar(request: HttpRequest) -> HttpResponse:
    """Everything that is due, and every vote; a calendar program that cannot sign in gives the ``key`` instead."""
    if key := request.GET.get("key"):
        request.user = keyholder(key)
    return _calendar(request)


calendar.right = READ


@needs(READ)
def _calendar(request: HttpRequest) -> HttpResponse:
    items = (
        FollowUp.objects.filter(state=FollowUp.State.OPEN)
        .exclude(due=None)
        .select_related("case", "decision")
    )
    votes = Case.objects.filter(state=Case.State.OPEN).exclude(vote_due="")
    data = calendar_of(items, votes, timezone.now(), request.get_host())
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="fingerpost.ics"'
    return response


@needs(ISSUE)
def letter(request: HttpRequest, pk: int, to: str, form: str) -> HttpResponse:
    """A draft letter about a decision, as DOCX or PDF."""
    if to not in TO or form not in FORMATS:
        raise Http404("There is no such letter.")
    found = Decision.objects.select_related("side__tie", "side__place", "body", "motion")
    decision = get_object_or_404(found, pk=pk, withdrawn=None)
    paper = write_letter(by=request.user, decision=decision, to=to, now=timezone.localtime())
    return _file(paper, form, f"letter-{to}-{pk}")


def _file(paper: Paper, form: str, name: str) -> HttpResponse:
    """Give a paper for download, as DOCX or PDF."""
    response = HttpResponse(rendered(paper, form), content_type=MEDIA_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


@needs(READ)
def report(request: HttpRequest, year: int) -> HttpResponse:
    """The annual report as a page."""
    today = _checked(year)
    page = page_of(request, _all_ties(), TIES_A_PAGE)
    found = annual_report(year, today, ties=list(page.object_list))
    home = home_place()
    for line in found.lines:
        line.tie.words = status_words(line, american=is_american(home))
    context = {
        "report": found,
        "page": page,
        "vacant": any(line.vacancies for line in found.lines),
        "totals": totals(found),
        "home_place": home,
        "earlier": year - 1 if year > FIRST_YEAR else None,
        "later": year + 1 if year < today.year else None,
        "may_issue": may(request.user, ISSUE),
    }
    return render(request, "papers/report.html", context)


@needs(ISSUE)
def report_file(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """The annual report as DOCX or PDF."""
    if form not in FORMATS:
        raise Http404("There is no such format.")
    today = _checked(year)
    if form == "pdf":
        check_size()
    return _file(report_paper(year, today, timezone.localtime()), form, f"annual-report-{year}")


def _checked(year: int) -> date:
    today = timezone.localdate()
    if not FIRST_YEAR <= year <= today.year:
        raise Http404("There is no report on that year.")
    return today


def _all_ties() -> QuerySet[Tie]:
    return Tie.objects.filter(merged_into=None).order_by("pk")
