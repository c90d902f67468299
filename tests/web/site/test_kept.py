"""Answers are made once, and never more of them kept than there is room for."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.http import HttpResponse, StreamingHttpResponse

from fingerpost.web.site.kept import BESIDE, Kept


def page(text: str, made: list[str], **more: int) -> Callable[[], HttpResponse]:
    def make() -> HttpResponse:
        made.append(text)
        return HttpResponse(text, headers={"X-Of": "the page"}, **more)

    return make


def test_an_answer_is_made_once_and_given_whole_each_time() -> None:
    kept, made = Kept(10_000), []
    first = kept.answer("monday", "a", page("one", made))
    first.headers["Set-Cookie"] = "of=somebody"
    second = kept.answer("monday", "a", page("one", made))
    assert made == ["one"]
    assert (second.content, second.headers["X-Of"]) == (b"one", "the page")
    assert "Set-Cookie" not in second.headers


def test_what_was_asked_for_longest_ago_makes_room() -> None:
    kept, made = Kept(3 * (BESIDE + 10)), []
    for tag in ("a", "b", "c", "a", "d", "a", "b"):
        kept.answer("monday", tag, page(tag * 10, made))
    assert made == [letter * 10 for letter in "abcdb"]
    assert kept.bytes == 3 * (BESIDE + 10)


def test_an_answer_larger_than_all_that_may_be_leaves_the_others() -> None:
    kept, made = Kept(2 * BESIDE), []
    kept.answer("monday", "small", page("s", made))
    assert kept.answer("monday", "large", page("l" * 2 * BESIDE, made)).content == b"l" * 2 * BESIDE
    kept.answer("monday", "small", page("s", made))
    assert len(made) == 2


def test_a_new_edition_empties_it() -> None:
    kept, made = Kept(10_000), []
    kept.answer("monday", "a", page("one", made))
    kept.answer("tuesday", "b", page("two", made))
    assert kept.bytes == BESIDE + 3


def test_neither_errors_nor_streams_are_kept() -> None:
    kept, made = Kept(10_000), []
    for _ in range(2):
        kept.answer("monday", "none", page("no such thing", made, status=404))
        stream = kept.answer("monday", "file", lambda: StreamingHttpResponse(iter([b"a", b"b"])))
        assert b"".join(stream) == b"ab"
    assert len(made) == 2 and kept.bytes == 0


def test_while_one_makes_an_answer_the_others_wait_for_it() -> None:
    kept, made, going = Kept(10_000), [], threading.Event()

    def slowly() -> HttpResponse:
        assert going.wait(10)
        return page("one", made)()

    given: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: given.append(kept.answer("monday", "a", slowly).content))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    kept.answer("monday", "b", page("another", made))  # is not held up
    going.set()
    for thread in threads:
        thread.join()
    assert made == ["another", "one"]
    assert given == [b"one"] * 8


def test_an_answer_that_could_not_be_made_is_made_by_the_next() -> None:
    kept, made = Kept(10_000), []
    for _ in range(2):
        try:
            kept.answer("monday", "a", lambda: 1 / 0)  # type: ignore[arg-type, return-value]
        except ZeroDivisionError:
            made.append("not made")
    assert kept.answer("monday", "a", page("one", made)).content == b"one"
    assert made == ["not made", "not made", "one"]
