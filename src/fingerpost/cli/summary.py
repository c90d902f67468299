"""A reading as text for people: every finding with its words and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fingerpost.reading.model import Date, Passage, Reading

WIDTH = 100


def summary(reading: Reading) -> str:
    """Give the reading as text; the number before each passage is its offset in the canonical text."""
    return "\n".join(_lines(reading)) + "\n"


def _lines(reading: Reading) -> Iterator[str]:
    document = reading.document
    yield document.name or document.id
    yield f"  published {document.published or 'unknown'} ({document.published_from})"
    actors = {actor.id: actor.name for actor in reading.actors}
    places = {place.id: place.name for place in reading.places}
    ties = {tie.id: " – ".join(places[p] for p in tie.places) for tie in reading.ties}
    if not reading.ties:
        yield ""
        yield "No tie found."
    for title, rows in (
        ("Ties", [(_tie(ties[t.id], t.since, t.status_after, t.activity), t.passages) for t in reading.ties]),
        (
            "Who may decide",
            [(f"{actors[a.actor]}: {a.power.replace('_', ' ')}", a.passages) for a in reading.authority],
        ),
        (
            "Positions",
            [
                (
                    f"{actors[p.actor]}: {p.stance}" + (f" ({ties[p.target.tie]})" if p.target.tie else ""),
                    p.passages,
                )
                for p in reading.positions
            ],
        ),
        (
            "Events",
            [
                (f"{e.kind.replace('_', ' ')}{_when(e.date)}{_by(actors, e.actor)}", e.passages)
                for e in reading.events
            ],
        ),
        ("Actions", [(f"{a.status}: {a.what}{_by(actors, a.actor)}", a.passages) for a in reading.actions]),
        (
            "Claims",
            [
                (
                    f"{c.kind}: {c.stated.comparator.replace('_', ' ')} {c.stated.value:g} "
                    f"{c.stated.unit or ''} – {c.verdict}",
                    c.passages,
                )
                for c in reading.claims
            ],
        ),
    ):
        yield from _section(title, rows)
    yield from _quotes(reading, actors)
    yield from _places(reading)
    yield from _account(reading)


def _section(title: str, rows: Iterable[tuple[str, tuple[Passage, ...]]]) -> Iterator[str]:
    rows = list(rows)
    if rows:
        yield ""
        yield title
    for words, passages in rows:
        yield f"  {words}"
        yield f"    {_shown(passages[0])}"


def _quotes(reading: Reading, actors: dict[str, str]) -> Iterator[str]:
    spoken = [quote for quote in reading.quotes if quote.kind != "indirect"]
    if spoken:
        yield ""
        yield "Quotes"
    for quote in spoken:
        yield f"  {actors[quote.speaker] if quote.speaker else 'speaker not settled'}"
        yield f"    {_shown(Passage(quote.start, quote.end, quote.text))}"


def _places(reading: Reading) -> Iterator[str]:
    if reading.places:
        yield ""
        yield "Places"
    for place in reading.places:
        where = ", ".join(part for part in (place.admin1, place.country) if part)
        yield f"  {place.name}: {where or place.status}" + (f" ({place.why})" if place.why else "")


def _account(reading: Reading) -> Iterator[str]:
    account = reading.account
    yield ""
    yield "Read and not read"
    yield f"  {account.characters_read:,} of {account.characters:,} characters"
    for count, words in (
        (account.quotes_unattributed, "quotes without a speaker"),
        (account.places_unresolved, "places not settled"),
        (account.dates_unresolved, "dates without a year"),
    ):
        if count:
            yield f"  {count} {words}"
    for warning in account.warnings:
        yield f"  {warning}"


def _tie(pair: str, since: Date | None, status: str, activity: str) -> str:
    began = f", since {since.value}" if since and since.value else ""
    return f"{pair}{began}; status after this text: {status}; activity: {activity}"


def _when(date: Date | None) -> str:
    return f" {date.value or date.text}" if date else ""


def _by(actors: dict[str, str], actor: str | None) -> str:
    return f" ({actors[actor]})" if actor else ""


def _shown(passage: Passage) -> str:
    words = " ".join(passage.text.split())
    return f"{passage.start}: {words if len(words) <= WIDTH else words[: WIDTH - 1] + '…'}"
