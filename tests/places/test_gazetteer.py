import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fingerpost.places import BadAdditionError, Gazetteer
from fingerpost.places.additions import read_additions
from fingerpost.places.index import read


def regions(small: Gazetteer, name: str) -> list[str | None]:
    return [place.admin1 or place.country for place in small.candidates(name)]


def test_the_likeliest_place_comes_first(small: Gazetteer) -> None:
    assert regions(small, "Norfolk") == ["US-VA", "GB-ENG", "US-NE"]


def test_an_old_name_of_a_city_beats_a_village_of_that_name(small: Gazetteer) -> None:
    assert [place.name for place in small.candidates("Königsberg")] == ["Kaliningrad", "Königsberg"]


def test_a_name_is_found_without_its_accents_and_in_capitals(small: Gazetteer) -> None:
    assert small.candidates("KONIGSBERG") == small.candidates("Königsberg")


def test_an_unknown_or_empty_name_has_no_candidates(small: Gazetteer) -> None:
    assert small.candidates("Nowhere") == small.candidates("") == small.candidates("—") == ()


def test_a_region_is_found_by_its_code(small: Gazetteer) -> None:
    assert [place.name for place in small.region("US-VA")] == ["Virginia"]


def test_a_region_holds_its_towns_and_a_country_its_regions(small: Gazetteer) -> None:
    virginia, russia = small.candidates("Virginia")[0], small.candidates("Russia")[0]
    norfolk, nebraska = small.candidates("Norfolk")[0], small.candidates("Norfolk")[2]
    assert virginia.holds(norfolk) and not virginia.holds(nebraska)
    assert russia.holds(small.candidates("Kaliningrad")[0]) and not russia.holds(norfolk)


def test_threads_share_a_gazetteer(small: Gazetteer) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: small.candidates("Norfolk"), range(200)))
    assert len(found) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_process_goes_on_with_it(small: Gazetteer) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.write(writer, pickle.dumps(regions(small, "Norfolk")))
        os._exit(0)
    os.waitpid(child, 0)
    assert pickle.loads(os.read(reader, 10_000)) == regions(small, "Norfolk")


def addition(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "places.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_place_of_ones_own_is_found_beside_the_others(index: Path, tmp_path: Path) -> None:
    from few_places import ABOUT

    mine = addition(
        tmp_path,
        "name,country,admin1,latitude,longitude,other_names",
        "Ghent,US,US-VA,36.86,-76.29,West Ghent|Norfolk",
    )
    gazetteer = Gazetteer(read(index, ABOUT), read_additions(mine))
    assert gazetteer.candidates("West Ghent")[0].admin1 == "US-VA"
    assert len(gazetteer.candidates("Norfolk")) == 4


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",US,,,,", "the name is missing"),
        ("Ghent,USA,,,,", "two-letter code"),
        ("Ghent,US,GB-ENG,,,", "no region of US"),
        ("Ghent,US,,north,,", "degrees"),
        ("Ghent,US,,136.8,1,", "-90 to 90"),
    ],
)
def test_a_bad_line_is_named_with_its_reason(tmp_path: Path, line: str, reason: str) -> None:
    mine = addition(tmp_path, "name,country,admin1,latitude,longitude,other_names", line)
    with pytest.raises(BadAdditionError, match=f"line 2.*{reason}"):
        read_additions(mine)


def test_a_missing_file_that_was_asked_for_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINGERPOST_PLACES", str(tmp_path / "none.csv"))
    with pytest.raises(BadAdditionError, match=r"none\.csv"):
        read_additions()
