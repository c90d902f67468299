"""What the register holds of the tie: formal status by side, agreements, what binds it, exchange and contact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.holding import alike, both_sides, cut, exact, status_line, stood_on, terms_of
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run
from fingerpost.casefile.citing import together
from fingerpost.casefile.model import Dated
from fingerpost.casefile.register import Agreement, Contact, Decided, Held, Law, Register, Seat, Side


def held_lines(look: Lookup, held: Held) -> Iterator[Line]:
    """Yield what the register holds of the tie, beside where it is and since when."""
    yield from _statuses(look, held)
    yield from (_agreement(look, one) for one in held.agreements)
    yield from (_law(look, one) for one in held.laws)
    yield from _activity(look, held)


def founding(look: Lookup) -> Decided | None:
    """Give the decision by which the side that asks began the tie, as the register has it."""
    held = look.held
    made = [one for one in held.decisions if one.result == "established" and one.date] if held else []
    own = [one for one in made if held and one.place == held.sides[0].place.name]
    return next(iter([*own, *made]), None)


def began(look: Lookup, decided: Decided, told: Sequence[Dated]) -> Line:
    """Give the start of the tie by the register, with the sources that say the same."""
    runs = [Run(look.day(decided.date), "strong"), Run(".")]
    if told:
        runs += [Run(" "), *quoted(told[0].citations[0])]
    cited = together(decided.citations, *(one.citations for one in told))
    return Line(lead="Since", runs=tuple(runs), citations=cited, records=decided.records)


def _statuses(look: Lookup, held: Held) -> Iterator[Line]:
    """Yield the formal status by side; where both stand alike since the same day, one line says so."""
    if alike(held):
        yield replace(both_sides(look, held), lead="Formal status")
    else:
        yield from (_status(look, side) for side in held.sides)


def _status(look: Lookup, side: Side) -> Line:
    line = status_line(look, side, named=side.place.name)
    more = terms_of(look, side.by) if side.by and side.by.result != "established" else ()
    return replace(line, lead="Formal status", runs=(*line.runs, *more))


def _agreement(look: Lookup, one: Agreement) -> Line:
    on = f", {look.day(one.signed)}" if one.signed else ", no date recorded"
    runs = [Run(f"{cut(one.title)}{on}", "strong")]
    parts = [f"parties then: {cut(one.parties)}" if one.parties else ""]
    parts.append(f"signed by {cut(one.signers)}" if one.signers else "")
    parts.append(f"in force from {look.day(one.begins)}" if one.begins and one.begins != one.signed else "")
    parts.append(_term(look, one))
    text = "; ".join(part for part in parts if part)
    runs.append(Run(f". {words.upper_first(text)}." if text else "."))
    if one.exit_clause:
        runs += [Run(" Exit: "), *exact(one, one.exit_clause)]
    return stood_on(one, *runs, lead="Agreement")


def _term(look: Lookup, one: Agreement) -> str:
    ends = f"until {look.day(one.ends)}" if one.ends else ""
    term = f"term: {cut(one.term)}" if one.term else ""
    return ", ".join(part for part in (term, ends) if part) or "no term recorded"


def _law(look: Lookup, one: Law) -> Line:
    since = f", since {look.day(one.since)}" if one.since else ""
    until = f", until {look.day(one.until)}" if one.until else ""
    deadline = f", to be met by {look.day(one.deadline)}" if one.deadline else ""
    binds = f", binds {words.joined(one.binds)}" if one.binds else ""
    runs = [Run(cut(one.title), "strong"), Run(f" ({one.body})" if one.body else "")]
    runs += [Run(f"{binds}{since}{until}{deadline}. "), *exact(one, one.words)]
    return stood_on(one, *runs, lead=words.EFFECT[one.effect])


def _activity(look: Lookup, held: Held) -> Iterator[Line]:
    yield from _contacts(
        look, held.exchanges[:SHOWN], len(held.exchanges[SHOWN:]) + held.more_exchanges, "Exchange"
    )
    yield from _contacts(look, held.letters[:1], len(held.letters[1:]) + held.more_letters, "Last letter")
    yield from (_seat(look, seat) for seat in held.seats)
    if not held.exchanges:
        yield stood_on(held, Run("None is recorded."), lead="Exchange")


SHOWN = 2
"""Exchanges shown; the older ones are counted."""


def _contacts(look: Lookup, shown: Sequence[Contact], older: int, lead: str) -> Iterator[Line]:
    for at, contact in enumerate(shown, 1):
        last = at == len(shown)
        more = (
            f" {words.upper_first(words.counted(older, 'older one', 'older ones'))} recorded."
            if last and older
            else ""
        )
        shown_lead = (
            f"Last {lead.lower()}" if at == 1 and lead == "Exchange" else lead if at == 1 else "Before"
        )
        yield stood_on(contact, *_contact(look, contact), Run(more, "quiet"), lead=shown_lead)


def _contact(look: Lookup, contact: Contact) -> Iterator[Run]:
    until = f" to {look.day(contact.until)}" if contact.until and contact.until != contact.date else ""
    when = f"{look.day(contact.date)}{until}" if contact.date else "No date"
    yield Run(when, "strong")
    people = f", {contact.people:,} people" if contact.people else ""
    money = f", {contact.money}" if contact.money else ""
    yield Run(f": {cut(contact.title)} ({contact.way}{people}{money}).")


def _seat(look: Lookup, seat: Seat) -> Line:
    since = f" since {look.day(seat.since)}" if seat.since else ", since when is not recorded"
    return stood_on(seat, Run(f"{seat.title}, {seat.body}", "strong"), Run(f":{since}."), lead="Vacant")


def tie_line(look: Lookup, held: Held) -> Line:
    """Give a tie by its name, with the formal status of each side."""
    told = [
        run for side in held.sides for run in (Run(" "), *status_line(look, side, named=side.place.name).runs)
    ]
    names = " – ".join(side.place.name for side in held.sides)
    records = tuple(dict.fromkeys(n for value in (held, *held.sides) for n in value.records))
    cited = together(*(side.citations for side in held.sides))
    return Line(runs=(Run(f"{names}."), *told), records=records, citations=cited)


def further_ties(look: Lookup, register: Register) -> list[Group]:
    """Give the formal status of the case's further ties, a line each."""
    lines = tuple(tie_line(look, held) for held in register.ties[1:])
    return [Group(title="Further ties of this case", lines=lines)] if lines else []
