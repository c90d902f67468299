"""What the sources do not say. Each line names its rule; the search covered all sources."""

from __future__ import annotations

from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.of_class import silences_of
from fingerpost.briefing.words import SILENCE


def silent(look: Lookup) -> Section:
    """Give what a council would look for in the sources and not find."""
    lines = tuple(
        Line(
            kind="scope",
            runs=(Run(SILENCE[silence.rule].format(about=silence.about)),),
            searched=silence.searched,
            records=silence.records,
        )
        for silence in silences_of(look)
    )
    if not lines:
        text = "Nothing that the rules look for is missing."
        lines = (look.silent(Run(text)),)
    title = "What is not known" if look.register else "What the sources do not say"
    return Section(key="silent", title=title, groups=(Group(lines=lines),))
