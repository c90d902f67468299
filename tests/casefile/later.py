"""Further sources on the founding case, written for these tests, and their readings by hand."""

from __future__ import annotations

from norfolk import ARTICLE
from writing import Text

from fingerpost.reading.model import (
    Action,
    Actor,
    Authority,
    Date,
    Event,
    Place,
    Position,
    Quote,
    Reading,
    Said,
    Target,
    Tie,
    Until,
    Vote,
)

VOTE = """\
Norfolk puts its Russian sister city on hold
NORFOLK, Va. — The Norfolk City Council voted 7-0 on Tuesday to suspend the city's tie with Kaliningrad, Russia.
The suspension holds until peace is restored and Ukraine's sovereignty is respected, the resolution says.
"A pause is a door left on the latch," said Mayor Kenny Alexander, who had asked for an end and voted yes.
Councilwoman Dana Alexander said she would have waited for a legal opinion. "We were given one weekend," she said.
Norfolk and Kaliningrad have been sister cities since 1992.
The city clerk will write to the mayor of Kaliningrad this week.
"""

HISTORY = """\
Thirty years of letters and one ballet
By Lewis Carrow
The sister city agreement between Norfolk and Kaliningrad was signed in 1991, at the end of a naval visit.
A dance school from Kaliningrad came to Norfolk in 2003 and has not been forgotten.
"""

SYNDICATED = (
    "Tidewater Wire\n" + ARTICLE.read_text("utf-8").replace("Last week,", "Last week") + "\nCopyright 2022"
)

PLACES = {
    "Norfolk": Place(
        id="p1",
        name="Norfolk",
        status="resolved",
        geonames=4776222,
        country="US",
        admin1="US-VA",
        latitude=36.84681,
        longitude=-76.28522,
        mentions=(),
    ),
    "Kaliningrad": Place(
        id="p2",
        name="Kaliningrad",
        status="resolved",
        geonames=554234,
        country="RU",
        admin1="RU-KGD",
        latitude=54.70649,
        longitude=20.51095,
        mentions=(),
    ),
}


def _places(t: Text) -> tuple[Place, ...]:
    import msgspec

    return tuple(msgspec.structs.replace(p, mentions=t.all(p.name)) for p in PLACES.values())


def _year(t: Text, year: str) -> Date:
    return Date(value=year, precision="year", text=year, resolved_from="text", passage=t(year))


def vote() -> Reading:
    """Give the reading of the article after the vote."""
    t = Text(
        VOTE, name="vote.txt", publisher="Tidewater Ledger", published="2022-03-09", published_from="given"
    )
    day = Date(value="2022-03-08", precision="day", text="on Tuesday", resolved_from="published")
    voted = t(
        "The Norfolk City Council voted 7-0 on Tuesday to suspend the city's tie with Kaliningrad, Russia."
    )
    since = t("Norfolk and Kaliningrad have been sister cities since 1992.")
    mayor = t(
        '"A pause is a door left on the latch," said Mayor Kenny Alexander, who had asked for an end and voted yes.'
    )
    latch = t("A pause is a door left on the latch,")
    waited = t("Councilwoman Dana Alexander said she would have waited for a legal opinion.")
    weekend = t("We were given one weekend,")
    write = t("The city clerk will write to the mayor of Kaliningrad this week.")
    until = "until peace is restored and Ukraine's sovereignty is respected"
    return t.reading(
        places=_places(t),
        actors=(
            Actor(
                id="c",
                name="Norfolk City Council",
                kind="council",
                place="p1",
                mentions=(t("The Norfolk City Council"),),
            ),
            Actor(
                id="m",
                name="Kenny Alexander",
                kind="person",
                role="Mayor",
                place="p1",
                mentions=(t("Kenny Alexander"),),
            ),
            Actor(
                id="d",
                name="Dana Alexander",
                kind="person",
                role="Councilwoman",
                of="c",
                place="p1",
                mentions=(t("Dana Alexander"),),
            ),
            Actor(
                id="k",
                name="city clerk",
                kind="person",
                role="city clerk",
                place="p1",
                mentions=(t("The city clerk"),),
            ),
        ),
        ties=(
            Tie(
                id="t1",
                places=("p1", "p2"),
                kind="sister_city",
                since=_year(t, "1992"),
                status_after="suspended",
                passages=(since, voted),
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                speaker="m",
                kind="direct",
                text=latch.text,
                start=latch.start,
                end=latch.end,
                said=Said(date=day),
            ),
            Quote(
                id="q2", speaker="d", kind="direct", text=weekend.text, start=weekend.start, end=weekend.end
            ),
        ),
        positions=(
            Position(
                id="s1",
                actor="c",
                stance="suspend",
                force="decides",
                target=Target(tie="t1"),
                date=day,
                condition=until,
                passages=(voted,),
            ),
            Position(
                id="s2",
                actor="m",
                stance="suspend",
                force="supports",
                target=Target(tie="t1"),
                date=day,
                quotes=("q1",),
                passages=(mayor,),
            ),
            Position(
                id="s3",
                actor="d",
                stance="defer",
                force="wants",
                target=Target(tie="t1"),
                quotes=("q2",),
                passages=(waited,),
            ),
        ),
        authority=(Authority(actor="c", power="decides", over="t1", passages=(voted,)),),
        events=(
            Event(
                kind="vote",
                date=day,
                actor="c",
                tie="t1",
                vote=Vote(for_=7, against=0, unanimous=True),
                passages=(voted,),
            ),
            Event(kind="suspended", date=day, actor="c", tie="t1", passages=(voted,)),
            Event(kind="established", date=_year(t, "1992"), tie="t1", passages=(since,)),
        ),
        actions=(
            Action(what="write to the mayor of Kaliningrad", actor="k", status="planned", passages=(write,)),
            Action(
                what="hold the suspension",
                actor="c",
                status="done",
                until=Until(text=until, kind="condition"),
                passages=(t(until),),
            ),
        ),
    )


def history() -> Reading:
    """Give the reading of a column that dates the tie to 1991."""
    t = Text(
        HISTORY, name="history.txt", publisher="Harbor Weekly", published="2021-06-12", published_from="given"
    )
    signed = t(
        "The sister city agreement between Norfolk and Kaliningrad was signed in 1991, at the end of a naval visit."
    )
    dance = t("A dance school from Kaliningrad came to Norfolk in 2003 and has not been forgotten.")
    return t.reading(
        places=_places(t),
        ties=(
            Tie(
                id="t1",
                places=("p2", "p1"),
                kind="sister_city",
                since=_year(t, "1991"),
                status_after="unchanged",
                passages=(signed,),
            ),
        ),
        events=(
            Event(kind="established", date=_year(t, "1991"), tie="t1", passages=(signed,)),
            Event(kind="exchange", date=_year(t, "2003"), tie="t1", passages=(dance,)),
        ),
    )


def syndicated() -> Reading:
    """Give the reading of a near-copy of the founding article: its places, actors and tie."""
    t = Text(SYNDICATED, name="wire.txt", publisher="Tidewater Wire")
    mayor = t(
        "Norfolk Mayor Kenny Alexander shared his support of the idea, and he called on Norfolk Sister City "
        "Association to immediately end the arrangement with its Russian city sister more than 4,400 miles away."
    )
    return t.reading(
        places=_places(t),
        actors=(
            Actor(
                id="x",
                name="Kenny Alexander",
                kind="person",
                role="Mayor",
                place="p1",
                mentions=(t("Kenny Alexander"),),
            ),
        ),
        ties=(
            Tie(
                id="t9",
                places=("p1", "p2"),
                kind="sister_city",
                since=_year(t, "1992"),
                status_after="unchanged",
                passages=(
                    t("The partnership between the City of Norfolk and Kaliningrad, Russia, began in 1992."),
                ),
            ),
        ),
        positions=(
            Position(
                id="s1", actor="x", stance="end", force="demands", target=Target(tie="t9"), passages=(mayor,)
            ),
        ),
    )


def letter() -> Reading:
    """Give the reading of a letter from the partner city, whose writer shares a surname with nobody."""
    text = (
        "Kaliningrad, March 3, 2022\n"
        "To the Norfolk City Council\n"
        "We ask you to keep the tie between Norfolk and Kaliningrad. Our schoolchildren wrote to yours.\n"
        "Alexei Petrov, International Office, City of Kaliningrad\n"
    )
    t = Text(text, name="letter.txt", published="2022-03-03", published_from="text")
    ask = t("We ask you to keep the tie between Norfolk and Kaliningrad.")
    return t.reading(
        places=_places(t),
        actors=(
            Actor(
                id="a1",
                name="Alexei Petrov",
                kind="person",
                role="International Office",
                place="p2",
                mentions=(t("Alexei Petrov"),),
            ),
        ),
        ties=(
            Tie(id="t1", places=("p1", "p2"), kind="sister_city", status_after="unchanged", passages=(ask,)),
        ),
        positions=(
            Position(
                id="s1",
                actor="a1",
                stance="keep",
                target=Target(tie="t1"),
                passages=(ask,),
                date=Date(value="2022-03-03", precision="day", text="March 3, 2022", resolved_from="text"),
            ),
        ),
    )


def no_tie() -> Reading:
    """Give the reading of an article in which there is no tie."""
    return Text("The Norfolk harbor fair opens on Saturday. Bring boots.\n", name="fair.txt").reading()
