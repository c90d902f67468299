"""What follows: who does what, and until when."""

from __future__ import annotations

from fingerpost.briefing.holding import stood_on, task_words
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.words import upper_first
from fingerpost.casefile.model import CaseAction

STATE = {"open": "To do", "done": "Done"}
"""What was dropped does not follow: it stays in the register, and out of the briefing."""
STATES = tuple(STATE)
ORDER = ("planned", "proposed", "done", "refused")


def next_steps(look: Lookup) -> Section:
    """Give what is to be done, then the actions told, those to come first; "until" in exact words."""
    tasks = look.register.tasks if look.register else ()
    kept = sorted(
        (task for task in tasks if task.state in STATE),
        key=lambda task: (STATES.index(task.state), task.due or "9999"),
    )
    actions = sorted(look.case.actions, key=lambda action: ORDER.index(action.status))
    lines = (
        *(stood_on(task, *task_words(look, task), lead=STATE[task.state]) for task in kept),
        *(_line(look, action) for action in actions),
    )
    if not lines:
        text = "Nothing was found that anybody does or plans."
        lines = (look.silent(Run(text)),)
    return Section(key="next", title="What follows", groups=(Group(lines=lines),))


def _line(look: Lookup, action: CaseAction) -> Line:
    what = action.what.rstrip(".")
    runs = [Run(upper_first(what))]
    if action.actor:
        runs = [Run(look.name(action.actor), "strong"), Run(f": {what}")]
    if action.until and action.until.text not in action.what:
        runs.append(Run(f", {action.until.text.rstrip('.')}"))
    return Line(lead=upper_first(action.status), runs=(*runs, Run(".")), citations=action.citations)
