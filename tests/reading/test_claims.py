import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading import read
from fingerpost.reading.model import Claim

TIE = "Norfolk, Virginia, has a sister city tie with Kaliningrad, Russia. "


def claims(said: str, published: str | None = None) -> list[Claim]:
    return list(read(open_document((TIE + said).encode(), published=published)).claims)


def stated(said: str) -> list[tuple[str, float, str | None, str]]:
    return [(c.kind, c.stated.value, c.stated.unit, c.stated.comparator) for c in claims(said)]


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("It lies more than 4,400 miles away.", ("distance", 4400, "mi", "more_than")),
        ("It lies some 7 500km away.", ("distance", 7500, "km", "about")),
        ("The council ended the 30-year-old tie.", ("duration", 30, "year", "exactly")),
        ("Either side may end the tie on 90 days’ notice.", ("duration", 90, "day", "exactly")),
        ("The committee has stood empty for two years.", ("duration", 2, "year", "exactly")),
        ("At least 96 people have taken part.", ("count", 96, "person", "at_least")),
        ("No more than 30 visitors came.", ("count", 30, "visitor", "at_most")),
        ("The council voted 4-1 to wait.", ("vote", 4, "4-1", "exactly")),
        ("The council decided by four to three, with one abstention.", ("vote", 4, "4-3-1", "exactly")),
        ("The motion was defeated by 46 votes to 41.", ("vote", 46, "46-41", "exactly")),
        ("The council endorsed it in a 27:14 vote.", ("vote", 27, "27-14", "exactly")),
    ],
)
def test_a_figure_is_read_with_its_unit_and_comparator(said: str, claim: tuple[str, float, str, str]) -> None:
    assert stated(said) == [claim]


@pytest.mark.parametrize(
    "said",
    [
        "A 19-year-old student spoke.",
        "He has lived there for 12 years.",
        "It costs $1,500 a year.",
        "Kaliningrad is home to 490,000 people.",
        "The two cities are far apart.",
        "The council approved Resolution 91-44 on the tie.",
        "The council adopted Ordinance No. 22-10 and voted on the tie.",
        "That was eight days ago.",
        "The nine members of the council met.",
    ],
)
def test_figures_about_something_else_are_no_claims(said: str) -> None:
    assert claims(said) == []


def test_a_page_without_a_tie_has_no_claims() -> None:
    assert read(open_document(b"Worcester voted 4-1. Bangor is 200 miles from Worcester.")).claims == ()


def test_a_distance_is_checked_against_the_geodesic() -> None:
    right, wrong = claims("It is about 4,500 miles away. It is not 1,500 miles away.")
    assert (right.verdict, wrong.verdict) == ("consistent", "inconsistent")
    assert right.computed is not None
    assert right.computed.method.startswith("geodesic")


def test_an_age_is_checked_against_the_first_year() -> None:
    said = "The tie began in 1992. The council may end the 30-year-old tie."
    verdicts = {claim.kind: claim.verdict for claim in claims(said, "2022-03-01")}
    assert verdicts["duration"] == "consistent"


def test_two_first_years_of_one_tie_contradict_each_other() -> None:
    found = claims("The agreement was signed in 1989. The agreement was signed in 1979, says the sign.")
    assert [claim.verdict for claim in found] == ["inconsistent", "inconsistent"]


def test_an_age_and_a_first_year_that_agree_with_the_publication_are_consistent() -> None:
    said = "The tie was signed in June 1991. The committee has carried the tie for 31 years."
    found = {claim.kind: claim.verdict for claim in claims(said, "2022-03-04")}
    assert found == {"since": "consistent", "duration": "consistent"}


def test_a_term_is_not_taken_for_an_age() -> None:
    said = "The tie was signed in June 1991. The council renewed a five-year agreement."
    assert [c.verdict for c in claims(said, "2022-03-04") if c.kind == "duration"] == ["unverifiable"]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Kaliningrad lies about 4,400 miles from Norfolk, west of Moscow.", "consistent"),
        ("Kaliningrad lies 30 miles from the border.", "unverifiable"),
    ],
)
def test_a_distance_is_checked_between_the_sides_of_its_tie(said: str, verdict: str) -> None:
    assert [claim.verdict for claim in claims(said) if claim.kind == "distance"] == [verdict]
