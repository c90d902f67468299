import pytest

from fingerpost import read
from fingerpost.documents.opening import open_document
from fingerpost.reading.model import Reading
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.reader import read_page

LEAD = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council meets on Tuesday.\n"
)


def reading_of(text: str) -> Reading:
    """Read with the rules alone: what is learned weighs them by more than one sentence."""
    document = open_document((LEAD + text).encode(), published="2022-03-01")
    return read_page(Page(document, next(parse_all([document]))), weights={})


def positions_of(text: str) -> set[tuple[str, str]]:
    reading = reading_of(text)
    names = {actor.id: actor.name for actor in reading.actors}
    return {(names[position.actor], position.stance) for position in reading.positions}


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Mayor Kenny Alexander wants the council to end the agreement.", "end"),
        ("Mayor Kenny Alexander refused to end the agreement.", "keep"),
        ("Mayor Kenny Alexander opposed a motion to suspend the agreement.", "keep"),
        ("Mayor Kenny Alexander said ending the agreement would hurt students.", "keep"),
        ("Mayor Kenny Alexander said the city should leave the agreement alone.", "keep"),
        ("Mayor Kenny Alexander asked the council to put off the decision.", "defer"),
        ("Mayor Kenny Alexander called for an end to the agreement.", "end"),
        ("The mayor, Kenny Alexander, would like to see the agreement brought to an end.", "end"),
        ("Mayor Kenny Alexander wants the agreement renewed.", "renew"),
        ("Mayor Kenny Alexander asked the council to lift the suspension.", "restore"),
    ],
)
def test_a_stance_is_read_through_the_verbs_around_it(sentence: str, stance: str) -> None:
    assert positions_of(sentence) == {("Kenny Alexander", stance)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mayor Kenny Alexander has no plans to cut ties.",
        "Mayor Kenny Alexander was asked whether the city should end the agreement.",
        "Mayor Kenny Alexander condemned the war in Ukraine.",
        "Nobody is proposing to end the agreement.",
        "There were calls to end the agreement.",
        "Mayor Kenny Alexander may end the agreement.",
    ],
)
def test_no_stance_is_read_where_nobody_takes_one(sentence: str) -> None:
    assert positions_of(sentence) == set()


def test_a_vote_against_the_motion_opposes_what_it_would_do() -> None:
    found = positions_of(
        "The Norfolk City Council voted 6-1 to suspend the agreement. Councilman Sam Reed voted no."
    )
    assert found == {("Norfolk City Council", "suspend"), ("Sam Reed", "keep")}


def test_the_mover_wants_what_the_motion_asks() -> None:
    found = positions_of(
        "The Norfolk City Council rejected a motion to end the agreement. "
        "Councilman Sam Reed, who made the motion, left early."
    )
    assert found == {("Norfolk City Council", "keep"), ("Sam Reed", "end")}


def test_a_no_vote_of_one_who_wanted_more_is_no_wish_to_keep() -> None:
    found = positions_of(
        "The Norfolk City Council voted 6-1 to suspend the agreement. "
        "Councilman Sam Reed voted no. Reed wanted the council to end the agreement."
    )
    assert ("Sam Reed", "keep") not in found
    assert ("Sam Reed", "end") in found


def test_a_position_cites_the_sentence_that_shows_it() -> None:
    sentence = "Mayor Kenny Alexander wants the council to end the agreement."
    reading = reading_of("It rained. " + sentence)
    assert reading.positions[0].passages[0].text == sentence


def test_an_article_without_a_tie_has_no_positions() -> None:
    document = open_document(b"Acme Corp. of Norfolk wants to end its agreement with a vendor.")
    assert read(document).positions == ()


def test_a_call_on_all_mayors_is_about_a_class_of_ties() -> None:
    reading = reading_of("Gov. Ann Moore called on mayors to end any Russian sister city partnerships.")
    target = reading.positions[0].target
    assert target.tie is None
    assert target.ties is not None and target.ties.to is not None
    assert target.ties.to.country == "RU"


def test_a_roll_call_tells_each_member_s_vote() -> None:
    found = positions_of(
        "Moved by Councillor Ann Lee, seconded by Councillor Bob Moss, that the agreement be ended.\n"
        "The motion was carried.\nAgainst: Councillors Cy Dunn and Di Egan.\n"
    )
    assert {("Ann Lee", "end"), ("Bob Moss", "end"), ("Cy Dunn", "keep"), ("Di Egan", "keep")} <= found


def test_whoever_agrees_takes_the_stance_told_before() -> None:
    found = positions_of("The Norfolk Garden Society wants to keep the agreement. Troy Joyner agrees.")
    assert ("Troy Joyner", "keep") in found


def test_to_ask_for_a_hearing_before_voting_is_to_ask_for_time() -> None:
    found = positions_of("Mayor Kenny Alexander wants the council to hear from residents before voting.")
    assert found == {("Kenny Alexander", "defer")}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The motion was the mayor's. A proposal from the Greens that the clerk be thanked was carried.",
            set(),
        ),
        ("Mayor Kenny Alexander would vote to lift the suspension if the terms were met.", set()),
        ("Mayor Kenny Alexander would vote to lift the suspension.", {("Kenny Alexander", "restore")}),
        ("Mayor Kenny Alexander's motion leaves alone Norfolk's ties with Kitakyushu in Japan.", set()),
        ("The council's vote on Kaliningrad is expected before it goes on recess in June.", set()),
        (
            "Mayor Kenny Alexander asked a judge to block the enforcement of a law that makes the city end the tie.",
            {("Kenny Alexander", "keep")},
        ),
        (
            "Mayor Kenny Alexander asked a judge to block House Bill 12, a law that makes the city end the tie.",
            {("Kenny Alexander", "keep")},
        ),
        ("The Harbour Society will go on helping ten families in Kaliningrad.", set()),
    ],
)
def test_nothing_is_wanted_beyond_what_is_said(sentence: str, found: set[tuple[str, str]]) -> None:
    assert positions_of(sentence) == found


def test_the_motion_is_what_has_just_been_done_to_the_tie() -> None:
    text = "The agreement was dissolved. The motion was carried by 5-2. Mayor Kenny Alexander voted for it."
    assert ("Kenny Alexander", "end") in positions_of(text)


def test_a_dated_suspension_is_no_motion_of_today() -> None:
    text = "The agreement was suspended in 2019. Mayor Kenny Alexander moved to end it. Ann Lee seconded the motion."
    assert positions_of(text) >= {("Kenny Alexander", "end")}
    assert ("Ann Lee", "suspend") not in positions_of(text)


def test_the_only_vote_against_is_not_for() -> None:
    text = "The council voted 6-1 to restore the agreement. The only vote against came from Mayor Kenny Alexander."
    assert ("Kenny Alexander", "restore") not in positions_of(text)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mayor Kenny Alexander broke ranks and voted to suspend.", {("Kenny Alexander", "suspend")}),
        ("Mayor Kenny Alexander voted to end the meeting.", set()),
        ("The motion, tabled by the Greens, would have ended the agreement.", {("Greens", "end")}),
        (
            "Kenny Alexander had been waiting for the council to get rid of the agreement.",
            {("Kenny Alexander", "end")},
        ),
        ("Kenny Alexander had been waiting for the council to settle the matter.", set()),
        (
            "Mayor Kenny Alexander asked that a resolution terminating the agreement be put on the agenda.",
            {("Kenny Alexander", "end")},
        ),
        (
            "Kenny Alexander said that the agreement ought to be left to flourish.",
            {("Kenny Alexander", "keep")},
        ),
        ("Kenny Alexander said that the city ought to leave the agreement.", {("Kenny Alexander", "end")}),
        ("Kenny Alexander said that the agreement should be allowed to die.", {("Kenny Alexander", "end")}),
        ("Kenny Alexander said that people should not have to die.", set()),
    ],
)
def test_short_and_passive_ways_of_wanting(sentence: str, found: set[tuple[str, str]]) -> None:
    assert positions_of(sentence) == found


def test_who_backs_both_motions_wants_what_each_asks() -> None:
    text = (
        "The first motion would end the agreement. The second motion would suspend the agreement. "
        "Mayor Kenny Alexander backed both motions."
    )
    assert positions_of(text) == {("Kenny Alexander", "end"), ("Kenny Alexander", "suspend")}


def test_a_restoration_refused_lets_nothing_lapse() -> None:
    text = "The agreement was suspended in 2019. A motion to restore it was rejected by the council by 9-2."
    reading = reading_of(text)
    assert not {"lapsed", "ended"} & {event.kind for event in reading.events}
    assert [tie.status_after for tie in reading.ties] != ["lapsed"]
