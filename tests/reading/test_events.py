import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading import read
from fingerpost.reading.model import Event

TIE = "Norfolk, Virginia, has a sister city tie with Kaliningrad, Russia. "


def events(said: str) -> list[Event]:
    return list(read(open_document((TIE + said).encode(), published="2022-03-15")).events)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The tie was established in 1992.", "established"),
        ("The tie has waned over the years.", "waned"),
        ("No delegation has travelled either way since 2012.", "waned"),
        ("The last visit took place in 2011.", "waned"),
        ("The sister city committee has been without a chair for more than a year.", "vacancy"),
        ("The committee has had no chair since 2019.", "vacancy"),
        ("The governor wrote to the council on March 7.", "letter"),
        (
            "In a letter that reached the city on Sept. 4, the mayor of Kaliningrad asked for patience.",
            "letter",
        ),
        ("It was allowed to lapse in 2004.", "lapsed"),
    ],
)
def test_a_happening_is_told_by_its_sentence(said: str, kind: str) -> None:
    found = [event for event in events(said) if event.kind == kind]
    assert [event.passages[0].text for event in found] == [said]


@pytest.mark.parametrize(
    "said",
    [
        "The clerk will write to the mayor of Kaliningrad.",
        "He wrote to the editor of the newspaper.",
        "The letter said no more.",
        "Nobody has answered a letter.",
    ],
)
def test_a_letter_planned_or_only_spoken_of_is_no_event(said: str) -> None:
    assert "letter" not in [event.kind for event in events(said)]


def test_two_votes_in_a_sentence_are_two_events() -> None:
    found = events("The motion on one was passed by 11 votes to 3 and the motion on the other by 12 to 2.")
    assert [(e.vote.for_, e.vote.against) for e in found if e.vote] == [(11, 3), (12, 2)]


def test_a_vote_recalled_is_no_further_vote() -> None:
    found = events("The council voted 4-3 to keep the tie. The 4-3 vote followed an hour of talk.")
    assert len([event for event in found if event.kind == "vote"]) == 1


def test_a_date_of_an_event_is_that_of_its_clause() -> None:
    founding = next(
        event for event in events("The tie was established in 1992.") if event.kind == "established"
    )
    assert founding.date is not None
    assert founding.date.value == "1992"


def test_a_page_without_a_tie_has_no_events() -> None:
    assert read(open_document(b"The council voted 4-1. Nobody has come since 2012.")).events == ()


def test_a_letter_has_its_writer_also_after_the_verb() -> None:
    reading = read(
        open_document((TIE + '"We ask for time," wrote Margaret Inscoe in a letter on Feb. 28.').encode())
    )
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(event.actor or "") for event in reading.events if event.kind == "letter"] == [
        "Margaret Inscoe"
    ]


def test_the_instrument_tells_what_happened_not_the_lead() -> None:
    said = "Norfolk is cutting off its sister city. The Norfolk City Council voted 4-1 to suspend the tie."
    kinds = {event.kind for event in events(said)}
    assert "suspended" in kinds and "ended" not in kinds


@pytest.mark.parametrize(
    "said",
    [
        "The council voted 6-1 to rename a street.",
        "The NHL ended its relationship with Russian sponsors.",
        "The university ended its partnership with Kaliningrad State University.",
    ],
)
def test_what_others_end_and_other_votes_are_no_events_of_the_tie(said: str) -> None:
    assert [event.kind for event in events(said)] == []


def test_a_vote_that_names_a_place_stays_an_event() -> None:
    found = events("The council voted 5-2 to send a delegation to Kaliningrad.")
    assert "vote" in {event.kind for event in found}
