"""Whatever bytes are added: the source is read, or says plainly why not, and nothing of it acts on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.storms.uploads import acts, storm

from fingerpost.web.audit.chain import broken_links
from fingerpost.web.casework.working import add_source_to_case, open_case
from fingerpost.web.evidence import reading
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.reading import CRASHED, UNKEEPABLE, read_now
from fingerpost.web.evidence.receiving import receive_source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

MUTATIONS = 1_000

HOSTILE = """<!doctype html><html><head><title><script>alert('title')</script> "><img src=x onerror=alert(1)></title>
<meta name="author" content="&lt;svg onload=alert(2)&gt;"></head><body><article>
<p>NORFOLK, Va. &mdash; The Norfolk City Council voted on Tuesday to suspend its sister city tie with Kaliningrad.</p>
<p>"&lt;script&gt;alert(3)&lt;/script&gt; Keep the tie," said Mayor &lt;b onclick=alert(4)&gt; Alexander.</p>
<p>&lt;svg&gt;&lt;script&gt;alert(5)&lt;/script&gt;&lt;/svg&gt; {{ 7|add:7 }} {% csrf_token %} javascript:alert(6)</p>
</article></body></html>"""


@pytest.mark.slow
def test_a_thousand_broken_sources_are_read_or_say_why_not(client: Client, rita: User) -> None:
    """Other inputs each day: ``python -m tests.web.storms.uploads`` with the seed it tells makes the same again."""
    client.force_login(rita)
    told = storm(client, MUTATIONS, seed=timezone.localdate().toordinal())
    assert told["faults"] == [], told
    assert told["states"]["read"] > MUTATIONS / 2


@pytest.fixture
def hostile(rita: User) -> Source:
    """A page that would act if it could, read."""
    source, _ = receive_source(
        by=rita,
        data=HOSTILE.encode(),
        name="<svg onload=alert(0)>.html",
        publisher='"><script>alert(7)</script>',
    )
    read_now(source.pk)
    source.refresh_from_db()
    assert source.state == "read"
    return source


def test_hostile_words_are_shown_and_do_nothing(client: Client, rita: User, hostile: Source) -> None:
    client.force_login(rita)
    case = open_case(
        by=rita, changes={"title": "<script>alert(8)</script>", "question": "<img src=x onerror=alert(9)>"}
    )
    add_source_to_case(by=rita, case=case, source=hostile)
    addresses = [
        "/desk/",
        "/desk/inbox/",
        "/desk/review/",
        f"/desk/sources/{hostile.pk}/",
        f"/desk/review/{hostile.pk}/",
        "/desk/cases/",
        f"/desk/cases/{case.pk}/",
        "/desk/search/?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/desk/ties/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ]
    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200
        assert not acts(page.content.decode())
    assert "alert(3)" in client.get(f"/desk/review/{hostile.pk}/").content.decode()


def test_a_note_that_would_act_does_nothing(client: Client, rita: User, hostile: Source) -> None:
    client.force_login(rita)
    words = hostile.text[:12]
    note = "<script>alert(10)</script>"
    marked = {"kind": "event", "start": 0, "end": 12, "text": words, "note": note}
    client.post(f"/desk/review/{hostile.pk}/propose", marked)
    assert Finding.objects.filter(reading=None).exists()
    assert not acts(client.get(f"/desk/review/{hostile.pk}/").content.decode())


def test_a_correction_that_no_database_keeps_is_kept_without_it(
    client: Client, rita: User, hostile: Source
) -> None:
    client.force_login(rita)
    finding = hostile.findings.filter(kind="actor")[0]
    said = {"verdict": "correct", "seen": 0, "kind": "council", "name": "The\0 council", "why": "a\0b"}
    assert client.post(f"/desk/findings/{finding.pk}/judge", said).status_code == 302
    finding.refresh_from_db()
    assert (finding.judged["name"], finding.judgements.get().why) == ("The council", "ab")


def test_the_bytes_as_received_are_never_shown_as_a_page(client: Client, rita: User, hostile: Source) -> None:
    client.force_login(rita)
    answer = client.get(f"/desk/sources/{hostile.pk}/original")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_crash_of_the_reader_fails_the_source_with_a_sentence(
    rita: User, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("float division by zero")

    source, _ = receive_source(by=rita, data=b"A letter.", name="a.txt")
    read_now(source.pk, read=crash)
    source.refresh_from_db()
    assert (source.state, source.problem) == ("failed", CRASHED)
    assert "ZeroDivisionError" in caplog.text
    assert not list(broken_links())


def test_what_the_database_cannot_keep_fails_the_source_with_a_sentence(
    rita: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("A string literal cannot contain NUL (0x00) characters.")

    monkeypatch.setattr(reading, "_keep_findings", refuse)
    source, _ = receive_source(by=rita, data=b"A letter.", name="a.txt")
    read_now(source.pk)
    source.refresh_from_db()
    assert (source.state, source.problem, source.text) == ("failed", UNKEEPABLE, "")
    assert not source.readings.exists()


def test_a_database_that_goes_away_leaves_the_source_waiting(
    rita: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    from fingerpost.web.evidence.receiving import queue_forgotten

    def away(*_: object) -> None:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(reading, "_keep_findings", away)
    source, _ = receive_source(by=rita, data=b"A letter.", name="a.txt")
    with pytest.raises(OperationalError):
        read_now(source.pk)
    monkeypatch.undo()
    assert queue_forgotten() == 1
    read_now(source.pk)
    source.refresh_from_db()
    assert source.state == "read"
