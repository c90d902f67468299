import pytest

from fingerpost.places import Gazetteer, UnknownPlaceError, search


def test_the_order_comes_with_its_reason(small: Gazetteer) -> None:
    assert "238,005 people" in search(small, "Norfolk")[0].why
    assert "another name of Kaliningrad" in search(small, "Königsberg")[0].why


@pytest.mark.parametrize("within", ["US-NE", "us-ne"])
def test_a_region_narrows_the_search(small: Gazetteer, within: str) -> None:
    assert [found.place.admin1 for found in search(small, "Norfolk", within=within)] == ["US-NE"]


def test_a_region_may_stand_behind_a_comma(small: Gazetteer) -> None:
    assert [found.place.admin1 for found in search(small, "Norfolk, Virginia")] == ["US-VA"]


def test_the_nearest_comes_first(small: Gazetteer) -> None:
    found = search(small, "Norfolk", near="St. Paul")
    assert found[0].place.admin1 == "US-NE"
    assert "of Saint Paul" in found[0].why and found[0].km is not None and found[0].km < 600


def test_an_unknown_name_is_named(small: Gazetteer) -> None:
    with pytest.raises(UnknownPlaceError, match="Nowhere"):
        search(small, "Nowhere")
    with pytest.raises(UnknownPlaceError, match="Atlantis"):
        search(small, "Norfolk", within="Atlantis")
