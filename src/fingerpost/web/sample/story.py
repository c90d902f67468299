"""What the sample register tells, as plain data. Towns are real; everything else is invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

HOME = "Bangor, Maine"
NOTE = "Part of the sample register: the towns are real, everything else is invented."
PAPER = "The Penobscot Sampler (invented)"

COUNCIL, ASSOCIATION, COMMITTEE = (
    "Bangor City Council (sample)",
    "Sister Cities of Bangor (sample)",
    "Bangor-Tver Committee (sample)",
)


class Article(NamedTuple):
    """A source: its file in ``texts``, when it was published and by whom."""

    file: str
    published: str
    publisher: str = PAPER


class Step(NamedTuple):
    """A decision of the council about one side (0: here, 1: there)."""

    date: str
    result: str
    instrument: str
    words: str
    side: int = 0
    condition: str = ""
    review: str = ""
    press_verb: str = ""
    source: str = ""
    effective: str = ""


class Visit(NamedTuple):
    """An exchange."""

    date: str
    direction: str
    title: str
    people: int
    youth: int = 0
    money: str = ""


class Tie(NamedTuple):
    """A tie with what happened in it."""

    there: str
    kind: str
    steps: tuple[Step, ...]
    visits: tuple[Visit, ...] = ()
    letters: tuple[tuple[str, str, str], ...] = ()
    """Date, direction, subject."""
    signed: str = ""
    ends: str = ""
    """When the agreement's term runs out; empty: no term."""
    exit_clause: str = ""
    agreement_source: str = ""


class Reviewed(NamedTuple):
    """A finding that the imaginary administrator accepts, where the reader found it so.

    ``words``: in its passage; ``says``: fields it must have; ``corrected``: fields that are put right.
    """

    file: str
    kind: str
    words: str
    tie: str = "Tver"
    person: str = ""
    body: str = ""
    says: dict[str, Any] = {}
    corrected: dict[str, Any] = {}


AGREEMENT = "agreement-1991.txt"
ARTICLES = (
    Article(AGREEMENT, "1991-06-10", "City of Bangor (invented)"),
    Article("antalya-ended.txt", "2011-04-12"),
    Article("sibiu-restored.txt", "2016-05-10"),
    Article("valdivia-suspended.txt", "2020-10-13"),
    Article("committee-letter.txt", "2022-03-03"),
    Article("vote-on-tver.txt", "2022-03-04"),
)

IN_THE_CASE = (AGREEMENT, "committee-letter.txt", "vote-on-tver.txt")


SITE = {
    "open": True,
    "name": "Sister cities of Bangor (sample)",
    "welcome": "Where Bangor's signpost points, and how each tie stands. The towns are real, everything else here is "
    "invented: it is the sample register that comes with Fingerpost.",
    "contact": "office@example.org",
    "licence": "CC0 1.0",
    "licence_url": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""How the sample's public site presents itself."""

LETTER, VOTE = "committee-letter.txt", "vote-on-tver.txt"
REVIEWED = (
    Reviewed(AGREEMENT, "tie", "Agreement on a sister city relationship"),
    Reviewed(VOTE, "tie", "signed in June 1991"),
    Reviewed(
        VOTE, "position", "called on the council to end", person="Dana Whitcomb", says={"stance": "end"}
    ),
    Reviewed(VOTE, "position", "wants it kept", body=COMMITTEE, says={"stance": "keep"}),
    Reviewed(
        VOTE, "position", "asked the council to wait", person="Robert Tillson", says={"stance": "defer"}
    ),
    Reviewed(VOTE, "position", "would support a suspension", person="Amy Pelkey", says={"stance": "suspend"}),
    Reviewed(VOTE, "authority", "The mayor has no vote", person="Dana Whitcomb"),
    Reviewed(
        VOTE, "event", "said in a letter on Wednesday", person="Robert Tillson", says={"kind": "letter"}
    ),
    Reviewed(
        VOTE,
        "event",
        "has been empty for two years",
        says={"kind": "vacancy"},
        corrected={"date": {"value": "2020-03", "precision": "month", "text": "two years"}},
    ),
    Reviewed(LETTER, "position", "not to end", body=COMMITTEE, says={"stance": "keep"}),
    Reviewed(LETTER, "position", "opposes ending", person="Joan Thibodeau", says={"stance": "keep"}),
    Reviewed("antalya-ended.txt", "event", "voted on Monday to end", tie="Antalya", says={"kind": "ended"}),
    Reviewed("antalya-ended.txt", "event", "signed in 1996", tie="Antalya", says={"kind": "established"}),
    Reviewed("sibiu-restored.txt", "event", "to restore", tie="Sibiu", says={"kind": "restored"}),
    Reviewed("valdivia-suspended.txt", "event", "to suspend", tie="Valdivia", says={"kind": "suspended"}),
)


def reviewed_files() -> set[str]:
    """Give the files of the articles that are reviewed."""
    return {told.file for told in REVIEWED}


def founded(day: str, instrument: str, there: str) -> tuple[Step, Step]:
    """Give the founding decision of both sides."""
    words = f"that the City of Bangor and the City of {there} be sister cities"
    return Step(day, "established", instrument, words), Step(day, "established", instrument, words, side=1)


def ties(today: date) -> tuple[Tie, ...]:
    """Give the dozen ties, each in another state."""
    soon = (today + timedelta(days=90)).isoformat()
    lately, year = (today - timedelta(days=120)).isoformat(), str(today.year - 1)
    return (
        Tie(
            "Tver, Russia",
            "sister_city",
            (
                Step(
                    "1991-06-10",
                    "established",
                    "Resolution 91-44",
                    "that the City of Bangor and the City of Tver be sister cities",
                    source=AGREEMENT,
                ),
                Step(
                    "1991-06-10",
                    "established",
                    "Agreement with Tver",
                    "The cities of Bangor and Tver agree to further friendship between their people",
                    side=1,
                    source=AGREEMENT,
                ),
            ),
            (
                Visit("2019-05", "out", "Students of the high school orchestra", 22, 18, "14500.00"),
                Visit("2017-09", "in", "Physicians of the regional hospital", 6),
            ),
            (("2022-02-24", "sent", "Are you safe?"),),
            signed="1991-06-10",
            exit_clause="Either city may end it by written notice to the other, given six months ahead.",
            agreement_source=AGREEMENT,
        ),
        Tie(
            "Lugano, Switzerland",
            "sister_city",
            founded("1998-10-05", "Resolution 98-71", "Lugano"),
            (
                Visit(lately, "in", "Youth chess team", 12, 10, "3100.00"),
                Visit(year, "out", "Bakers' week", 5),
            ),
            ((lately, "received", "Thanks for the chess week"),),
            signed="1998-10-05",
        ),
        Tie(
            "Kuopio, Finland",
            "friendship_city",
            founded("2006-08-14", "Resolution 06-52", "Kuopio"),
            (Visit(year, "both", "Winter swimming, there and here", 16),),
            ((year, "sent", "Shall we renew?"),),
            signed="2006-08-14",
            ends=soon,
        ),
        Tie(
            "Odense, Denmark",
            "sister_city",
            founded("1995-05-08", "Resolution 95-30", "Odense"),
            (Visit("2013", "in", "Story-tellers' summer", 9),),
            signed="1995-05-08",
            ends="2015-05-08",
        ),
        Tie(
            "Antalya, Turkey",
            "sister_city",
            (
                *founded("1996-09-09", "Resolution 96-61", "Antalya"),
                Step(
                    "2011-04-11",
                    "ended",
                    "Resolution 11-19",
                    "that the agreement with Antalya end on June 30, 2011",
                    source="antalya-ended.txt",
                    effective="2011-06-30",
                ),
                Step("2011-05", "ended", "Letter of the mayor of Antalya", "we agree that it ends", side=1),
            ),
            signed="1996-09-09",
        ),
        Tie(
            "Valdivia, Chile",
            "sister_city",
            (
                *founded("2003-03-10", "Resolution 03-12", "Valdivia"),
                Step(
                    "2020-10-12",
                    "suspended",
                    "Resolution 20-88",
                    "that the agreement with Valdivia be suspended",
                    condition="until a committee of at least five residents has been formed",
                    review="2022-10",
                    source="valdivia-suspended.txt",
                ),
            ),
            (Visit("2017-07", "in", "Foresters of the university", 7),),
            signed="2003-03-10",
        ),
        Tie(
            "Kisumu, Kenya",
            "partner_city",
            (
                *founded("2009-11-09", "Resolution 09-77", "Kisumu"),
                Step(
                    "2018-06-11",
                    "suspended",
                    "Order 18-233",
                    "that activities under the agreement with Kisumu be suspended",
                    press_verb="cut",
                ),
            ),
            signed="2009-11-09",
        ),
        Tie(
            "Matsue, Japan",
            "sister_city",
            (
                *founded("1988-04-11", "Resolution 88-20", "Matsue"),
                Step("2018-12", "ended", "Notice of the mayor of Matsue", "the agreement ends", side=1),
                Step("2019-01-14", "kept", "Resolution 19-03", "that Bangor keep the name of sister city"),
            ),
            (Visit("2016", "out", "Tea and timber", 8),),
            (("2018-12", "received", "Notice that the agreement ends"),),
            signed="1988-04-11",
        ),
        Tie(
            "Sibiu, Romania",
            "sister_city",
            (
                *founded("2001-02-12", "Resolution 01-09", "Sibiu"),
                Step(
                    "2014-03-10",
                    "suspended",
                    "Resolution 14-15",
                    "that the agreement with Sibiu be suspended",
                    condition="until the travel costs of 2013 have been paid",
                    review="2016-03",
                ),
                Step(
                    "2016-05-09",
                    "restored",
                    "Resolution 16-37",
                    "that the agreement with Sibiu be restored",
                    source="sibiu-restored.txt",
                ),
            ),
            (Visit(year, "in", "Chamber choir", 24, 6, "5200.00"),),
            signed="2001-02-12",
        ),
        Tie(
            "Bamberg, Germany",
            "twin_town",
            founded("1979-07-09", "Order of July 9, 1979", "Bamberg"),
            (Visit("2004-06", "in", "Brewers", 11),),
            (("2005-01", "received", "New Year's wishes"),),
            signed="1979-07-09",
        ),
        Tie(
            "Cusco, Peru",
            "friendship_city",
            (
                *founded("2012-08-13", "Resolution 12-58", "Cusco"),
                Step(
                    "2021-02-08",
                    "handed_over",
                    "Order 21-40",
                    "that the association carry the friendship with Cusco in the city's place",
                ),
            ),
            (Visit(year, "remote", "Weavers' evenings", 30),),
            signed="2012-08-13",
        ),
        Tie(
            "Nanaimo, British Columbia",
            "sister_city",
            (Step(year, "proposed", "Motion of the association", "that a tie with Nanaimo be looked into"),),
            (Visit(lately, "remote", "First call of both harbor offices", 6),),
        ),
    )
