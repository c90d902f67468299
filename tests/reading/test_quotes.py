from fingerpost.documents.opening import open_document
from fingerpost.reading.atlas import find_places
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import find_cast
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.quotes import SpokenWords, find_quotes


def quotes(text: str) -> list[tuple[str, str | None]]:
    document = open_document(text.encode())
    page = Page(document, next(parse_all([document])))
    cast = find_cast(page, find_places(page))
    found = find_quotes(page, cast, Calendar(page))
    names = {actor.id: actor.name for actor in cast.actors}
    return [(q.text, names.get(q.speaker or "")) for q in found if q.kind != "indirect"]


def test_a_quote_broken_by_its_cue_is_two_quotes_of_one_speaker() -> None:
    text = '"It hurts," said Gretchen Pike, the president. "We know them by name."'
    assert quotes(text) == [("It hurts,", "Gretchen Pike"), ("We know them by name.", "Gretchen Pike")]


def test_a_so_called_thing_is_no_quote() -> None:
    assert quotes("The so-called ‘twinning budget’ was emptied in 2011.") == []


def test_the_title_of_a_book_is_no_quote() -> None:
    assert quotes("She put down her copy of “The Old Man and the Sea” and left.") == []


def test_a_headline_quote_gets_the_speaker_of_the_same_words_below() -> None:
    text = (
        "‘A stain on our town’: Hexham drops its twin\n\n‘It is a stain on our town,’ said Imelda Routledge."
    )
    assert quotes(text)[0] == ("A stain on our town", "Imelda Routledge")


def test_marks_do_not_pair_across_a_promo_line() -> None:
    text = '"We will stay, said Ann Smith.\n\nREAD MORE: "Baths reopen"\n\nThe town is small.'
    assert [q for q in quotes(text) if "Baths" in q[0]] == []


def test_words_in_a_mouth_are_told_from_words_outside() -> None:
    document = open_document(b'"It hurts," said Gretchen Pike.')
    page = Page(document, next(parse_all([document])))
    spoken = SpokenWords(find_quotes(page, find_cast(page, find_places(page)), Calendar(page)))
    assert spoken.quote_at(page.doc[1]) is not None
    assert spoken.quote_at(page.doc[5]) is None
