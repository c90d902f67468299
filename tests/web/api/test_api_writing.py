"""What programs write: with a token, under the rights of its holder and the desk's rules."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from fingerpost.web.accounts.models import User
from fingerpost.web.api.models import Token
from fingerpost.web.api.tokens import end_token, make_token
from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.evidence.models import Fact, Finding, Source
from fingerpost.web.register.models import Body, Decision, Exchange, Place, Tie

pytestmark = pytest.mark.django_db


class Program:
    """A program with somebody's token."""

    def __init__(self, user: User) -> None:
        self.token, self.secret = make_token(by=user, name="a program")

    def send(self, path: str, **given: Any) -> Any:
        """Post a form."""
        return Client().post(
            f"/api/v1/{path}",
            given,
            content_type="application/json",
            headers={"authorization": f"Bearer {self.secret}"},
        )


@pytest.fixture
def tie(clem: User) -> Tie:
    places = [Place.objects.create(name=name, country="US") for name in ("Ashton", "Bexley")]
    made = Program(clem).send("ties", here=places[0].pk, there=places[1].pk, kind="sister_city")
    assert made.status_code == 201, made.content
    return Tie.objects.get(pk=made.json()["id"])


def test_a_text_is_queued_once(cora: User) -> None:
    program = Program(cora)
    first = program.send("sources", text="The council voted.", publisher="The Paper", published="2022-03")
    again = program.send("sources", text="The council voted.")
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["new"], again.json()["new"]) == (True, False)
    source = Source.objects.get()
    assert (source.publisher, source.published, source.received_by) == ("The Paper", "2022-03", cora)


def test_an_exchange_is_kept_with_its_history(rita: User, tie: Tie) -> None:
    made = Program(rita).send(
        "exchanges",
        tie=tie.pk,
        direction="in",
        date="2019-05",
        title="Choir",
        people=20,
        money="1200.50",
        why="list",
    )
    assert made.status_code == 201, made.content
    kept = Exchange.objects.get(pk=made.json()["id"])
    assert (kept.title, kept.people, str(kept.money)) == ("Choir", 20, "1200.50")
    entry = Entry.objects.order_by("-number").first()
    assert (entry.by, entry.action, entry.why) == (rita, "add-exchange", "list")
    assert list(broken_links()) == []


@pytest.mark.parametrize(
    "given",
    [
        {"date": "May 2019"},
        {"people": -1},
        {"people": 10**12},
        {"direction": "sideways"},
        {"title": ""},
        {"title": "a\0b"},
        {"title": "x" * 301},
        {"tie": 10**18},
        {"merged_into": 1},
        {"money": "NaN"},
    ],
)
def test_what_does_not_fit_is_refused_whole(rita: User, tie: Tie, given: dict[str, Any]) -> None:
    whole = {"tie": tie.pk, "direction": "in", "title": "Choir"}
    answer = Program(rita).send("exchanges", **(whole | given))
    assert answer.status_code == 422, answer.content
    assert answer.json()["problem"]
    assert not Exchange.objects.exists()


def test_a_contributor_changes_no_register(cora: User, tie: Tie) -> None:
    answer = Program(cora).send("exchanges", tie=tie.pk, direction="in", title="Choir")
    assert answer.status_code == 403
    assert "reviewer" in answer.json()["problem"]


def test_only_who_records_votes_adds_decisions(rita: User, clem: User, tie: Tie) -> None:
    given = {"side": tie.sides.first().pk, "result": "suspended", "date": "2022-03-08"}
    assert Program(rita).send("decisions", **given).status_code == 403
    assert Program(clem).send("decisions", **given).status_code == 201
    assert Decision.objects.get().result == "suspended"


@pytest.fixture
def finding(cora: User) -> Finding:
    source = Source.objects.create(
        digest="sha256:1", name="a", received="2022-01-01T00:00Z", state="read", text="The council voted."
    )
    made = Program(cora).send(f"sources/{source.pk}/findings", kind="event", start=4, end=11, text="council")
    assert made.status_code == 201, made.content
    return Finding.objects.get()


def test_words_that_are_not_there_are_no_finding(cora: User, finding: Finding) -> None:
    given = {"kind": "event", "start": 0, "end": 7, "text": "council"}
    answer = Program(cora).send(f"sources/{finding.source_id}/findings", **given)
    assert answer.status_code == 409


def test_a_reviewer_judges_what_waits(rita: User, cora: User, finding: Finding) -> None:
    program = Program(rita)
    waits = (
        Client().get("/api/v1/review", headers={"authorization": f"Bearer {program.secret}"}).json()["items"]
    )
    assert [(one["id"], one["version"]) for one in waits] == [(finding.pk, 0)]
    path = f"findings/{finding.pk}/judgements"
    assert Program(cora).send(path, verdict="accept", version=0).status_code == 403
    assert program.send(path, verdict="accept", version=0).status_code == 201
    assert Fact.objects.filter(finding=finding, superseded=None).exists()
    late = program.send(path, verdict="reject", version=0)
    assert late.status_code == 409
    assert "judged it" in late.json()["problem"]


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer fp_", "Bearer nothing", "Basic fp_x", "Bearer fp_\xff"]
)
def test_without_a_token_nothing_is_written(header: str) -> None:
    headers = {"authorization": header} if header else {}
    answer = Client().post(
        "/api/v1/bodies", {"name": "Council"}, content_type="application/json", headers=headers
    )
    assert answer.status_code == 401
    assert "token" in answer.json()["problem"]
    assert not Body.objects.exists()


def test_somebody_signed_in_at_the_desk_is_no_program(client: Client, clem: User) -> None:
    client.force_login(clem)
    answer = client.post("/api/v1/bodies", {"name": "Council"}, content_type="application/json")
    assert answer.status_code == 401


def test_a_token_that_was_ended_opens_nothing(clem: User, rita: User) -> None:
    program = Program(clem)
    with pytest.raises(Exception, match="roles"):
        end_token(by=rita, token=program.token)
    end_token(by=clem, token=program.token)
    assert program.send("bodies", name="Council").status_code == 401


def test_a_closed_account_opens_nothing(clem: User) -> None:
    program = Program(clem)
    User.objects.filter(pk=clem.pk).update(is_active=False)
    assert program.send("bodies", name="Council").status_code == 401


def test_a_secret_is_shown_once_and_never_kept(client: Client, clem: User) -> None:
    client.force_login(clem)
    page = client.post("/desk/me/tokens/", {"name": "import"}).content.decode()
    secret = page.partition("<code>")[2].partition("</code>")[0]
    assert secret.startswith("fp_")
    assert secret not in client.get("/desk/me/tokens/").content.decode()
    assert secret not in str(list(Token.objects.values()))
    assert secret not in str(list(Entry.objects.values()))
    assert client.get("/desk/me/tokens/").headers["Cache-Control"] == "no-store"


def test_nobody_ends_the_token_of_somebody_else(client: Client, clem: User, rita: User) -> None:
    program = Program(clem)
    client.force_login(rita)
    assert client.post(f"/desk/me/tokens/{program.token.pk}/end").status_code == 404
    assert program.send("bodies", name="Council").status_code == 201


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({}, "tie: Field required."),
        ({"tie": 999, "direction": "in"}, "tie: There is no tie 999."),
        (
            {"tie": 999, "direction": "in", "date": "2019-13"},
            'date: "2019-13" is not a date: the calendar has no such day.',
        ),
    ],
)
def test_a_fault_is_told_by_the_name_of_its_field(rita: User, given: dict[str, Any], problem: str) -> None:
    answer = Program(rita).send("exchanges", title="Choir", **given)
    assert answer.status_code == 422
    assert problem in answer.json()["problem"] and "given" not in answer.json()["problem"]


def test_what_is_no_json_and_what_is_too_much_is_said(cora: User, settings: pytest.FixtureRequest) -> None:
    headers = {"authorization": f"Bearer {Program(cora).secret}"}
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

    def sent(body: str) -> Any:
        return Client().post("/api/v1/sources", body, content_type="application/json", headers=headers)

    assert (sent("text=1").status_code, "not JSON" in sent("text=1").json()["problem"]) == (400, True)
    much = sent('{"text": "' + "x" * 1_000_000 + '"}')
    assert much.status_code == 413 and "at most 1 MB" in much.json()["problem"]
