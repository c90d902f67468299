"""What follows: who does what, and until when."""

from __future__ import annotations

from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.words import upper_first
from fingerpost.casefile.model import CaseAction

ORDER = ("planned", "proposed", "done", "refused")


def next_steps(look: Lookup) -> Section:
    """Give the actions, those still to come first, each with its "until" in exact words."""
    actions = sorted(look.case.actions, key=lambda action: ORDER.index(action.status))
    lines = tuple(_line(look, action) for action in actions)
    if not lines:
        text = "Nothing was found that anybody does or plans."
        lines = (Line(kind="scope", runs=(Run(text),), searched=look.searched),)
    return Section(key="next", title="What follows", groups=(Group(lines=lines),))


def _line(look: Lookup, action: CaseAction) -> Line:
    what = action.what.rstrip(".")
    runs = [Run(upper_first(what))]
    if action.actor:
        runs = [Run(look.name(action.actor), "strong"), Run(f": {what}")]
    if action.until and action.until.text not in action.what:
        runs.append(Run(f", {action.until.text.rstrip('.')}"))
    return Line(lead=upper_first(action.status), runs=(*runs, Run(".")), citations=action.citations)
