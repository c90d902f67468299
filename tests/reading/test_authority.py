import pytest

from fingerpost import read
from fingerpost.documents.opening import open_document

LEAD = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council meets on Tuesday. Gov. Ann Moore spoke in Richmond.\n"
)


def powers_of(text: str) -> set[tuple[str, str]]:
    reading = read(open_document((LEAD + text).encode(), published="2022-03-01"))
    names = {actor.id: actor.name for actor in reading.actors}
    return {(names[finding.actor], finding.power) for finding in reading.authority}


@pytest.mark.parametrize(
    "sentence",
    [
        "The decision lies with the Norfolk City Council.",
        "That decision is up to the Norfolk City Council.",
        "Only the Norfolk City Council may end the agreement.",
        "The Norfolk City Council has the final say.",
        "The Norfolk City Council will vote on the agreement in May.",
        "The Norfolk City Council voted 5-2 to suspend the agreement.",
    ],
)
def test_a_body_that_decides_or_may_decide_decides(sentence: str) -> None:
    assert ("Norfolk City Council", "decides") in powers_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gov. Ann Moore has no say in the matter.",
        "Gov. Ann Moore does not have the authority to end the agreement.",
        "Gov. Ann Moore said she could not force the city to act.",
        "Gov. Ann Moore cannot cancel the agreement.",
    ],
)
def test_one_without_the_power_cannot_decide(sentence: str) -> None:
    assert ("Ann Moore", "cannot_decide") in powers_of(sentence)


def test_a_committee_that_recommends_advises() -> None:
    found = powers_of("The Sister Cities Committee recommended that the council suspend the agreement.")
    assert ("Sister Cities Committee", "advises") in found


def test_one_that_will_abide_by_the_decision_carries_it_out() -> None:
    found = powers_of("The Norfolk Sister City Association will abide by whatever the council decides.")
    assert ("Norfolk Sister City Association", "carries_out") in found


def test_a_wish_is_no_authority() -> None:
    found = powers_of("Gov. Ann Moore wants cities to end such agreements.")
    assert not any(name == "Ann Moore" for name, _ in found)


def test_the_council_decides_where_nothing_is_said() -> None:
    found = powers_of("Gov. Ann Moore wants cities to end such agreements.")
    assert found == {("Norfolk City Council", "decides")}
