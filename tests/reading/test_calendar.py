"""Dates are read from tokens, so a blank tokenizer is enough."""

import pytest
import spacy

from fingerpost.documents.opening import open_document
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.numbers import number_at
from fingerpost.reading.page import Page


def calendar_of(text: str, published: str | None = None) -> Calendar:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return Calendar(Page(open_document(text.encode(), published=published), nlp(text)))


def dates(text: str, published: str | None = None) -> list[str | None]:
    return [date.value for date in calendar_of(text, published).dates]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed on Sept. 14, 1993.", "1993-09-14"),
        ("It was signed on 14 September 1993.", "1993-09-14"),
        ("It was signed in May 1993.", "1993-05"),
        ("It was signed in the spring of 1987.", "1987"),
        ("It was signed in 1992.", "1992"),
        ("It dates from the 1990s.", "1990"),
        ("It was dated 2022-03-15 by the clerk.", "2022-03-15"),
    ],
)
def test_a_date_is_as_precise_as_its_words(text: str, value: str) -> None:
    assert dates(text) == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("He spoke on Tuesday.", "2022-03-15"),
        ("He spoke last Monday.", "2022-03-14"),
        ("He will speak on Friday.", "2022-03-18"),
        ("He wrote on Feb. 28.", "2022-02-28"),
        ("He wrote on Dec. 28.", "2021-12-28"),
        ("He will write on Feb. 1.", "2023-02-01"),
        ("He wrote yesterday.", "2022-03-14"),
        ("He wrote eight days ago.", "2022-03-07"),
        ("He wrote two years ago.", "2020"),
        ("He wrote last month.", "2022-02"),
        ("He wrote last week.", "2022-03"),
        ("He wrote last summer.", "2021"),
    ],
)
def test_a_date_without_a_year_is_counted_from_the_publication(words: str, value: str) -> None:
    assert dates(words, "2022-03-15") == [value]


def test_a_week_across_two_months_is_known_to_its_year_only() -> None:
    assert dates("He wrote last week.", "2022-03-08") == ["2022"]


def test_without_a_publication_date_the_words_stay() -> None:
    calendar = calendar_of("He wrote on Saturday.")
    assert [(date.value, date.text) for date in calendar.dates] == [(None, "Saturday")]
    assert calendar.unresolved == 1


def test_a_start_and_an_age_give_the_year_of_publication() -> None:
    calendar = calendar_of("It began in 1992. It may end the relationship of 30 years. She wrote on Feb. 28.")
    assert (calendar.published, calendar.published_from) == ("2022", "inferred")
    assert calendar.dates[-1].value == "2022-02-28"
    assert calendar.dates[-1].resolved_from == "inferred"


def test_two_starts_give_no_year_of_publication() -> None:
    text = "One began in 1992, the other began in 1995. It may end the relationship of 30 years."
    assert calendar_of(text).published is None


@pytest.mark.parametrize(
    "text", ["May I remind him?", "They march on.", "Resolution 2004 passed.", "It cost $2000."]
)
def test_a_verb_and_a_number_are_no_dates(text: str) -> None:
    assert dates(text, "2022-03-15") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("forty-one", 41),
        ("two and a half thousand", 2500),
        ("11 000", 11000),
        ("4,400", 4400),
        ("a hundred", 100),
    ],
)
def test_numbers_are_read_in_words_and_figures(words: str, value: float) -> None:
    lower = [token.lower_ for token in spacy.blank("en")(words)]
    assert number_at(lower, 0) == (value, len(lower))
