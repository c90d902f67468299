"""What programs read: the public part of the register, in parts, as of any day, made once for each edition."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding, Passage, Source
from fingerpost.web.register.models import Decision, Place, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site import kept
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import show_source, withhold_tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> User:
    """The open sample register; gives its administrator."""
    user = load_sample(date(2026, 11, 23)).user
    Site.objects.update_or_create(pk=1, defaults={"open": True, "licence": "CC0 1.0"})
    return user


def items(client: Client, path: str) -> list[dict]:
    """Give all items of a list, following it to its end."""
    found, address = [], f"/api/v1/{path}"
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.content
        found += answer.json()["items"]
        address = answer.json()["next"]
    return found


def test_a_list_in_parts_is_the_whole_list(client: Client, register: User) -> None:
    whole = [tie["id"] for tie in items(client, "ties?limit=500")]
    assert whole == [tie["id"] for tie in items(client, "ties?limit=5")]
    assert whole == sorted(Tie.objects.filter(merged_into=None).values_list("pk", flat=True))


def test_a_tie_stands_as_of_a_day(client: Client, register: User) -> None:
    decision = Decision.objects.filter(result="suspended", date__gte="2020", date__lt="2022").get()
    tie = decision.side.tie_id
    before = client.get(f"/api/v1/ties/{tie}?as_of=2020-01-01").json()
    after = client.get(f"/api/v1/ties/{tie}?as_of=2026-01-01").json()
    assert (before["sides"][0]["status"], after["sides"][0]["status"]) == ("active", "suspended")
    assert after["sides"][0]["decision"] == decision.pk
    assert before["as_of"] == "2020-01-01"
    assert client.get(f"/api/v1/ties/{tie}?as_of=yesterday").status_code == 422


def test_ties_are_asked_for_by_country(client: Client, register: User) -> None:
    found = items(client, "ties?country=ru")
    assert found
    assert all("RU" in {side["place"]["country"] for side in tie["sides"]} for tie in found)
    assert len(found) < len(items(client, "ties"))


def test_nothing_withheld_is_told(client: Client, register: User) -> None:
    tie = Tie.objects.filter(merged_into=None).first()
    withhold_tie(by=register, tie=tie, withheld=True, why="talks")
    assert client.get(f"/api/v1/ties/{tie.pk}").status_code == 404
    assert tie.pk not in {one["id"] for one in items(client, "ties")}
    for kind in ("decisions", "agreements", "exchanges", "involvements"):
        assert tie.pk not in {one["tie"] for one in items(client, kind)}, kind


def test_a_source_that_is_closed_is_not_named(client: Client, register: User) -> None:
    decision = Decision.objects.exclude(source=None).first() or Decision.objects.first()
    source = decision.source or Source.objects.first()
    Source.objects.filter(pk=source.pk).update(state="read")
    Decision.objects.filter(pk=decision.pk).update(source=source, motion=None)
    assert client.get(f"/api/v1/decisions/{decision.pk}").json()["source"] == source.pk
    show_source(by=register, source=source, shown="nothing")
    assert client.get(f"/api/v1/decisions/{decision.pk}").json()["source"] is None
    assert client.get(f"/api/v1/sources/{source.pk}").status_code == 404


def test_the_text_of_a_source_is_told_only_where_it_may_be(client: Client, register: User) -> None:
    source = Source.objects.first()
    Source.objects.filter(pk=source.pk).update(
        state="read", text="The council voted. More.", shown="passages"
    )
    finding = Finding.objects.create(
        source=source, kind="event", key="e1", data={"kind": "vote"}, start=0, state="accepted"
    )
    Passage.objects.create(finding=finding, start=0, end=18, text="The council voted.")
    assert client.get(f"/api/v1/sources/{source.pk}").json()["text"] is None
    told = client.get(f"/api/v1/findings/{finding.pk}").json()
    assert told["passages"] == [{"start": 0, "end": 18, "text": "The council voted."}]
    show_source(by=register, source=source, shown="whole")
    assert client.get(f"/api/v1/sources/{source.pk}").json()["text"] == "The council voted. More."


def test_a_case_is_told_once_it_is_published(client: Client, register: User) -> None:
    Case.objects.update(published=None)
    assert items(client, "cases") == []
    Case.objects.update(published=timezone.now())
    kept.forget()
    assert len(items(client, "cases")) == Case.objects.count()


def test_what_has_not_changed_is_not_told_again(client: Client, register: User) -> None:
    first = client.get("/api/v1/ties")
    again = client.get("/api/v1/ties", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    withhold_tie(by=register, tie=Tie.objects.filter(merged_into=None).first(), withheld=True, why="talks")
    assert client.get("/api/v1/ties", headers={"if-none-match": first.headers["ETag"]}).status_code == 200


def test_pages_of_other_sites_may_read_and_are_told_nothing_with_a_token(
    client: Client, register: User
) -> None:
    plain = client.get("/api/v1/ties", headers={"origin": "https://example.net"})
    assert plain.headers["Access-Control-Allow-Origin"] == "*"
    signed = client.get(
        "/api/v1/review", headers={"authorization": "Bearer fp_x", "origin": "https://example.net"}
    )
    assert "Access-Control-Allow-Origin" not in signed.headers
    asked = client.options("/api/v1/sources", headers={"access-control-request-method": "POST"})
    assert "POST" not in asked.headers["Access-Control-Allow-Methods"]


def test_a_closed_site_tells_nothing(client: Client, register: User) -> None:
    Site.objects.update(open=False)
    answer = client.get("/api/v1/ties")
    assert answer.status_code == 404
    assert "not open" in answer.json()["problem"]


@pytest.mark.parametrize(
    "path",
    [
        "ties/0",
        "ties/99999",
        f"ties/{2**63}",
        f"ties/{10**30}",
        "nothing",
        "ties?after=-1",
        "ties?limit=501",
        f"ties?after={2**63}",
        "facts?tie=0",
        "ties?as_of=2022-13-01",
        "ties?country=%00%00",
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(client: Client, register: User, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code in {200, 404, 422}
    if answer.status_code != 200:
        assert answer.json()["problem"].strip().endswith(".")


def test_the_queries_of_a_list_do_not_grow_with_it(
    client: Client, register: User, django_assert_max_num_queries: object
) -> None:
    for kind in ("ties", "decisions", "motions", "sources", "findings", "facts", "people"):
        client.get(f"/api/v1/{kind}?limit=1")
        with django_assert_max_num_queries(12):
            client.get(f"/api/v1/{kind}?limit=500")


def test_no_mail_address_is_told(client: Client, register: User) -> None:
    Place.objects.first()
    told = "".join(
        client.get(f"/api/v1/{kind}?limit=500").content.decode()
        for kind in client.get("/api/v1/").json()["lists"]
    )
    assert "@" not in told


@pytest.mark.parametrize("path", ["/api/v1/ties/1", "/api/reconcile"])
def test_a_method_that_there_is_not_is_refused_in_a_sentence(
    client: Client, register: User, path: str
) -> None:
    answer = client.delete(path)
    assert answer.status_code == 405
    assert "GET" in answer.json()["problem"] and "GET" in answer.headers["Allow"]


def test_the_folder_of_files_leads_to_their_list(client: Client, register: User) -> None:
    assert client.get("/downloads/").headers["Location"] == "/data/"
    assert client.get("/de/downloads/").headers["Location"] == "/de/data/"
