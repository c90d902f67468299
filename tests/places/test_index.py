from pathlib import Path

import pytest
from few_places import ABOUT

from fingerpost.places import BrokenIndexError
from fingerpost.places.index import read


def test_what_was_written_is_read(index: Path) -> None:
    assert len(read(index, ABOUT)["records"]) == 8


@pytest.mark.parametrize("size", [0, 5, 40, 300, -64, -1])
def test_a_truncated_index_is_noticed(index: Path, size: int) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:size])
    with pytest.raises(BrokenIndexError):
        read(index, ABOUT)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_one_altered_byte_is_noticed(index: Path, share: float) -> None:
    data = bytearray(index.read_bytes())
    at = int(len(data) * share)
    data[at] ^= 0x40
    index.write_bytes(data)
    with pytest.raises(BrokenIndexError):
        read(index, ABOUT)


def test_an_index_of_other_data_is_not_used(index: Path) -> None:
    with pytest.raises(BrokenIndexError):
        read(index, {"made": "yesterday"})
