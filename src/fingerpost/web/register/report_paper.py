"""The annual report on paper: a Word document, or a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from fingerpost.briefing.words import counted, day, days_in, upper_first
from fingerpost.web.errors import WebError
from fingerpost.web.paper import Paper
from fingerpost.web.register.models import Tie
from fingerpost.web.register.placing import home_place, is_american
from fingerpost.web.register.report import Line, Report, last_day, lines_of
from fingerpost.web.spool import Spool

HEAD = ("Tie", "Formal status", "Exchanges", "People", "Youth", "Money", "Letters sent", "Letters received")
WIDTHS = (50, 84, 18, 15, 13, 36, 15, 17)
NUMBERS = range(2, 8)

MOST_IN_PDF = 2_000
"""Ties that are set as PDF: more would keep somebody waiting for minutes. A Word document takes any number."""


class TooManyForPdf(WebError):
    """A report has more ties than are set as PDF."""


def report_paper(year: int, today: date, now: datetime) -> Paper:
    """Give the report on a year as a paper, for paper of the home place's country.

    Its lines go through the disk, so that a report on 50,000 ties needs no more memory than one on a hundred.
    """
    home = home_place()
    american = is_american(home)
    report = Report(year, last_day(year, today))
    rows, vacant, warned = Spool(), Spool(), Spool()
    for line in lines_of(report):
        rows.add(_row(line, american))
        for words in _vacancies(line, american):
            vacant.add(words)
        if line.alerts:
            whys = (days_in(alert.why, american=american) for alert in line.alerts)
            warned.add(f"{line.tie}: {' '.join(whys)}")
    title = f"Annual report {year}" + (f": the ties of {home.name}" if home else "")
    paper = Paper(title, now=now, american=american, landscape=True)
    paper.heading(title, "title")
    paper.text(f"As of {day(report.on.isoformat(), american=american)}, from the register.", "notice")
    paper.figures(figures(report))
    paper.heading("The ties")
    paper.table(HEAD, rows, WIDTHS, numbers=NUMBERS)
    paper.heading("Vacant posts")
    paper.items(vacant if len(vacant) else ["None is recorded."])
    paper.heading("To look after")
    paper.items(warned if len(warned) else ["Nothing."])
    return paper


def check_size() -> None:
    """Refuse a report that is too long for PDF.

    Raises:
        TooManyForPdf: there are more ties than ``MOST_IN_PDF``.
    """
    if Tie.objects.filter(merged_into=None)[: MOST_IN_PDF + 1].count() > MOST_IN_PDF:
        raise TooManyForPdf(
            f"This report has more than {MOST_IN_PDF:,} ties, which is the most that is set as PDF. "
            "Take the Word document, which holds them all."
        )


def figures(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the sums of a report, each with its name."""
    sums = report.sums
    yield "ties", f"{report.ties:,}"
    yield from ((status, f"{number:,}") for status, number in sorted(report.statuses.items()))
    yield "exchanges", f"{sums.exchanges:,}"
    yield "people", f"{sums.people:,}"
    yield "of them young", f"{sums.youth:,}"
    yield "volunteers", f"{sums.volunteers:,}"
    yield "money", sums.spent or "none recorded"
    yield "letters", f"{sums.sent:,} sent, {sums.received:,} received"


def totals(report: Report) -> Iterator[str]:
    """Yield the sums of a report in words."""
    sums = report.sums
    statuses = ", ".join(f"{number} {status}" for status, number in sorted(report.statuses.items()))
    yield f"{counted(report.ties, 'tie', 'ties')}" + (f": {statuses}" if statuses else "")
    yield (
        f"{counted(sums.exchanges, 'exchange', 'exchanges')} with {sums.people:,} people, {sums.youth:,} of them "
        f"young, and {counted(sums.volunteers, 'volunteer', 'volunteers')}, as far as recorded"
    )
    yield f"Money: {sums.spent or 'none recorded'}"
    yield f"Letters: {sums.sent} sent, {sums.received} received"


def status_words(line: Line, *, american: bool) -> list[str]:
    """Give the formal status of a tie; of each side where the two differ."""
    kinds = {held.status for _, held in line.sides}
    if len(kinds) == 1:
        return [upper_first(_status(line.sides[0][1].status, line.sides[0][1].since, american))]
    return [f"{place}: {_status(held.status, held.since, american)}" for place, held in line.sides]


def _status(status: str, since: str, american: bool) -> str:
    return status + (f" since {day(since, american=american)}" if since else "")


def _vacancies(line: Line, american: bool) -> Iterator[str]:
    for title, since in line.vacancies:
        yield f"{line.tie}: {title}" + (f", since {day(since, american=american)}" if since else "")


def _row(line: Line, american: bool) -> tuple[str, ...]:
    sums = line.sums
    numbers = (
        str(sums.exchanges),
        str(sums.people),
        str(sums.youth),
        sums.spent or "–",
        str(sums.sent),
        str(sums.received),
    )
    return (str(line.tie), "; ".join(status_words(line, american=american)), *numbers)
