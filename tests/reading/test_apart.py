"""A reader in a process of its own: a source that ends it is told apart, and the next one is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fingerpost.reading.apart import (
    ReaderApart,
    ReaderDied,
    ReaderFault,
    TooMuchMemory,
    TooMuchTime,
    Unreadable,
    usual_megabytes,
)
from fingerpost.reading.errors import ReadingError
from fingerpost.reading.given import Given, read_given

DEADLY = (sys.executable, "-m", "tests.reading.deadly")
LETTER = b"Mayor Kenneth Alexander said the sister city tie with Kaliningrad will be suspended."


def given(data: bytes, name: str = "letter.txt") -> Given:
    return Given(data=data, name=name)


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderApart]:
    """A reader whose sources can end it, with room for little more than its model."""
    made = ReaderApart(command=DEADLY, megabytes=700, seconds=30)
    yield made
    made.stop()


def reads_on(reader: ReaderApart) -> bool:
    return reader.read(given(LETTER)).reading == read_given(given(LETTER)).reading


def test_it_finds_what_a_reader_in_this_process_finds(reader: ReaderApart) -> None:
    assert reads_on(reader)


def test_what_cannot_be_opened_is_said_in_the_same_sentence(reader: ReaderApart) -> None:
    with pytest.raises(Unreadable, match=r"^flag\.png is a picture, and Fingerpost reads text\."):
        reader.read(given(b"\x89PNG\r\n\x1a\n", "flag.png"))


@pytest.mark.parametrize(("data", "how"), [(b"SEGFAULT now", "SIGSEGV"), (b"KILLED now", "SIGKILL")])
def test_a_source_that_ends_the_process_is_told_apart(reader: ReaderApart, data: bytes, how: str) -> None:
    with pytest.raises(ReaderDied, match=how):
        reader.read(given(data))
    assert reads_on(reader)


def test_a_source_that_takes_all_memory_is_given_up(reader: ReaderApart) -> None:
    with pytest.raises(TooMuchMemory, match=r"letter\.txt takes more than the 700 MB"):
        reader.read(given(b"MEMORY please"))
    assert reads_on(reader)


def test_a_fault_of_the_reader_brings_its_traceback(reader: ReaderApart) -> None:
    with pytest.raises(ReaderFault, match="ZeroDivisionError: float division by zero"):
        reader.read(given(b"FAULT here"))
    assert reads_on(reader)


def test_a_source_that_takes_for_ever_is_given_up() -> None:
    hurried = ReaderApart(command=DEADLY, megabytes=700, seconds=2)
    with pytest.raises(TooMuchTime, match=r"letter\.txt took over 2 seconds to read"):
        hurried.read(given(b"HANG on"))
    hurried.stop()


def test_the_real_reader_keeps_to_its_memory(founding: Path) -> None:
    small = ReaderApart(megabytes=500, seconds=60)
    with pytest.raises(TooMuchMemory):
        small.read(given(founding.read_bytes() * 200))
    small.stop()


def test_by_default_half_of_the_memory_may_be_taken() -> None:
    assert usual_megabytes() >= 1_000


@pytest.mark.parametrize("words", ["much", "0", "499", "-1"])
def test_a_memory_limit_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv("FINGERPOST_READING_MEMORY", words)
    with pytest.raises(ReadingError, match="Set it to a whole number from 500 up"):
        ReaderApart()
