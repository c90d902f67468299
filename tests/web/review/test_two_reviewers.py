"""Two reviewers at one finding, and originals that must not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from suspension import source

from fingerpost.web.evidence.models import Fact, Finding, Judgement, Original, Source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def finding(db: None) -> Finding:
    data = {"kind": "suspended", "passages": [{"start": 0, "end": 11, "text": "The council"}]}
    return Finding.objects.create(source=source(), kind="event", key="event0", data=data, start=0)


def judge(client: Client, reviewer: User, finding: Finding, json: bool = True, **posted: object) -> object:
    client.force_login(reviewer)
    headers = {"Accept": "application/json"} if json else {}
    fields = {"verdict": "accept", "seen": 0} | posted
    return client.post(f"/desk/findings/{finding.pk}/judge", fields, headers=headers)


def test_the_second_reviewer_is_told_who_was_quicker(
    client: Client, rita: User, ravi: User, finding: Finding
) -> None:
    assert judge(client, rita, finding).status_code == 200
    answer = judge(client, ravi, finding, verdict="reject")
    assert answer.status_code == 409
    assert answer.json()["problem"].startswith("Rita judged it (accept) while you were looking.")
    finding.refresh_from_db()
    assert (finding.state, finding.version) == ("accepted", 1)
    assert Judgement.objects.count() == Fact.objects.count() == 1


def test_the_second_reviewer_is_told_without_a_script_too(
    client: Client, rita: User, ravi: User, finding: Finding
) -> None:
    judge(client, rita, finding, json=False)
    answer = judge(client, ravi, finding, json=False, verdict="reject")
    page = client.get(answer.headers["Location"])
    assert "Rita judged it (accept) while you were looking." in page.content.decode()


def test_after_looking_again_the_second_reviewer_may_judge(
    client: Client, rita: User, ravi: User, finding: Finding
) -> None:
    judge(client, rita, finding)
    version = judge(client, ravi, finding, verdict="reject").json()["findings"][str(finding.pk)]["version"]
    assert judge(client, ravi, finding, verdict="reject", seen=version).status_code == 200
    finding.refresh_from_db()
    assert finding.state == "rejected"
    assert not Fact.objects.filter(superseded=None).exists()


def test_a_judgement_that_names_no_version_is_refused(client: Client, rita: User, finding: Finding) -> None:
    assert judge(client, rita, finding, seen="").status_code == 400
    assert not Judgement.objects.exists()


def test_posted_extra_fields_change_nothing_of_a_finding(
    client: Client, rita: User, ravi: User, finding: Finding
) -> None:
    extra = {
        "state": "rejected",
        "version": 99,
        "by": ravi.pk,
        "kind": "claim",
        "score": 1,
        "tie": 1,
        "data": "{}",
    }
    judge(client, rita, finding, **extra)
    finding.refresh_from_db()
    assert (finding.state, finding.version, finding.kind, finding.score) == ("accepted", 1, "event", None)
    assert Judgement.objects.get().by == rita


@pytest.mark.parametrize("name", ["page.html", "picture.svg", "script.js", "page.xhtml"])
def test_the_original_is_never_shown_as_a_page_of_ours(client: Client, cora: User, name: str) -> None:
    made = source("<html><script>alert(document.cookie)</script></html>", name=name, media_type="text/html")
    client.force_login(cora)
    answer = client.get(f"/desk/sources/{made.pk}/original")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.content == bytes(Original.objects.get().data)


@pytest.mark.parametrize(
    "name", ['a"; filename="b.html', "a\r\nSet-Cookie: x=1.txt", "../../etc/passwd", "ü.txt"]
)
def test_no_name_of_a_file_leaves_its_header(client: Client, cora: User, name: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client.force_login(cora)
    upload = SimpleUploadedFile("plain.txt", b"The council voted.")
    upload._name = name
    client.post("/desk/inbox/", {"files": [upload]})
    answer = client.get(f"/desk/sources/{Source.objects.get().pk}/original")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.count('"') == 2
    assert "/" not in disposition
    assert "Set-Cookie" not in answer.headers


def test_markup_in_a_source_is_shown_as_its_characters(client: Client, cora: User) -> None:
    made = source("<script>alert(1)</script>", title="<img src=x onerror=alert(1)>")
    client.force_login(cora)
    page = client.get(f"/desk/sources/{made.pk}/").content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
