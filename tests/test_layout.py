"""The project says of itself only what is so."""

import fingerpost


def test_the_version_is_stated_once() -> None:
    assert fingerpost.__version__.count(".") == 2
