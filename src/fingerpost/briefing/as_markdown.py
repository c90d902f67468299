"""A briefing as Markdown with footnotes, for mail, a terminal or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fingerpost.briefing.apparatus import Apparatus
from fingerpost.briefing.model import Briefing, Line, Run
from fingerpost.briefing.words import UNREVIEWED

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~!$&]")
_BEGINS_LIST = re.compile(r"^(\s*(?:\d+|))([.)+-])(?=\s)")


def as_markdown(briefing: Briefing) -> str:
    """Give the briefing as Markdown. Footnote ``1.5`` is paragraph 5 of source 1."""
    return "\n".join(_lines(briefing, Apparatus(briefing))) + "\n"


def _lines(briefing: Briefing, apparatus: Apparatus) -> Iterator[str]:
    yield f"# {escaped(briefing.title)}"
    yield f"\n{escaped(briefing.subtitle)}. {escaped(briefing.notice)}"
    for section in briefing.sections:
        yield f"\n## {escaped(section.title)}"
        for group in section.groups:
            yield f"\n### {escaped(group.title)}\n" if group.title else ""
            yield from (_line(line, apparatus) for line in group.lines)
    yield ""
    for note in apparatus.notes:
        yield f"[^{note.label}]: {note.spoken}: {escaped(note.text)}"


def _line(line: Line, apparatus: Apparatus) -> str:
    lead = f"{escaped(line.lead)}: " if line.lead else ""
    words = "".join(_run(run) for run in line.runs)
    notes = "".join(
        f"[^{ref.label}]{UNREVIEWED if ref.is_open else ''}" for ref in apparatus.references(line)
    )
    text = _BEGINS_LIST.sub(r"\1\\\2", f"{lead}{words}")
    return f"- {text}{notes}"


def _run(run: Run) -> str:
    return _strong(run.text) if run.style == "strong" else escaped(run.shown)


def _strong(text: str) -> str:
    """Set text in bold; the spaces around it stay outside, where Markdown wants them."""
    bare = text.strip()
    if not bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{escaped(bare)}**{after}"


def escaped(text: str) -> str:
    """Give text in which Markdown and HTML find nothing to do, on one line."""
    return _SPECIAL.sub(lambda found: "\\" + found.group(), " ".join(text.split()) if "\n" in text else text)
