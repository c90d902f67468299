"""The annual report as a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from fingerpost.briefing.words import counted, day
from fingerpost.web.paper import Paper
from fingerpost.web.register.models import Place
from fingerpost.web.register.report import Line, Report

HEAD = ("Tie", "Status", "Exchanges", "People", "Youth", "Money", "Letters sent", "Letters received")
WIDTHS = (58, 60, 20, 17, 15, 46, 17, 19)


def report_docx(report: Report, now: datetime) -> bytes:
    """Give the report as DOCX, on paper of the home place's country."""
    home = Place.objects.filter(is_home=True).first()
    american = home is not None and home.country == "US"
    title = f"Annual report {report.year}" + (f": the ties of {home.name}" if home else "")
    paper = Paper(title, now=now, american=american, landscape=True)
    paper.heading(title, 0)
    paper.text(f"As of {day(report.on.isoformat(), american=american)}, from the register.", "Notice")
    paper.heading("In all")
    paper.items(totals(report))
    paper.heading("The ties")
    paper.table(HEAD, (_row(line) for line in report.lines), WIDTHS)
    paper.heading("Vacant posts")
    paper.items(
        [
            f"{line.tie}: {title}{f', since {since}' if since else ''}"
            for line in report.lines
            for title, since in line.vacancies
        ]
        or ["None is recorded."]
    )
    paper.heading("Warnings")
    warnings = [
        f"{line.tie}: {' '.join(alert.why for alert in line.alerts)}" for line in report.lines if line.alerts
    ]
    paper.items(warnings or ["None."])
    return paper.data()


def totals(report: Report) -> Iterator[str]:
    """Yield the sums of a report in words."""
    sums = report.sums
    statuses = ", ".join(f"{number} {status}" for status, number in sorted(report.statuses.items()))
    yield f"{counted(len(report.lines), 'tie', 'ties')}" + (f": {statuses}" if statuses else "")
    yield (
        f"{counted(sums.exchanges, 'exchange', 'exchanges')} with {sums.people:,} people, {sums.youth:,} of them "
        f"young, and {counted(sums.volunteers, 'volunteer', 'volunteers')}, as far as recorded"
    )
    yield f"Money: {sums.spent or 'none recorded'}"
    yield f"Letters: {sums.sent} sent, {sums.received} received"


def status_words(line: Line) -> list[str]:
    """Give the formal status of a tie; of each side where the two differ."""
    kinds = {held.status for _, held in line.sides}
    if len(kinds) == 1:
        return [_status(line.sides[0][1].status, line.sides[0][1].since)]
    return [f"{place}: {_status(held.status, held.since).lower()}" for place, held in line.sides]


def _status(status: str, since: str) -> str:
    return status.capitalize() + (f" since {since}" if since else "")


def _row(line: Line) -> tuple[str, ...]:
    sums = line.sums
    numbers = (
        str(sums.exchanges),
        str(sums.people),
        str(sums.youth),
        sums.spent,
        str(sums.sent),
        str(sums.received),
    )
    return (str(line.tie), "; ".join(status_words(line)), *numbers)
