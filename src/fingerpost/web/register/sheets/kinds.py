"""The kinds of record that a sheet can hold, and the columns of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from fingerpost.places.normal import normal
from fingerpost.web.dates import earliest, latest
from fingerpost.web.register.models import Exchange, Law, Letter, Tie
from fingerpost.web.register.regions import country_code, region_code
from fingerpost.web.register.sheets import cells
from fingerpost.web.register.sheets.finding import Found, find_bodies, find_places, find_sources, find_ties

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: the field it fills, its heading, how a cell is read, and what people call it besides."""

    field: str
    heading: str
    read: Callable[[str], Any] = cells.text
    find: Callable[[Iterable[str]], Found] | None = None
    """For a record of the register: reads all cells of the column at once, in place of ``read``."""
    also: tuple[str, ...] = ()
    needed: bool = False
    help: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be entered many at once."""

    model: type[models.Model]
    columns: tuple[Column, ...]
    faults: Callable[[Values], Iterator[str]]
    """Sentences for what is wrong between the cells of a line."""
    key: Callable[[Values], tuple[Any, ...]]
    """What makes two of them the same."""
    alike: Callable[[Iterable[Values]], models.QuerySet[Any]]
    """The records that may be the same as one of these."""
    say: Callable[[Values], str]
    """One line for people."""

    @property
    def name(self) -> str:
        """Its name in addresses and commands: "exchange"."""
        return str(self.model._meta.model_name)

    @property
    def plural(self) -> str:
        """What many of them are called: "exchanges"."""
        return str(self.model._meta.verbose_name_plural)


EITHER_WAY = {
    "in": ("they came here", "they came", "here", "incoming", "inbound", "visit here", "hosted"),
    "out": ("we went there", "we went", "there", "outgoing", "outbound", "visit there", "sent"),
    "both": ("both ways", "mutual"),
    "remote": ("without travel", "online", "virtual", "video call", "digital"),
}
SENT_OR_RECEIVED = {"sent": ("out", "to"), "received": ("in", "from")}
EFFECTS = {
    "forbids": ("forbid", "forbidden", "ban", "bans", "prohibits"),
    "requires": ("require", "required", "obliges"),
    "conditions": ("condition", "conditional", "allows under conditions"),
}

PARTNER = Column(
    "tie", "Partner", find=find_ties, also=("tie", "partner city", "sister city", "city", "with"), needed=True,
    help="The partner, as Tver, Russia; both places, as Bangor – Tver; or the tie's number, as #12.",
)  # fmt: skip
SOURCE = Column(
    "source", "Source", find=find_sources, help="A source of the register, by file name or number."
)
WHEN = "2019, 2019-05 or 2019-05-14: as much as is known."


def span_faults(values: Values) -> Iterator[str]:
    """Yield what is wrong with a first and a last day."""
    begins = values.get("date") or values.get("since") or ""
    first, last = earliest(begins), latest(values.get("until") or "")
    if first and last and last < first:
        yield "It ends before it begins."


def exchange_faults(values: Values) -> Iterator[str]:
    """Yield what is wrong between the cells of an exchange."""
    yield from span_faults(values)
    people = values.get("people")
    for field in ("youth", "volunteers"):
        if people is not None and (values.get(field) or 0) > people:
            yield f"There are more {'young people' if field == 'youth' else field} than people."
    if values.get("money") and not values.get("currency"):
        yield "The money has no currency. Write USD or EUR into its column."


def _exchange_words(values: Values) -> str:
    when = values["date"] + (f" to {values['until']}" if values.get("until") else "")
    parts = [f"{values['people']} people"] if values.get("people") is not None else []
    parts += [f"{values['youth']} young"] if values.get("youth") else []
    parts += [f"{values['volunteers']} volunteers"] if values.get("volunteers") else []
    parts += [f"{values['money']:,} {values.get('currency', '')}".strip()] if values.get("money") else []
    direction = Exchange.Direction(values["direction"]).label.lower()
    return f"{values['tie']}, {when}, {direction}: {values['title']}" + (
        f" ({', '.join(parts)})" if parts else ""
    )


EXCHANGES = Kind(
    Exchange,
    (
        PARTNER,
        Column("direction", "Direction", cells.choice(EITHER_WAY), needed=True, also=("way",),
               help="in (they came here), out (we went there), both, or remote."),
        Column("date", "From", cells.day, needed=True, also=("date", "begin", "start", "year", "when"), help=WHEN),
        Column("until", "To", cells.day, also=("until", "end"), help="The last day; empty for one day."),
        Column("title", "What", needed=True, also=("title", "event", "exchange", "project", "subject"),
               help="Students of the high school orchestra"),
        Column("people", "People", cells.number, also=("participants", "number of people", "total"),
               help="How many came or went."),
        Column("youth", "Youth", cells.number, also=("young people", "students"), help="How many were young."),
        Column("volunteers", "Volunteers", cells.number, help="How many were volunteers."),
        Column("money", "Money", cells.money, also=("cost", "costs", "amount", "budget"), help="As 1200.50."),
        Column("currency", "Currency", cells.currency, help="As USD."),
        Column("note", "Note", also=("notes", "remarks", "comment")),
        SOURCE,
    ),
    exchange_faults,
    lambda v: (v["tie"].pk, v["direction"], v["date"], normal(v["title"])),
    lambda lines: Exchange.objects.filter(date__in={v["date"] for v in lines}),
    _exchange_words,
)  # fmt: skip

LETTERS = Kind(
    Letter,
    (
        PARTNER,
        Column("direction", "Direction", cells.choice(SENT_OR_RECEIVED), needed=True, help="sent or received."),
        Column("date", "Date", cells.day, needed=True, also=("when", "sent on"), help=WHEN),
        Column("writer", "Writer", also=("from", "sender"), help="Who wrote it."),
        Column("recipient", "Recipient", also=("to",), help="To whom."),
        Column("subject", "Subject", needed=True, also=("title", "what", "about")),
        SOURCE,
    ),
    span_faults,
    lambda v: (v["tie"].pk, v["direction"], v["date"], normal(v["subject"])),
    lambda lines: Letter.objects.filter(date__in={v["date"] for v in lines}),
    lambda v: f"{v['tie']}, {v['date']}, {v['direction']}: {v['subject']}",
)  # fmt: skip

LAWS = Kind(
    Law,
    (
        Column("title", "Title", needed=True, also=("law", "name", "policy")),
        Column("effect", "Effect", cells.choice(EFFECTS), needed=True, help="forbids, requires or conditions."),
        Column("body", "Body", find=find_bodies, also=("enacted by", "by"), help="Who made it, as in the register."),
        Column("home", "The ties of", find=find_places, also=("home", "place"),
               help="A place of the register, where it is about that place's ties alone."),
        Column("home_country", "Country", country_code, also=("home country",),
               help="Whose ties it binds: United States, or US. Empty: those of any country."),
        Column("home_admin1", "State or region", region_code, also=("home region", "state", "region"),
               help="Virginia, or US-VA. Empty: those of any state."),
        Column("partner_country", "Partner country", country_code, help="Ties with places there: Russia, or RU."),
        Column("partner_admin1", "Partner region", region_code, also=("partner state",)),
        Column("kind", "Kind", cells.choice({kind: (str(label),) for kind, label in Tie.Kind.choices}),
               help="As sister city; empty for ties of any kind."),
        Column("since", "Since", cells.day, also=("from", "in force"), help=WHEN),
        Column("until", "Until", cells.day, also=("to",), help="The day from which it no longer holds."),
        Column("deadline", "Deadline", cells.day, help="By when what it asks must be done."),
        Column("words", "Words", also=("text", "wording"), help="Its words, exactly."),
        SOURCE,
    ),
    span_faults,
    lambda v: (normal(v["title"]), v.get("since", ""), Law(**v).reach),
    lambda lines: Law.objects.filter(since__in={v.get("since", "") for v in lines}),
    lambda v: f"{v['title']}: {Law(**v).scope}",
)  # fmt: skip

KINDS = {kind.name: kind for kind in (EXCHANGES, LETTERS, LAWS)}
"""By the name of the kind of record: what can be entered as a sheet."""
