"""Places, actors, ties and events of several sources become one, and only where they are one."""

from __future__ import annotations

from later import history, letter, syndicated, vote
from norfolk import norfolk
from writing import Text

from fingerpost.casefile import Casefile, assemble
from fingerpost.casefile.model import CaseActor
from fingerpost.reading.model import Actor, Place, Reading, Tie


def case(*readings: Reading, **options: str) -> Casefile:
    return assemble(readings, now="2022-03-10", **options)  # type: ignore[arg-type]


def named(found: Casefile, name: str) -> list[CaseActor]:
    return [actor for actor in found.actors if actor.name == name or name in actor.aliases]


def town(number: int, person: str, role: str | None = None, *, place: str = "Norfolk") -> Reading:
    """A short source of its own in which one person of one town is named."""
    t = Text(
        f"{place} and Kaliningrad are sister cities, said {person} in source {number}.", name=f"{number}.txt"
    )
    home = Place(
        id="p1",
        name=place,
        status="resolved",
        country="US",
        admin1="US-VA",
        geonames=len(place),
        mentions=(t(place),),
    )
    other = Place(
        id="p2", name="Kaliningrad", status="resolved", geonames=554234, mentions=(t("Kaliningrad"),)
    )
    return t.reading(
        places=(home, other),
        actors=(Actor(id="a", name=person, kind="person", role=role, place="p1", mentions=(t(person),)),),
        ties=(Tie(id="t", places=("p1", "p2"), kind="sister_city", passages=(t(t.document.text),)),),
    )


def test_a_person_in_two_sources_is_one_with_both_citations() -> None:
    (mayor,) = named(case(norfolk(), vote()), "Kenny Alexander")
    assert {citation.source for citation in mayor.citations} == {1, 2}


def test_a_body_named_with_its_article_is_the_same_body() -> None:
    assert len(named(case(norfolk(), vote()), "Norfolk City Council")) == 1


def test_places_are_one_by_gazetteer_identity() -> None:
    found = case(norfolk(), vote(), letter())
    assert [place.name for place in found.places] == ["Norfolk", "Kaliningrad", "Virginia"]


def test_a_surname_joins_the_one_person_it_can_mean() -> None:
    (person,) = case(town(1, "Rhonda Espinosa"), town(2, "Espinosa")).actors
    assert (person.name, person.aliases) == ("Rhonda Espinosa", ("Espinosa",))


def test_a_surname_that_two_bear_stays_by_itself() -> None:
    people = case(town(1, "Rhonda Espinosa"), town(2, "Luis Espinosa"), town(3, "Espinosa")).actors
    assert [person.name for person in people] == ["Rhonda Espinosa", "Luis Espinosa", "Espinosa"]


def test_namesakes_of_two_towns_stay_two() -> None:
    people = case(town(1, "Ann Mills", "Mayor"), town(2, "Ann Mills", "Mayor", place="Portsmouth")).actors
    assert len(people) == 2


def test_an_acronym_joins_the_body_whose_initials_it_is() -> None:
    def body(number: int, name: str) -> Reading:
        t = Text(f"{name} met in Norfolk, source {number}, about Kaliningrad.", name=f"{number}.txt")
        return t.reading(
            places=(
                Place(id="p", name="Norfolk", status="resolved", mentions=(t("Norfolk"),))
                if name.isupper()
                else Place(id="p", name="Norfolk", status="resolved", mentions=t.all("Norfolk")),
                Place(id="q", name="Kaliningrad", status="resolved", mentions=(t("Kaliningrad"),)),
            ),
            actors=(Actor(id="a", name=name, kind="association", mentions=(t(name),)),),
            ties=(Tie(id="t", places=("p", "q"), kind="sister_city", passages=(t("Kaliningrad"),)),),
        )

    (one,) = case(body(1, "Tidewater Sister City Association"), body(2, "TSCA")).actors
    assert one.name == "Tidewater Sister City Association"


def test_a_vote_and_a_start_told_twice_are_told_once_with_all_citations() -> None:
    events = case(norfolk(), vote()).events
    (start,) = [event for event in events if event.kind == "established"]
    assert [citation.source for citation in start.citations] == [1, 2]


def test_events_stand_in_order_of_date_and_those_without_one_come_last() -> None:
    dates = [event.date.value if event.date else None for event in case(norfolk(), vote(), history()).events]
    known = [date for date in dates if date]
    assert known == sorted(known)
    assert dates[len(known) :] == [None, None]


def test_a_near_copy_is_named_as_the_copy_of_its_original() -> None:
    sources = case(norfolk(), vote(), syndicated()).sources
    assert [source.copy_of for source in sources] == [None, None, 1]
    assert sources[2].shared > 0.9


def test_a_copy_adds_no_voice_and_no_citation() -> None:
    alone, with_copy = case(norfolk()), case(norfolk(), syndicated())
    assert with_copy.stands == alone.stands
    assert {c.source for tie in with_copy.ties for c in tie.citations} == {1}


def test_sources_that_only_share_a_subject_are_no_copies() -> None:
    assert not any(source.copy_of for source in case(norfolk(), vote(), history(), letter()).sources)
