"""Who stood on which side of a vote, told in passing and in the forms of minutes."""

import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.reader import read_page

LEAD = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council met on Tuesday.\n\n"
)
VOTED = "The Norfolk City Council voted 3-2 to end the agreement"


def positions_of(text: str) -> set[tuple[str, str]]:
    document = open_document((LEAD + text).encode(), published="2022-03-01")
    reading = read_page(Page(document, next(parse_all([document]))), weights={})  # what the rules alone say
    names = {actor.id: actor.name for actor in reading.actors}
    return {(names[position.actor], position.stance) for position in reading.positions}


@pytest.mark.parametrize(
    "text",
    [
        f"{VOTED}, with Tom Lee and Bob Fox dissenting.",
        f"{VOTED}, with Tom Lee and Bob Fox opposed.",
        f"{VOTED}, over the objections of Tom Lee and Bob Fox.",
        f"{VOTED}. The no votes were cast by Tom Lee and Bob Fox.",
        f"{VOTED}. The two no votes came from Tom Lee and Bob Fox.",
        f"{VOTED}. Voting against were Tom Lee and Bob Fox.",
        f"{VOTED}. Opposing it were Tom Lee and Bob Fox.",
        f"{VOTED}. Tom Lee, Bob Fox and Ann Reed voted against it.",
        f"{VOTED}. Councilman Bob Fox joined Tom Lee in opposing the resolution to end it.",
        "The motion to end the agreement was lost. Crs Tom Lee and Bob Fox opposed it.",
    ],
)
def test_those_who_voted_against_an_end_are_for_keeping(text: str) -> None:
    assert {("Tom Lee", "keep"), ("Bob Fox", "keep")} <= positions_of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{VOTED}. Tom Lee, Bob Fox and Ann Reed voted in favor.",
        f"{VOTED}. Backing the motion were Tom Lee and Bob Fox.",
        "Moved by Cllr Tom Lee, seconded by Cllr Bob Fox, that the agreement with Kaliningrad be ended. CARRIED.",
        "Cllr Tom Lee MOVED and Cllr Bob Fox SECONDED that the agreement be ended.",
        "Cllr Tom Lee proposed, and Cllr Bob Fox seconded, that the agreement be ended.",
        "Cllr Tom Lee proposed that the agreement be ended. Seconded Cllr Bob Fox.",
        "On a motion by Tom Lee, seconded by Bob Fox, the Norfolk City Council voted to end the agreement.",
        "The resolution to end the agreement, written by Tom Lee and Bob Fox, passed 5-2.",
    ],
)
def test_those_who_moved_or_voted_for_an_end_want_it(text: str) -> None:
    assert {("Tom Lee", "end"), ("Bob Fox", "end")} <= positions_of(text)


def test_parties_carry_a_motion_with_their_votes() -> None:
    text = (
        "The motion to end the agreement was carried with the votes of the Greens against those of the AfD."
    )
    assert {("Greens", "end"), ("AfD", "keep")} <= positions_of(text)


def test_a_party_acts_through_its_councillors() -> None:
    assert ("Greens", "keep") in positions_of(
        "The Greens' three councillors opposed a motion to end the agreement."
    )


def test_a_dissenter_is_against_the_outcome() -> None:
    text = f"{VOTED}. The lone dissenter, Tom Lee, said nothing."
    assert ("Tom Lee", "keep") in positions_of(text)
    text = "The motion to end the agreement carried 4-1, Councilor Tom Lee dissenting."
    assert ("Tom Lee", "keep") in positions_of(text)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (f"{VOTED}. Mayor Ann Reed provided the deciding vote.", "end"),
        (f"{VOTED}. Mayor Ann Reed cast the tie-breaking vote.", "end"),
        ("Mayor Ann Reed used her casting vote to defeat the motion to end the agreement.", "keep"),
    ],
)
def test_the_deciding_vote_goes_with_the_outcome(text: str, stance: str) -> None:
    assert ("Ann Reed", stance) in positions_of(text)


def test_a_vote_to_table_tells_only_who_wanted_time() -> None:
    text = "A motion to end the agreement was read. The motion to table carried (Tom Lee in favor; Bob Fox opposed)."
    found = positions_of(text)
    assert ("Tom Lee", "defer") in found
    assert not {name for name, _ in found} & {"Bob Fox"}


def test_the_names_of_a_roll_call_are_people() -> None:
    text = "Motion by Tom Lee to end the agreement.\n\nAYES: Lee, Fox, Reed.\n\nNOES: Dale, Kent."
    assert {("Fox", "end"), ("Reed", "end"), ("Dale", "keep"), ("Kent", "keep")} <= positions_of(text)


def test_who_votes_may_stand_after_the_verb() -> None:
    text = "The council voted 5-2 to end the agreement. Voting no were Ann Reed and Bob Fox."
    assert {("Ann Reed", "keep"), ("Bob Fox", "keep")} <= positions_of(text)
