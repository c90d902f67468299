import pytest

from fingerpost.documents.opening import open_document
from fingerpost.reading import read

TIE = "Springfield, Ohio, has a sister city tie with Ryazan, Russia. "
VOTE = TIE + "The Springfield City Council voted 4-1 to suspend the tie with Ryazan"


def condition_of(text: str) -> str | None:
    positions = read(open_document(text.encode(), published="2022-03-16")).positions
    return next(one.condition for one in positions if one.stance == "suspend")


@pytest.mark.parametrize(
    ("rest", "condition"),
    [
        (" until the war ends.", "until the war ends"),
        (', "until such time as the war is over."', "until such time as the war is over"),
        (
            '. The resolution keeps the suspension in place "until the troops have left Ukraine."',
            "until the troops have left Ukraine",
        ),
        (". Mayor Ann Lee thanked the council. It suspends the tie pending a peace.", "pending a peace"),
    ],
)
def test_a_suspension_keeps_its_terms(rest: str, condition: str) -> None:
    assert condition_of(VOTE + rest) == condition


def test_the_end_of_a_cover_is_no_term_of_the_suspension() -> None:
    assert condition_of(VOTE + ". Staff will cover the sign for as long as the suspension lasts.") is None
