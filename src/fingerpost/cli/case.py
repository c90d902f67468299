"""fingerpost case: the cases of the register, one of them, or its briefing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from fingerpost.cli.register import database_option, register

FORMATS = ("html", "docx", "pdf", "md", "json")


@click.command(short_help="List the cases, show one, or write its briefing.")
@click.argument("number", required=False, type=int)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the briefing there, in the format its name ends in: .html, .docx, .pdf, .md or .json. "
    "May be repeated.",
)
@database_option
def case(number: int | None, outputs: tuple[Path, ...], database: str | None) -> None:
    """List all cases; or show case NUMBER: its question, sources, motions, decisions and what is to be done.

    A briefing written with -o is a draft: it is issued, and kept as issued, at the desk.
    """
    if outputs and (number is None or any(one.suffix.lstrip(".") not in FORMATS for one in outputs)):
        raise click.UsageError(
            "-o needs the NUMBER of a case, and a name that ends in .html, .docx, .pdf, .md or .json."
        )
    with register(database):
        for line in _all() if number is None else _one(number, outputs):
            click.echo(line)


def _all() -> Iterator[str]:
    from fingerpost.web.casework.models import Case

    if not Case.objects.exists():
        yield "There is no case yet. Open one at the desk."
    for found in Case.objects.select_related("tie").order_by("pk"):
        due = f" Vote: {found.vote_due}." if found.vote_due else ""
        yield f"{found.pk:>4}  {found.title} ({found.get_state_display().lower()}). {found.question}{due}"


def _one(number: int, outputs: tuple[Path, ...]) -> Iterator[str]:
    from fingerpost.briefing.words import joined
    from fingerpost.web.casework.models import Case
    from fingerpost.web.errors import WebError

    found = Case.objects.select_related("tie", "owner").filter(pk=number).first()
    if found is None:
        raise WebError(f'There is no case {number}. "fingerpost case" lists them all.')
    if outputs:
        _write_briefing(found, outputs)
        yield f"The briefing is in {joined([str(one) for one in outputs])}."
    else:
        yield from _shown(found)


def _shown(found: Any) -> Iterator[str]:
    yield f"{found.title} ({found.get_state_display().lower()})"
    yield found.question
    if found.tie:
        yield f"Tie: {found.tie}, number {found.tie_id}"
    if found.vote_due:
        yield f"Vote: {found.vote_due}"
    for source in found.sources.defer("text").order_by("published", "pk"):
        yield f"Source {source.pk}: {source}{f', {source.published}' if source.published else ''}"
    for motion in found.motions.select_related("body"):
        when = f", {motion.date}" if motion.date else ""
        yield f"Motion, {motion.body}{when}: {motion.text} ({motion.get_outcome_display().lower()})"
    for decision in found.decisions.filter(withdrawn=None).select_related("side__place", "body"):
        by = f" by {decision.body}" if decision.body else ""
        when = f", {decision.date}" if decision.date else ""
        result = decision.get_result_display().lower()
        yield f"Decided{by} for {decision.side.place.name}{when}: {result}. {decision.operative_words}".rstrip()
    for item in found.followups.select_related("owner"):
        due = f", due {item.due.isoformat()}" if item.due else ""
        who = item.owner or item.owner_name or "nobody yet"
        lead = "To do" if item.state == item.State.OPEN else item.get_state_display()
        yield f"{lead}: {item.what}, {who}{due}"


def _write_briefing(found: Any, outputs: tuple[Path, ...]) -> None:
    from django.utils import timezone

    from fingerpost.briefing.formats import format_of, rendered
    from fingerpost.briefing.writing import write_all
    from fingerpost.web.casework.briefing import brief

    briefing = brief(found, timezone.localdate())
    write_all({output: rendered(briefing, format_of(output.name)) for output in outputs})
