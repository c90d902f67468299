"""fingerpost check proves a briefing, or finds the one altered character."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from norfolk import ARTICLE, norfolk

from fingerpost.briefing import Briefing, build
from fingerpost.briefing.as_json import as_json
from fingerpost.briefing.check import NoBriefing, check, read_briefing
from fingerpost.casefile import assemble
from fingerpost.documents import Document, open_document

TEXT = ARTICLE.read_text("utf-8")
QUIET = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def source(text: str = TEXT, name: str = "norfolk-kaliningrad.txt") -> Document:
    return replace(
        norfolk().document, text=text, name=name, id=norfolk().document.id if text == TEXT else "sha256:x"
    )


def again(briefing: Briefing) -> Briefing:
    return read_briefing(as_json(briefing), "briefing.json")


def test_a_briefing_survives_its_own_json(later_briefing: Briefing) -> None:
    assert again(later_briefing) == later_briefing


def test_a_true_briefing_is_proved(briefing: Briefing) -> None:
    outcome = check(again(briefing), [source()])
    assert outcome.problems == ()
    assert outcome.passages > 15


def test_the_real_file_proves_the_briefing_made_from_it() -> None:
    reading = replace(norfolk(), document=open_document(ARTICLE))
    if reading.document.text != TEXT:
        pytest.skip("the opener gives another canonical text than the file")
    assert check(build(assemble([reading], now="2022-03-02")), [open_document(ARTICLE)]).problems == ()


@QUIET
@given(at=st.integers(0, len(TEXT) - 1), other=st.sampled_from("x7 –”\u200b"))
def test_one_altered_character_in_a_source_is_found_where_it_is(
    briefing: Briefing, at: int, other: str
) -> None:
    if TEXT[at] == other:
        return
    (problem,) = check(briefing, [source(TEXT[:at] + other + TEXT[at + 1 :])]).problems
    assert f"First difference at character {at} (line {TEXT.count(chr(10), 0, at) + 1}," in problem


@QUIET
@given(at=st.integers(0, 10**6))
def test_one_altered_character_in_the_file_of_a_briefing_is_found(briefing: Briefing, at: int) -> None:
    written = as_json(briefing).decode()
    letters = [found.start() for found in re.finditer("[a-z]", written)]
    place = letters[at % len(letters)]
    altered = written[:place] + ("q" if written[place] != "q" else "z") + written[place + 1 :]
    try:
        read = read_briefing(altered.encode(), "briefing.json")
    except NoBriefing:
        return
    # The name of a field that holds its default anyway says nothing.
    assert bool(check(read, [source()]).problems) == (read != again(briefing))


def test_an_altered_quote_names_its_section_and_the_character(briefing: Briefing) -> None:
    before, words, after = as_json(briefing).decode().partition('"text": "To that end, we desire')
    written = before + words.replace("desire", "decide") + after
    (problem, *_) = check(read_briefing(written.encode(), "b.json"), [source()]).problems
    assert problem.startswith('Section "')
    place = TEXT.index("desire to continue our quest") + 2
    assert f'First difference at character {place}: the briefing has "c"' in problem


def test_a_source_that_was_not_handed_in_is_named(later_briefing: Briefing) -> None:
    problems = check(later_briefing, [source()]).problems
    assert any("Source 2 (vote.txt) was not handed in" in problem for problem in problems)


def test_a_file_that_is_no_source_is_named(briefing: Briefing) -> None:
    (problem,) = check(briefing, [source(), source("Another text.", "fair.txt")]).problems
    assert problem == "fair.txt is no source of this briefing."


def test_a_renamed_file_is_known_by_its_words(briefing: Briefing) -> None:
    (problem,) = check(briefing, [source(TEXT.replace("1992", "1993"), "copy.txt")]).problems
    assert "copy.txt is not source 1" in problem
    assert 'It stands in a passage cited under "At a glance".' in problem


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format": "fingerpost/briefing/2"}'])
def test_what_is_no_briefing_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NoBriefing, match="is not a briefing"):
        read_briefing(data, "notes.json")
