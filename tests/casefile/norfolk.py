"""The founding case, read by hand: complete, and faithful to what the article says."""

from __future__ import annotations

from pathlib import Path

from writing import Text

from fingerpost.reading.model import (
    Action,
    Actor,
    Authority,
    Claim,
    Computed,
    Date,
    Event,
    Place,
    PlaceClass,
    Position,
    Quote,
    Reading,
    Said,
    Stated,
    Target,
    Tie,
    TieClass,
    Until,
)

ARTICLE = Path(__file__).parents[2] / "evaluation" / "dev" / "000.txt"


def norfolk(**about: object) -> Reading:
    """Give the reading of the founding article."""
    about = {"name": "norfolk-kaliningrad.txt", "publisher": "13NewsNow"} | about
    t = Text(ARTICLE.read_text("utf-8"), **about)
    written = Said(
        date=Date(value="2022-02-28", precision="day", text="Feb. 28", resolved_from="inferred"),
        medium="letter",
    )
    began = t("The partnership between the City of Norfolk and Kaliningrad, Russia, began in 1992.")
    governor = t(
        'Last week, Governor Glenn Youngkin pushed for "decision actions" in support of Ukraine, including his '
        "call to Virginia mayors to end any Russian sister city partnerships."
    )
    mayor = t(
        "Norfolk Mayor Kenny Alexander shared his support of the idea, and he called on Norfolk Sister City "
        "Association to immediately end the arrangement with its Russian city sister more than 4,400 miles away."
    )
    wants = t("But The Norfolk Sister City Association wants to continue the partnership with Kaliningrad.")
    belief = t(
        "It is, however, our firm belief that lasting peace can be best achieved through the development of "
        "personal relationships and the natural affinity that results,"
    )
    belief_around = t(
        '"It is, however, our firm belief that lasting peace can be best achieved through the development of '
        'personal relationships and the natural affinity that results," wrote Marguerite Inscoe, president of '
        "NCSA in a letter on Feb. 28."
    )
    quest = t(
        "To that end, we desire to continue our quest to establish a meaningful relationship with the people of "
        "Kaliningrad."
    )
    joyner = t(
        "If we are a sister city to them and they are a sister city to us and both cities have a relationship, "
        "I think it should be more diplomatic,"
    )
    waned = t(
        'According to the letter, the association said the relationship with Kaliningrad has "waned over the '
        'years" and the sister city committee has been without a chair more than that year.'
    )
    signpost = t(
        "To show support for Ukraine, the NCSA plans to cover a signpost at Town Point Park until Russia ends "
        "its invasion."
    )
    lies = t(
        '"The decision for the City of Norfolk to establish or dis-establish relationships with sister cities '
        'lies with Norfolk City Council," Inscoe wrote.'
    )
    abide = t(
        '"Norfolk Sister City Association will abide by and assist the Council in whatever decision is made."'
    )
    proud = t("Norfolk is proud to join many throughout the world who are rallying behind Ukraine,")
    since = Date(value="1992", precision="year", text="1992", resolved_from="text", passage=t("1992"))
    quotes = [
        ("q1", "youngkin", "mixed", t("decision actions"), governor, Said()),
        ("q2", "alexander", "direct", proud, None, Said(medium="statement", to="13NewsNow")),
        ("q3", "inscoe", "direct", belief, belief_around, written),
        ("q4", "inscoe", "direct", quest, None, written),
        ("q5", "joyner", "direct", joyner, None, Said()),
        ("q6", "nsca", "mixed", t("waned over the years"), waned, written),
        ("q7", "inscoe", "direct", t(lies.text[1 : lies.text.index('" Inscoe')]), lies, written),
        ("q8", "inscoe", "direct", t(abide.text[1:-1]), abide, written),
    ]
    return t.reading(
        places=(
            Place(
                id="p1",
                name="Norfolk",
                status="resolved",
                geonames=4776222,
                country="US",
                admin1="US-VA",
                latitude=36.84681,
                longitude=-76.28522,
                mentions=t.all("Norfolk"),
            ),
            Place(
                id="p2",
                name="Kaliningrad",
                status="resolved",
                geonames=554234,
                country="RU",
                admin1="RU-KGD",
                latitude=54.70649,
                longitude=20.51095,
                mentions=t.all("Kaliningrad"),
            ),
            Place(
                id="p3",
                name="Virginia",
                status="resolved",
                kind="admin1",
                geonames=6254928,
                country="US",
                admin1="US-VA",
                mentions=(t("Virginia"),),
            ),
        ),
        actors=(
            Actor(
                id="youngkin",
                name="Glenn Youngkin",
                kind="person",
                role="Governor",
                place="p3",
                mentions=(t("Glenn Youngkin"),),
            ),
            Actor(
                id="alexander",
                name="Kenny Alexander",
                kind="person",
                role="Mayor",
                place="p1",
                mentions=(t("Kenny Alexander"),),
            ),
            Actor(
                id="nsca",
                name="Norfolk Sister City Association",
                kind="association",
                place="p1",
                mentions=t.all("Norfolk Sister City Association"),
            ),
            Actor(
                id="inscoe",
                name="Marguerite Inscoe",
                kind="person",
                role="president",
                of="nsca",
                place="p1",
                mentions=(t("Marguerite Inscoe"),),
            ),
            Actor(
                id="joyner",
                name="Troy Joyner",
                kind="person",
                role="resident",
                place="p1",
                mentions=(t("Troy Joyner"),),
            ),
            Actor(
                id="council",
                name="Norfolk City Council",
                kind="council",
                place="p1",
                mentions=(t("Norfolk City Council"),),
            ),
            Actor(
                id="committee",
                name="sister city committee",
                kind="committee",
                place="p1",
                mentions=(t("sister city committee"),),
            ),
        ),
        ties=(
            Tie(
                id="t1",
                places=("p1", "p2"),
                kind="sister_city",
                label="sister city",
                since=since,
                status_after="unchanged",
                activity="waning",
                passages=(began,),
            ),
        ),
        quotes=tuple(
            Quote(
                id=i,
                speaker=who,
                kind=kind,
                text=at.text,
                start=at.start,
                end=at.end,
                source_span=around,
                said=said,
            )
            for i, who, kind, at, around, said in quotes  # type: ignore[arg-type]
        ),
        positions=(
            Position(
                id="s1",
                actor="youngkin",
                stance="end",
                force="demands",
                passages=(governor,),
                quotes=("q1",),
                date=Date(value=None, precision="unknown", text="Last week"),
                target=Target(ties=TieClass(start=PlaceClass(admin1="US-VA"), to=PlaceClass(country="RU"))),
            ),
            Position(
                id="s2",
                actor="alexander",
                stance="end",
                force="demands",
                target=Target(tie="t1"),
                date=Date(value=None, precision="unknown", text="Saturday"),
                passages=(mayor,),
            ),
            Position(
                id="s3",
                actor="nsca",
                stance="keep",
                force="wants",
                target=Target(tie="t1"),
                passages=(wants,),
            ),
            Position(
                id="s4",
                actor="inscoe",
                stance="keep",
                force="wants",
                target=Target(tie="t1"),
                date=written.date,
                quotes=("q4", "q3"),
                passages=(quest,),
            ),
            Position(
                id="s5",
                actor="joyner",
                stance="keep",
                force="wants",
                target=Target(tie="t1"),
                quotes=("q5",),
                passages=(joyner,),
            ),
        ),
        authority=(
            Authority(actor="council", power="decides", over="t1", according_to="inscoe", passages=(lies,)),
            Authority(actor="nsca", power="carries_out", over="t1", according_to="inscoe", passages=(abide,)),
        ),
        events=(
            Event(kind="established", date=since, tie="t1", passages=(began,)),
            Event(kind="waned", tie="t1", passages=(waned,)),
            Event(kind="vacancy", actor="committee", tie="t1", passages=(waned,)),
            Event(kind="letter", date=written.date, actor="inscoe", tie="t1", passages=(belief_around,)),
        ),
        actions=(
            Action(
                what="cover a signpost at Town Point Park",
                actor="nsca",
                status="planned",
                passages=(signpost,),
                until=Until(text="until Russia ends its invasion", kind="condition"),
            ),
        ),
        claims=(
            Claim(
                kind="distance",
                stated=Stated(value=4400, unit="mi", comparator="more_than"),
                verdict="consistent",
                computed=Computed(
                    value=4449, unit="mi", method="geodesic on WGS 84 between Norfolk and Kaliningrad"
                ),
                passages=(t("more than 4,400 miles away"),),
            ),
            Claim(
                kind="since",
                stated=Stated(value=1992, unit="year"),
                verdict="consistent",
                computed=Computed(value=1992, unit="year", method="2022 - 30 years"),
                passages=(began,),
            ),
            Claim(
                kind="duration",
                stated=Stated(value=30, unit="year"),
                verdict="consistent",
                computed=Computed(value=30, unit="year", method="2022 - 1992"),
                passages=(t("the relationship of 30 years"),),
            ),
        ),
    )
