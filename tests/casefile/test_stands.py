"""Who wants what: in order of date, with changes of mind."""

from __future__ import annotations

import pytest
from later import letter, no_tie, vote
from norfolk import norfolk

from fingerpost.casefile import NoTie, assemble
from fingerpost.casefile.model import Casefile, Stand

NOW = "2022-03-10"


def stand(case: Casefile, name: str) -> Stand:
    actor = next(actor.id for actor in case.actors if actor.name == name)
    return next(stand for stand in case.stands if stand.actor == actor)


def test_a_change_of_mind_keeps_both_positions_oldest_first() -> None:
    found = stand(assemble([vote(), norfolk()], now=NOW), "Kenny Alexander")
    assert [position.stance for position in found.positions] == ["end", "suspend"]
    assert found.changed


def test_one_who_keeps_to_a_view_has_one_position_and_did_not_change() -> None:
    found = stand(assemble([norfolk(), vote()], now=NOW), "Troy Joyner")
    assert len(found.positions) == 1
    assert not found.changed


def test_a_call_on_all_ties_of_a_state_counts_for_the_tie_it_holds() -> None:
    found = stand(assemble([norfolk()], now=NOW), "Glenn Youngkin")
    assert found.positions[0].ties is not None


def test_the_home_is_the_side_more_actors_belong_to() -> None:
    case = assemble([norfolk()], now=NOW)
    assert next(p.name for p in case.places if p.id == case.home) == "Norfolk"


def test_the_home_can_be_given_with_its_region() -> None:
    case = assemble([norfolk(), letter()], now=NOW, home="Kaliningrad, Russia")
    assert next(p.name for p in case.places if p.id == case.home) == "Kaliningrad"


@pytest.mark.parametrize("home", ["Norfolk, Virginia", "Norfolk, US-VA", "norfolk"])
def test_home_takes_names_and_codes(home: str) -> None:
    case = assemble([norfolk()], now=NOW, home=home)
    assert next(p.name for p in case.places if p.id == case.home) == "Norfolk"


def test_another_home_has_no_tie_and_is_told_which_there_are() -> None:
    with pytest.raises(NoTie, match="Norfolk – Kaliningrad"):
        assemble([norfolk()], now=NOW, home="Portsmouth, Virginia")


def test_sources_without_a_tie_make_no_case() -> None:
    with pytest.raises(NoTie, match="No tie found"):
        assemble([no_tie()], now=NOW)


def test_the_question_is_the_one_a_source_asks() -> None:
    question = assemble([norfolk()], now=NOW).question
    assert question.text == "Should the City of Norfolk cut ties with its Russian sister city?"
    assert question.citation is not None


def test_a_given_question_goes_before_a_found_one() -> None:
    question = assemble([norfolk()], now=NOW, question="Suspend or end?").question
    assert question.given
    assert question.text == "Suspend or end?"
