import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading import read

TIE = "Springfield, Ohio, has a sister city tie with Ryazan, Russia. "


def date_of(said: str) -> str | None:
    reading = read(open_document((TIE + said).encode(), published="2022-03-16"))
    date = reading.positions[-1].date
    return date.value if date else None


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Mayor Ann Lee said Monday she wants the council to end the tie with Ryazan.", "2022-03-14"),
        ("In a letter dated March 7, Mayor Ann Lee asked the council to end the tie.", "2022-03-07"),
        ("The Springfield City Council voted on March 8 to suspend the 1993 agreement.", "2022-03-08"),
    ],
)
def test_a_position_has_the_date_of_its_saying(said: str, date: str) -> None:
    assert date_of(said) == date


@pytest.mark.parametrize(
    "said",
    [
        "Nadia Feltner, whose pupils traded letters in 2009, told the council to keep the tie.",
        "Mayor Ann Lee asked the council to end the agreement, which was signed on June 21, 1991.",
        "Mayor Ann Lee asked the council to end the 1991 agreement.",
        "Mayor Ann Lee wants the council to suspend the tie until 2025.",
    ],
)
def test_a_date_of_a_side_clause_is_not_that_of_the_position(said: str) -> None:
    assert date_of(said) is None


def test_a_position_so_many_days_before_a_vote_is_counted_back() -> None:
    said = (
        "The council voted 4-1 on Tuesday to suspend the tie. "
        "The vote came eight days after Gov. Martin Pugh urged every city to end its Russian ties."
    )
    assert date_of(said) == "2022-03-07"
