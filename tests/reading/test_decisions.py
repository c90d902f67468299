import pytest

from fingerpost import read
from fingerpost.documents.opening import open_document
from fingerpost.reading.parse import load_model
from fingerpost.reading.votes import vote_in

LEAD = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council meets on Tuesday.\n"
)


def status_of(text: str) -> str:
    reading = read(open_document((LEAD + text).encode(), published="2022-03-01"))
    return reading.ties[0].status_after


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Norfolk City Council voted 5-2 to suspend the agreement.", "suspended"),
        ("The Norfolk City Council decided by four to three that the link should cease.", "ended"),
        ("The Norfolk City Council rejected a motion to end the agreement.", "active"),
        ("The Norfolk City Council voted 5-2 to table the resolution.", "unchanged"),
        ("The Norfolk City Council voted unanimously to lift the suspension.", "active"),
        ("The agreement expired last month.", "lapsed"),
        ("Gov. Ann Moore asked the council to end the agreement.", "unchanged"),
        ("The Norfolk City Council will vote next week on whether to end the agreement.", "unchanged"),
        ("The Norfolk City Council asked the mayor to suspend the agreement.", "unchanged"),
    ],
)
def test_only_a_decision_changes_the_status(sentence: str, status: str) -> None:
    assert status_of(sentence) == status


@pytest.mark.parametrize(
    ("sentence", "ayes", "noes"),
    [
        ("City commissioners voted 4-1 Tuesday night to suspend it.", 4, 1),
        ("The council decided by four to three, with one abstention, to end it.", 4, 3),
        ("The council resolved six votes to three to wait.", 6, 3),
        ("The motion was carried by 26 to nine.", 26, 9),
    ],
)
def test_a_vote_is_read_in_figures_or_words(sentence: str, ayes: int, noes: int) -> None:
    vote = vote_in(load_model()(sentence)[:])
    assert vote is not None
    assert (vote.for_, vote.against) == (ayes, noes)


def test_a_score_without_a_vote_is_no_vote() -> None:
    assert vote_in(load_model()("The Twins beat the Guardians 6-2.")[:]) is None
