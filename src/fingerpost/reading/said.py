"""When and by what means something was said."""

from __future__ import annotations

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.frames import Frame
from fingerpost.reading.model import Said
from fingerpost.reading.page import Page


def said_in(page: Page, columns: Columns, calendar: Calendar, frame: Frame, cue: int) -> Said:
    """Give the date, the medium and the listener that the words around a cue name."""
    inside = [i for i in frame.outside if columns.tokens[i].i >= frame.start]
    if cue not in inside:
        return Said()
    medium = next((speech.MEDIA[columns.low[i]] for i in inside if columns.low[i] in speech.MEDIA), None)
    return Said(date=_date(page, columns, calendar, inside, cue), medium=medium, to=_listener(columns, cue))


def _date(page: Page, columns: Columns, calendar: Calendar, inside: list[int], cue: int):  # type: ignore[no-untyped-def]
    run = [i for i in inside if abs(i - cue) < 14 and columns.ent[i] in ("DATE", "TIME")]
    return calendar.date_in(page.doc[run[0] : run[-1] + 1]) if run else None


def _listener(columns: Columns, cue: int) -> str | None:
    """Give whom "told" names: "told News 6"."""
    if columns.lemma[cue] not in ("tell", "inform", "remind", "assure"):
        return None
    for child in columns.tokens[cue].children:
        if (
            child.dep_ in ("dobj", "dative", "iobj")
            and child.i > cue
            and child.pos_ in ("NOUN", "PROPN", "PRON")
        ):
            end = child.i + 1
            while end < len(columns.ent) and columns.ent[end] and columns.ent[end] == columns.ent[child.i]:
                end += 1
            return columns.slice(child.left_edge.i, end)
    return None
