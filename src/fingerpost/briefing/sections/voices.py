"""Who says what: by stance, people counted rather than quotes, in their exact words."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing import words
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.glance import by_stance
from fingerpost.casefile.citing import together
from fingerpost.casefile.model import CasePosition, Stand
from fingerpost.places.codes import code_name


def voices(look: Lookup) -> Section:
    """Give each actor once, under the stance they hold now; earlier stances stand in the same line."""
    stands = {stand.actor: stand for stand in look.case.stands}
    groups = [
        Group(
            title=f"{look.want(stance)} – {look.people(actors)}",
            lines=tuple(_line(look, stands[actor]) for actor in actors),
        )
        for stance, actors in by_stance(look).items()
    ]
    heard = tuple(_heard(look))
    if heard:
        groups.append(Group(title="Heard, without a position on the tie", lines=heard))
    elsewhere = tuple(_line(look, stand) for stand in look.case.elsewhere)
    if elsewhere:
        groups.append(Group(title="On other ties", lines=elsewhere))
    if not groups:
        text = "Nobody was found who wants something done about the tie."
        groups = [Group(lines=(look.silent(Run(text)),))]
    return Section(key="voices", title="Who says what", groups=tuple(groups))


def _line(look: Lookup, stand: Stand) -> Line:
    now = stand.positions[-1]
    exact, cited = look.exact(now)
    role = look.role(stand.actor)
    runs = [Run(look.name(stand.actor), "strong")]
    runs += [Run(f", {role}")] if role else []
    runs += _date(look, now)
    runs += _class(now)
    runs += exact
    runs += [Run(f" Condition: {now.condition}.", "quiet")] if now.condition else []
    earlier = [run for position in stand.positions[:-1] for run in _earlier(look, position, stand.changed)]
    return Line(
        runs=(*runs, *earlier),
        citations=together(cited, *(p.citations for p in stand.positions[:-1])),
    )


def _date(look: Lookup, position: CasePosition) -> list[Run]:
    said = look.when(position.date) or (look.day(position.on) if position.on else "")
    return [Run(f", {said}", "quiet")] if said else []


def _class(position: CasePosition) -> list[Run]:
    """Say so where the position is about all ties of a kind and not about this one alone."""
    if position.ties is None or position.tie is not None:
        return []
    start, to = position.ties.start, position.ties.to
    ends = [bound.admin1 or bound.country for bound in (start, to) if bound]
    names = [code_name(code) for code in ends if code]
    return [Run(f", on all ties between {' and '.join(names)}", "quiet")] if len(names) == 2 else []


def _earlier(look: Lookup, position: CasePosition, changed: bool) -> list[Run]:
    when = look.when(position.date) or (look.day(position.on) if position.on else "")
    lead = "Before" if changed else "Also"
    dated = f" ({when})" if when else ""
    words_of = quoted(position.citations[0])
    return [Run(f" {lead}: {words.EARLIER[position.stance]}{dated}. ", "strong"), *words_of]


def _heard(look: Lookup) -> Iterator[Line]:
    """Give people who are quoted and take no position, with their first words."""
    placed = {stand.actor for stand in (*look.case.stands, *look.case.elsewhere)}
    for actor in dict.fromkeys(quote.speaker for quote in look.case.quotes if quote.speaker):
        if actor in placed or look.actors[actor].kind == "press":
            continue
        spoken = [q for q in look.case.quotes if q.speaker == actor and q.kind == "direct"]
        if spoken:
            role = look.role(actor)
            runs = (
                Run(look.name(actor), "strong"),
                Run(f", {role}: " if role else ": "),
                *quoted(spoken[0].citation),
            )
            yield Line(runs=runs, citations=tuple(quote.citation for quote in spoken))
