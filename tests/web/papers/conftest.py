"""The founding case with its source read by hand, so that no model is needed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "casefile"))

from norfolk import ARTICLE, norfolk
from reading_by_hand import add_read

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case
    from fingerpost.web.evidence.models import Source


@pytest.fixture
def article(ada: User) -> Source:
    """The founding article, read."""
    return add_read(ada, norfolk(published="2022-03-01"), ARTICLE.read_bytes(), "norfolk-kaliningrad.txt")


@pytest.fixture
def case(clem: User, article: Source) -> Case:
    """The founding case with its article."""
    from suspension import norfolk_tie, open_norfolk_case

    from fingerpost.web.casework.working import add_source_to_case

    made = open_norfolk_case(clem, norfolk_tie(clem))
    add_source_to_case(by=clem, case=made, source=article)
    return made
