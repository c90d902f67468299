"""What the register holds, as lines of the briefing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Line, Run
from fingerpost.casefile.citing import together
from fingerpost.casefile.register import Decided, Held, Recorded, Side, Task


def stood_on(value: Recorded, *runs: Run, lead: str | None = None) -> Line:
    """Give a line that stands on the records of a value, and on the passages that they quote."""
    return Line(lead=lead, runs=runs, records=value.records, citations=value.citations)


def exact(value: Recorded, recorded: str) -> list[Run]:
    """Give recorded words: as an exact quote where they stand in a source of the case, else in quotation marks."""
    if not recorded:
        return []
    found = next((one for one in value.citations if one.text.split() == recorded.split()), None)
    return quoted(found) if found else [Run(f"“{cut(recorded)}”")]


def cut(text: str, most: int = 340) -> str:
    """Give a text on one line, cut at a word where it is long."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    return plain[: max(plain.rfind(" ", 0, most), most // 2)] + " …"


def with_days(look: Lookup, text: str) -> str:
    """Give a computed sentence with its ISO dates written as the home country writes them."""
    return words.days_in(text, american=look.american)


def status_line(look: Lookup, side: Side, *, named: str) -> Line:
    """Give a side's formal status on the day, and what decided it; ``named``: what stands for the side."""
    state = f"{words.HELD[side.status]}{_since(look, side)}"
    runs = [Run(f"{named}: {state[:1].lower()}{state[1:]}", "strong"), *_decider(side.by)]
    runs += [Run(f" ({with_days(look, '; '.join(side.notes))})", "quiet")] if side.notes else []
    return stood_on(side, *runs, Run("."))


def alike(held: Held) -> bool:
    """Tell whether both sides stand alike since the same day, and nobody has changed that since the start."""
    here, there = held.sides[0], held.sides[-1]
    same = (here.status, here.since, here.notes) == (there.status, there.since, there.notes)
    return same and here is not there and (here.by is None or here.by.result == "established")


def both_sides(look: Lookup, held: Held) -> Line:
    """Give the formal status of two sides that stand alike."""
    here, there = held.sides[0], held.sides[-1]
    line = status_line(look, here, named="Both sides")
    records = tuple(dict.fromkeys((*here.records, *there.records)))
    return replace(line, records=records, citations=together(here.citations, there.citations))


def _since(look: Lookup, side: Side) -> str:
    return f" since {look.day(side.since)}" if side.since else ""


def _decider(by: Decided | None) -> Iterator[Run]:
    if by is None:
        return
    parts = [part for part in (by.body, by.instrument) if part]
    if parts:
        yield Run(f", by {', '.join(parts)}")


def terms_of(look: Lookup, decided: Decided) -> Iterator[Run]:
    """Yield a decision's operative words, its condition and its review date."""
    if decided.words:
        yield Run(" ")
        yield from exact(decided, decided.words)
        yield Run(".")
    if decided.condition and decided.condition not in decided.words:
        yield Run(f" Condition: “{cut(decided.condition)}”.")
    if decided.review:
        yield Run(f" To be reviewed {look.day(decided.review)}.")


def task_words(look: Lookup, task: Task) -> list[Run]:
    """Give what is to be done, by whom, until when: "Tell Kaliningrad (City Clerk), by March 15, 2022."."""
    text = task.what.rstrip(".")
    text += f" ({task.who})" if task.who else ""
    text += f", by {look.day(task.due)}" if task.due else ""
    text += f", {words.until(task.until.rstrip('.'))}" if task.until else ""
    return [Run(f"{text}.")]


def day_of(look: Lookup, value: str) -> str | None:
    """Give a recorded date in words; None where there is none."""
    return look.day(value) if value else None
