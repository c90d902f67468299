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


def test_the_speaker_may_stand_before_a_colon() -> None:
    assert quotes('Councillor Rob Dent disagreed: "It is a disgrace."') == [("It is a disgrace.", "Rob Dent")]


def test_a_described_speaker_is_named_by_the_description() -> None:
    text = "“Please do not close the door,” wrote a nurse in Kazan."
    assert quotes(text) == [("Please do not close the door,", "nurse in Kazan")]


def test_somebody_called_only_by_one_name_has_that_name() -> None:
    text = '"Nobody asked me," said a woman in a paper crown who gave her name only as Bluebell.'
    assert quotes(text) == [("Nobody asked me,", "Bluebell")]


def test_paragraphs_of_one_long_quote_have_one_speaker() -> None:
    news = "The state ended its sister state agreement on Monday."
    text = f"{news}\n\n“We meant it.\n\n“I do not have the power to end it,” said Governor Marva Ellingson."
    assert [speaker for _, speaker in quotes(text)] == ["Marva Ellingson", "Marva Ellingson"]


def test_a_paragraph_of_nothing_but_a_quote_has_the_speaker_before() -> None:
    text = '"People are asking me," Councillor Wayne Birrell said.\n\n"I have no answer for them."'
    assert quotes(text)[1] == ("I have no answer for them.", "Wayne Birrell")


def test_a_letter_speaks_for_its_author() -> None:
    text = "Ann Lee, the chair, wrote to the council. According to the letter, the tie has “waned over the years”."
    assert quotes(text) == [("waned over the years", "Ann Lee")]


def test_words_that_the_text_defines_are_no_quotes() -> None:
    text = "Mayor Ann Lee spoke of the “red line”.\n\n“Red line” is the term for the old border."
    assert quotes(text) == []


def test_a_name_for_the_tie_is_no_quote() -> None:
    assert quotes("The two cities signed a “memorandum of friendship” in 2011, Mayor Ann Lee said.") == []


def test_words_without_a_sign_have_no_speaker() -> None:
    assert quotes("“The sea was calm that day and nobody was hurt at all.”") == [
        ("The sea was calm that day and nobody was hurt at all.", None)
    ]
