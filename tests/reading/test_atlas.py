import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading.atlas import Atlas, find_places
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all


def page_of(text: str, publisher: str | None = None) -> Page:
    document = open_document(text.encode(), publisher=publisher)
    return Page(document, next(parse_all([document])))


def atlas_of(text: str) -> Atlas:
    return find_places(page_of(text))


def found(text: str) -> dict[str, str | None]:
    """Name to region or country of each place that is settled."""
    return {p.name: p.admin1 or p.country for p in atlas_of(text).places if p.status == "resolved"}


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("NORFOLK, Va. — The council voted on Monday.", "Norfolk", "US-VA"),
        ("NORFOLK, Va. — The council voted on Monday.", "Virginia", "US-VA"),
        ("She moved to Perth, Ontario, last year.", "Perth", "CA-ON"),
        ("The Turkish city of Mardin replied.", "Mardin", "TR-47"),
        ("Its Chinese sister city, Luohe, sent a gift.", "Luohe", "CN-HA"),
        ("They drove to Cambridge in Ontario on Friday.", "Cambridge", "CA-ON"),
        ("The old name of Königsberg is on the plaque. It is in Russia.", "Königsberg", "RU-KGD"),
        ("Hexham and Corbridge lie in Northumberland.", "Northumberland", "GB-ENG"),
        ("The farm lies in Gooding county, Idaho.", "Gooding county", "US-ID"),
        ("Norfolk City Council voted on Monday to keep its sister city.", "Norfolk", "US-VA"),
        ("The vote in Gothenburg's council was close.", "Gothenburg", "SE-O"),
    ],
)
def test_a_place_is_settled_by_the_words_around_it(text: str, name: str, where: str) -> None:
    assert found(text).get(name) == where


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troy Joyner, who lives nearby, agrees.", "Troy"),
        ("Reading the letter aloud took an hour.", "Reading"),
        ("They fished on both sides of the Mississippi.", "Mississippi"),
        ("Councillors Dufresne and Kemp voted no. Kemp left early.", "Kemp"),
        ("The Welsh and German delegations met.", "Welsh"),
        ("She teaches at the University of Kansas.", "Kansas"),
        ("He lives on the Oakland neighborhood's main street.", "Oakland"),
        ("But the mayor said most people want peace.", "But"),
        ("Asia and Europe are far apart.", "Asia"),
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str, name: str) -> None:
    assert name not in found(text)


def test_a_town_inside_the_name_of_a_body_is_no_place_by_itself() -> None:
    assert found("He wrote to Herefordshire Council and to the Ledbury Twinning Society.") == {}


def test_namesakes_stay_apart() -> None:
    text = (
        "SPRINGFIELD, Ohio — The council met. The city is often taken for Springfield, Massachusetts. "
        "Springfield voted no."
    )
    places = [p for p in atlas_of(text).places if p.name == "Springfield"]
    assert [(p.admin1, len(p.mentions)) for p in places] == [("US-OH", 2), ("US-MA", 1)]


def test_a_namesake_is_found_where_the_text_does_not_name_it_again() -> None:
    text = "PARIS, Texas — The council met. The other Paris can keep its romance."
    assert {p.country for p in atlas_of(text).places if p.name == "Paris"} == {"US", "FR"}


def test_two_spellings_are_one_place() -> None:
    text = "The mayor of Kyiv spoke. Her passport says she was born in Kiev, Ukraine."
    places = [p for p in atlas_of(text).places if p.kind == "populated"]
    assert len(places) == 1
    assert len(places[0].mentions) == 2


def test_neighbours_settle_an_ambiguous_name() -> None:
    text = "The bus from Hexham to Newcastle stops in Corbridge, Haltwhistle and Carlisle."
    assert found(text)["Newcastle"] == "GB-ENG"


def test_a_name_that_could_be_anywhere_is_left_open_with_its_candidates() -> None:
    place = next(p for p in atlas_of("A man from Newcastle wrote to us.").places if p.name == "Newcastle")
    assert place.status == "ambiguous"
    assert place.country is None
    assert len(place.candidates) > 2


CUT = "The {} Council voted on Monday to end its ties. {}"


@pytest.mark.parametrize(
    ("town", "rest", "country"),
    [
        ("Boston Town", "Cllr Reed said that the link cost £900 a year. Cllr Moss voted against.", "GB"),
        ("Halifax Town", "Cllr Reed thanked the twinning association; it cost £50 a year.", "GB"),
        ("Newcastle City", "Cr Reed moved the motion. Cr Moss said ratepayers had had enough.", "AU"),
        ("Waterloo City", "Coun. Reed brought the motion. Coun. Moss voted against it.", "CA"),
        ("Reading Borough", "Cllr Reed said that it cost £900 a year.", "GB"),
    ],
)
def test_the_words_of_a_page_tell_the_country_of_its_home(town: str, rest: str, country: str) -> None:
    places = {place.name: place.country for place in atlas_of(CUT.format(town, rest)).places}
    assert places[town.partition(" ")[0]] == country


def test_a_home_is_open_within_the_country_that_the_page_tells() -> None:
    text = "The Springfield City Council voted. Councilwoman Reed agreed; Councilman Moss did not."
    atlas = atlas_of(text)
    place = next(place for place in atlas.places if place.name == "Springfield")
    assert (place.status, place.country, place.admin1) == ("ambiguous", "US", None)
    assert atlas.home == place


def test_a_body_tells_the_region() -> None:
    text = "The Columbia City Council met. A student of the University of South Carolina spoke for Columbia."
    assert found(text)["Columbia"] == "US-SC"


def test_a_salutation_is_no_dateline() -> None:
    assert found("Sir — I was dismayed to read of it.") == {}


def test_every_choice_says_why_and_cites_its_mentions() -> None:
    page = page_of("NORFOLK, Va. — The partnership with Kaliningrad, Russia, began in 1992.")
    for place in find_places(page).places:
        assert place.why
        assert all(page.document.text[m.start : m.end] == m.text for m in place.mentions)


def test_the_home_is_the_town_of_the_dateline() -> None:
    atlas = atlas_of("NORFOLK, Va. — Kaliningrad replied. Kaliningrad waits. Kaliningrad hopes.")
    assert atlas.home is not None and atlas.home.name == "Norfolk"


def test_words_of_belonging_name_their_country_and_region() -> None:
    page = page_of(
        "Virginia mayors should end Russian ties. The Texan agreed, and the Ukrainians thanked them."
    )
    atlas = find_places(page)
    words = {token.text: token for token in page.doc}
    assert atlas.country_of(words["Russian"]) == "RU"
    assert atlas.country_of(words["Ukrainians"]) == "UA"
    assert atlas.region_of(words["Texan"]) == "US-TX"
    assert atlas.region_of(words["Virginia"]) == "US-VA"
    assert atlas.country_of(words["mayors"]) is None


def test_a_town_inside_a_body_still_means_the_town_where_it_is_known() -> None:
    page = page_of("NORFOLK, Va. — Members of the Norfolk Sister City Association met and talked.")
    atlas = find_places(page)
    token = next(token for token in page.doc if token.text == "Norfolk")
    place = atlas.at(token)
    assert place is not None and place.admin1 == "US-VA"
    assert token.i in atlas.in_body


def test_a_list_of_states_is_no_town_in_a_state() -> None:
    assert found("Storms hit Illinois, Missouri and Ohio.")["Illinois"] == "US-IL"


def test_a_place_that_no_gazetteer_knows_has_the_region_that_the_text_gives() -> None:
    places = atlas_of("The delegation flew to Yueqing in China on Monday.").places
    place = next(p for p in places if p.name == "Yueqing")
    assert (place.country, place.geonames, place.latitude) == ("CN", None, None)


def test_a_town_that_the_gazetteer_knows_only_elsewhere_is_not_moved_there() -> None:
    places = atlas_of("He was born in Kaliningrad, Kansas, in 1950.").places
    place = next(p for p in places if p.name == "Kaliningrad")
    assert (place.country, place.admin1, place.geonames) == ("US", "US-KS", None)


def test_each_region_narrows_down_the_one_before() -> None:
    assert found("Dover is a small town in Pope County, Arkansas.")["Dover"] == "US-AR"


def test_the_publisher_tells_the_region() -> None:
    page = page_of("They met in Springfield on Monday to vote.", publisher="Ohio Daily News")
    assert [place.admin1 for place in find_places(page).places] == ["US-OH"]


def test_an_empty_page_has_no_places() -> None:
    atlas = atlas_of("...")
    assert atlas.places == ()
    assert atlas.home is None
