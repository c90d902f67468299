"""What sources disagree about, and what they do not say."""

from __future__ import annotations

from later import history, letter, vote
from norfolk import norfolk
from writing import Text

from fingerpost.casefile import Casefile, assemble
from fingerpost.reading.model import Place, Reading, Tie


def case(*readings: Reading) -> Casefile:
    return assemble(readings, now="2022-03-10")


def rules(*readings: Reading) -> set[str]:
    return {silence.rule for silence in case(*readings).silences}


def worded(sentence: str) -> Reading:
    """A reader that found the tie of a short text and nothing else."""
    t = Text(f"Norfolk and Kaliningrad are sister cities. {sentence}")
    return t.reading(
        places=(
            Place(id="p1", name="Norfolk", status="resolved", mentions=t.all("Norfolk")),
            Place(id="p2", name="Kaliningrad", status="resolved", mentions=t.all("Kaliningrad")),
        ),
        ties=(
            Tie(id="t", places=("p1", "p2"), kind="sister_city", passages=(t("Norfolk and Kaliningrad"),)),
        ),
    )


def test_two_founding_years_stay_side_by_side_each_with_its_source() -> None:
    (conflict,) = case(norfolk(), vote(), history()).conflicts
    assert conflict.about == "since"
    assert [(v.value, {c.source for c in v.citations}) for v in conflict.versions] == [
        ("1991", {3}),
        ("1992", {1, 2}),
    ]


def test_sources_that_agree_make_no_conflict() -> None:
    assert not case(norfolk(), vote()).conflicts


def test_the_status_is_that_after_the_newest_decision() -> None:
    assert case(norfolk(), vote(), history()).ties[0].status == "suspended"


def test_calls_and_wishes_leave_the_status_unchanged() -> None:
    assert case(norfolk()).ties[0].status == "unchanged"


def test_the_founding_article_is_silent_about_these() -> None:
    assert rules(norfolk()) >= {
        "no-partner-statement",
        "no-decider-statement",
        "no-vote-date",
        "no-founding-document",
        "no-term",
    }


def test_a_letter_from_the_other_city_breaks_its_silence() -> None:
    assert "no-partner-statement" not in rules(norfolk(), letter())


def test_a_vote_held_breaks_the_silence_about_its_date() -> None:
    assert "no-vote-date" not in rules(norfolk(), vote())


def test_words_the_reader_passed_over_are_not_declared_missing() -> None:
    assert "no-vote-date" in rules(worded("It rained."))
    assert "no-vote-date" not in rules(worded("The council will vote on March 15."))
    assert "no-cost" not in rules(worded("It costs $4,000 a year."))
    assert "no-decider" not in rules(worded("The decision lies with the council."))
    assert "no-partner-statement" not in rules(worded("The mayor of Kaliningrad said he was sorry."))


def test_a_silence_names_the_sources_that_were_searched() -> None:
    assert all(silence.searched == (1, 2) for silence in case(norfolk(), vote()).silences)
