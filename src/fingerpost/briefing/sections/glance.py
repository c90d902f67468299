"""At a glance: what a council member must know before the first word in the chamber."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import UNSET

from fingerpost.briefing import words
from fingerpost.briefing.holding import alike, both_sides, status_line, stood_on, task_words, with_days
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.of_class import silences_of, standing
from fingerpost.casefile.citing import together
from fingerpost.casefile.conflicts import score
from fingerpost.casefile.model import CaseEvent, Citation
from fingerpost.casefile.register import Held
from fingerpost.reading.model import Stance

WEIGHTIEST = ("no-partner-statement", "no-vote-date", "no-founding-document", "no-decider")


def glance(look: Lookup) -> Section:
    """Give the state of the tie, the sides counted, what has gone quiet, what comes next, what is missing."""
    lines = (
        *standing(look),
        *_state(look),
        *_counts(look),
        *_weak(look),
        *_disputed(look),
        *_next(look),
        *_missing(look),
    )
    return Section(key="glance", title="At a glance", groups=(Group(lines=lines),))


def decisions(look: Lookup) -> list[CaseEvent]:
    """Give the decisions on the tie after its start, oldest first."""
    kinds = {"suspended", "ended", "kept", "restored", "renewed", "lapsed"}
    return [e for e in look.case.events if e.kind in kinds and e.tie in (look.tie.id, None)]


def _state(look: Lookup) -> Iterator[Line]:
    if look.of_class:
        return
    pair = f"{look.home.name} and {look.partner.name}"
    start = look.tie.since[-1] if look.tie.since else None
    decided = decisions(look)
    if look.held and look.held.sides[0].status != "unknown":
        yield _sides(look, look.held)
        return
    if decided and look.tie.status == decided[-1].kind:
        yield _decision(look, decided[-1])
        return
    began = ""
    if start and start.date.value:
        began = f" since {look.when(start.date)}"
        if len(look.tie.since) > 1:
            began = f" since {' or '.join(look.when(s.date) for s in look.tie.since)}"
    cited = together(*(s.citations for s in look.tie.since)) or look.tie.citations
    kind = words.KIND[look.tie.kind]
    article = "an" if kind[0] in "aeiou" else "a"
    state = words.STATUS[look.tie.status]
    runs = (Run(f"{pair}: {article} {kind} tie{began}. ", "strong"), Run(f"{state}."))
    own = look.held.records if look.held else UNSET
    yield Line(runs=runs, citations=cited, searched=look.searched, records=own)


def _sides(look: Lookup, held: Held) -> Line:
    """Give the formal status of both sides as the register has it, in one line."""
    if alike(held):
        return both_sides(look, held)
    lines = [status_line(look, side, named=side.place.name) for side in held.sides]
    runs: list[Run] = []
    for line in lines:
        runs += [Run(" "), *line.runs] if runs else line.runs
    return Line(
        runs=tuple(runs),
        records=tuple(dict.fromkeys(n for side in held.sides for n in side.records)),
        citations=together(*(side.citations for side in held.sides)),
    )


def _decision(look: Lookup, event: CaseEvent) -> Line:
    actor = f" by {look.name(event.actor)}" if event.actor else ""
    on = f" on {look.when(event.date)}" if event.date and event.date.value else ""
    votes = [e for e in look.case.events if e.kind == "vote" and e.vote and e.tie in (look.tie.id, None)]
    same = [e for e in votes if e.date and event.date and e.date.value == event.date.value and e.vote]
    tally = f", {score(same[0].vote)}" if same and same[0].vote else ""
    pair = f"{look.home.name} and {look.partner.name}"
    citations = together(event.citations, *(e.citations for e in same))
    return Line(
        runs=(
            Run(f"{words.EVENT[event.kind].replace('The tie is', f'{pair}:')}{on}{actor}{tally}.", "strong"),
        ),
        citations=citations,
    )


def by_stance(look: Lookup) -> dict[Stance, list[str]]:
    """Give the actors by the stance they hold now, in the order of the briefing."""
    found: dict[Stance, list[str]] = defaultdict(list)
    for stand in look.case.stands:
        found[stand.positions[-1].stance].append(stand.actor)
    return {stance: found[stance] for stance in words.WANT if stance in found}


def cited_for(look: Lookup, actor: str) -> tuple[Citation, ...]:
    """Give what the sources hold for an actor's present position."""
    return next(s.positions[-1].citations for s in look.case.stands if s.actor == actor)


def _counts(look: Lookup) -> Iterator[Line]:
    for stance, actors in by_stance(look).items():
        if stance == "other":
            continue
        verb = words.WANTED[stance]
        count = look.people(actors)
        if len(actors) == 1:
            verb = verb.replace("want ", "wants ", 1)
        names = words.joined([look.name(actor) for actor in actors])
        yield Line(
            runs=(Run(f"{words.upper_first(count)} {verb}", "strong"), Run(f": {names}.")),
            citations=together(*(cited_for(look, actor)[:1] for actor in actors)),
        )


def _weak(look: Lookup) -> Iterator[Line]:
    own = [e for e in look.case.events if e.tie in (look.tie.id, None)]
    waned = [e for e in own if e.kind == "waned"]
    empty = [e for e in own if e.kind == "vacancy"]
    parts = ["The sources call it waning"] if waned else []
    parts += [_empty(look, event) for event in empty[:1]]
    if parts:
        text = words.upper_first("; ".join(parts)) + "."
        yield Line(runs=(Run(text),), citations=together(*(e.citations for e in (*waned, *empty))))
    alerts = look.held.alerts if look.held else ()
    if alerts:
        text = " ".join(with_days(look, alert.why) for alert in alerts)
        records = tuple(dict.fromkeys(n for alert in alerts for n in alert.records))
        yield Line(kind="computed", runs=(Run("Look after. ", "strong"), Run(text)), records=records)


def _empty(look: Lookup, event: CaseEvent) -> str:
    if event.actor is None:
        return "a seat is empty"
    name = look.actors[event.actor].name
    return f"{'the ' if name[:1].islower() else ''}{name} has an empty seat"


def _disputed(look: Lookup) -> Iterator[Line]:
    for conflict in look.case.conflicts:
        told = " or ".join(_shown(look, conflict.about, v.value) for v in conflict.versions)
        about = {"since": "when the tie began", "vote": "the vote", "status": "what was decided"}
        what = about.get(conflict.about, "the date of a decision")
        yield Line(
            runs=(Run(f"Sources disagree on {what}: {told}."),),
            citations=together(*(v.citations for v in conflict.versions)),
        )


def _shown(look: Lookup, about: str, value: str) -> str:
    return look.day(value) if about in {"since", "date"} else value


def _vote_due(look: Lookup, due: str) -> str:
    if due < look.case.now[: len(due)]:
        return f"It was due {look.day(due)}, and no decision is recorded."
    return f"It is due {look.day(due)}."


def _next(look: Lookup) -> Iterator[Line]:
    """Give the vote that is due, the first thing to be done, and the first that somebody plans."""
    if look.register and look.register.vote_due:
        yield stood_on(look.register, Run("Vote. ", "strong"), Run(_vote_due(look, look.register.vote_due)))
    for task in [t for t in look.register.tasks if t.state == "open"][:1] if look.register else ():
        yield stood_on(task, Run("To do. ", "strong"), *task_words(look, task))
    coming = [action for action in look.case.actions if action.status in {"planned", "proposed"}]
    for action in coming[:1]:
        what = action.what if action.actor else words.upper_first(action.what)
        who = f"{look.name(action.actor)}: " if action.actor else ""
        until = f" {action.until.text}" if action.until and action.until.text not in action.what else ""
        yield Line(
            runs=(Run("Next. ", "strong"), Run(f"{who}{what.rstrip('.')}{until} ({action.status}).")),
            citations=action.citations,
        )


def _missing(look: Lookup) -> Iterator[Line]:
    short = {
        "no-partner-statement": f"any word from {look.partner.name}",
        "no-vote-date": "the date of a vote",
        "no-founding-document": "the founding document",
        "no-decider": "who may decide",
    }
    rules = [silence.rule for silence in silences_of(look)]
    missing = [short[rule] for rule in WEIGHTIEST if rule in rules]
    if missing:
        runs = (Run("Missing. ", "strong"), Run(f"{words.upper_first(words.joined(missing))}."))
        yield look.silent(*runs)
