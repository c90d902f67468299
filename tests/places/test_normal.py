import pytest

from fingerpost.places import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KÖNIGSBERG", "konigsberg"),
        ("Guang'an", "Guang’an"),
        ("St. Paul", "Saint Paul"),
        ("Kołobrzeg", "Kolobrzeg"),
        ("Mont-de-Marsan", "Mont de Marsan"),
        ("Weißenfels", "Weissenfels"),
        ("Mount Isa", "Mt Isa"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_different_names_stay_apart() -> None:
    assert len({normal(name) for name in ("Kiel", "Kyiv", "Köln", "Калининград", "新潟")}) == 5


def test_marks_alone_are_no_name() -> None:
    assert normal("— ’ —") == ""
