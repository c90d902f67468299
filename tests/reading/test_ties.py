import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading import read
from fingerpost.reading.model import Reading


def reading_of(text: str, published: str | None = None) -> Reading:
    return read(open_document(text.encode(), published=published))


def pairs(text: str) -> set[frozenset[str]]:
    reading = reading_of(text)
    names = {place.id: place.name for place in reading.places}
    return {frozenset(names[side] for side in tie.places) for tie in reading.ties}


def since(text: str) -> list[str | None]:
    return [tie.since.value if tie.since else None for tie in reading_of(text).ties]


@pytest.mark.parametrize(
    "text",
    [
        "DULUTH, Minn. — The Duluth City Council voted to cut ties with Petrozavodsk, its Russian sister city.",
        "The cities of Duluth and Petrozavodsk, Russia, have been sister cities. Duluth, Minnesota, is glad.",
        "Petrozavodsk, Russia, is one of Duluth's five sister cities. Duluth, Minnesota, wants no more.",
        "Duluth, Minnesota, keeps Petrozavodsk, in Karelia, as a sister city.",
        "The Duluth-Petrozavodsk Sister City Association met in Duluth, Minnesota, not in Petrozavodsk, Russia.",
        "In 1987, Duluth and Petrozavodsk, Russia, signed a sister-city agreement. Duluth, Minnesota, ended it.",
        "A proposal to twin Duluth with Petrozavodsk, Russia, will go before the council of Duluth, Minnesota.",
    ],
)
def test_a_tie_is_found_however_the_text_puts_it(text: str) -> None:
    assert pairs(text) == {frozenset({"Duluth", "Petrozavodsk"})}


@pytest.mark.parametrize(
    "text",
    [
        "The Duluth City Council voted to end its sister city agreement with Ramat Zohar, in northern Israel.",
        "Duluth City Council may twin with the Palestinian town of Ramat Zohar.",
        "Duluth's Israeli sister city, Ramat Zohar, wrote to the Duluth City Council.",
    ],
)
def test_a_far_side_that_no_gazetteer_knows_is_tied_all_the_same(text: str) -> None:
    reading = reading_of(text + " Duluth, Minnesota, has others.")
    names = {place.id: (place.name, place.country) for place in reading.places}
    far = {names[side] for tie in reading.ties for side in tie.places} - {("Duluth", "US")}
    assert [name for name, _ in far] == ["Ramat Zohar"]
    assert far <= {("Ramat Zohar", "IL"), ("Ramat Zohar", "PS")}


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        (
            "Duluth has been a sister city of Växjö, Sweden, since 1986 and Kostroma since 1995. "
            "Duluth, Minnesota, has no other.",
            {"Duluth Växjö", "Duluth Kostroma"},
        ),
        (
            "Duluth, Minnesota, is twinned with Växjö, Sweden. "
            "Fargo, North Dakota, dropped Kostroma, its former Russian sister city, in 2011.",
            {"Duluth Växjö", "Fargo Kostroma"},
        ),
        (
            "Councillors in York and Sheffield, in England, will keep their own twinnings with Nanjing and Chengdu.",
            {"York Nanjing", "Sheffield Chengdu"},
        ),
        (
            "Prague's council ended its sister city agreement with Moscow. "
            "On Monday Mayor Jan Dvořák signed a partnership agreement with Vilnius mayor Ona Petraitė.",
            {"Prague Moscow", "Prague Vilnius"},
        ),
        (
            "Portland, Oregon, may freeze its sister city agreement with Ashkelon, Israel, "
            "as Seattle did with Perm, in Russia. Seattle, Washington, is larger.",
            {"Portland Ashkelon", "Seattle Perm"},
        ),
    ],
)
def test_each_side_of_a_sentence_with_several_is_tied_to_its_own(text: str, tied: set[str]) -> None:
    assert pairs(text) == {frozenset(pair.split()) for pair in tied}


def test_each_brief_is_about_the_town_of_its_dateline() -> None:
    text = (
        "World briefs\n\n"
        "TULSA — The Oklahoma city has suspended its sister city ties to Perm, the mayor said.\n\n"
        "TURKU — The Finnish city will not sever its twinning with Tomsk, the council said.\n"
    )
    assert pairs(text) == {frozenset({"Tulsa", "Perm"}), frozenset({"Turku", "Tomsk"})}


def test_a_brief_whose_town_is_not_settled_is_not_tied_to_the_town_of_another() -> None:
    text = (
        "TULSA — The Oklahoma city has suspended its sister city ties to Perm, the mayor said.\n\n"
        "GLASGOW — The council will not sever its twinning with Tomsk.\n"
    )
    assert pairs(text) == {frozenset({"Tulsa", "Perm"})}


def test_a_wire_from_the_capital_is_about_the_town_it_tells_of() -> None:
    text = (
        "VIENNA — Graz will stay a partner city of Pskov, Russia. Graz's mayor, Karl Oberhofer, said so. "
        "A sign at the bridge was stolen. The city won't replace the sign."
    )
    reading = reading_of(text)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[act.actor or ""] for act in reading.actions if act.status == "refused"] == ["Graz"]


def test_a_home_of_which_only_the_country_is_known_is_tied() -> None:
    text = (
        "The Springfield City Council voted 5-2 to end its sister city agreement with Kostroma, Russia. "
        "Councilwoman Dana Reed made the motion."
    )
    assert pairs(text) == {frozenset({"Springfield", "Kostroma"})}


def test_where_a_partner_lies_may_be_told_between_two_partners() -> None:
    text = "Ludlow's links with La Ferté-Macé, in Normandy, and Verona, in Italy, are twinnings of Ludlow, England."
    towns = {"La Ferté-Macé", "Verona"}
    assert pairs(text) == {frozenset({"Ludlow", town}) for town in towns}


def test_a_town_that_suspends_its_contacts_has_a_tie() -> None:
    text = (
        "Nottingham ended its twinning with Minsk. Coventry, England, suspended its contacts with Volgograd. "
        "Nottingham, England, will not."
    )
    assert frozenset({"Coventry", "Volgograd"}) in pairs(text)


def test_the_twinnings_of_parishes_are_none_of_towns() -> None:
    text = (
        "PORTLAND, Maine — St. Brendan's voted to end its partnership with its sister parish in Jérémie, Haiti. "
        "The diocese arranges such twinnings. The sister parish wrote back. Portland has other parishes."
    )
    assert pairs(text) == set()


def test_a_list_gives_a_tie_for_each_place() -> None:
    text = "Rockford's sister cities are Brovary, Ukraine; Borgholm, Sweden; and Ferentino, Italy."
    towns = {"Brovary", "Borgholm", "Ferentino"}
    assert pairs(text) == {frozenset({"Rockford", town}) for town in towns}


@pytest.mark.parametrize(
    "text",
    [
        "MINNEAPOLIS — The board that runs buses across the Twin Cities voted 12-4 to end its contract with Paris.",
        "The firm suspended its partnership with a sister company in Kaluga, Worcester's mayor said.",
        "Twin Falls voted to end a 12-year partnership with Jerome over its animal shelter.",
        "The sister of a Carlisle man who spent two nights in Moscow thanked the council.",
        "The twin cities of Napier and Hastings will run separate buses, Napier's mayor said.",
        "A school in Makhanda has cut its ties with a sister school in Dundee, the council heard.",
    ],
)
def test_other_sisters_twins_and_partners_are_no_tie(text: str) -> None:
    assert pairs(text) == set()


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("The agreement was signed on Sept. 14, 1993.", "1993-09-14"),
        ("The relationship was established in 1990 and renewed in 2012.", "1990"),
        ("They have been twinned since 1991.", "1991"),
        ("The link goes back to the settlers of 1865 and was put in writing in 1998.", "1998"),
        ("No delegation has come since 2012.", None),
        ("The committee was founded in 2004.", None),
        ("The council wants to end the 35-year-old tie.", None),
    ],
)
def test_since_is_the_start_of_the_tie_and_of_nothing_else(said: str, value: str | None) -> None:
    assert since(f"Duluth, Minnesota, keeps its sister city tie with Petrozavodsk, Russia. {said}") == [value]


def test_each_tie_of_a_sentence_gets_its_own_year() -> None:
    first = "Kuldīga, Latvia, is twinned with two towns. "
    text = first + "Kuldīga signed with Torzhok, Russia, in 2007 and with Geesthacht, Germany, in 2011."
    assert sorted(filter(None, since(text))) == ["2007", "2011"]


def test_years_without_a_visit_make_a_tie_dormant() -> None:
    tie = "Duluth, Minnesota, keeps its sister city tie with Petrozavodsk, Russia."
    reading = reading_of(f"{tie} No delegation has come since 2012.", "2022-03-01")
    assert [tie.activity for tie in reading.ties] == ["dormant"]


def test_a_passage_of_a_tie_is_a_sentence_that_says_so() -> None:
    reading = reading_of(
        "Snow fell. Duluth, Minnesota, keeps its sister city tie with Petrozavodsk, Russia. It rained."
    )
    texts = [passage.text for tie in reading.ties for passage in tie.passages]
    assert texts == ["Duluth, Minnesota, keeps its sister city tie with Petrozavodsk, Russia."]


@pytest.mark.parametrize(
    ("text", "far"),
    [
        (
            "Among the other partners of the town are Meudon in France and Tulsa in Oklahoma.",
            {"Meudon", "Tulsa"},
        ),
        (
            "People talk about the sister cities that Celle does have: Meudon, in France, and Vaasa.",
            {"Meudon", "Vaasa"},
        ),
        ("As for Meudon in France, the agreement comes up for renewal in June.", {"Meudon"}),
        ("A proposal to pair with Whitehorse in Canada was put to Celle's council.", {"Whitehorse"}),
        ("Celle's German mayor and her Danish counterpart, Toke Aalborg, planted a tree.", set()),
        ("The mayor is glad. As for Meudon in France, the mayor has never been there.", set()),
        (
            "In a related move, nearby Eschenwalde said it will sign a sister-city agreement with Vaasa.",
            set(),
        ),
    ],
)
def test_the_far_sides_are_those_that_the_sentence_puts_there(text: str, far: set[str]) -> None:
    lead = "The town council of Celle in Germany keeps its twinning with Tyumen in Russia.\n\n"
    assert pairs(lead + text) == {frozenset({"Celle", name}) for name in {"Tyumen"} | far}


def test_a_list_of_places_with_years_is_read_without_list_marks() -> None:
    text = (
        "The municipal council of Tromsø met.\n\nTromsø's friendship cities\nAnchorage, USA (1969)\n"
        "Arkhangelsk, Russia (1972, suspended)\nKirkenes, Norway (1988)\nZagreb, Croatia (1971)\n"
    )
    reading = reading_of(text)
    names = {place.id: place.name for place in reading.places}
    found = {names[tie.places[1]]: tie.since.value if tie.since else None for tie in reading.ties}
    assert found == {"Anchorage": "1969", "Arkhangelsk": "1972", "Kirkenes": "1988", "Zagreb": "1971"}


def test_a_list_of_places_with_years_under_another_heading_ties_nothing() -> None:
    text = (
        "The municipal council of Tromsø keeps its twinning with Zagreb in Croatia.\n\nOur tournaments\n"
        "Anchorage, USA (1969)\nKirkenes, Norway (1988)\n"
    )
    assert pairs(text) == {frozenset({"Tromsø", "Zagreb"})}


def test_the_society_named_after_a_town_is_at_home_there() -> None:
    text = (
        "Newsletter of the Toowoomba Sister Cities Circle\n\nDear members,\n\nThe students from Takatsuki are back. "
        "Our agreement with Takatsuki in Japan was signed in 1991. Takatsuki's mayor has invited us all. "
        "As for Paju in Korea, the five-year agreement comes up for renewal in June.\n"
    )
    assert pairs(text) == {frozenset({"Toowoomba", "Takatsuki"}), frozenset({"Toowoomba", "Paju"})}


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("Its 1998 twin-town charter with Meudon in France is in a drawer.", "1998"),
        ("The link with Meudon in France was put into suspension in 2017.", None),
        ("The link with Meudon in France is a partnership that has cost $61,000 since 2015.", None),
        ("The twinning with Meudon in France has run since 2015.", "2015"),
    ],
)
def test_a_year_begins_a_tie_only_where_something_begins(text: str, began: str | None) -> None:
    assert since("The town council of Celle in Germany met. Celle has a twinning. " + text) == [began]
