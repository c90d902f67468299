"""The compiled gazetteer on disk: sorted hashes of names, records and spellings, mapped into memory.

One file: magic, length of the header, the header (JSON: where each array lies), the arrays, each aligned to
64 bytes. A name is found by the 64-bit hash of its comparable form; two names in a million share a hash with
a chance below one in ten million. Arrays are little-endian, whatever the machine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fingerpost.places.errors import BrokenIndexError

FORMAT = 3
MAGIC = b"fingerpost places\n"
_ALIGN = 64
_CHUNK = 1 << 20

RECORD = np.dtype(
    [
        ("id", "<u4"),
        ("population", "<u4"),
        ("latitude", "<f4"),
        ("longitude", "<f4"),
        ("name", "<u4"),
        ("length", "<u2"),
        ("admin1", "<u2"),
        ("country", "S2"),
        ("kind", "u1"),
        ("spare", "u1"),
    ]
)
"""One place: GeoNames id (0: none), people, degrees (NaN: unknown), where its name lies in ``spellings``."""

Arrays = dict[str, NDArray[Any]]


def key(name: str) -> int:
    """Give the 64-bit hash of a comparable name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def write(path: Path, arrays: Mapping[str, NDArray[Any]], about: Mapping[str, object]) -> None:
    """Write an index, whole and on the disk before this returns."""
    offset, where = 0, {}
    for name, array in arrays.items():
        where[name] = {"offset": offset, "dtype": _descr(array.dtype), "count": len(array)}
        offset += _padded(array.nbytes)
    body = b"".join(array.tobytes().ljust(_padded(array.nbytes), b"\0") for array in arrays.values())
    header = json.dumps({"about": dict(about), "arrays": where, "bytes": len(body), "sum": _total(body)})
    head = MAGIC + len(header.encode()).to_bytes(4, "little") + header.encode()
    with path.open("wb") as file:
        file.write(head.ljust(_padded(len(head)), b"\0"))
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path, about: Mapping[str, object]) -> Arrays:
    """Give the arrays of an index, mapped read-only.

    Raises:
        BrokenIndexError: the file is not whole, not ours, or made from something else than ``about``.
        FileNotFoundError: there is none.
    """
    header, start = _header(path)
    if header["about"] != dict(about):
        raise BrokenIndexError(path, "the index was made from other data")
    _check(path, start, int(header["bytes"]), int(header["sum"]))
    whole = np.memmap(path, dtype=np.uint8, mode="r", offset=start, shape=(int(header["bytes"]),))
    arrays: Arrays = {}
    for name, at in header["arrays"].items():
        dtype = (
            np.dtype([tuple(part) for part in at["dtype"]]) if isinstance(at["dtype"], list) else at["dtype"]
        )
        size = np.dtype(dtype).itemsize * int(at["count"])
        # A plain array over the map: a memmap would carry its bookkeeping into every slice.
        arrays[name] = np.asarray(whole[at["offset"] : at["offset"] + size]).view(np.ndarray).view(dtype)
    return arrays


def _header(path: Path) -> tuple[dict[str, Any], int]:
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise BrokenIndexError(path, "this is no index of places")
        length = int.from_bytes(file.read(4), "little")
        try:
            header: dict[str, Any] = json.loads(file.read(length))
        except ValueError as error:
            raise BrokenIndexError(path, "the head of the index is damaged") from error
    if not isinstance(header, dict) or not {"about", "arrays", "bytes", "sum"} <= header.keys():
        raise BrokenIndexError(path, "the head of the index is damaged")
    return header, _padded(len(MAGIC) + 4 + length)


def _check(path: Path, start: int, size: int, total: int) -> None:
    # Read, not mapped: a check must not make every page of the index resident.
    if path.stat().st_size != start + size:
        raise BrokenIndexError(path, "the index is not whole")
    found = 0
    with path.open("rb", buffering=0) as file:
        file.seek(start)
        buffer = bytearray(_CHUNK)
        while count := file.readinto(buffer):
            found += _total(memoryview(buffer)[:count])
    if found % 2**64 != total:
        raise BrokenIndexError(path, "the index is damaged")


def _total(data: bytes | memoryview) -> int:
    return int(np.frombuffer(data, dtype="<u8").sum(dtype=np.uint64))


def _padded(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN


def _descr(dtype: np.dtype[Any]) -> object:
    return [list(part) for part in dtype.descr] if dtype.names else dtype.str
