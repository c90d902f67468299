from fingerpost.documents.opening import open_document
from fingerpost.reading.atlas import find_places
from fingerpost.reading.cast import Cast, find_cast
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all


def cast_of(text: str) -> Cast:
    document = open_document(text.encode())
    page = Page(document, next(parse_all([document])))
    return find_cast(page, find_places(page))


def who(text: str, word: str) -> str | None:
    cast = cast_of(text)
    token = next(t for t in reversed(cast.columns.page.doc) if t.text == word)
    actor = cast.who(token)
    return actor.name if actor else None


def test_a_surname_means_the_person_with_that_full_name() -> None:
    assert who("Norfolk Mayor Kenny Alexander spoke. Alexander agreed.", "Alexander") == "Kenny Alexander"


def test_an_acronym_with_its_letters_out_of_order_still_finds_its_body() -> None:
    text = "The Norfolk Sister City Association met. The NCSA plans to cover a sign."
    assert who(text, "NCSA") == "Norfolk Sister City Association"


def test_the_council_is_the_council_named_in_full() -> None:
    text = "The Norfolk City Council met on Monday. The council voted to wait."
    assert who(text, "council") == "Norfolk City Council"


def test_a_post_beside_a_name_is_the_person() -> None:
    assert who("Its chair, Paul Oyelaran, said no. The chair then left.", "chair") == "Paul Oyelaran"


def test_names_joined_by_and_are_two_people() -> None:
    cast = cast_of("Two members, Hamid Sjöberg and Karin Åkesson, had wanted more.")
    token = next(t for t in cast.columns.page.doc if t.text == "Sjöberg")
    assert [actor.name for actor in cast.all_of(token)] == ["Hamid Sjöberg", "Karin Åkesson"]


def test_a_name_has_no_title_and_the_role_keeps_the_words() -> None:
    actor = next(a for a in cast_of("Norfolk Mayor Kenny Alexander spoke.").actors if a.kind == "person")
    assert (actor.name, actor.role) == ("Kenny Alexander", "Norfolk Mayor")


def test_a_role_points_to_its_body() -> None:
    cast = cast_of("Marguerite Inscoe, president of the Norfolk Sister City Association, wrote to them.")
    actor = next(a for a in cast.actors if a.kind == "person")
    assert cast.by_id[actor.of or ""].name == "Norfolk Sister City Association"


def test_parties_act_under_any_of_their_names() -> None:
    text = "The Lib Dems backed it, as did the Left. The Liberal Democrats later changed their minds."
    names = {actor.name for actor in cast_of(text).actors if actor.kind == "group"}
    assert names == {"Liberal Democrats", "Left"}


def test_a_party_that_says_whose_member_somebody_is_does_not_act() -> None:
    names = {actor.name for actor in cast_of("Labour councillor Ann Reed (SNP) left the room.").actors}
    assert names == {"Ann Reed"}


def test_a_first_name_that_is_a_title_too_stays_a_name() -> None:
    assert who("Cllr Dean Rudston voted for it. Rudston then left.", "Rudston") == "Dean Rudston"


def test_the_mayor_of_the_home_town_is_the_mayor_named_later() -> None:
    text = (
        "The mayor of Ballarat used her casting vote. Ballarat council was split. "
        '"That is how it is," Mayor Tracey Coghill said.'
    )
    assert who(text, "her") == "Tracey Coghill"


def test_the_formal_name_of_a_council_counts_most() -> None:
    text = "Rochester council freezes tie\n\nThe City Council agreed on Monday. Councillors said little."
    assert who(text, "Councillors") == "City Council"


def test_a_body_is_named_with_a_town_of_several_parts() -> None:
    text = "Barton-upon-Humber Town Council has voted to wait. The council will meet again."
    assert who(text, "council") == "Barton-upon-Humber Town Council"


def test_i_in_a_statement_is_its_author() -> None:
    text = "STATEMENT BY MAYOR DENISE RUTHERFORD\n\nI have no such pen. I will move that we suspend it."
    assert who(text, "I") == "DENISE RUTHERFORD"


def test_a_pronoun_between_two_equals_means_nobody() -> None:
    assert who("Mr Poole and Mr Reed arrived. Later he left.", "he") is None


def test_a_list_after_a_plural_title_is_several_people() -> None:
    cast = cast_of("For: Councillors Dufresne, Okemow and Thiessen.")
    assert [actor.name for actor in cast.actors if actor.kind == "person"] == [
        "Dufresne",
        "Okemow",
        "Thiessen",
    ]


def test_a_byline_is_no_actor() -> None:
    assert cast_of("By Rowena Tulley\n\nHexham Town Council met.").actors[0].name == "Hexham Town Council"


def test_the_formal_name_is_learned_from_what_it_only_tells_of() -> None:
    text = "City Council member Ann Reed was absent. The council voted 5-2 on Monday."
    assert who(text, "council") == "City Council"


def test_a_council_that_nothing_else_names_is_the_local_one() -> None:
    assert who("The local council has voted. The council said no more.", "council") == "local council"
    assert who("Duluth City Council met. The full council voted.", "council") == "Duluth City Council"


def test_a_town_acts_under_its_full_name() -> None:
    text = "Daegu Metropolitan City said Thursday it will wait for Qingdao, China. Daegu is in South Korea."
    assert who(text, "City") == "Daegu Metropolitan City"


def test_a_name_beside_a_common_noun_is_the_name_of_the_body() -> None:
    text = "A residents' group, the Harbour Watch, met on Monday. It wants more."
    assert who(text, "It") == "Harbour Watch"


def test_what_stands_between_commas_and_is_no_name_names_nothing() -> None:
    assert who("The association, Mayor Paul Oyelaran said, will wait.", "association") == "association"


def test_a_nickname_in_marks_stands_inside_the_name() -> None:
    text = "Cllr Sean “Big Jim” Lacey spoke. Lacey agreed."
    assert who(text, "Lacey") == "Sean “Big Jim” Lacey"


def test_who_stands_after_a_party_is_one_of_its_people() -> None:
    text = "The Reform Party's Mihkel-Jaan Soosaar voted for it. He was glad."
    assert who(text, "He") == "Mihkel-Jaan Soosaar"


def test_a_party_is_nobody_of_that_name() -> None:
    assert "Fianna Fáil" not in people("Fianna Fáil’s Cllr Una Breen spoke.")
    assert "Una Breen" in people("Fianna Fáil’s Cllr Una Breen spoke.")


def test_councillors_named_by_their_town_keep_that_name() -> None:
    text = "Wairoa district councillors met. The council voted to wait."
    assert who(text, "council") == "Wairoa district councillors"


def test_the_town_before_its_council_begins_the_paragraph_below_a_byline() -> None:
    text = "A late vote\n\nBy Ann Reed, Local Reporting\n\nWairoa district councillors have met again.\n"
    assert who(text, "councillors") == "Wairoa district councillors"


def people(text: str) -> set[str]:
    return {actor.name for actor in cast_of(text).actors if actor.kind == "person"}
