"""The tie itself: where, how far, since when, of what kind, in what state, on what terms."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET, UnsetType

from fingerpost.briefing import words
from fingerpost.briefing.geodesy import arm_between
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.placing import full_name
from fingerpost.briefing.sections import terms
from fingerpost.briefing.sections.of_class import ties
from fingerpost.casefile.citing import together
from fingerpost.casefile.dates import agree
from fingerpost.casefile.model import CaseTie, Citation, Dated


def tie(look: Lookup) -> Section:
    """Give the facts of the tie, what the register holds of it, and the other ties that the sources name."""
    if look.of_class:
        return ties(look)
    register = look.register
    if look.held:
        told = (*terms.held_lines(look, look.held), *signs(look))
    else:
        told = (*_status(look), *_other_side(look), *_activity(look))
    groups = [Group(lines=(*_places(look), *_distance(look), *_since(look), *_kind(look), *told))]
    groups += terms.further_ties(look, register) if register else []
    others = tuple(_others(look))
    if others:
        groups.append(Group(title="Other ties the sources name", lines=others))
    return Section(key="tie", title="The tie", groups=tuple(groups))


def _own(look: Lookup) -> tuple[int, ...] | UnsetType:
    """Give the records of the tie itself."""
    return look.held.records if look.held else UNSET


def _places(look: Lookup) -> Iterator[Line]:
    pair = f"{full_name(look.home)} – {full_name(look.partner)}"
    runs = (Run(pair, "strong"),)
    yield Line(lead="Places", runs=runs, citations=_both(look), records=_own(look))


def _distance(look: Lookup) -> Iterator[Line]:
    arm = arm_between(look.home, look.partner)
    if arm:
        text = f"{arm.miles:,} miles ({arm.kilometres:,} km), {arm.compass} ({arm.bearing}°)"
        runs = (Run(text), Run(" computed", "quiet"))
        yield Line(lead="Apart", kind="computed", runs=runs, citations=_both(look), records=_own(look))


def _both(look: Lookup) -> tuple[Citation, ...]:
    """Give a passage that names both places, else the first that names each."""
    names = (look.home.name, look.partner.name)
    told = [c for c in look.tie.citations if all(name in c.text for name in names)]
    return tuple(told[:1]) or look.home.citations[:1] + look.partner.citations[:1] or look.tie.citations


def _since(look: Lookup) -> Iterator[Line]:
    """Give the start by the register's founding decision, and by the sources; dates that disagree stand apart."""
    founding = terms.founding(look)
    told = list(look.tie.since)
    if founding:
        same = [one for one in told if agree(one.date.value, founding.date)]
        told = [one for one in told if one not in same]
        yield terms.began(look, founding, same)
    yield from (_told_since(look, dated) for dated in told)
    if not founding and not look.tie.since:
        yield look.silent(Run("No date was found."), lead="Since")


def _told_since(look: Lookup, dated: Dated) -> Line:
    runs = (Run(look.when(dated.date), "strong"), Run(". "), *quoted(dated.citations[0]))
    return Line(lead="Since", runs=runs, citations=dated.citations)


def _kind(look: Lookup) -> Iterator[Line]:
    kind = words.upper_first(words.KIND[look.tie.kind])
    label = look.tie.label
    same = label is None or label.casefold() == kind.casefold()
    shown = kind if same else f"{kind} (in the sources: {label})"
    cited = [c for c in look.tie.citations if (label or kind).casefold() in c.text.casefold()]
    told = tuple(cited[:2]) or look.tie.citations[:2]
    yield Line(lead="Kind", runs=(Run(shown),), citations=told, records=_own(look))


def _status(look: Lookup) -> Iterator[Line]:
    told = [report for report in look.tie.reports if report.status == look.tie.status]
    cited = together(*(report.citations for report in told[-2:])) or look.tie.citations
    on = f" ({look.day(told[-1].on)})" if told and told[-1].on and look.tie.status in _DATED else ""
    text = f"{words.STATUS[look.tie.status]}{on}."
    yield Line(lead="Formal status", runs=(Run(text),), citations=cited, searched=look.searched)


def _other_side(look: Lookup) -> Iterator[Line]:
    """Give what the other city itself decided: the two sides may differ."""
    for event in look.case.events:
        decided = event.kind in {"suspended", "ended", "kept", "restored"} and event.tie in (
            look.tie.id,
            None,
        )
        if decided and event.actor and look.actors[event.actor].place == look.partner.id:
            on = f" ({look.when(event.date)})" if event.date and event.date.value else ""
            text = f"{look.partner.name}, by {look.name(event.actor)}: {event.kind}{on}."
            yield Line(lead="The other side", runs=(Run(text),), citations=event.citations)


_DATED = frozenset({"suspended", "ended", "lapsed", "active", "proposed"})


def _activity(look: Lookup) -> Iterator[Line]:
    yield from signs(look) or [
        look.silent(Run("No sign of exchange or of decline was found."), lead="Activity")
    ]


def signs(look: Lookup) -> list[Line]:
    """Give what the sources tell of exchange and decline, in one line; none where they tell nothing."""
    told = [e for e in look.case.events if e.kind in {"waned", "vacancy"} and e.tie in (look.tie.id, None)]
    last = [e for e in look.case.events if e.kind == "exchange" and e.tie in (look.tie.id, None)]
    cited = together(*(e.citations for e in (*told, *last[-1:])))
    if not cited:
        return []
    activity = look.tie.activity if look.tie.activity != "unknown" or not told else "waning"
    runs = [Run(words.ACTIVITY[activity], "strong"), Run(". ")] if activity != "unknown" else []
    return [Line(lead="Activity", runs=(*runs, *quoted(cited[0])), citations=cited)]


def _others(look: Lookup) -> Iterator[Line]:
    for other in look.case.ties:
        if other.id != look.tie.id and other.citations:
            yield _other(look, other)


def _other(look: Lookup, other: CaseTie) -> Line:
    names = " – ".join(look.places[place].name for place in other.places)
    since = f", since {look.when(other.since[0].date)}" if other.since else ""
    status = "" if other.status in {"unchanged", "unknown"} else f": {other.status}"
    return Line(runs=(Run(f"{names}{since}{status}"),), citations=other.citations[:2])
